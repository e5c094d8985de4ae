import type { SourceTime } from '../../cast/time.ts';
import type { Appearances } from '../lines/appearances.ts';
import type { Candidate } from './candidates.ts';
import { plainLine, shortened } from './line-text.ts';

/** Before all but the first prompt and a final answer that says a lot. */
const WORTH = 0.97;

/** A prompt that waits is no news. */
const MIN_WORDS = 3;

/** Where something has ticked for longer, what it says in the end is what one is left with. */
const MAX_TICKING_MICROS = 10_000_000;

/** The screen that a viewer is left with, since it changed last in a way that can be read. Undefined where none ever had text. */
export function findLastScreen(appearances: Appearances, shown: readonly Candidate[], duration: SourceTime): Candidate | undefined {
  const last = findLastChange(appearances);
  if (last < 0) return undefined;
  const time = appearances.startOf(last);
  const told = shown.findLast(
    ({ kind, goneAt, words }) => (goneAt > time || goneAt === duration) && words >= MIN_WORDS && kind !== 'command',
  );
  const isNews = told !== undefined && told.time >= time;
  return {
    kind: 'end',
    start: isNews ? told.start : time,
    time,
    goneAt: duration,
    isKept: true,
    text: told?.text ?? shortened(plainLine(appearances.textAt(last))),
    reason: 'last screen',
    worth: [WORTH, WORTH],
    words: isNews ? told.words : 0,
    novelWords: 0,
    standMicros: duration - time,
  };
}

/** Before what only ticks, unless that is all there is to see for a while; −1 where there never was a line. */
function findLastChange(appearances: Appearances): number {
  const last = appearances.length - 1;
  const isTicking = (index: number): boolean => appearances.noveltyOf(index) === 'ticking';
  const isRecent = (index: number): boolean => appearances.startOf(last) - appearances.startOf(index) <= MAX_TICKING_MICROS;
  let change = last;
  while (change >= 0 && isTicking(change) && isRecent(change)) change -= 1;
  return change >= 0 && isRecent(change) ? change : last;
}
