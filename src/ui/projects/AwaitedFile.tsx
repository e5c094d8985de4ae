import { useEffect, useRef } from 'react';
import { formatTime } from '#core/cast/format-time.ts';
import { agoInWords } from '#store/projects/ago.ts';
import type { ProjectSummary } from '#store/projects/project.ts';
import { useEditor } from '../editor-context.tsx';
import { Button } from '../shared/Button.tsx';
import { formatBytes } from '../shared/format-bytes.ts';
import styles from '../start/EmptyPage.module.css';
import { editsInWords } from './project-words.ts';
import { useNow } from './use-now.ts';

/** Kept work whose recording this browser does not have: what to drop to go on with it. */
export function AwaitedFile({ project: { source, editCount, keptAt } }: { readonly project: ProjectSummary }) {
  const { actions } = useEditor();
  const now = useNow();
  const choose = useRef<HTMLDivElement>(null);
  // What was pressed to come here is gone.
  useEffect(() => choose.current?.querySelector('button')?.focus(), []);
  return (
    <section aria-labelledby="awaited-file">
      <h1 id="awaited-file" className={styles.title}>
        Drop {source.fileName} to continue
      </h1>
      <p className={styles.promise}>
        {formatTime(source.durationMicros, 0)} · {formatBytes(source.bytes)} · {source.events.toLocaleString('en')} events. This browser has
        your {editsInWords(editCount)}, made {agoInWords(now - keptAt)}, but not the recording itself.
      </p>
      <div className={styles.actions} ref={choose}>
        <Button look="primary" onClick={() => document.getElementById('open-recording')?.click()}>
          Choose file
        </Button>
        <Button
          onClick={() => {
            actions.stopAwaiting();
            requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-part="choose-file"]')?.focus());
          }}
        >
          Cancel
        </Button>
      </div>
    </section>
  );
}
