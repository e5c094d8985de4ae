import type { Moment } from '#core/analyze/analysis.ts';
import { lowerBound } from '#core/lib/binary-search.ts';
import type { TimeMap } from '#core/plan/time-map.ts';
import { type TimeScale, timeToPx } from '../time-scale.ts';

/** Where a moment is pointed out, or several that are too near to each other to be told apart. */
export interface MomentMark {
  /** CSS pixels from the strip's left edge. */
  readonly cssX: number;
  /** Whether one of them is to be kept before all others. */
  readonly isKept: boolean;
  /** Whether the result shows one of them long enough to be read. */
  readonly isReadable: boolean;
}

/** Moments as the lane needs them, in order of time. */
export interface MomentColumns {
  readonly moments: readonly Moment[];
  readonly times: Float64Array;
}

/** Nearer than this, marks would cover each other. */
const MIN_DISTANCE_PX = 8;

/** How far from a mark one still points at it. */
const REACH_PX = 6;

/** Rounding, and a frame that is shown a little later, take nothing from what can be read. */
const READABLE_SHARE = 0.9;

export const momentColumns = (moments: readonly Moment[]): MomentColumns => ({
  moments,
  times: Float64Array.from(moments, ({ time }) => time),
});

/** Of each moment whether the result shows it for as long as it takes to read. */
export function readableMoments(moments: readonly Moment[], map: TimeMap): readonly boolean[] {
  return moments.map(({ time, goneAt, readingMicros }) => {
    // A hold of the last screen comes after the last instant.
    const gone = goneAt >= map.sourceDuration ? map.resultDuration : map.toResult(goneAt);
    return gone - map.toResult(time) >= readingMicros * READABLE_SHARE;
  });
}

/** The marks in sight. Where several moments share one, it stands at the first of those that are to be kept. */
export function momentMarks({ moments, times }: MomentColumns, readable: readonly boolean[], scale: TimeScale): readonly MomentMark[] {
  const marks: { cssX: number; isKept: boolean; isReadable: boolean }[] = [];
  for (let index = lowerBound(times, scale.viewport.start); index < times.length; index++) {
    const { time, isKept } = moments[index] as Moment;
    if (time > scale.viewport.end) break;
    const cssX = timeToPx(scale, time);
    const isReadable = readable[index] as boolean;
    const last = marks.at(-1);
    if (!last || cssX - last.cssX >= MIN_DISTANCE_PX) {
      marks.push({ cssX, isKept, isReadable });
    } else {
      if (isKept && !last.isKept) last.cssX = cssX;
      last.isKept ||= isKept;
      last.isReadable ||= isReadable;
    }
  }
  return marks;
}

/** The moment that is pointed at: of those within reach the one that the story would miss most. */
export function momentAt({ moments, times }: MomentColumns, time: number, pxMicros: number): Moment | undefined {
  const reach = REACH_PX * pxMicros;
  const near = moments.slice(lowerBound(times, time - reach), lowerBound(times, time + reach));
  return near.reduce<Moment | undefined>((best, moment) => (best && isBefore(best, moment) ? best : moment), undefined);
}

const isBefore = (one: Moment, other: Moment): boolean => (one.isKept === other.isKept ? one.score >= other.score : one.isKept);
