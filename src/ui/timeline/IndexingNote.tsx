import { useEffect, useState } from 'react';
import { useEditorState } from '../editor-context.tsx';
import styles from './IndexingNote.module.css';

/** What takes less than that is not worth a word. */
const QUIET_MILLIS = 600;

/**
 * How far the screens are known, while they are not known as a whole and nothing else says so: what goes on with them,
 * the analysis, does. Read out when it begins and when it ends.
 */
export function IndexingNote() {
  const isIndexing = useEditorState(
    ({ screens, screenIndex, analysis }) => screens !== null && screenIndex.changes === null && analysis.status !== 'running',
  );
  const percent = useEditorState(({ opened, screenIndex }) =>
    Math.floor((screenIndex.position / Math.max(1, opened?.recording.events.length ?? 0)) * 100),
  );
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    if (!isIndexing) return undefined;
    setIsLong(false);
    const timer = window.setTimeout(() => setIsLong(true), QUIET_MILLIS);
    return () => window.clearTimeout(timer);
  }, [isIndexing]);
  return (
    <>
      <span role="status" className="visually-hidden">
        {isLong && (isIndexing ? 'Indexing screens' : 'Screens are indexed')}
      </span>
      {isLong && isIndexing && <span className={styles.note} aria-hidden="true">{`Indexing screens ${percent} %`}</span>}
    </>
  );
}
