import type { MouseEvent, ReactNode } from 'react';
import { flushSync } from 'react-dom';
import type { Infeasible } from '#core/analyze/fit/outcome.ts';
import { formatTime } from '#core/cast/format-time.ts';
import type { RegionRef } from '#core/plan/document.ts';
import { DEFAULT_EDITS } from '#core/plan/edit-settings.ts';
import { formatFactor } from '#core/plan/factor.ts';
import { selectFit } from '#store/analysis-selectors.ts';
import type { EditorState } from '#store/state.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { Button } from '../shared/Button.tsx';
import { focusTimeline } from '../shared/focus-timeline.ts';
import styles from './FitProblem.module.css';

/** Why the target cannot be met, undefined where it can be, or there is none. */
export function selectFitProblem(state: EditorState): Infeasible | undefined {
  const outcome = selectFit(state);
  return outcome?.kind === 'infeasible' ? outcome : undefined;
}

/** A region of the user's own, to begin with where some are to be released; undefined where there is none. */
function selectFirstPin({ document: { cuts, speedRegions } }: EditorState): RegionRef | undefined {
  const [first] = [
    ...cuts.map((region) => ({ region, kind: 'cut' as const })),
    ...speedRegions.map((region) => ({ region, kind: 'speed' as const })),
  ]
    .filter(({ region }) => region.by === undefined)
    .sort((one, other) => one.region.start - other.region.start);
  return first && { kind: first.kind, id: first.region.id };
}

/** What stands in the way of a target, with the ways out; stands in place of what the recording is made of. */
export function FitProblem({ problem }: { readonly problem: Infeasible }) {
  const { store, actions } = useEditor();
  const hasPins = useEditorState((state) => selectFirstPin(state) !== undefined);
  const { reason, message, nearestMicros, speedUp } = problem;
  const isShort = reason === 'short';

  /** The buttons go with the problem, and the focus must not fall out of the page. */
  function leaveBy(act: () => void): void {
    act();
    focusTimeline();
  }

  function choosePins({ detail }: MouseEvent): void {
    const first = selectFirstPin(store.getState());
    if (!first) return;
    // Of a long list only the part around it is shown.
    flushSync(() => {
      actions.showPanel('edits');
      actions.selectEdit(first);
    });
    const release = document.querySelector<HTMLElement>('[data-selected="true"] [data-part="release"]');
    release?.scrollIntoView({ block: 'center' });
    // After a click the space bar is to play, and not to release what nobody has looked at yet.
    if (detail === 0) release?.focus();
    else focusTimeline();
  }

  return (
    <fieldset className={styles.problem} data-calm={isShort} aria-label="The target cannot be met">
      <p className={styles.message} title={message}>
        {message}
      </p>
      <Way
        name={`${isShort ? 'Lower' : 'Raise'} target to ${formatTime(nearestMicros)}`}
        take={() => leaveBy(() => actions.fitTo(nearestMicros))}
      >
        {isShort ? 'Lower' : 'Raise'} <span className={styles.spare}>target </span>to {formatTime(nearestMicros)}
      </Way>
      {speedUp !== undefined && (
        <Way name={`Speed pins to ${formatFactor(speedUp)}`} take={() => leaveBy(() => actions.speedPinsUp(speedUp))}>
          Speed pins to {formatFactor(speedUp)}
        </Way>
      )}
      {reason === 'limits' && (
        <Way name="Reset margins and limits" take={() => leaveBy(() => actions.setEditSettings(DEFAULT_EDITS))}>
          Reset <span className={styles.spare}>margins and </span>limits
        </Way>
      )}
      {!isShort && hasPins && (
        <Way name="Choose pins to release" take={choosePins}>
          Choose pins<span className={styles.spare}> to release</span>
        </Way>
      )}
    </fieldset>
  );
}

interface WayProps {
  readonly name: string;
  readonly take: (event: MouseEvent) => void;
  /** Its name, with what may be left out where the page is narrow. */
  readonly children: ReactNode;
}

function Way({ name, take, children }: WayProps) {
  return (
    <Button className={styles.way} aria-label={name} onClick={take}>
      <span>{children}</span>
    </Button>
  );
}
