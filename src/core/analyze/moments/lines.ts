import type { SourceTime } from '../../cast/time.ts';
import type { Appearances } from '../lines/appearances.ts';

/** A line on the screen through all its changes: what grows or ticks is still the line that it was. */
export interface Lines {
  /** By appearance: the number of its line. */
  readonly lineOf: Int32Array;
  /** By line: when it left the screen, or made way for another one. */
  readonly ends: Float64Array;
}

/** So many appearances are followed in a step. */
const STEP = 65_536;

/** Yields at which appearance it is. */
export function* followLines(appearances: Appearances): Generator<number, Lines, void> {
  const lineOf = new Int32Array(appearances.length);
  const ends = new Float64Array(appearances.length);
  let count = 0;
  for (let index = 0; index < appearances.length; index++) {
    if (index % STEP === STEP - 1) yield index;
    const line = goesOn(appearances, index) ? (lineOf[appearances.originOf(index)] as number) : count++;
    lineOf[index] = line;
    ends[line] = Math.max(ends[line] as number, appearances.endOf(index));
  }
  return { lineOf, ends: ends.subarray(0, count) };
}

/** A line that is drawn anew, or from which something is taken back, has gone first. */
function goesOn(appearances: Appearances, index: number): boolean {
  const novelty = appearances.noveltyOf(index);
  return (novelty === 'grown' || novelty === 'ticking') && appearances.originOf(index) >= 0;
}

/** The index of the first appearance from a time on. */
export function firstFrom(appearances: Appearances, time: SourceTime): number {
  let low = 0;
  let high = appearances.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (appearances.startOf(middle) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
