import { keyName } from '../shared/key-name.ts';
import styles from './KeyCaps.module.css';

/** Keys as they are printed, each in a cap of its own. */
export function KeyCaps({ keys }: { readonly keys: readonly string[] }) {
  return (
    <span className={styles.caps}>
      {keys.map((key) => (
        <kbd key={key}>{keyName(key)}</kbd>
      ))}
    </span>
  );
}
