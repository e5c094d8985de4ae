import { useEffect, useRef } from 'react';
import { useEditor, useEditorState } from '../editor-context.tsx';
import styles from './Overview.module.css';
import { mountOverview } from './overview-view.ts';

/** The whole recording in small. Its window is what the lane shows; the keys of its slider pan by a tenth of that. */
export function Overview() {
  const editor = useEditor();
  const root = useRef<HTMLDivElement>(null);
  const wave = useRef<HTMLDivElement>(null);
  const tints = useRef<HTMLCanvasElement>(null);
  const hits = useRef<HTMLCanvasElement>(null);
  const playhead = useRef<HTMLDivElement>(null);
  const opened = useEditorState((state) => state.opened);
  useEffect(() => {
    if (!opened || !root.current || !wave.current || !tints.current || !hits.current || !playhead.current) return undefined;
    return mountOverview(
      { root: root.current, wave: wave.current, tints: tints.current, hits: hits.current, playhead: playhead.current },
      opened,
      editor,
    );
  }, [editor, opened]);
  return (
    <div
      ref={root}
      className={styles.overview}
      data-hover="whole"
      role="slider"
      tabIndex={0}
      aria-label="Visible range"
      aria-valuemin={0}
      aria-valuemax={0}
      aria-valuenow={0}
    >
      <canvas ref={tints} className={styles.tints} />
      <div ref={wave} className={styles.wave} />
      <canvas ref={hits} className={styles.hits} />
      <div ref={playhead} className={styles.playhead} />
    </div>
  );
}
