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

/** The verbs, and what of the timeline is in sight. In a narrow window first the keys go from the buttons, then it has more lines. */
export function TimelineToolbar({ hasFilmstrip, toggleFilmstrip }: TimelineToolbarProps) {
  return (
    <div className={styles.frame}>
      <div className={styles.toolbar}>
        <div className={styles.group}>
          <CommandButton id="cut" />
          <CommandButton id="speed" />
          <CommandButton id="keepAtOne" />
          <CommandButton id="split" />
        </div>
        <div className={styles.group}>
          <CommandButton id="hold" />
          <CommandButton id="marker" />
        </div>
        <div className={styles.group}>
          <CommandButton id="markIn" look="plain" />
          <CommandButton id="markOut" look="plain" />
        </div>
        <div className={styles.group}>
          <CommandButton id="zoomOut" look="plain" showsKey={false}>
            −
          </CommandButton>
          <CommandButton id="fit" look="plain" />
          <CommandButton id="zoomIn" look="plain" showsKey={false}>
            +
          </CommandButton>
          <CommandButton id="zoomSelection" look="plain" showsKey={false}>
            <ZoomToSelection />
          </CommandButton>
        </div>
        <div className={styles.group}>
          <CommandButton id="find" look="plain" />
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
        </div>
        <IndexingNote />
        <SelectionSummary />
      </div>
    </div>
  );
}

/** A stretch between two edges, drawn out to both sides. */
function ZoomToSelection() {
  return (
    <svg viewBox="0 0 16 12" width="16" height="12" aria-hidden="true">
      <path
        d="M1 1v10M15 1v10M7 6H3.5M5.5 4l-2 2 2 2M9 6h3.5M10.5 4l2 2-2 2"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
