import { useState } from 'react';
import { Button } from '../shared/Button.tsx';
import styles from './ExportDialog.module.css';

/** The command line that makes the same bytes from the recording and the plan. */
export function CopyCommand({ command }: { readonly command: string }) {
  const [said, setSaid] = useState('');
  return (
    <div className={styles.command}>
      <p className={styles.secondary}>The same edit, by command:</p>
      <code>{command}</code>
      <Button
        onClick={() => {
          navigator.clipboard.writeText(command).then(
            () => setSaid('Copied'),
            () => setSaid('The browser does not allow it: select the line and copy it'),
          );
        }}
      >
        Copy as command
      </Button>
      <span role="status" className={styles.secondary}>
        {said}
      </span>
    </div>
  );
}
