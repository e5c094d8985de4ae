import type { SourceTime } from '../../cast/time.ts';
import type { AnalysisSettings, TypingRun } from '../analysis.ts';
import type { Appearances } from '../lines/appearances.ts';
import { BLANK, kindOf } from '../lines/characters.ts';
import { MAX_TYPED } from './keyed-runs.ts';
import { promptEnd, slideBetween, typedStep, typedText } from './typed-line.ts';

/** Faster than this nobody types, but programs print: on average, behind a prompt and anywhere else. */
const MIN_KEY_MICROS = 30_000;
const MIN_UNPROMPTED_KEY_MICROS = 60_000;

/** Anywhere else a program may print a short word among longer ones. */
const KEYS_PER_JUMP = 6;
const CHARACTERS_PER_KEY = 3;

/** A key, the blanks before it, and a cursor. */
const MAX_LEAP = 8;

/** Longer lines are not looked for by their text. */
const MAX_STATE = 300;

const STEP = 2048;

/** A line that is being typed. */
interface Line {
  readonly start: SourceTime;
  end: SourceTime;
  keys: number;
  /** How often many characters came at once and stayed: completions, and what is no typing at all. */
  jumps: number;
  /** Where many characters came with the last change; −1 where they did not. */
  jumpedAt: number;
  /** Whether only one character comes, over and over: a bar that grows. */
  isBar: boolean;
  readonly firstTyped: string;
  readonly hasPrompt: boolean;
  /** Where the typed text begins. */
  readonly column: number;
  /** What has moved out of its box to the left. */
  hidden: string;
  text: string;
}

/**
 * Typing told from what appears: a line that grows by a character or two at a time, at the pace of fingers, whether it is
 * drawn as such or with its whole box. Behind a prompt more is believed: there, completions and suggestions come and go.
 *
 * Yields at which appearance it is.
 */
export function* echoedRuns(appearances: Appearances, settings: AnalysisSettings): Generator<number, TypingRun[], void> {
  const { typingPauseMicros } = settings;
  const runs: TypingRun[] = [];
  /** By their last appearance. */
  const lines = new Map<number, Line>();
  /** The states of lines that were typed, by their text: the last appearance of each. */
  const states = new Map<string, number>();

  const finish = (line: Line): void => {
    if (isTyping(line, settings)) runs.push(runOf(line));
  };

  for (let index = 0; index < appearances.length; index++) {
    if (index % STEP === STEP - 1) yield index;
    const text = appearances.textAt(index);
    const origin = originOf(appearances, index, text, states);
    if (origin < 0) continue;
    const line = lines.get(origin);
    if (!line && (appearances.isTicker(index) || isLeap(appearances, origin, index))) continue;
    if (line) lines.delete(origin);
    const start = appearances.startOf(index);
    const isLate = line !== undefined && start - line.end > typingPauseMicros;
    if (line && isLate) finish(line);
    const next = carriedOn(appearances, origin, index, isLate ? undefined : line);
    if (next) {
      lines.set(index, next);
      if (next.hasPrompt) states.set(text, index);
    } else if (line && !isLate) {
      finish(line);
    }
  }
  for (const line of lines.values()) finish(line);
  return apart(runs.toSorted((one, other) => one.start - other.start || other.keys - one.keys));
}

/**
 * The appearance in whose place one came. A command that is typed a second time while the first one is on the screen has
 * none, because lines with the same text are one: it is found by its text.
 */
function originOf(appearances: Appearances, index: number, text: string, states: ReadonlyMap<string, number>): number {
  const origin = appearances.originOf(index);
  if (origin >= 0 || states.size === 0 || text.length > MAX_STATE) return origin;
  return states.get(text.slice(0, -1).trimEnd()) ?? -1;
}

