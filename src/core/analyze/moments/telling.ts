import { type SourceTime, sourceTime } from '../../cast/time.ts';
import { DIGIT, kindOf } from '../lines/characters.ts';
import type { Burst, NewLine } from './bursts.ts';
import { markOf } from './failures.ts';
import { type Meaning, readMeaning, type Subject } from './line-meaning.ts';
import { withoutFrame } from './line-text.ts';
import type { ReaderMemory } from './reader-memory.ts';

/** What a burst tells somebody who has seen all before it. */
export interface Telling extends Meaning {
  readonly burst: Burst;
  /** When the line that says most, or half of all words, has left the screen. */
  readonly goneAt: SourceTime;
  readonly words: number;
  /** Of them, those that were never read before. */
  readonly novelWords: number;
  /** Whether the line that says most was read before, but for numbers. */
  readonly isRepeated: boolean;
  /** The last of the commands among its lines, as shells show them. */
  readonly command?: string;
  /** What somebody said in it. */
  readonly speech?: string;
  /** Whether a command to a shell came last: whoever spoke before has left. */
  readonly endsAtShell: boolean;
}

/** By how much a line of one subject says more than one of another. */
const WEIGHTS: Record<Subject, number> = { failure: 4000, tests: 3000, speech: 2000, success: 1800, output: 1000, command: 500, code: 0 };

/** What was read before says less than anything new but failures and tests. */
const KNOWN_WEIGHT = 1500;

const MAX_WORDS_WEIGHT = 12;

/** What somebody says ends as a sentence does; parts of a list do not. */
const SENTENCE_WEIGHT = 15;
const SENTENCE_ENDS = new Set('.!?:。！？…');

/** A line that begins in the middle of a sentence only goes on with another one. */
const MIDDLE_WEIGHT = 25;
const MIDDLE = /^\p{Ll}/u;

/** Tells a burst by the line that says most, and reads it all. What is said again and again does not tell what happened. */
export function tellBurst(burst: Burst, memory: ReaderMemory): Telling {
  const { lines } = burst;
  const bare = lines.map(({ text }) => withoutFrame(text));
  const meanings = bare.map(readMeaning);
  const { wasKnown, novelWords } = memory.read(meanings.map(({ text }) => text));
  const weights = meanings.map((meaning, index) => {
    const known = wasKnown[index] ? KNOWN_WEIGHT : 0;
    // Of several, the first ones say what the others are.
    return weightOf(meaning, lines[index] as NewLine) - 2 * index - known;
  });
  const best = weights.indexOf(Math.max(...weights));
  const meaning = meanings[best] as Meaning;
  const speech = bestSpeech(meanings, weights);
  const command = meanings.findLast(({ subject }) => subject === 'command')?.text;
  const words = lines.reduce((sum, line) => sum + line.words, 0);
  return {
    ...meaning,
    ...((meaning.subject === 'failure' || meaning.result?.isFailing) && failedTests(bare, meanings)),
    burst,
    goneAt: sourceTime(Math.min((lines[best] as NewLine).goneAt, halfGoneAt(lines, words))),
    words,
    isRepeated: wasKnown[best] === true,
    novelWords,
    ...(command !== undefined && { command }),
    ...(speech !== undefined && { speech }),
    endsAtShell: meanings.at(-1)?.subject === 'command',
  };
}

/** Of a shorter text, a key that was pressed or the number of an item, nobody can tell what it is about. */
const MIN_CHARACTERS = 2;

/** Whether a text has more than a letter or a digit. */
export function saysSomething(text: string): boolean {
  let characters = 0;
  for (let at = 0; at < text.length && characters < MIN_CHARACTERS; at++) if (kindOf(text.charCodeAt(at)) >= DIGIT) characters += 1;
  return characters >= MIN_CHARACTERS;
}

function bestSpeech(meanings: readonly Meaning[], weights: readonly number[]): string | undefined {
  let best: number | undefined;
  for (const [index, { subject }] of meanings.entries()) {
    if (subject === 'speech' && (best === undefined || (weights[index] as number) > (weights[best] as number))) best = index;
  }
  return best === undefined ? undefined : meanings[best]?.text;
}

/** How much a line says, by itself. Numbers of failed tests say as much as failures. */
function weightOf({ subject, text, result }: Meaning, { words }: NewLine): number {
  if (!saysSomething(text)) return 0;
  const weight = result?.isFailing ? WEIGHTS.failure + MAX_WORDS_WEIGHT : WEIGHTS[subject];
  const sentence =
    (SENTENCE_ENDS.has(text.charAt(text.length - 1)) ? SENTENCE_WEIGHT : 0) -
    (subject === 'speech' && MIDDLE.test(text) ? MIDDLE_WEIGHT : 0);
  return weight + Math.min(words, MAX_WORDS_WEIGHT) + sentence;
}

/** How many tests have failed, where some have: in numbers, or as marked in a list with others. */
function failedTests(bare: readonly string[], meanings: readonly Meaning[]): Pick<Meaning, 'subject' | 'result'> | undefined {
  const marks = bare.map(markOf);
  const marked = marks.filter((mark) => mark === 'failed').length;
  const counted = meanings.find(({ result }) => result?.failed)?.result;
  const isTests = marks.includes('passed') || meanings.some(({ subject }) => subject === 'tests');
  if (!isTests || (!counted && marked === 0)) return undefined;
  return { subject: 'tests', result: counted ?? { passed: undefined, failed: marked, isFailing: true } };
}

function halfGoneAt(lines: readonly NewLine[], words: number): number {
  let left = words;
  for (const line of lines.toSorted((one, other) => one.goneAt - other.goneAt)) {
    left -= line.words;
    if (left * 2 <= words) return line.goneAt;
  }
  return Number.POSITIVE_INFINITY;
}
