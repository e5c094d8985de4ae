import type { Ref } from 'react';
import styles from './HoverCard.module.css';

interface HoverCardProps {
  readonly card: Ref<HTMLDivElement>;
  readonly canvas: Ref<HTMLCanvasElement>;
  readonly time: Ref<HTMLElement>;
  readonly result: Ref<HTMLElement>;
  readonly story: Ref<HTMLParagraphElement>;
}

/**
 * A picture of the screen above what is pointed at. For eyes only: who works by keyboard sees that screen in the
 * preview, which follows the playhead and every handle.
 */
export function HoverCard({ card, canvas, time, result, story }: HoverCardProps) {
  return (
    <div ref={card} className={styles.card} hidden aria-hidden="true" data-testid="thumbnail" data-picture="unknown">
      <div className={styles.picture}>
        <canvas ref={canvas} className={styles.canvas} />
      </div>
      <p className={styles.note}>Not indexed yet</p>
      <p className={styles.text}>
        <b ref={time} />
        <span ref={result} className={styles.result} />
      </p>
      <p ref={story} className={styles.story} hidden />
    </div>
  );
}
