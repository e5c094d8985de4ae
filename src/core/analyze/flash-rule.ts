import { MICROS_PER_SECOND } from '../cast/time.ts';
import { MAX_FLASHES_PER_SECOND } from './analysis.ts';

/**
 * The highest factor at which no second of the result shows more than `allowed` of the flashes [from, to); infinite where
 * there are not that many. `times` are in order, in microseconds of the result as it were at factor 1. Below 1 they are
 * more than that already as recorded.
 */
export function steadyFactor(times: Float64Array, from: number, to: number, allowed: number): number {
  let narrowest = Number.POSITIVE_INFINITY;
  for (let index = from; index + allowed < to; index++) {
    narrowest = Math.min(narrowest, (times[index + allowed] as number) - (times[index] as number));
  }
  return narrowest / MICROS_PER_SECOND;
}

/** The indices of those of the flashes, in order of their result times, that are one too many within a second. */
export function surplusFlashes(times: ArrayLike<number>): number[] {
  const surplus: number[] = [];
  for (let index = MAX_FLASHES_PER_SECOND; index < times.length; index++) {
    const isWithinSecond = (times[index] as number) - (times[index - MAX_FLASHES_PER_SECOND] as number) < MICROS_PER_SECOND;
    if (isWithinSecond) surplus.push(index);
  }
  return surplus;
}
