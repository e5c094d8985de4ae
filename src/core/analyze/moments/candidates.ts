import type { SourceTime } from '../../cast/time.ts';
import { MAX_BLINK_MICROS } from '../../screen/search/text-index.ts';
import type { MomentKind } from '../analysis.ts';
import { countWords } from '../lines/reading-time.ts';
import type { Burst } from './bursts.ts';
import { plainLine, shortened } from './line-text.ts';
import { ReaderMemory } from './reader-memory.ts';
import { saysSomething, type Telling, tellBurst } from './telling.ts';
import type { TestResult } from './test-results.ts';
import type { TypedLine } from './typed-lines.ts';

/** What may become a moment, and what speaks for it. */
export interface Candidate {
  readonly kind: MomentKind;
  readonly start: SourceTime;
  readonly time: SourceTime;
  readonly goneAt: SourceTime;
  readonly isKept: boolean;
  readonly text: string;
  readonly reason: string;
  readonly worth: Worth;
  readonly words: number;
  /** Of them, those that nobody has read before in the recording. */
  readonly novelWords: number;
  /** For how long nothing new came afterwards. */
  readonly standMicros: number;
}

/** What a place is worth with nothing more that speaks for it, and with everything. */
export type Worth = readonly [least: number, most: number];

/** From what a story is lost without, to what it is richer with. */
const WORTH = {
  firstPrompt: [1, 1],
  finalAnswer: [0.95, 0.98],
  prompt: [0.84, 0.93],
  failingTests: [0.8, 0.93],
  failure: [0.75, 0.9],
  answer: [0.6, 0.8],
  passingTests: [0.5, 0.78],
  speech: [0.4, 0.72],
  command: [0.3, 0.6],
  success: [0.3, 0.62],
  output: [0.1, 0.5],
  code: [0.1, 0.42],
} as const satisfies Record<string, Worth>;

/** Of what was said before, word for word but for numbers, so much is left. */
const REPEATED_SHARE = 0.45;

/** A highlight always has the errors; of a hundred different ones, the first. */
const MAX_KEPT_FAILURES = 12;

/** Fewer words are an answer only where there are no more. */
const MIN_ANSWER_WORDS = 8;

/** One word is no prompt that a story is about. */
const MIN_PROMPT_WORDS = 2;

/** A single word is worth seeing only as an answer. */
const MIN_WORDS = 2;

/** So many bursts are read in a step, and so many of them made candidates. */
const STEP = 64;
const SHOWN_STEP = 512;

/** Longer commands are not in the reasons for them and for their output. */
const MAX_COMMAND_LENGTH = 32;

/** What was typed and what came of it, in order of `time`. In steps that yield how many of both are looked at. */
export function* findCandidates(typed: readonly TypedLine[], bursts: readonly Burst[]): Generator<number, Candidate[], void> {
  const memory = new ReaderMemory();
  const told: Telling[] = [];
  const said: Candidate[] = [];
  const firstPrompt = typed.find(({ kind }) => kind === 'prompt');
  const all = [...typed, ...bursts].toSorted((before, after) => before.time - after.time);
  for (const [index, one] of all.entries()) {
    if (index % STEP === 0) yield index;
    if ('lines' in one) told.push(tellBurst(one, memory));
    else said.push(typedCandidate(one, memory, one === firstPrompt));
  }
  const answers = findAnswers(told, typed);
  const finalAnswer = [...answers].findLast(isLong) ?? [...answers].at(-1);
  const context = { typed, answers, finalAnswer, firstPrompt };
  const keptFailures = told.filter(isNewFailure).slice(0, MAX_KEPT_FAILURES);
  const readable = told.filter((one, index) => answers.has(one) || isReadable(one, index, told));
  const shown: Candidate[] = [];
  for (const [index, one] of readable.entries()) {
    if (index % SHOWN_STEP === 0) yield all.length;
    shown.push(toldCandidate(one, { ...context, isKept: keptFailures.includes(one), before: readable[index - 1] }));
  }
  return [...said, ...shown].toSorted((before, after) => before.time - after.time);
}

/** Whether there is something to read, and time to notice it; a failure can be held where it was, and so can the end. */
function isReadable({ burst, words, text, subject, goneAt }: Telling, index: number, { length }: readonly Telling[]): boolean {
  if (words < MIN_WORDS || !saysSomething(text)) return false;
  return subject === 'failure' || index === length - 1 || goneAt - burst.time > MAX_BLINK_MICROS;
}

const isNewFailure = ({ subject, result, isRepeated }: Telling): boolean =>
  !isRepeated && (subject === 'failure' || result?.isFailing === true);

