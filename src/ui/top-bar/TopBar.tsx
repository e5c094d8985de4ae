import { useEditorState } from '../editor-context.tsx';
import { SaveStatus } from '../projects/SaveStatus.tsx';
import { CommandButton } from '../shared/CommandButton.tsx';
import { OpenButton } from '../start/OpenButton.tsx';
import { Meter } from './Meter.tsx';
import { SaveButtons } from './SaveButtons.tsx';
import styles from './TopBar.module.css';

/** What is open and saved where, how long it becomes, and the verbs that are about all of it. */
export function TopBar() {
  const opened = useEditorState((state) => state.opened);
  return (
    <header className={styles.bar} data-open={opened !== null}>
      <div className={styles.left}>
        <span className={styles.brand}>
          <svg viewBox="0 0 32 32" width="20" height="20" aria-hidden="true">
            <path d="M4 6h10l4 10-4 10H4z" fill="var(--accent)" />
            <path d="M18 6h10v20H18l4-10z" fill="currentColor" opacity="0.6" />
          </svg>
          <span className={styles.brandName}>Castfold</span>
        </span>
        {opened && (
          <div className={styles.file}>
            <div className={styles.name}>
              <h1 title={opened.fileName}>{opened.fileName}</h1>
              <span className={styles.facts}>
                v{opened.recording.version} · {opened.recording.header.size.cols}×{opened.recording.header.size.rows} ·{' '}
                {opened.recording.events.length.toLocaleString('en')} {opened.recording.events.length === 1 ? 'event' : 'events'}
              </span>
            </div>
            <SaveStatus />
          </div>
        )}
        <OpenButton look={opened ? 'plain' : 'raised'} />
        {opened && <SaveButtons />}
      </div>
      {opened && <Meter />}
      <div className={styles.right}>
        {opened && (
          <>
            <CommandButton id="undo" look="plain" showsKey={false} />
            <CommandButton id="redo" look="plain" showsKey={false} />
          </>
        )}
        <CommandButton id="palette" look="plain" />
        <CommandButton id="help" look="plain" showsKey={false}>
          ?
        </CommandButton>
        {opened && <CommandButton id="export" look="primary" />}
      </div>
    </header>
  );
}
