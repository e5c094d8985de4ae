import { type Ref, useEffect, useRef } from 'react';
import { useEditor, useEditorState } from '../editor-context.tsx';
import styles from './Overview.module.css';
import { mountOverview } from './overview-view.ts';

/**
 * The whole recording in small. Its window is what the lane shows: a slider whose keys pan it, between two whose keys
 * move its sides. The pointer has wavesurfer's own; these are for the keyboard.
 */
export function Overview() {
  const editor = useEditor();
  const root = useRef<HTMLDivElement>(null);
  const wave = useRef<HTMLDivElement>(null);
  const tints = useRef<HTMLCanvasElement>(null);
  const hits = useRef<HTMLCanvasElement>(null);
  const playhead = useRef<HTMLDivElement>(null);
  const start = useRef<HTMLDivElement>(null);
  const range = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const opened = useEditorState((state) => state.opened);
  useEffect(() => {
    if (!opened || !root.current || !wave.current || !tints.current || !hits.current || !playhead.current) return undefined;
    if (!start.current || !range.current || !end.current) return undefined;
    const sliders = { start: start.current, range: range.current, end: end.current };
    return mountOverview(
      { root: root.current, wave: wave.current, tints: tints.current, hits: hits.current, playhead: playhead.current, sliders },
      opened,
      editor,
    );
  }, [editor, opened]);
  return (
    <div ref={root} className={styles.overview} data-hover="whole">
      <div className={styles.pictures} aria-hidden="true">
        <canvas ref={tints} className={styles.tints} />
        <div ref={wave} className={styles.wave} />
        <canvas ref={hits} className={styles.hits} />
      </div>
      <div ref={playhead} className={styles.playhead} />
      <WindowSlider ref={start} className={styles.side} name="Start of view" />
      <WindowSlider ref={range} className={styles.range} name="Visible range" />
      <WindowSlider ref={end} className={styles.side} name="End of view" />
    </div>
  );
}

interface WindowSliderProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly className: string | undefined;
  readonly name: string;
}

function WindowSlider({ ref, className, name }: WindowSliderProps) {
  return (
    <div
      ref={ref}
      className={className}
      role="slider"
      tabIndex={0}
      aria-label={name}
      aria-valuemin={0}
      aria-valuemax={0}
      aria-valuenow={0}
    />
  );
}
