import { CopyButton } from './CopyButton.tsx';
import styles from './ExportDialog.module.css';

/** The command line that makes the same bytes from the recording and the plan. */
export function CopyCommand({ command }: { readonly command: string }) {
  return (
    <div className={styles.command}>
      <p className={styles.secondary}>The same edit, by command:</p>
      <code>{command}</code>
      <CopyButton text={command}>Copy as command</CopyButton>
    </div>
  );
}
