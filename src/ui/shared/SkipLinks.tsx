import { useEditor } from '../editor-context.tsx';
import { focusTimeline } from './focus-timeline.ts';
import styles from './SkipLinks.module.css';

/** For those who come by keyboard: past the bar and the preview, to where the work is done. Seen while one of them has the focus. */
export function SkipLinks() {
  const { actions } = useEditor();
  return (
    <nav className={styles.links} aria-label="Skip">
      <button type="button" onClick={goToTimeline}>
        Skip to timeline
      </button>
      <button type="button" onClick={() => actions.askForPanel('edits')}>
        Skip to edits
      </button>
    </nav>
  );
}

function goToTimeline(): void {
  focusTimeline();
  // In a narrow window it may be further down the page.
  document.activeElement?.scrollIntoView({ block: 'nearest' });
}
