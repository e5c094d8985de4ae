import { type SourceTime, sourceTime } from '../../cast/time.ts';
import type { Range } from '../../lib/ranges.ts';
import type { TypingRun } from '../analysis.ts';
import type { Appearances } from '../lines/appearances.ts';
import { countWords } from '../lines/reading-time.ts';
import { withoutFrame } from './line-text.ts';
import { firstFrom, type Lines } from './lines.ts';

/** What somebody typed, from the first key to the last one. */
export interface TypedLine extends Range<SourceTime> {
  /** `prompt`: said to somebody, in words. `command`: told a program. */
  readonly kind: 'prompt' | 'command';
  readonly text: string;
  /** Since when all of it can be read. */
  readonly time: SourceTime;
  readonly goneAt: SourceTime;
}

export interface TypedLines {
  /** In order, and apart. */
  readonly typed: readonly TypedLine[];
  /** By appearance: 1 where it is what was typed, or shows it again when it was sent. */
  readonly isTyped: Uint8Array;
}

/** From a key to what it makes appear, a completion included. */
const ECHO_MICROS = 1_200_000;

/** What was sent is shown again within this. */
const SENDING_MICROS = 2_500_000;

/** What stands for so long needs not be looked for elsewhere. */
const STAND_MICROS = 1_000_000;

/** Nobody types the same again as fast. */
const NEXT_KEY_MICROS = 500_000;

/** What is typed within this into a line without a sign of its own is more of the same. */
const NEXT_LINE_MICROS = 5_000_000;

