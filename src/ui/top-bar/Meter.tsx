import { TARGET_TOLERANCE_MICROS } from '#core/analyze/fit/outcome.ts';
import { formatTime, speakTime } from '#core/cast/format-time.ts';
import { selectDuration, selectTimeMap } from '#store/selectors.ts';
import { useEditorState } from '../editor-context.tsx';
import { formatTarget } from '../fit/target-length.ts';
import styles from './Meter.module.css';

/** How long the recording is and how long the result will be: the question of the whole session. */
export function Meter() {
  const sourceMicros = useEditorState(selectDuration);
  const resultMicros = useEditorState((state) => selectTimeMap(state)?.resultDuration ?? 0);
  return (
    <div className={styles.meter}>
      <Duration id="source-duration" label="Recording" micros={sourceMicros} />
      <span className={styles.arrow} aria-hidden="true">
        →
      </span>
      <Duration id="result-duration" label="Result" micros={resultMicros} />
      <Target resultMicros={resultMicros} />
    </div>
  );
}

function Duration({ id, label, micros }: { readonly id: string; readonly label: string; readonly micros: number }) {
  return (
    <span className={styles.duration}>
      <span className={styles.label}>{label}</span>
      <span className={styles.value} data-testid={id} data-seconds={Math.round(micros) / 1e6}>
        {formatTime(micros)}
      </span>
    </span>
  );
}

/** What the result is fitted to, and by how much it misses that. */
function Target({ resultMicros }: { readonly resultMicros: number }) {
  const awaitedMicros = useEditorState((state) => state.awaitedTargetMicros);
  const targetMicros = useEditorState((state) => state.document.targetMicros);
  // Let go, the dragged edit is a part of what is solved: until then it says nothing of the target.
  const isEditDragged = useEditorState(({ gesture }) => gesture !== null && gesture.before.targetMicros === targetMicros);
  if (awaitedMicros !== null) {
    return (
      <span className={styles.target}>
        <span aria-hidden="true">/ {formatTarget(awaitedMicros)}…</span>
        <span className="visually-hidden">, will be fitted to {speakTime(awaitedMicros)}</span>
      </span>
    );
  }
  if (targetMicros === undefined) return null;
  if (isEditDragged) {
    return (
      <span className={styles.target}>
        <span aria-hidden="true">/ {formatTarget(targetMicros)}</span>
        <span className="visually-hidden">, target of {speakTime(targetMicros)}</span>
      </span>
    );
  }
  const missedMicros = resultMicros - targetMicros;
  const isMet = Math.abs(missedMicros) <= TARGET_TOLERANCE_MICROS;
  return (
    <span className={styles.target} data-met={isMet}>
      <span aria-hidden="true">
        / {formatTarget(targetMicros)}
        {!isMet && (
          <strong className={styles.missed}>
            {missedMicros > 0 ? '+' : '−'} {formatTime(Math.abs(missedMicros))}
          </strong>
        )}
      </span>
      <span className="visually-hidden">
        {isMet ? ', as the target of ' : `, ${speakTime(Math.abs(missedMicros))} ${missedMicros > 0 ? 'over' : 'under'} the target of `}
        {speakTime(targetMicros)}
      </span>
    </span>
  );
}
