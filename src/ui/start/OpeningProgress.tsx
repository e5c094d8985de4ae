import { useEditor, useEditorState } from '../editor-context.tsx';
import { Button } from '../shared/Button.tsx';
import { formatBytes } from '../shared/format-bytes.ts';
import styles from './OpeningProgress.module.css';

/** Shown while a file is read. The recording that was open before stays usable beneath. */
export function OpeningProgress() {
  const { actions } = useEditor();
  const opening = useEditorState((state) => state.opening);
  if (!opening) return null;
  const { fileName, bytes, totalBytes, events } = opening;
  return (
    <section className={styles.panel} aria-label={`Reading ${fileName}`}>
      <span className={styles.name}>Reading {fileName}</span>
      <progress className={styles.bar} value={bytes} max={Math.max(totalBytes, 1)} aria-label="Read" />
      <span className={styles.count}>
        {formatBytes(bytes)} of {formatBytes(totalBytes)} · {events.toLocaleString('en')} events
      </span>
      <Button onClick={actions.cancelOpening}>Cancel</Button>
    </section>
  );
}
