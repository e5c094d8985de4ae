import { useEditorState } from '../editor-context.tsx';
import { formatTarget } from '../fit/target-length.ts';
import { formatBytes } from '../shared/format-bytes.ts';
import styles from './ExportDialog.module.css';
import type { Result } from './use-result.ts';

/** What the result waits for. */
export function WaitingNote({ result }: { readonly result: Result }) {
  const share = useEditorState((state) => state.maskingShare);
  const target = useEditorState((state) => state.awaitedTargetMicros);
  const lookedThrough = useEditorState((state) => state.analysis.share);
  if (result.state === 'fitting' && target !== null) {
    return (
      <div>
        <p className={styles.note} role="status">
          Looking through the session, to fit it to {formatTarget(target)}…
        </p>
        <progress className={styles.progress} value={lookedThrough} aria-label="Looking through the session" />
      </div>
    );
  }
  if (result.state === 'masking') {
    return (
      <div>
        <p className={styles.note} role="status">
          Masking…
        </p>
        <progress className={styles.progress} value={share} aria-label="Masking" />
      </div>
    );
  }
  if (result.state === 'seaming') {
    return (
      <div role="status">
        <p className={styles.note}>Making the seams…</p>
        <div className={styles.busy} role="progressbar" aria-label="Making the seams" />
      </div>
    );
  }
  if (result.state === 'writing') {
    return (
      <div>
        <p className={styles.note}>Writing… {formatBytes(result.bytes)}</p>
        <progress className={styles.progress} value={result.share} aria-label="Writing the result" />
      </div>
    );
  }
  return null;
}
