import { CommandButton } from '../shared/CommandButton.tsx';
import { SelectionSummary } from './SelectionSummary.tsx';
import styles from './TimelineToolbar.module.css';

export function TimelineToolbar() {
  return (
    <div className={styles.toolbar}>
      <CommandButton id="cut" />
      <CommandButton id="speed" />
      <span className={styles.divider} />
      <CommandButton id="zoomOut" look="plain" showsKey={false}>
        −
      </CommandButton>
      <CommandButton id="fit" look="plain" />
      <CommandButton id="zoomIn" look="plain" showsKey={false}>
        +
      </CommandButton>
      <SelectionSummary />
    </div>
  );
}