/** The sign of a prompt and what stands before it. */
const SIGN = /^.{0,60}?[$#%>❯›»➜λ](?=\s|$)/u;

/** Boxes for input need no sign. */
const BOX_SIDE = /^\s*[│┃▌▎█]\s/u;

/** So much of a text tells it from another one. */
const TELLING_LENGTH = 16;

/** Of more lines in one stretch of typing, the first. */
const MAX_PARTS = 50;

/** As many as may still stand, and those that were typed to make them. */
const MAX_LINES_BACK = 1000;

/** A text as short may be completed from three keys. */
const SHORT_LENGTH = 12;

interface Draft {
  readonly start: SourceTime;
  end: SourceTime;
  /** What stands before the text: `~/work $`, `│ >`. Empty for a line that only goes on. */
  readonly sign: string;
  text: string;
  keys: number;
  /** The lines of the screen that it is in, the last one last. */
  readonly lines: Set<number>;
  time: SourceTime;
  goneAt: SourceTime;
}

/** So many typing runs, or appearances, are looked at in a step. */
const RUNS_STEP = 16;
const STEP = 65_536;

/** Finds on the screen what the typing runs are about, and tells prompts from commands. Yields which share of the runs is done. */
export function* readTypedLines(appearances: Appearances, lines: Lines, runs: readonly TypingRun[]): Generator<number, TypedLines, void> {
  const drafts: Draft[] = [];
  for (const [index, run] of runs.entries()) {
    if (index % RUNS_STEP === RUNS_STEP - 1) yield index / runs.length;
    for (const draft of draftsOf(appearances, lines, run)) {
      const last = drafts.at(-1);
      if (last && isSame(last, draft)) goOn(last, draft, draft.text);
      else if (last && isNextLine(last, draft)) goOn(last, draft, `${last.text} ${draft.text}`);
      else if (draft.sign !== '') drafts.push(draft);
    }
  }
  return yield* settle(appearances, lines, drafts.filter(isTypedByHand));
}

function* settle(appearances: Appearances, lines: Lines, drafts: readonly Draft[]): Generator<number, TypedLines, void> {
  for (const [index, draft] of drafts.entries()) {
    if (index % RUNS_STEP === RUNS_STEP - 1) yield 1;
    findSent(appearances, lines, draft);
  }
  const isTyped = new Uint8Array(appearances.length);
  if (drafts.length > 0) yield* markTyped(isTyped, appearances, lines, drafts);
  return { typed: drafts.map(typedLineIn(drafts)), isTyped };
}

/** The lines that grew while keys were pressed: as many as were sent. None for those that nobody could see, as for a password. */
function* draftsOf(appearances: Appearances, lines: Lines, { text, start, end, keys }: TypingRun): Generator<Draft, void> {
  let from = start;
  const parts = text
    .split('\n')
    .filter((part) => part.trim() !== '')
    .slice(0, MAX_PARTS);
  for (const part of parts) {
    const index = findShown(appearances, part, { start: from, end });
    if (index < 0) continue;
    const sign = signOf(appearances.textAt(index), part);
    const line = lines.lineOf[index] as number;
    const twin = findTwin(appearances, lines, index);
    const typed = withoutFrame(appearances.textAt(twin ?? index).slice(sign.length));
    if (countWords(typed) === 0) continue;
    const time = twin === undefined ? appearances.startOf(index) : sourceTime(lines.ends[line] as number);
    yield {
      // Shown late, a line may seem to be typed when the next run is.
      start: parts.length > 1 ? sourceTime(Math.min(end, firstOf(appearances, lines, line, from))) : start,
      end: parts.length > 1 ? sourceTime(Math.min(end, time)) : end,
      sign,
      text: typed,
      keys: parts.length > 1 ? part.length : keys,
      lines: new Set([line]),
      time,
      goneAt: sourceTime(lines.ends[twin === undefined ? line : (lines.lineOf[twin] as number)] as number),
    };
    from = time;
  }
}

/** Where the end of what was typed can first be seen; −1 where it cannot. */
function findShown(appearances: Appearances, typed: string, { start, end }: Range<SourceTime>): number {
  const tail = tailOf(typed);
  for (let index = firstFrom(appearances, start); index < appearances.length; index++) {
    if (appearances.startOf(index) > end + ECHO_MICROS) break;
    const text = appearances.textAt(index);
    // What is typed grows, or has a sign before it; what programs print may only repeat it.
    if (text.includes(tail) && (appearances.noveltyOf(index) !== 'new' || signOf(text, typed) !== '')) return index;
  }
  return -1;
}

/**
 * Lines with the same text are one: what is typed a second time while the first one stands is gone with its last key.
 * Finds the line that it has become.
 */
function findTwin(appearances: Appearances, { lineOf, ends }: Lines, index: number): number | undefined {
  const text = appearances.textAt(index);
  const became = ends[lineOf[index] as number] as number;
  for (let twin = index - 1; twin >= 0 && twin > index - MAX_LINES_BACK; twin--) {
    const isLonger = appearances.textAt(twin).length === text.length + 1 && appearances.textAt(twin).startsWith(text);
    if (isLonger && appearances.endOf(twin) > became) return twin;
  }
  return undefined;
}

/** When a line, which there is, first appeared from a time on. */
function firstOf(appearances: Appearances, { lineOf }: Lines, line: number, from: SourceTime): SourceTime {
  let index = firstFrom(appearances, from);
  while (lineOf[index] !== line) index++;
  return appearances.startOf(index);
}

const headOf = (text: string): string => text.trim().slice(0, TELLING_LENGTH).trim();
const tailOf = (text: string): string => text.trim().slice(-TELLING_LENGTH).trim();

function signOf(shown: string, typed: string): string {
  const head = headOf(typed);
  const at = head === '' ? -1 : shown.lastIndexOf(head);
  const before = at > 0 ? shown.slice(0, at) : shown;
  return (SIGN.exec(before) ?? BOX_SIDE.exec(before))?.[0] ?? '';
}

/**
 * Whether somebody has only paused, and what stood there until then is a part of what stands there now. Of a long text a
 * box may show the end alone. What was sent still stands elsewhere, or has gone before.
 */
function isSame(before: Draft, { sign, text, start, time, lines }: Draft): boolean {
  if (before.sign !== sign) return false;
  const isOneLine = [...lines].some((line) => before.lines.has(line));
  const isReplaced = before.goneAt >= start - NEXT_LINE_MICROS && before.goneAt <= time;
  const isNext = start - before.end <= NEXT_KEY_MICROS;
  return (isOneLine || isReplaced || isNext) && (text.startsWith(headOf(before.text)) || text.includes(tailOf(before.text)));
}

/** Completion saves keys, but not most of them, unless a shell does it: what is longer came from a program, at the pace of a hand. */
const isTypedByHand = ({ keys, text, sign }: Draft): boolean =>
  text.length <= SHORT_LENGTH || keys * 4 >= text.length || countWords(sign) > 0;

const isNextLine = (before: Draft, { sign, text, start }: Draft): boolean =>
  sign === '' && start - before.end <= NEXT_LINE_MICROS && !/[$#%❯] /u.test(text);

function goOn(before: Draft, { keys, lines, end, time, goneAt }: Draft, text: string): void {
  before.text = text;
  before.keys += keys;
  before.end = end;
  before.time = time;
  before.goneAt = goneAt;
  for (const line of lines) before.lines.add(line);
}

/** Boxes are emptied when what is in them is sent, and it is shown above: to stay, and in full. */
function findSent(appearances: Appearances, { lineOf, ends }: Lines, draft: Draft): void {
  const [head, tail] = [headOf(draft.text), tailOf(draft.text)];
  const until = draft.end + SENDING_MICROS;
  for (let index = firstFrom(appearances, draft.end); index < appearances.length && appearances.startOf(index) <= until; index++) {
    const text = appearances.textAt(index);
    const said = withoutFrame(text.slice(SIGN.exec(text)?.[0].length ?? 0));
    const line = lineOf[index] as number;
    // A short text may be a part of anything.
    const isTelling =
      draft.text.length >= TELLING_LENGTH || draft.lines.has(line) || draft.lines.has(lineOf[appearances.originOf(index)] ?? -1);
    if (isTelling ? !said.startsWith(head) && !said.endsWith(tail) : said !== draft.text) continue;
    draft.lines.add(line);
    const goneAt = sourceTime(ends[line] as number);
    if (goneAt < draft.goneAt) continue;
    const isLonger = said.length > draft.text.length;
    if (!isLonger && draft.goneAt - draft.time >= STAND_MICROS) continue;
    if (isLonger) draft.text = said;
    draft.time = appearances.startOf(index);
    draft.goneAt = goneAt;
  }
}

function* markTyped(
  isTyped: Uint8Array,
  appearances: Appearances,
  { lineOf }: Lines,
  drafts: readonly Draft[],
): Generator<number, void, void> {
  const draftsByLine = new Map(drafts.flatMap((draft) => Array.from(draft.lines, (line) => [line, draft] as const)));
  for (let index = 0; index < appearances.length; index++) {
    if (index % STEP === STEP - 1) yield 1;
    const draft = draftsByLine.get(lineOf[index] as number);
    if (draft && appearances.startOf(index) <= draft.end + SENDING_MICROS) isTyped[index] = 1;
  }
  // Where something was taken back, the line has begun anew.
  for (const [draft, { sign, text, start, end }] of drafts.entries()) {
    if (draft % RUNS_STEP === RUNS_STEP - 1) yield 1;
    for (let index = firstFrom(appearances, start); index < appearances.length && appearances.startOf(index) <= end; index++) {
      const shown = appearances.textAt(index);
      if (shown.startsWith(sign) || text.includes(withoutFrame(shown))) isTyped[index] = 1;
    }
  }
}

/** Of shells, which are told commands only. */
const SHELL_SIGN = /[$#%]$/u;

/** What is no sentence: options, paths, pipes, assignments. */
const COMMAND = /^[/!:]|(?:^|\s)-{1,2}\w|[|&;<>$=`{}]|^\S*\/\S*(?:\s|$)/u;

/** What programs are called that are asked for often; some of it begins sentences too, but then they are longer. */
const PROGRAM = /^(?:cd|ls|cat|git|npm|npx|node|python3?|pip|docker|make|cargo|go|curl|ssh|vim?|sudo|exit|clear|echo)(?:\s|$)/u;
const MAX_PROGRAM_WORDS = 5;

/** So many words, and nothing of a command: a sentence. After a sign that names a place or a server, more; in a box, any. */
const MIN_SENTENCE_WORDS = 4;
const MIN_SENTENCE_WORDS_NAMED = 7;

function isSentence({ sign, text }: Draft): boolean {
  const words = countWords(text);
  if (SHELL_SIGN.test(sign) || COMMAND.test(text) || (words <= MAX_PROGRAM_WORDS && PROGRAM.test(text))) return false;
  if (countWords(sign) > 0) return words >= MIN_SENTENCE_WORDS_NAMED;
  return words >= MIN_SENTENCE_WORDS || BOX_SIDE.test(sign);
}

const withoutNumbers = (sign: string): string => sign.replace(/\d+/gu, '').trim();

/** One sentence tells of its sign that somebody is spoken to there; so one word is said to them too. */
function typedLineIn(drafts: readonly Draft[]): (draft: Draft) => TypedLine {
  const spokenTo = new Set<string>();
  for (const draft of drafts) if (isSentence(draft)) spokenTo.add(withoutNumbers(draft.sign));
  return ({ sign, text, start, end, time, goneAt }) => {
    const isSpoken = spokenTo.has(withoutNumbers(sign)) && !/^[/!]/u.test(text);
    return { kind: isSpoken ? 'prompt' : 'command', text, start, end, time, goneAt };
  };
}
