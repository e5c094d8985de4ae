import { speakTime } from '#core/cast/format-time.ts';
import { MICROS_PER_SECOND } from '#core/cast/time.ts';
import { selectDuration } from '#store/selectors.ts';
import type { EditorState } from '#store/state.ts';
import { type TimeScale, timeToPx } from './time-scale.ts';

/** While playing, what is said of the playhead follows in steps of this; the line follows every frame. */
const SPOKEN_STEP_MICROS = 100_000;

const spoken = new WeakMap<HTMLElement, string>();

export function placePlayhead(head: HTMLElement, scale: TimeScale, state: EditorState): void {
  const { playhead, isPlaying } = state;
  const cssX = timeToPx(scale, playhead);
  const isInSight = cssX >= -0.5 && cssX <= scale.widthPx + 0.5;
  // Out of sight it is kept at the edge and only made invisible: hidden, it would lose the focus and its place in the tab order.
  head.style.transform = `translateX(${Math.min(Math.max(cssX, 0), scale.widthPx).toFixed(2)}px)`;
  head.dataset.inSight = String(isInSight);

  const duration = selectDuration(state);
  const said = isPlaying ? Math.floor(playhead / SPOKEN_STEP_MICROS) * SPOKEN_STEP_MICROS : playhead;
  const key = `${said} ${duration}`;
  if (spoken.get(head) === key) return;
  spoken.set(head, key);
  head.setAttribute('aria-valuemax', String(duration / MICROS_PER_SECOND));
  head.setAttribute('aria-valuenow', String(said / MICROS_PER_SECOND));
  head.setAttribute('aria-valuetext', speakTime(said));
}
