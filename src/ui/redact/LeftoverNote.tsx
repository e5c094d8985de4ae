import styles from './SecretsPass.module.css';
import { isSafe, type Leftovers } from './use-leftovers.ts';

/** Whether the file that is downloaded still holds something that is masked everywhere. */
export function LeftoverNote({ leftovers }: { readonly leftovers: Leftovers }) {
  if (leftovers.state === 'none') return null;
  const isWarning = leftovers.state !== 'searching' && !isSafe(leftovers);
  return (
    <p className={isWarning ? styles.warning : styles.note} role="status">
      {leftovers.state === 'searching' && 'Searching the file for what is masked…'}
      {leftovers.state === 'counted' && `The file was searched for what is masked: ${leftovers.left} left`}
      {leftovers.state === 'counted' &&
        leftovers.left > 0 &&
        '. It cannot be downloaded like this: cuts may have brought together what was apart. Change them, or mask more.'}
      {leftovers.state === 'failed' && `The file could not be searched for what is masked, and cannot be downloaded. ${leftovers.reason}`}
    </p>
  );
}
