import { type SourceTime, sourceTime } from '../../cast/time.ts';
import { lowerBound } from '../../lib/binary-search.ts';
import type { Range } from '../../lib/ranges.ts';
import { SHORTEST_BRIDGE_MICROS } from './allot.ts';
import { type GapPart, worthOf } from './gap.ts';
import type { Stage } from './showing.ts';

/** Something that is played, and for how long. */
export interface Played extends Range<SourceTime> {
  /** How long it lasts at factor 1. */
  readonly micros: number;
  /** How long it is played. */
  readonly wantedMicros: number;
  readonly highestFactor: number;
}

/** In a second of what is played: leaves room for the seams on both sides, which may change the whole screen too. */
export const FLASHES_IN_PART = 1;

/** How much less may be played where that spares one of two cuts. */
const ONE_CUT_BONUS = 1.5;

/**
 * The part of a gap that is most worth playing without flashing, for `wantedMicros` or less, at `leastFactor` or more: as
 * much of it as can be, rather output than waiting, and rather at an end of the gap than in its middle. Undefined where there
 * is nothing to see that does not flash.
 */
export function calmWindow(
  gap: GapPart,
  wantedMicros: number,
  leastFactor: number,
  { free, settings, flashTimes }: Stage,
): Played | undefined {
  const worthUntil = worthWithin(gap);
  let best: Played | undefined;
  let bestWorth = 0;

  function consider(from: SourceTime, to: SourceTime): void {
    const { start, end } = withoutCrumbs({ start: from, end: to }, gap, settings.shortestCutMicros);
    const micros = free.lengthOf(start, end);
    const playedMicros = Math.min(wantedMicros, micros / leastFactor);
    if (start >= end || playedMicros < SHORTEST_BRIDGE_MICROS) return;
    const isAtEnd = start === gap.start || end === gap.end;
    const worth = (worthUntil(end) - worthUntil(start)) * (playedMicros / wantedMicros) * (isAtEnd ? ONE_CUT_BONUS : 1);
    if (worth <= bestWorth) return;
    best = { start, end, micros, wantedMicros: playedMicros, highestFactor: settings.maxFactor };
    bestWorth = worth;
  }

  const longest = wantedMicros * settings.maxFactor;
  for (const { start, end } of livelyRanges(gap)) {
    const from = lowerBound(flashTimes, start);
    const to = lowerBound(flashTimes, end, from);
    // Each stretch that is as long as can be without one flash too many.
    for (let first = from; first === from || first + FLASHES_IN_PART <= to; first++) {
      const calmFrom = first === from ? start : sourceTime((flashTimes[first - 1] as number) + 1);
      const calmTo = first + FLASHES_IN_PART < to ? sourceTime(flashTimes[first + FLASHES_IN_PART] as number) : end;
      if (calmTo - calmFrom < SHORTEST_BRIDGE_MICROS * leastFactor) continue;
      // The later one first: of what is worth the same, what leads up to the next moment.
      consider(sourceTime(Math.max(calmFrom, free.before(calmTo, longest))), calmTo);
      consider(calmFrom, sourceTime(Math.min(calmTo, free.after(calmFrom, longest))));
    }
  }
  return best;
}

/** What is left of a gap without its silences, which are no part of what is played fast. */
function livelyRanges({ segments }: GapPart): Range<SourceTime>[] {
  const ranges: Range<SourceTime>[] = [];
  for (const segment of segments) {
    if (worthOf(segment) === 0) continue;
    const last = ranges.at(-1);
    if (last?.end === segment.start) ranges[ranges.length - 1] = { start: last.start, end: segment.end };
    else ranges.push({ start: segment.start, end: segment.end });
  }
  return ranges;
}

/** A range without what would leave too little for a cut before it or after it. */
export function withoutCrumbs(range: Range<SourceTime>, { start, end }: Range<SourceTime>, shortestMicros: number): Range<SourceTime> {
  const isCrumb = (micros: number) => micros > 0 && micros < shortestMicros;
  return {
    start: isCrumb(range.start - start) ? sourceTime(start + shortestMicros) : range.start,
    end: isCrumb(end - range.end) ? sourceTime(end - shortestMicros) : range.end,
  };
}

/** How much there is to see from the start of a gap on. */
function worthWithin({ segments }: GapPart): (instant: SourceTime) => number {
  const starts = Float64Array.from(segments, ({ start }) => start);
  const before = new Float64Array(segments.length + 1);
  for (const [index, segment] of segments.entries()) {
    before[index + 1] = (before[index] as number) + (segment.end - segment.start) * worthOf(segment);
  }
  return (instant) => {
    const index = lowerBound(starts, instant) - 1;
    const segment = segments[index];
    if (segment === undefined) return 0;
    return (before[index] as number) + (Math.min(instant, segment.end) - segment.start) * worthOf(segment);
  };
}
