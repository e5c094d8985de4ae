import { useEditorState } from '../editor-context.tsx';
import { CommandButton } from '../shared/CommandButton.tsx';
import { OpenButton } from '../start/OpenButton.tsx';
import { Meter } from './Meter.tsx';
import styles from './TopBar.module.css';

export function TopBar() {
  const opened = useEditorState((state) => state.opened);
  return (
    <header className={styles.bar}>
      <div className={styles.left}>
        <span className={styles.brand}>
          <svg viewBox="0 0 32 32" width="20" height="20" aria-hidden="true">
            <path d="M4 6h10l4 10-4 10H4z" fill="var(--accent)" />
            <path d="M18 6h10v20H18l4-10z" fill="currentColor" opacity="0.6" />
          </svg>
          Castfold
        </span>
        {opened && (
          <span className={styles.file}>
            <h1 title={opened.fileName}>{opened.fileName}</h1>
            <span className={styles.facts}>
              v{opened.recording.version} · {opened.recording.header.size.cols}×{opened.recording.header.size.rows} ·{' '}
              {opened.recording.events.length.toLocaleString('en')} {opened.recording.events.length === 1 ? 'event' : 'events'}
            </span>
          </span>
        )}
        <OpenButton look={opened ? 'plain' : 'raised'} />
      </div>
      {opened && <Meter />}
      <div className={styles.right}>
        {opened && (
          <>
            <CommandButton id="undo" look="plain" showsKey={false} />
            <CommandButton id="redo" look="plain" showsKey={false} />
            <CommandButton id="export" look="primary" />
          </>
        )}
      </div>
    </header>
  );
}
