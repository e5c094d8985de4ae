import type { Range } from '#core/lib/ranges.ts';
import { clampViewport, type Viewport } from '#store/viewport.ts';

/** A range that takes at least this share of the lane is seen as it is. */
const ENOUGH_SHARE = 0.15;

/** What takes more of it leaves no room for what is around. */
const MOST_SHARE = 0.8;

/** Shows a range and as much again on both sides; not at all otherwise where it is well in sight already. */
export function lookAt(viewport: Viewport, range: Range, durationMicros: number): Viewport {
  const length = range.end - range.start;
  const share = length / (viewport.end - viewport.start);
  const isInSight = range.start >= viewport.start && range.end <= viewport.end;
  if (isInSight && share >= ENOUGH_SHARE && share <= MOST_SHARE) return viewport;
  return clampViewport({ start: range.start - length, end: range.end + length }, durationMicros);
}
