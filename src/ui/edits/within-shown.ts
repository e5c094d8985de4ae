import type { Range } from '#core/lib/ranges.ts';

/** Times are shown in tenths of a second. */
const SHOWN_ROUNDING_MICROS = 50_000;

/**
 * A typed time that is beyond a bound by no more than what is shown is rounded by is that bound: the time of a neighbour,
 * typed as one reads it, is the neighbour's.
 */
export function withinShown(micros: number, { start, end }: Range): number {
  if (micros < start && micros >= start - SHOWN_ROUNDING_MICROS) return start;
  if (micros > end && micros <= end + SHOWN_ROUNDING_MICROS) return end;
  return micros;
}
