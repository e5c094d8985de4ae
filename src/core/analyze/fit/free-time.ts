import { type Recording, recordingDuration } from '../../cast/recording.ts';
import { resultTime, type SourceTime, sourceTime } from '../../cast/time.ts';
import type { Range } from '../../lib/ranges.ts';
import type { Cut, Plan } from '../../plan/plan.ts';
import { createTimeMap, type TimeMap } from '../../plan/time-map.ts';

/** What the user's edits leave to be solved. */
export interface FreeTime {
  /** What none of the user's cuts and speed regions covers, in order. */
  readonly ranges: readonly Range<SourceTime>[];
  /** The end of what the result shows: of the recording, or where the cut begins that reaches it. */
  readonly end: SourceTime;
  /** When the last screen stands, and can be held. Undefined where all is cut. */
  readonly lastInstant: SourceTime | undefined;
  /** How long free time lasts in the result at factor 1: without what the idle cap takes away. */
  lengthOf(start: SourceTime, end: SourceTime): number;
  /** The latest instant of the recording that comes no more than `micros` of the result after another one, at factor 1. */
  after(instant: SourceTime, micros: number): SourceTime;
  /** The same for before. */
  before(instant: SourceTime, micros: number): SourceTime;
  /** Source times, in order, as result times without holds and without edits other than the user's. */
  toResults(times: Float64Array): Float64Array;
}

/** `pinMap`: of all the pins, their holds too. */
export function freeTimeOf(recording: Recording, pins: Plan, pinMap: TimeMap): FreeTime {
  const duration = recordingDuration(recording);
  const map = pins.holds.length > 0 ? createTimeMap(recording, { ...pins, holds: [] }) : pinMap;
  const isCutShort = map.cuts.some((cut) => cut.reachesEnd);
  const end = isCutShort ? endOfShown(pins.cuts, duration) : duration;
  const base = {
    ranges: uncovered([...pins.cuts, ...pins.speedRegions], duration),
    end,
    lastInstant: isCutShort ? (end > 0 ? sourceTime(end - 1) : undefined) : duration,
    toResults(times: Float64Array) {
      const results = new Float64Array(times.length);
      map.toResults(times, 0, times.length, results);
      return results;
    },
  };
  // Without a cap nothing has to be looked up: these are called for every span of the recording.
  if (typeof pins.idleCapMicros !== 'number') {
    return {
      ...base,
      lengthOf: (from, to) => to - from,
      after: (instant, micros) => sourceTime(Math.min(duration, instant + Math.floor(micros))),
      before: (instant, micros) => sourceTime(Math.max(0, instant - Math.floor(micros))),
    };
  }
  return {
    ...base,
    lengthOf: (from, to) => map.toResult(to) - map.toResult(from),
    after: (instant, micros) => map.toSource(resultTime(map.toResult(instant) + micros)),
    before: (instant, micros) => map.toSource(resultTime(map.toResult(instant) - micros)),
  };
}

function uncovered(taken: readonly Range<SourceTime>[], duration: SourceTime): Range<SourceTime>[] {
  const ranges: Range<SourceTime>[] = [];
  let position = sourceTime(0);
  for (const { start, end } of taken.toSorted((one, other) => one.start - other.start)) {
    if (position >= duration) return ranges;
    if (start > position) ranges.push({ start: position, end: sourceTime(Math.min(start, duration)) });
    position = sourceTime(Math.max(position, end));
  }
  if (position < duration) ranges.push({ start: position, end: duration });
  return ranges;
}

/** Where the cuts begin that reach the end of the recording, one touching the other. */
const endOfShown = (cuts: readonly Cut[], duration: SourceTime): SourceTime =>
  cuts.reduceRight((end, cut) => (cut.start <= end && cut.end >= end ? cut.start : end), duration);
