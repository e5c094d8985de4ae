import { BLANK, kindOf, LETTER } from '../lines/characters.ts';
import { countWords } from '../lines/reading-time.ts';
import { CODE } from './code.ts';
import { markOf, saysFailure } from './failures.ts';
import { Hint, hintsOf } from './line-hints.ts';
import { plainOf } from './line-text.ts';
import { readTestResult, type TestResult } from './test-results.ts';

export type Subject = 'failure' | 'tests' | 'speech' | 'success' | 'output' | 'command' | 'code';

/** What a line is about. */
export interface Meaning {
  readonly subject: Subject;
  /** The line as one would say it; of a command, without the prompt. */
  readonly text: string;
  readonly result?: TestResult;
}

/** The sign of a shell with a command behind it, and at most a place and a time before. */
const COMMAND_LINE = /^(?:[^$❯➜"'`]{0,60}[$❯➜]|[\w.@:~/[\]() -]{1,60}[a-z~/)\]] ?[%#]|[\w.@:/[\]()-]{1,60}>) (\S.*)$/iu;

const MIN_SENTENCE_WORDS = 4;

/** Of the characters of a sentence, at most one in so many is none of a word. */
const CHARACTERS_PER_SIGN = 5;

/** Reads a line without its frame. */
export function readMeaning(bare: string): Meaning {
  const text = plainOf(bare);
  const hints = hintsOf(bare);
  const isCode = CODE.test(bare);
  const result = isCode ? undefined : readTestResult(text, hints);
  if (result) return { subject: 'tests', text, result };
  if (saysFailure({ bare, text, hints, isCode })) return { subject: 'failure', text };
  const command = (hints & Hint.command) === 0 ? undefined : COMMAND_LINE.exec(bare)?.[1];
  if (command !== undefined) return { subject: 'command', text: command };
  if (isCode) return { subject: 'code', text };
  if (markOf(bare) === 'passed') return { subject: 'success', text };
  return { subject: isSpeech(text) ? 'speech' : 'output', text };
}

/** Whether a line reads like somebody speaking: words of any script, with few signs between them. */
function isSpeech(line: string): boolean {
  if (countWords(line) < MIN_SENTENCE_WORDS || line.includes(' | ')) return false;
  let signs = 0;
  for (let at = 0; at < line.length; at++) {
    const kind = kindOf(line.charCodeAt(at));
    if (kind !== BLANK && kind < LETTER) signs += 1;
  }
  return signs * CHARACTERS_PER_SIGN <= line.length;
}