/** Whether so much of a line is another, that no key made it so: told at once of most lines. */
function isLeap(appearances: Appearances, origin: number, index: number): boolean {
  // One more for half a character that is not new.
  const hasGrownInPlace = appearances.noveltyOf(index) === 'grown' && appearances.originOf(index) === origin;
  if (hasGrownInPlace && appearances.newLengthOf(index) > MAX_LEAP + 1) return true;
  const [before, now] = [appearances.textAt(origin), appearances.textAt(index)];
  if (Math.abs(now.length - before.length) > MAX_LEAP) return true;
  const shorter = Math.min(before.length, now.length);
  let same = 0;
  while (same < shorter && before.charCodeAt(same) === now.charCodeAt(same)) same++;
  const allowed = same + MAX_LEAP;
  let end = now.length;
  while (end > allowed && now.charCodeAt(end - 1) === before.charCodeAt(before.length - now.length + end - 1)) end--;
  return end > allowed;
}

/** The line with one more change; undefined where that ends it, or begins none. */
function carriedOn(appearances: Appearances, origin: number, index: number, line: Line | undefined): Line | undefined {
  const before = appearances.textAt(origin);
  const now = appearances.textAt(index);
  let step = typedStep(before, now);
  const column = line?.column ?? promptEnd(now, step.at);
  // A suggestion behind the cursor changes with every key: the line before had the key before it.
  const earlier = appearances.originOf(origin);
  if (line?.hasPrompt && (step.kind === 'back' || step.kind === 'other') && earlier >= 0) {
    const other = typedStep(appearances.textAt(earlier), now);
    if (other.kind === 'key') step = other;
  }
  const isPlaceholderGone = !line && column >= 0 && step.kind === 'other' && typedText(now, column).length <= 2;
  if (isPlaceholderGone) step = { kind: 'key', at: column, typed: typedText(now, column) };
  const isWithin = column < 0 || step.at >= column - 1;
  if (!isWithin || (step.kind === 'other' && !line?.hasPrompt)) return undefined;
  if (!line && step.kind !== 'key') return undefined;
  const start = appearances.startOf(index);
  const from = column < 0 ? wordStart(now, step.at) : column;
  const text = typedText(now, from);
  const known: Line = line ?? {
    start,
    end: start,
    keys: 0,
    jumps: 0,
    jumpedAt: -1,
    isBar: true,
    firstTyped: step.typed,
    hasPrompt: column >= 0,
    column: from,
    hidden: '',
    text: '',
  };
  // All at once: it was sent, or thrown away.
  if (text === '' && known.text.length > 1) return undefined;
  const visible = known.text.slice(known.hidden.length);
  if (!text.startsWith(visible)) known.hidden += visible.slice(0, slideBetween(visible, text)?.hidden ?? 0);
  known.text = (known.hidden + text).slice(0, MAX_TYPED);
  // What came was only suggested.
  if (known.jumpedAt >= 0 && step.at <= known.jumpedAt + 1) known.jumps -= 1;
  if (step.kind === 'key' || (step.kind === 'back' && line)) {
    known.keys += 1;
    known.end = start;
    known.isBar &&= step.typed === known.firstTyped;
    known.jumpedAt = -1;
  } else {
    known.jumps += 1;
    known.jumpedAt = step.at;
  }
  return known;
}

/** The first key may have come before the line was looked at. */
function wordStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && kindOf(text.charCodeAt(start - 1)) !== BLANK) start--;
  return start;
}

function isTyping(line: Line, { minKeys }: AnalysisSettings): boolean {
  const { start, end, keys, jumps, isBar, hasPrompt, text } = line;
  if (keys < minKeys || isBar || text === '') return false;
  if (end - start < (keys - 1) * (hasPrompt ? MIN_KEY_MICROS : MIN_UNPROMPTED_KEY_MICROS)) return false;
  if (hasPrompt) return jumps <= keys;
  return jumps * KEYS_PER_JUMP <= keys && text.length <= keys * CHARACTERS_PER_KEY && /\p{L}/u.test(text);
}

const runOf = ({ start, end, text, keys }: Line): TypingRun => ({ start, end, text, keys, from: 'echo' });

/** Of runs that overlap, the one that began first. */
function apart(runs: readonly TypingRun[]): TypingRun[] {
  const kept: TypingRun[] = [];
  for (const run of runs) if (run.start >= (kept.at(-1)?.end ?? 0)) kept.push(run);
  return kept;
}
