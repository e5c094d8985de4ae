import type { Range } from '#core/lib/ranges.ts';
import { type TimeScale, timeToPx } from './time-scale.ts';

/** A stretch of a strip, in CSS pixels. */
export interface PxSpan {
  readonly left: number;
  readonly right: number;
}

/**
 * What ranges cover of the part of a strip that is in sight, each at least `minPx` wide. Those that overlap or touch are
 * one, so however many there are, no more are drawn than fit. `ranges` are in order of their starts.
 */
export function coveredSpans(ranges: readonly Range[], scale: TimeScale, minPx: number): readonly PxSpan[] {
  const { viewport, widthPx } = scale;
  const spans: PxSpan[] = [];
  let span: { left: number; right: number } | undefined;
  for (const { start, end } of ranges) {
    if (start > viewport.end) break;
    if (end < viewport.start) continue;
    const left = Math.max(timeToPx(scale, start), 0);
    const right = Math.max(Math.min(timeToPx(scale, end), widthPx), left + minPx);
    if (span && left <= span.right) {
      span.right = Math.max(span.right, right);
    } else {
      span = { left, right };
      spans.push(span);
    }
  }
  return spans;
}
