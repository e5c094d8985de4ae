import { formatTime } from '#core/cast/format-time.ts';
import { selectDuration, selectTimeMap } from '#store/selectors.ts';
import { useEditorState } from '../editor-context.tsx';
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
