import { resultTime, type SourceTime, sourceTime } from '#core/cast/time.ts';
import type { TimeMap } from '#core/plan/time-map.ts';

/** A time line as something to be played. Positions are microseconds from its start and may have fractions. */
export interface TimeLine {
  readonly durationMicros: number;
  positionOf(time: SourceTime): number;
  /** The latest instant of the recording that is shown at a position. */
  sourceAt(position: number): SourceTime;
}

export const resultLine = (map: TimeMap): TimeLine => ({
  durationMicros: map.resultDuration,
  positionOf: (time) => map.toResult(time),
  sourceAt: (position) => map.toSource(resultTime(position)),
});

export const sourceLine = (durationMicros: number): TimeLine => ({
  durationMicros,
  positionOf: (time) => time,
  sourceAt: (position) => sourceTime(position),
});
