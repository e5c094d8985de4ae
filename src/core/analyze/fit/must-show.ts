import type { Recording } from '../../cast/recording.ts';
import { sourceTime } from '../../cast/time.ts';
import type { Plan } from '../../plan/plan.ts';
import { createTimeMap } from '../../plan/time-map.ts';
import type { Analysis } from '../analysis.ts';
import { editsFor, withEdits } from './edits.ts';
import { heldMicros, type LastScreen, lastScreenOf } from './last-screen.ts';
import type { Stage } from './showing.ts';
import { grant, type Wish } from './shown.ts';

/** What is shown whatever is chosen: the last screen, and around each hold of the user, which a cut would undo. */
export function mustShow({ pins, free, settings }: Stage, last: LastScreen): Wish[] {
  const around = Math.ceil(settings.shortestKeptMicros / 2);
  const wishes = pins.holds.flatMap(({ at }): Wish[] => {
    const range = free.ranges.findIndex(({ start, end }) => start <= at && at < end);
    const within = free.ranges[range];
    if (within === undefined) return [];
    const start = sourceTime(Math.max(within.start, at - around));
    const end = sourceTime(Math.min(within.end, at + Math.max(1, around)));
    return [{ start, end, factor: 1, range, rank: -1 }];
  });
  if (last.wish !== undefined) wishes.push(last.wish);
  return wishes.sort((one, other) => one.start - other.start);
}

/**
 * How long a result lasts at least, for the user's edits or the same at other speeds: with what must be shown, and the last
 * screen for a moment. All the rest is cut.
 */
export function leastResult(recording: Recording, stage: Stage, analysis: Analysis): (pins: Plan) => number {
  const { free, settings } = stage;
  const last = lastScreenOf(stage, analysis, 0);
  const { parts } = grant(mustShow(stage, last), -1, free.ranges, settings);
  const edits = editsFor(free.ranges, parts, []);
  const held = heldMicros(last, [], stage);
  return (pins) => {
    const longest = (pins === stage.pins ? stage.pinMap : createTimeMap(recording, pins)).resultDuration;
    return Math.min(longest, createTimeMap(recording, withEdits(pins, edits)).resultDuration + held);
  };
}
