import type { Recording } from '../../cast/recording.ts';
import type { SourceTime } from '../../cast/time.ts';
import { lowerBound, upperBound } from '../../lib/binary-search.ts';
import { firstEndingAfter, type Range } from '../../lib/ranges.ts';
import type { Cut, Plan, SpeedRegion } from '../../plan/plan.ts';
import { createTimeMap, type TimeMap } from '../../plan/time-map.ts';

/** How long things last in a result, and how much of that a cut takes away. In microseconds of it, without holds. */
export interface Lasting {
  readonly map: TimeMap;
  of(range: Range<SourceTime>): number;
  savedBy(cut: Range<SourceTime>): number;
}

/** As the plan has it. */
export function lastingIn(recording: Recording, plan: Plan): Lasting {
  const map = createTimeMap(recording, { ...plan, holds: [] });
  const of = ({ start, end }: Range<SourceTime>) => map.toResult(end) - map.toResult(start);
  return { map, of, savedBy: typeof plan.idleCapMicros === 'number' ? (cut) => savedUnderCap(recording, plan, cut) : of };
}

/**
 * As the plan would have it, had nothing been cut or sped up, and no less than that saved by a cut that is made. Whether
 * something is worth suggesting is told by this: it stays the same whatever is accepted beside it.
 */
export function leastLasting(recording: Recording, { speedRegions, idleCapMicros }: Plan): Lasting {
  const slow = { cuts: [], speedRegions: speedRegions.filter(({ factor }) => factor < 1), holds: [], redactions: [] };
  const uncapped = createTimeMap(recording, slow);
  const of = (map: TimeMap, start: number, end: number) => map.toResult(end as SourceTime) - map.toResult(start as SourceTime);
  if (typeof idleCapMicros !== 'number') {
    const lasting = ({ start, end }: Range<SourceTime>) => of(uncapped, start, end);
    return { map: uncapped, of: lasting, savedBy: lasting };
  }
  const map = createTimeMap(recording, { ...slow, idleCapMicros });
  const { times } = recording.events;
  return {
    map,
    of: ({ start, end }) => of(map, start, end),
    savedBy({ start, end }) {
      // The pause in which the cut ends begins again there.
      const next = times[lowerBound(times, end)] ?? end;
      return of(map, start, end) - (of(uncapped, end, Math.min(next, end + idleCapMicros)) - of(map, end, next));
    },
  };
}

/**
 * What a cut saves, under a cap that counts pauses anew on both its sides: measured between the events around it that stay,
 * since before and after those it changes nothing.
 */
function savedUnderCap(recording: Recording, plan: Plan, cut: Range<SourceTime>): number {
  const { times } = recording.events;
  let before = lowerBound(times, cut.start) - 1;
  for (let around = cutAround(plan.cuts, times[before]); around; around = cutAround(plan.cuts, times[before])) {
    before = lowerBound(times, around.start) - 1;
  }
  let after = lowerBound(times, cut.end);
  for (let around = cutAround(plan.cuts, times[after]); around; around = cutAround(plan.cuts, times[after])) {
    after = lowerBound(times, around.end);
  }
  // With one instant more, so that no cut reaches the end that did not.
  const timeOf = (index: number): number => times[index] ?? Number.POSITIVE_INFINITY;
  const from = Math.max(0, before);
  const to = upperBound(times, timeOf(upperBound(times, timeOf(after))));
  const range = { start: times[from] ?? 0, end: (times[to - 1] ?? 0) + 1 };
  const part = { events: eventsWithin(recording, from, to) };
  const cuts = within(plan.cuts, range);
  const bare = { ...plan, speedRegions: within<SpeedRegion>(plan.speedRegions, range), holds: [] };
  const index = firstEndingAfter(cuts, cut.start);
  const withCut = [...cuts.slice(0, index), { ...cut, mode: 'jump' as const }, ...cuts.slice(index)];
  return createTimeMap(part, { ...bare, cuts }).resultDuration - createTimeMap(part, { ...bare, cuts: withCut }).resultDuration;
}

function cutAround(cuts: readonly Cut[], instant: number | undefined): Cut | undefined {
  if (instant === undefined) return undefined;
  const cut = cuts[firstEndingAfter(cuts, instant)];
  return cut && cut.start <= instant ? cut : undefined;
}

const within = <R extends Range>(ranges: readonly R[], { start, end }: Range): readonly R[] =>
  ranges.slice(firstEndingAfter(ranges, start), firstEndingAfter(ranges, end) + 1);

function eventsWithin({ events }: Recording, from: number, to: number): Recording['events'] {
  return {
    length: to - from,
    times: events.times.subarray(from, to),
    codes: events.codes.subarray(from, to),
    timeStarts: events.timeStarts.subarray(from, to),
    lineEnds: events.lineEnds.subarray(from, to),
  };
}
