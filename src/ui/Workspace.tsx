import { EditsPanel } from './edits/EditsPanel.tsx';
import { ExportDialog } from './export/ExportDialog.tsx';
import { Preview } from './preview/Preview.tsx';
import { Timeline } from './timeline/Timeline.tsx';
import styles from './Workspace.module.css';

/** The editor proper: preview and edits above, the timeline across the whole width. */
export function Workspace() {
  return (
    <div className={styles.workspace}>
      <div className={styles.preview}>
        <Preview />
      </div>
      <EditsPanel />
      <div className={styles.timeline}>
        <Timeline />
      </div>
      <ExportDialog />
    </div>
  );
}
