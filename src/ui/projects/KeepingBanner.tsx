import { useEffect, useState } from 'react';
import type { Keeping } from '#store/projects/project.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { Button } from '../shared/Button.tsx';
import { focusTimeline } from '../shared/focus-timeline.ts';
import styles from './KeepingBanner.module.css';

/** Says what is safe and what to do, as long as that holds. */
export function KeepingBanner() {
  const keeping = useEditorState((state) => state.project.keeping);
  if (keeping.kind === 'elsewhere') return <ElsewhereBanner />;
  if (keeping.kind === 'failed') return <FailedBanner failure={keeping} />;
  return null;
}

type Failure = Extract<Keeping, { kind: 'failed' }>;

function FailedBanner({ failure: { reason, message } }: { readonly failure: Failure }) {
  const { actions } = useEditor();
  const isInFile = useEditorState(({ document, project }) => document === project.documentInFile);
  const [isDismissed, setDismissed] = useState(false);
  if (isDismissed) return null;
  return (
    <section className={styles.banner} data-tone="error" aria-label="Storage">
      <p className={styles.text} role="alert">
        <strong>{TITLES[reason]}</strong>
        <span>
          {isInFile ? 'All edits so far are in the plan file.' : 'They are lost with this page unless they are saved to a file.'} {message}
        </span>
      </p>
      <div className={styles.verbs}>
        <Button look="primary" onClick={() => void actions.save()}>
          Save file now
        </Button>
        <Button onClick={actions.keepAgain}>Try again</Button>
        {/* A private window has no storage whatever one does: said once is enough. */}
        {reason === 'unavailable' && (
          <Button
            look="plain"
            onClick={() => {
              setDismissed(true);
              focusTimeline();
            }}
          >
            Dismiss
          </Button>
        )}
      </div>
    </section>
  );
}

const TITLES: Readonly<Record<Failure['reason'], string>> = {
  full: 'Changes are not being saved: the storage of this browser is full.',
  unavailable: 'Changes are not being saved: this window has no storage.',
  other: 'Changes are not being saved.',
};

function ElsewhereBanner() {
  const { actions } = useEditor();
  useEffect(() => actions.say('Another tab has this project. Here it can be looked at. Take over to edit it here.'), [actions]);
  return (
    <section className={styles.banner} aria-label="Open in another tab">
      <p className={styles.text}>
        <strong>Another tab has this project.</strong>
        <span>Here it can be looked at.</span>
      </p>
      <div className={styles.verbs}>
        <Button
          look="primary"
          onClick={() => {
            void actions.takeOver();
            focusTimeline();
          }}
        >
          Take over
        </Button>
      </div>
    </section>
  );
}
