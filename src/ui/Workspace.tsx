import { useEffect } from 'react';
import { ExportDialog } from './export/ExportDialog.tsx';
import { Preview } from './preview/Preview.tsx';
import { MaskDialog } from './redact/MaskDialog.tsx';
import { MarkedText } from './search/MarkedText.tsx';
import { SearchBar } from './search/SearchBar.tsx';
import { focusTimeline } from './shared/focus-timeline.ts';
import { SidePanel } from './side-panel/SidePanel.tsx';
import { StoryBar } from './story/StoryBar.tsx';
import { Timeline } from './timeline/Timeline.tsx';
import styles from './Workspace.module.css';

/** The editor proper: preview and edits above, the timeline across the whole width. */
export function Workspace() {
  // What was pressed to open the recording may be gone, with the page that it stood on.
  useEffect(() => {
    if (document.activeElement === document.body) focusTimeline();
  }, []);
  return (
    <div className={styles.workspace}>
      <div className={styles.preview}>
        <Preview />
      </div>
      <SidePanel />
      <div className={styles.timeline}>
        <StoryBar />
        <SearchBar />
        <Timeline />
      </div>
      <MarkedText />
      <MaskDialog />
      <ExportDialog />
    </div>
  );
}
