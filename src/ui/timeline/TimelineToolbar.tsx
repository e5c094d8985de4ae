import { afterClick } from '../shared/after-click.ts';
import { Button } from '../shared/Button.tsx';
import { CommandButton } from '../shared/CommandButton.tsx';
import { IndexingNote } from './IndexingNote.tsx';
import { SelectionSummary } from './SelectionSummary.tsx';
import styles from './TimelineToolbar.module.css';

interface TimelineToolbarProps {
  readonly hasFilmstrip: boolean;
  readonly toggleFilmstrip: () => void;
}

export function TimelineToolbar({ hasFilmstrip, toggleFilmstrip }: TimelineToolbarProps) {
  return (
    <div className={styles.toolbar}>
      <CommandButton id="cut" />
      <CommandButton id="speed" />
      <CommandButton id="keepAtOne" />
      <span className={styles.divider} />
      <CommandButton id="zoomOut" look="plain" showsKey={false}>
        −
      </CommandButton>
      <CommandButton id="fit" look="plain" />
      <CommandButton id="zoomIn" look="plain" showsKey={false}>
        +
      </CommandButton>
      <span className={styles.divider} />
      <CommandButton id="find" look="plain" />
      <span className={styles.divider} />
      <Button
        look="plain"
        aria-pressed={hasFilmstrip}
        onClick={(event) => {
          toggleFilmstrip();
          afterClick(event);
        }}
      >
        Filmstrip
      </Button>
      <IndexingNote />
      <SelectionSummary />
    </div>
  );
}
