import { useEditorState } from '../editor-context.tsx';
import styles from './ExportDialog.module.css';
import type { Result } from './use-result.ts';

/** What the result waits for. */
export function WaitingNote({ result }: { readonly result: Result }) {
  const share = useEditorState((state) => state.maskingShare);
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
  return null;
}
