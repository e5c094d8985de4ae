import type { Range } from '../lib/ranges.ts';
import { decodeUtf8 } from '../lib/text.ts';
import { BACKSLASH, CLOSE_BRACKET, HASH, isWhitespace, LINE_FEED, QUOTE } from './ascii.ts';
import { eventCodeName, eventData } from './events.ts';
import { unescapedJson } from './json-escapes.ts';
import { Code, KNOWN_CODE_NAMES, type Recording } from './recording.ts';
import { parseSize } from './terminal-size.ts';

/**
 * A text of a recording that neither its header nor what its events are told has, and that a result may have all the same.
 *
 * - `lines`: whole lines, as they are written: comments, and what cannot be read.
 * - `line`: one of those, with its escapes resolved.
 * - `rest`: what follows the header on its line, or the data of an event in its list; as it is written, and once more
 *   with its escapes resolved where it has any.
 * - `code`: the name of a code of the recording's own.
 * - `data`: of a resize that names no size, or an exit that names no status.
 *
 * Several may lie in the same range.
 */
export interface OtherText extends Range {
  readonly kind: 'lines' | 'line' | 'rest' | 'code' | 'data';
  readonly value: string;
}

/** Numbers as processes end with, and no longer ones. */
const EXIT_STATUS = /^-?\d{0,5}$/;

export function otherTexts(recording: Recording): OtherText[] {
  const { bytes, headerRange, bodyStart, events } = recording;
  const texts: OtherText[] = [];
  addLines(texts, bytes, lineStartOf(bytes), headerRange.start);
  addRest(texts, bytes, headerRange.end, bodyStart);
  let end = bodyStart;
  for (let event = 0; event < events.length; event++) {
    const timeStart = events.timeStarts[event] as number;
    // One byte before an event's time is its bracket, mostly the only one since the line before.
    if (timeStart - end > 1) addLines(texts, bytes, end, timeStart);
    addEvent(texts, recording, event);
    end = events.lineEnds[event] as number;
  }
  addLines(texts, bytes, end, bytes.length);
  return texts;
}

/** After the byte order mark, if there is one. */
const lineStartOf = (bytes: Uint8Array): number => (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0);

/** The whole lines in [start, end), and what is left at the end of the text; the beginning of an event is none. */
function addLines(texts: OtherText[], bytes: Uint8Array, start: number, end: number): void {
  const lineFeed = bytes.subarray(start, end).lastIndexOf(LINE_FEED);
  const to = end === bytes.length ? end : start + lineFeed + 1;
  if (bytes.subarray(start, to).every(isWhitespace)) return;
  texts.push({ kind: 'lines', start, end: to, value: decodeUtf8(bytes.subarray(start, to)) });
  for (let at = start; at < to; ) {
    const next = bytes.subarray(at, to).indexOf(LINE_FEED);
    const lineEnd = next < 0 ? to : at + next;
    addUnescaped(texts, bytes, 'line', at, lineEnd);
    at = lineEnd + 1;
  }
}

function addRest(texts: OtherText[], bytes: Uint8Array, start: number, end: number): void {
  let to = end;
  while (to > start && isWhitespace(bytes[to - 1] as number)) to--;
  if (to === start) return;
  texts.push({ kind: 'rest', start, end: to, value: decodeUtf8(bytes.subarray(start, to)) });
  addUnescaped(texts, bytes, 'rest', start, to);
}

function addUnescaped(texts: OtherText[], bytes: Uint8Array, kind: OtherText['kind'], start: number, end: number): void {
  const part = bytes.subarray(start, end);
  if (part.includes(BACKSLASH)) texts.push({ kind, start, end, value: unescapedJson(decodeUtf8(part)) });
}

function addEvent(texts: OtherText[], recording: Recording, event: number): void {
  const { bytes, events, report } = recording;
  const code = events.codes[event] as number;
  const isOwnCode = code >= KNOWN_CODE_NAMES.length;
  const isOddData =
    (code === Code.resize && report.oddityCount > 0 && parseSize(eventData(recording, event)) === undefined) ||
    (code === Code.exit && !EXIT_STATUS.test(eventData(recording, event)));
  // A further element is an oddity: where none was met there is none.
  if (!isOwnCode && !isOddData && report.oddityCount === 0) return;
  const codeRange = stringAfter(bytes, events.timeStarts[event] as number);
  const dataRange = stringAfter(bytes, codeRange.end + 1);
  if (isOwnCode) texts.push({ kind: 'code', ...codeRange, value: eventCodeName(recording, event) });
  if (isOddData) texts.push({ kind: 'data', ...dataRange, value: eventData(recording, event) });
  const close = bytes.subarray(dataRange.end, events.lineEnds[event]).lastIndexOf(CLOSE_BRACKET);
  addRest(texts, bytes, dataRange.end + 1, dataRange.end + close);
}

/** What stands between the next two quotes. */
function stringAfter(bytes: Uint8Array, from: number): Range {
  const start = bytes.indexOf(QUOTE, from) + 1;
  let end = start;
  while (bytes[end] !== QUOTE) end += bytes[end] === BACKSLASH ? 2 : 1;
  return { start, end };
}

/** Whether a line holds a comment, or nothing. */
export function isCommentLine(line: string): boolean {
  const content = line.trimStart();
  return content === '' || content.charCodeAt(0) === HASH;
}
