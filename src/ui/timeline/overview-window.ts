import type { Viewport } from '#store/viewport.ts';
import type { TimeScale } from './time-scale.ts';

/** The window stays this wide, so that it can be taken by the pointer when it shows a second of a day. */
export const MIN_WINDOW_PX = 10;

/** The viewport as the overview shows it: widened to what can be taken by the pointer, within the whole. */
export function shownWindow(viewport: Viewport, { viewport: whole, widthPx }: TimeScale): Viewport {
  const span = whole.end - whole.start;
  const least = Math.min((span / widthPx) * MIN_WINDOW_PX, span);
  if (viewport.end - viewport.start >= least) return viewport;
  const start = Math.min(Math.max((viewport.start + viewport.end - least) / 2, whole.start), whole.end - least);
  return { start, end: start + least };
}

/** The same span around another instant; may reach over the ends of the recording. */
export function centred({ start, end }: Viewport, time: number): Viewport {
  const half = (end - start) / 2;
  return { start: time - half, end: time + half };
}

/** How many views a key pans by; Home and End go all the way. Undefined for a key that means nothing here. */
export function panOfKey(key: string): number | undefined {
  return PAN_KEYS[key];
}

const PAN_KEYS: Readonly<Record<string, number>> = {
  ArrowLeft: -0.1,
  ArrowDown: -0.1,
  ArrowRight: 0.1,
  ArrowUp: 0.1,
  PageDown: -1,
  PageUp: 1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};
