import { lazy, Suspense, useEffect } from 'react';
import { useEditorState } from './editor-context.tsx';
import { ExportDialog } from './export/ExportDialog.tsx';
import { Preview } from './preview/Preview.tsx';
import { ReadScreenDialog } from './read-screen/ReadScreenDialog.tsx';
import { MaskDialog } from './redact/MaskDialog.tsx';
import { MarkedText } from './search/MarkedText.tsx';
import { SearchBar } from './search/SearchBar.tsx';
import { focusTimeline } from './shared/focus-timeline.ts';
import { SidePanel } from './side-panel/SidePanel.tsx';
import { StoryBar } from './story/StoryBar.tsx';
import { Timeline } from './timeline/Timeline.tsx';
import styles from './Workspace.module.css';

const ToastBar = lazy(async () => ({ default: (await import('./history/ToastBar.tsx')).ToastBar }));

/** The editor proper: preview and edits above, the timeline across the whole width. By keyboard the timeline comes before the edits. */
export function Workspace() {
  // What was pressed to open the recording may be gone, with the page that it stood on.
  useEffect(() => {
    if (document.activeElement === document.body) focusTimeline();
  }, []);
  const isToastThere = useEditorState((state) => state.toast !== null);
  return (
    <div className={styles.workspace}>
      <div className={styles.preview}>
        <Preview />
        <Suspense fallback={null}>{isToastThere && <ToastBar />}</Suspense>
      </div>
      <div className={styles.timeline}>
        <StoryBar />
        <SearchBar />
        <Timeline />
      </div>
      <SidePanel />
      <MarkedText />
      <ReadScreenDialog />
      <MaskDialog />
      <ExportDialog />
    </div>
  );
}
