import { useEffect, useRef } from 'react';
import { useEditor } from '../../editor-context.tsx';
import styles from './Filmstrip.module.css';
import { mountFilmstrip } from './filmstrip-view.ts';

/** The screens along the lane in small. What they show is said by the preview and found by searching. */
export function Filmstrip() {
  const editor = useEditor();
  const strip = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (!strip.current || !canvas.current) return undefined;
    return mountFilmstrip(strip.current, canvas.current, editor);
  }, [editor]);
  return (
    <div ref={strip} className={styles.filmstrip} aria-hidden="true" data-testid="filmstrip" data-hover="visible">
      <canvas ref={canvas} className={styles.canvas} />
    </div>
  );
}
