import type { Gaps } from '#core/analyze/gaps.ts';
import { type SourceTime, sourceTime } from '#core/cast/time.ts';
import { lowerBound } from '#core/lib/binary-search.ts';

/** How far something attracts what is dragged. */
const SNAP_PX = 8;

/** Changes of the screen closer together than this attract nothing: snapping to one of many would be noise. */
const MIN_STEP_DISTANCE_PX = 3;

/** What a dragged edge may snap to, in source time; every list is sorted. */
export interface SnapTargets {
  /** Changes of the screen. */
  readonly stepTimes: ArrayLike<number>;
  readonly waiting: Gaps;
  /** Edges of regions, holds, markers, the playhead, the ends of the recording. */
  readonly fixed: readonly ArrayLike<number>[];
}

/** The attracting instant nearest to `time` and within reach; null where none is, and then `time` stays as it is. */
export function snap(time: number, targets: SnapTargets, pxMicros: number): SourceTime | null {
  const reach = SNAP_PX * pxMicros;
  let best: number | null = null;
  const consider = (sorted: ArrayLike<number>) => {
    const at = nearest(sorted, time);
    if (at !== undefined && Math.abs(at - time) <= reach && (best === null || Math.abs(at - time) < Math.abs(best - time))) best = at;
  };
  targets.fixed.forEach(consider);
  consider(targets.waiting.starts);
  consider(targets.waiting.ends);
  if (!isCrowded(targets.stepTimes, time, reach)) consider(targets.stepTimes);
  return best === null ? null : sourceTime(best);
}

function isCrowded(stepTimes: ArrayLike<number>, time: number, reach: number): boolean {
  const from = lowerBound(stepTimes, time - reach);
  const count = lowerBound(stepTimes, time + reach, from) - from;
  // Those of the same instant are one target, however many there are.
  return count > (2 * SNAP_PX) / MIN_STEP_DISTANCE_PX && (stepTimes[from] as number) < (stepTimes[from + count - 1] as number);
}

/** The element nearest to `value`; undefined where there is none. */
function nearest(sorted: ArrayLike<number>, value: number): number | undefined {
  const index = lowerBound(sorted, value);
  const after = sorted[index];
  const before = sorted[index - 1];
  if (after === undefined || before === undefined) return after ?? before;
  return value - before <= after - value ? before : after;
}
