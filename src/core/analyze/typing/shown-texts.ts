import type { TypingRun } from '../analysis.ts';
import type { Appearances } from '../lines/appearances.ts';
import { DIGIT, kindOf } from '../lines/characters.ts';
import { firstFrom } from '../moments/lines.ts';

/** From a key to what it makes appear, also far away. */
const ECHO_MICROS = 1_200_000;

/** A longer line may stand on several lines of a box: each of its words is looked for by itself. */
const MAX_LINE = 40;

/** So much of one run is looked for on so many lines of the screen, and no more: what is not found by then is not told. */
const MAX_COMPARISONS = 200_000;

/** Lines with the same text are one on the screen: so far back one is looked for that what was typed has become. */
const MAX_BACK = 1000;

const STEP = 16_384;

/**
 * Typing runs with no text that could not be seen. What was typed and not shown is a password more often than anything else,
 * and an analysis is handed on: so of the lines of a text those are left that appeared on the screen while they were typed, or
 * right after. Yields how many runs are done.
 */
export function* shownTexts(appearances: Appearances, runs: readonly TypingRun[]): Generator<number, TypingRun[], void> {
  const shown: TypingRun[] = [];
  let looked = 0;
  for (const [index, run] of runs.entries()) {
    if (run.from === 'echo' || run.text === '') {
      shown.push(run);
      continue;
    }
    const { hidden, comparisons } = findHidden(appearances, run);
    shown.push({ ...run, text: withoutHidden(run.text, hidden) });
    looked += comparisons;
    if (looked < STEP) continue;
    looked = 0;
    yield index;
  }
  return shown;
}

const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim());

/** What is looked for of a line: all of it, or its words. */
const partsOf = (line: string): string[] => (line.length > MAX_LINE ? line.split(/\s+/u) : [line]).filter((part) => part !== '');

/** Those parts of what was typed that did not appear. */
function findHidden(appearances: Appearances, { text, start, end }: TypingRun): { hidden: ReadonlySet<string>; comparisons: number } {
  const hidden = new Set(linesOf(text).flatMap(partsOf));
  let comparisons = 0;
  for (let index = firstFrom(appearances, start); index < appearances.length && hidden.size > 0; index++) {
    if (appearances.startOf(index) > end + ECHO_MICROS) break;
    comparisons += hidden.size;
    if (comparisons > MAX_COMPARISONS) break;
    const line = appearances.textAt(index);
    for (const part of hidden) {
      if (shows(appearances, index, line, part)) hidden.delete(part);
      else if (line.endsWith(part.slice(0, -1)) && part.length > 1) {
        comparisons += MAX_BACK;
        if (hasTwin(appearances, index, line + part.slice(-1))) hidden.delete(part);
      }
    }
  }
  return { hidden, comparisons };
}

/** Whether a line has the part: anywhere where it has grown, else where a word begins, so that a number is no part of another one. */
function shows(appearances: Appearances, index: number, line: string, part: string): boolean {
  for (let at = line.indexOf(part); at >= 0; at = line.indexOf(part, at + 1)) {
    if (at === 0 || appearances.noveltyOf(index) === 'grown' || kindOf(line.charCodeAt(at - 1)) < DIGIT) return true;
  }
  return false;
}

/** Whether a line with that text stands on the screen already: the one that is typed becomes the same one with its last key. */
function hasTwin(appearances: Appearances, index: number, text: string): boolean {
  for (let twin = index - 1; twin >= 0 && twin >= index - MAX_BACK; twin--) {
    if (appearances.endOf(twin) > appearances.startOf(index) && appearances.textAt(twin) === text) return true;
  }
  return false;
}

/** Lines of which nothing is hidden. */
const withoutHidden = (text: string, hidden: ReadonlySet<string>): string =>
  hidden.size === 0
    ? text
    : text
        .split('\n')
        .filter((line) => line.trim() !== '' && !partsOf(line.trim()).some((part) => hidden.has(part)))
        .join('\n');
