import type { Viewport } from '#store/viewport.ts';

/** How source time lies on a strip of the page: `viewport` from its left edge to its right one, linearly. */
export interface TimeScale {
  readonly viewport: Viewport;
  readonly widthPx: number;
}

/** Microseconds that one CSS pixel shows. */
export const microsPerPx = ({ viewport, widthPx }: TimeScale): number => (viewport.end - viewport.start) / widthPx;

/** Pixels from the strip's left edge; outside of 0…widthPx for what is out of sight. */
export const timeToPx = ({ viewport, widthPx }: TimeScale, time: number): number =>
  ((time - viewport.start) / (viewport.end - viewport.start)) * widthPx;

/** May have a fraction of a microsecond, and lies outside of the recording where the pixel does. */
export const pxToTime = ({ viewport, widthPx }: TimeScale, cssX: number): number =>
  viewport.start + (cssX / widthPx) * (viewport.end - viewport.start);
