import type { Viewport } from '#store/viewport.ts';
import type { TimeScale } from './time-scale.ts';

/** The window stays this wide, so that it can be taken by the pointer when it shows a second of a day. */
export const MIN_WINDOW_PX = 10;

/** The sides come no nearer to each other by keys: closer looks are for zooming. */
const MIN_WINDOW_MICROS = 10_000;

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

/** How far a key moves a side of the window, in views: arrows by 2 %, with Shift by 10 %, pages by 25 %; Home and End all the way. */
export function sideStepOfKey({ key, shiftKey }: { readonly key: string; readonly shiftKey: boolean }): number | undefined {
  const direction = Math.sign(PAN_KEYS[key] ?? 0);
  if (direction === 0) return undefined;
  if (key === 'Home' || key === 'End') return direction * Number.POSITIVE_INFINITY;
  return direction * (key.startsWith('Page') ? 0.25 : shiftKey ? 0.1 : 0.02);
}

/** The window with a side moved by a share of it, within the whole and not past the other side. */
export function withSide(viewport: Viewport, side: 'start' | 'end', views: number, whole: Viewport): Viewport {
  const leastMicros = Math.min(MIN_WINDOW_MICROS, viewport.end - viewport.start);
  const wanted = viewport[side] + views * (viewport.end - viewport.start);
  return side === 'start'
    ? { start: Math.min(Math.max(wanted, whole.start), viewport.end - leastMicros), end: viewport.end }
    : { start: viewport.start, end: Math.max(Math.min(wanted, whole.end), viewport.start + leastMicros) };
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
