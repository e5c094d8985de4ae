import { BACKSLASH, COMMA, HASH, isWhitespace, QUOTE } from '../cast/ascii.ts';

/** Finding the parts of an event's line, `[time, "code", "data"]`, in the bytes of a recording. The reader has checked the line. */

/** One past the number that begins at `timeStart`. */
export function timeEnd(bytes: Uint8Array, timeStart: number): number {
  let at = timeStart;
  while (bytes[at] !== COMMA && !isWhitespace(bytes[at] as number)) at++;
  return at;
}

/** Where the text of an event's data begins: right after its opening quote. */
export function dataStart(bytes: Uint8Array, timeStart: number): number {
  const code = bytes.indexOf(QUOTE, timeStart) + 1;
  return bytes.indexOf(QUOTE, stringEnd(bytes, code) + 1) + 1;
}

/** The closing quote of the string whose text begins at `start`. */
export function stringEnd(bytes: Uint8Array, start: number): number {
  let at = start;
  while (bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
  return at;
}

/** Whether the line that begins at `start` holds nothing, or a comment. */
export function isBlankOrComment(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at < end && isWhitespace(bytes[at] as number)) at++;
  return at === end || bytes[at] === HASH;
}