/** Of everything between a prompt and what was typed next, what came last and has something to say. Not what a shell says once that is left. */
function findAnswers(told: readonly Telling[], typed: readonly TypedLine[]): Set<Telling> {
  const answers = new Set<Telling>();
  const turns = typed.map((): Telling[] => []);
  for (const one of told) {
    const prompt = typed[one.burst.turn - 1];
    // What came while it was typed does not answer it.
    if (prompt && one.burst.time > prompt.end && !one.endsAtShell) turns[one.burst.turn - 1]?.push(one);
  }
  for (const [index, turn] of turns.entries()) {
    if (typed[index]?.kind !== 'prompt') continue;
    const said = turn.filter(({ speech }) => speech !== undefined);
    const answer = said.findLast(isLong) ?? wordiest(said) ?? turn.findLast(isLong) ?? turn.at(-1);
    if (answer) answers.add(answer);
  }
  return answers;
}

const isLong = ({ words }: Telling): boolean => words >= MIN_ANSWER_WORDS;

const wordiest = (told: readonly Telling[]): Telling | undefined => told.toSorted((one, other) => other.words - one.words)[0];

function typedCandidate({ kind, text, start, time, goneAt }: TypedLine, memory: ReaderMemory, isFirstPrompt: boolean): Candidate {
  const line = plainLine(text);
  const { wasKnown, novelWords } = memory.read([line]);
  const isRepeated = kind === 'command' && wasKnown[0] === true;
  const words = countWords(line);
  const isShort = kind === 'prompt' && words < MIN_PROMPT_WORDS;
  const worth = isFirstPrompt ? WORTH.firstPrompt : isShort ? WORTH.command : isRepeated ? repeated(WORTH[kind]) : WORTH[kind];
  return {
    kind,
    start,
    time,
    goneAt,
    isKept: kind === 'prompt' && !isShort,
    text: shortened(line),
    reason: isFirstPrompt ? 'first prompt' : kind === 'prompt' ? 'you asked' : commandReason(line),
    worth,
    words,
    novelWords,
    standMicros: goneAt - time,
  };
}

interface Context {
  readonly typed: readonly TypedLine[];
  readonly answers: ReadonlySet<Telling>;
  readonly finalAnswer: Telling | undefined;
  readonly firstPrompt: TypedLine | undefined;
  readonly isKept: boolean;
  readonly before: Telling | undefined;
}

function toldCandidate(told: Telling, context: Context): Candidate {
  const { burst, goneAt, text, speech, words, novelWords, isRepeated } = told;
  const role = roleOf(told, context);
  return {
    ...role,
    start: burst.start,
    time: burst.time,
    goneAt,
    isKept: context.isKept || told === context.finalAnswer,
    text: shortened(role.kind === 'answer' ? (speech ?? text) : text),
    worth: isRepeated && told !== context.finalAnswer ? repeated(role.worth) : role.worth,
    words,
    novelWords,
    standMicros: burst.until - burst.time,
  };
}

const repeated = ([least, most]: Worth): Worth => [least * REPEATED_SHARE, most * REPEATED_SHARE];

type Role = Pick<Candidate, 'kind' | 'reason' | 'worth'>;

function roleOf(told: Telling, context: Context): Role {
  const { subject, result, text, command } = told;
  const isSpokenTo = context.firstPrompt !== undefined && context.firstPrompt.time < told.burst.time;
  if (told === context.finalAnswer) return { kind: 'answer', reason: 'final answer', worth: WORTH.finalAnswer };
  if (result?.isFailing) return { kind: 'test', reason: testReason(result), worth: WORTH.failingTests };
  if (subject === 'failure') return { kind: 'error', reason: failureReason(text), worth: WORTH.failure };
  if (context.answers.has(told)) return { kind: 'answer', reason: 'answer', worth: WORTH.answer };
  if (result) return { kind: 'test', reason: testReason(result), worth: WORTH.passingTests };
  if (subject === 'speech' && isSpokenTo) return { kind: 'answer', reason: 'remark', worth: WORTH.speech };
  if (subject === 'code') return { kind: 'output', reason: 'code', worth: WORTH.code };
  if (subject === 'command') return { kind: 'command', reason: commandReason(text), worth: WORTH.command };
  const worth = subject === 'success' ? WORTH.success : WORTH.output;
  return { kind: 'output', reason: outputReason(command ?? commandBefore(told, context)), worth };
}

function testReason({ passed, failed, isFailing }: TestResult): string {
  if (isFailing) return failed === undefined ? 'tests failed' : failed === 1 ? '1 test failed' : `${failed} tests failed`;
  return passed === undefined ? 'tests passed' : `${passed} passed`;
}

/** Many say themselves that they are one. */
const failureReason = (text: string): string =>
  shortened(/^error\b/iu.test(text) ? text : `error: ${text.replace(/^[^\p{L}\p{N}(]+ /u, '')}`);

const commandReason = (command: string): string => (command.length > MAX_COMMAND_LENGTH ? 'command' : `command: ${command}`);

const outputReason = (command: string | undefined): string =>
  command === undefined || command.length > MAX_COMMAND_LENGTH ? 'new output' : `output of ${plainLine(command)}`;

/** The command that was typed right before. */
function commandBefore({ burst }: Telling, { typed, before }: Context): string | undefined {
  const command = typed[burst.turn - 1];
  return command?.kind === 'command' && before?.burst.turn !== burst.turn ? command.text : undefined;
}
