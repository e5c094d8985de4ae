import { type SourceTime, sourceTime } from '../../cast/time.ts';
import { lowerBound } from '../../lib/binary-search.ts';
import { firstEndingAfter } from '../../lib/ranges.ts';
import type { EditSettings } from '../../plan/edit-settings.ts';
import type { Plan } from '../../plan/plan.ts';
import type { TimeMap } from '../../plan/time-map.ts';
import { MAX_FLASHES_PER_SECOND, type Moment } from '../analysis.ts';
import { steadyFactor } from '../flash-rule.ts';
import type { FreeTime } from './free-time.ts';

/** What is shown of a recording so that a moment can be read: it appears in [start, time), and stands in [time, end) at factor 1. */
export interface Showing {
  readonly moment: Moment;
  /** The free range that it lies in, by its index. */
  readonly range: number;
  readonly start: SourceTime;
  /** How fast it appears. */
  readonly leadFactor: number;
  readonly time: SourceTime;
  readonly end: SourceTime;
  /** How long the screen is held at `time`, where what was recorded does not stand long enough. */
  readonly holdMicros: number;
  /** Of one that is read on the last screen: how long that has to be seen from `time` on. */
  readonly onLastScreenMicros: number;
}

/** Whatever a showing depends on but the moment itself. */
export interface Stage {
  readonly pins: Plan;
  /** Of the pins alone. */
  readonly pinMap: TimeMap;
  readonly free: FreeTime;
  readonly settings: EditSettings;
  /** Result times of the flashes, without edits but the user's, and their source times. */
  readonly flashTimes: Float64Array;
  readonly flashResults: Float64Array;
}

/** A text appears within this time of the result; of what took longer only the end is seen, or it is typed faster. */
const LEAD_MICROS = 1_000_000;
const TYPED_MICROS = 1_500_000;
const FASTEST_TYPING = 8;

/** The last text is read where it appears if no more than this of what follows has to be shown for it; else on the last screen. */
const NEAR_END_MICROS = 1_000_000;

/** Shorter holds are not seen. */
export const SHORTEST_HOLD_MICROS = 20_000;

/**
 * How a moment is shown in the time that is free. `seen`: the user's own edits show it long enough. Undefined: they leave
 * no time in which it could be. `isLast`: it is what the last screen shows.
 */
export function showingOf(moment: Moment, stage: Stage, isLast: boolean): Showing | 'seen' | undefined {
  const { pins, pinMap, free, settings } = stage;
  if (free.lastInstant === undefined || moment.time > free.lastInstant) return undefined;
  if (isDropped(moment, pins)) return undefined;

  const index = rangeAfter(free, moment.time);
  const range = free.ranges[index];
  const standsToEnd = moment.goneAt >= free.end;
  const goneAt = sourceTime(Math.min(moment.goneAt, free.end));
  const seenUntil = sourceTime(Math.max(moment.time, Math.min(goneAt, range?.start ?? free.end)));
  const seenBefore = resultUntil(pinMap, seenUntil, range === undefined && standsToEnd) - pinMap.toResult(moment.time);
  const wanted = moment.readingMicros - seenBefore;
  if (wanted <= 0) return 'seen';
  if (range === undefined || goneAt <= range.start) return undefined;

  const time = sourceTime(Math.max(moment.time, range.start));
  if (isLast && free.lengthOf(time, free.end) > wanted + NEAR_END_MICROS) {
    return { moment, range: index, start: time, leadFactor: 1, time, end: time, holdMicros: 0, onLastScreenMicros: wanted };
  }
  const readUntil = sourceTime(Math.min(goneAt, range.end, free.after(time, Math.ceil(wanted))));
  const nextStart = free.ranges[index + 1]?.start ?? free.end;
  const seenAfter =
    readUntil === range.end && goneAt > range.end
      ? pinMap.toResult(sourceTime(Math.min(goneAt, nextStart))) - pinMap.toResult(range.end)
      : 0;
  const isHeldAtEnd = standsToEnd && readUntil === free.end;
  const missing = isHeldAtEnd ? 0 : wanted - free.lengthOf(time, readUntil) - seenAfter;

  const { start, factor } = time > moment.time ? { start: time, factor: 1 } : leadOf(moment, stage, range.start);
  const margined = Math.max(readUntil + settings.marginAfterMicros, factor > 1 ? 0 : start + settings.shortestKeptMicros);
  const end = sourceTime(Math.min(range.end, margined));
  return {
    moment,
    range: index,
    start: factor > 1 ? start : sourceTime(Math.max(range.start, Math.min(start, end - settings.shortestKeptMicros))),
    leadFactor: factor,
    time,
    end,
    holdMicros: missing >= SHORTEST_HOLD_MICROS ? Math.ceil(missing) : 0,
    onLastScreenMicros: isHeldAtEnd ? wanted : 0,
  };
}

/** Whether a cut takes something of the moment away for good. */
function isDropped({ start, time }: Moment, { cuts }: Plan): boolean {
  for (let index = firstEndingAfter(cuts, start); (cuts[index]?.start ?? Number.POSITIVE_INFINITY) <= time; index++) {
    if (cuts[index]?.mode === 'drop') return true;
  }
  return false;
}

/** From where on, and how fast, a moment is seen to appear: typing as a whole if it can be, of output the end. */
function leadOf(moment: Moment, { free, settings, flashTimes, flashResults }: Stage, earliest: SourceTime) {
  const start = sourceTime(Math.max(earliest, moment.start - settings.marginBeforeMicros));
  const clipped = (micros: number) => sourceTime(Math.max(start, Math.ceil(moment.time - micros)));
  const isTyped = moment.kind === 'prompt' || moment.kind === 'command';
  if (!isTyped) return { start: clipped(LEAD_MICROS + settings.marginBeforeMicros), factor: 1 };
  const [from, to] = [lowerBound(flashTimes, start), lowerBound(flashTimes, moment.time)];
  const steady = steadyFactor(flashResults, from, to, MAX_FLASHES_PER_SECOND - 1);
  const wanted = Math.min(FASTEST_TYPING, settings.maxFactor, steady, free.lengthOf(start, moment.time) / TYPED_MICROS);
  const factor = Math.max(1, Math.floor(wanted * 10) / 10);
  return { start: clipped(TYPED_MICROS * factor), factor };
}

const resultUntil = (map: TimeMap, instant: SourceTime, withEnd: boolean): number => (withEnd ? map.resultDuration : map.toResult(instant));

/** The first free range that is not over at an instant; at the end of the recording the one that leads up to it. */
function rangeAfter({ ranges, end }: FreeTime, instant: SourceTime): number {
  const isAtEnd = instant === end && ranges.at(-1)?.end === end;
  return isAtEnd ? ranges.length - 1 : firstEndingAfter(ranges, instant);
}
