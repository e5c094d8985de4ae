import { BACKSLASH, QUOTE, SPACE } from './ascii.ts';

/** What a line holds that the fast path of the scanner would not take. */
export type OddLine =
  | { readonly kind: 'comment' }
  | { readonly kind: 'event'; readonly timeText: string; readonly code: string; readonly data: string; readonly oddity?: string }
  /** `timeText`: the number in the place of the time, where there is one. */
  | { readonly kind: 'unreadable'; readonly reason: string; readonly timeText?: string };

/** A number that is the first element of an array: whole, so that one cut off in the middle is not taken. */
const FIRST_NUMBER = /^\[[ \t\r]*(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)[ \t\r]*[,\]]/;

/**
 * Reads a line, given without the white space around it, with `JSON.parse`: slower than the scanner, but complete, and
 * able to say what is wrong.
 *
 * `isTruncated`: it is the last line and has no line end, so that it may have been cut off.
 */
export function readOddLine(content: string, isTruncated: boolean): OddLine {
  if (content.startsWith('#')) return { kind: 'comment' };
  const timeText = FIRST_NUMBER.exec(content)?.[1];
  const unreadable = (reason: string): OddLine => ({ kind: 'unreadable', reason, ...(timeText !== undefined && { timeText }) });

  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    // Not only a SyntaxError: some engines run out of stack where a line nests deeply.
    return unreadable(syntaxFault(content, isTruncated));
  }
  if (!Array.isArray(value)) return unreadable(isHeader(value) ? 'a second header' : `${describe(value)} where an event should be`);
  if (value.length < 3) return unreadable(`an event needs a time, a code and data; this has ${count(value.length, 'element')}`);
  const [time, code, data] = value as unknown[];
  if (typeof time !== 'number' || timeText === undefined) return unreadable(`the time is ${describe(time)}, not a number`);
  if (typeof code !== 'string') return unreadable(`the code is ${describe(code)}, not a text`);
  if (typeof data !== 'string') return unreadable(`the data is ${describe(data)}, not a text`);
  const oddity = value.length > 3 ? `has ${value.length} elements; the first three are used` : undefined;
  return { kind: 'event', timeText, code, data, ...(oddity !== undefined && { oddity }) };
}

/** Why a line is not JSON, in the words of somebody who would mend it. */
function syntaxFault(content: string, isTruncated: boolean): string {
  if (/^\0+$/.test(content)) return `${count(content.length, 'NUL byte')}, as a crashed system leaves them`;
  if (!content.startsWith('[')) return content.startsWith('{') ? 'an object that is not valid JSON' : 'text that is no event';
  if (isTruncated) return 'the line is incomplete: the file ends in it';
  const control = controlCharacterInText(content);
  if (control !== undefined) return `the character U+${hex(control)} must be written as an escape`;
  if (/^\[\s*-?(?:NaN|Infinity)\b/.test(content)) return 'the time is not a number';
  return 'not valid JSON';
}

/** The first control character inside a string literal, which JSON allows nowhere. */
function controlCharacterInText(content: string): number | undefined {
  let isInText = false;
  for (let index = 0; index < content.length; index++) {
    const unit = content.charCodeAt(index);
    if (unit === QUOTE) isInText = !isInText;
    else if (unit === BACKSLASH) index++;
    else if (isInText && unit < SPACE) return unit;
  }
  return undefined;
}

const isHeader = (value: unknown): boolean => typeof value === 'object' && value !== null && 'version' in value;

/** A JSON value in few words. */
export function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return `the text ${quoted(value)}`;
  return value === undefined ? 'missing' : String(value);
}

/** At most 40 characters; the rest of a longer text stands as an ellipsis. */
export const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

/** Shortened, in quotes and with escapes. */
export const quoted = (text: string): string => JSON.stringify(shortened(text));

const count = (amount: number, noun: string): string => `${amount} ${noun}${amount === 1 ? '' : 's'}`;

const hex = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0');
