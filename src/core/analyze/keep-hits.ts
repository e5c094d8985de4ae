import { type SourceTime, sourceTime } from '../cast/time.ts';
import type { Range } from '../lib/ranges.ts';

/** What is kept of a recording and what is cut of it, each in order and apart. Together they are all of it. */
export interface Keeping {
  readonly moments: readonly Range<SourceTime>[];
  readonly cuts: readonly Range<SourceTime>[];
}

/** Seen before a hit appears: enough to know where one is. */
const LEAD_MICROS = 1_500_000;

/** Seen of a hit that stays: enough to read its line. */
const READING_MICROS = 3_000_000;

/** What lies between two moments is kept too where it is shorter: a jump over so little would only flicker. */
const SHORTEST_CUT_MICROS = 2_000_000;

/**
 * Keeps the moments in which hits appear, and cuts the rest. `hits` are in order of their starts. Without any nothing is
 * left to keep, so nothing is cut either.
 */
export function keepHits(hits: readonly Range<SourceTime>[], duration: SourceTime): Keeping {
  const moments: Range<SourceTime>[] = [];
  const cuts: Range<SourceTime>[] = [];
  let moment: { start: SourceTime; end: SourceTime } | undefined;
  for (const hit of hits) {
    const start = sourceTime(Math.max(0, hit.start - LEAD_MICROS));
    const end = sourceTime(Math.min(hit.end, hit.start + READING_MICROS, duration));
    const gapStart = moment?.end ?? sourceTime(0);
    if (start - gapStart >= SHORTEST_CUT_MICROS) {
      if (moment) moments.push(moment);
      cuts.push({ start: gapStart, end: start });
      moment = { start, end };
    } else {
      moment = { start: moment?.start ?? sourceTime(0), end: sourceTime(Math.max(gapStart, end)) };
    }
  }
  if (!moment) return { moments: [{ start: sourceTime(0), end: duration }], cuts };
  if (duration - moment.end >= SHORTEST_CUT_MICROS) cuts.push({ start: moment.end, end: duration });
  else moment.end = duration;
  moments.push(moment);
  return { moments, cuts };
}
