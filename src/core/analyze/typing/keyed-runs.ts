import { eventData } from '../../cast/events.ts';
import { Code, type Recording } from '../../cast/recording.ts';
import { type SourceTime, sourceTime } from '../../cast/time.ts';
import type { AnalysisSettings, TypingRun } from '../analysis.ts';

/** Longer texts are cut off. */
export const MAX_TYPED = 2000;

/** Text between these was pasted: one key. */
const PASTE_START = '\x1b[200~';
const PASTE_END = '\x1b[201~';

/** What no character is: sequences, with the text of those that have one, and control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what keys send
const KEY = /\x1b(?:\[[0-?]*[ -/]*[@-~]?|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[P_^X][^\x1b]*(?:\x1b\\)?|O.?|.)?|[\x00-\x1f\x7f]/suy;

/** Sequences that keys send. All others are what a terminal answers, the mouse, or the window that is looked at. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what keys send
const SENT_BY_KEY = /^\x1b(?:\[[0-9;]*[A-HZ~u]|O.|[^[\]OP_^X])?$/su;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what keys send
const NO_TEXT = /^(?:[\x00-\x1f\x7f]$|\x1b)/u;

interface Typing {
  start: SourceTime;
  end: SourceTime;
  keys: number;
  text: string;
}

/** Typing as the recording has it: its input events. The texts are what was typed, whether or not it could be seen. */
export function keyedRuns(recording: Recording, { typingPauseMicros, minKeys }: AnalysisSettings): TypingRun[] {
  const { times, codes, length } = recording.events;
  const runs: Typing[] = [];
  let run: Typing | undefined;
  let isPasting = false;
  for (let event = codes.indexOf(Code.input); event >= 0 && event < length; event = codes.indexOf(Code.input, event + 1)) {
    const time = sourceTime(times[event] as number);
    const goesOn: boolean = run !== undefined && time - run.end <= typingPauseMicros;
    let text = goesOn && run ? run.text : '';
    let isTyped = false;
    for (const { key, isPaste } of keysIn(eventData(recording, event), isPasting)) {
      isPasting = isPaste;
      if (key === '') continue;
      isTyped = true;
      text = withKey(text, key);
    }
    if (!isTyped) continue;
    if (!run || !goesOn) {
      run = { start: time, end: time, keys: 0, text: '' };
      runs.push(run);
    }
    run.end = time;
    // What is sent at once was one press, or many that were never pressed.
    run.keys += 1;
    run.text = text;
  }
  return runs
    .filter(({ start, end, keys }) => keys >= minKeys && start < end)
    .map(({ start, end, keys, text }) => ({ start, end, keys, text: text.trim(), from: 'input' }));
}

/** Whether anything was typed that an analysis could go by. */
export const hasKeys = ({ events }: Recording): boolean => events.codes.includes(Code.input);

interface Key {
  /** A key as it is sent, or a pasted text; empty for what was not typed. */
  readonly key: string;
  /** Whether a paste goes on in what comes next. */
  readonly isPaste: boolean;
}

function* keysIn(data: string, wasPasting: boolean): Generator<Key, void> {
  let isPaste = wasPasting;
  for (let at = 0; at < data.length; ) {
    if (isPaste) {
      const end = data.indexOf(PASTE_END, at);
      const key = data.slice(at, end < 0 ? data.length : end);
      at = end < 0 ? data.length : end + PASTE_END.length;
      isPaste = end < 0;
      yield { key, isPaste };
      continue;
    }
    KEY.lastIndex = at;
    const sequence = KEY.exec(data)?.[0];
    const key = sequence ?? String.fromCodePoint(data.codePointAt(at) as number);
    at += key.length;
    isPaste = sequence === PASTE_START;
    yield { key: key.startsWith('\x1b') && (isPaste || key === PASTE_END || !SENT_BY_KEY.test(key)) ? '' : key, isPaste };
  }
}

/** What a key makes of the text: as shells understand it, with the cursor at its end. */
function withKey(text: string, key: string): string {
  // What follows belongs to what was cut off.
  if (text.length >= MAX_TYPED) return text;
  switch (key) {
    case '\b':
    case '\x7f':
      // Not into the line before, which was sent.
      return text.endsWith('\n') ? text : text.slice(0, lastCharacter(text));
    case '\x15':
    case '\x03':
      return text.slice(0, text.lastIndexOf('\n') + 1);
    case '\x17':
      return text.slice(0, lastWord(text));
    case '\r':
    case '\n':
      return `${text}\n`;
    default:
      return NO_TEXT.test(key) ? text : (text + key.slice(0, MAX_TYPED).replaceAll('\r', '\n')).slice(0, MAX_TYPED);
  }
}

/*
 * Where the last character and the last word begin. Sought from the end: an expression would be tried at every character
 * of a text before the end is found not to follow.
 */

function lastCharacter(text: string): number {
  const isPair = /[\udc00-\udfff]/.test(text.charAt(text.length - 1)) && /[\ud800-\udbff]/.test(text.charAt(text.length - 2));
  return Math.max(0, text.length - (isPair ? 2 : 1));
}

/** Of the line, with the blanks behind it. */
function lastWord(text: string): number {
  let start = text.length;
  while (start > 0 && text.charAt(start - 1) !== '\n' && /\s/.test(text.charAt(start - 1))) start--;
  while (start > 0 && /\S/.test(text.charAt(start - 1))) start--;
  return start;
}
