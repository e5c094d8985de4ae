import { encodeUtf8 } from '../lib/text.ts';
import { decimalMicros } from './decimal-micros.ts';
import { type HeaderObject, isObject } from './header.ts';
import { jsonText } from './header-text.ts';
import type { NoteList } from './note-list.ts';
import { describe } from './odd-line.ts';
import { MAX_MICROS, MICROS_PER_SECOND } from './time.ts';

/** Texts are joined and encoded in pieces of so many events, so that only a piece exists twice. */
const EVENTS_PER_PIECE = 4096;

/**
 * A recording of version 1 (one JSON document) as the text of version 2: the header keeps its keys without `stdout`,
 * intervals become absolute times (each rounded to the microsecond, then summed; plan-format §1).
 *
 * Entries that cannot be used are noted at `line`, where the document begins: what counts for finding them is their
 * number. Their intervals still pass. Throws `CastError` for a header that `jsonText` refuses.
 */
export function rewriteVersionOne(
  document: HeaderObject,
  stdout: readonly unknown[],
  line: number,
  notes: NoteList,
): Uint8Array<ArrayBuffer> {
  const members = Object.entries(document).filter(([key]) => key !== 'stdout');
  const header = Object.fromEntries(members.map(([key, value]) => [key, key === 'version' ? 2 : value]));
  const pieces = [encodeUtf8(`${jsonText(header)}\n`)];
  let lines: string[] = [];
  let clock = 0;
  const endPiece = () => {
    pieces.push(encodeUtf8(lines.join('')));
    lines = [];
  };
  for (const [index, entry] of stdout.entries()) {
    const place = `stdout[${index}]`;
    const [interval, data] = Array.isArray(entry) ? (entry as unknown[]) : [];
    // The shortest text of a double has the digits of the file, as long as those were at most 15.
    const micros = typeof interval === 'number' ? decimalMicros(String(interval)) : undefined;
    const time = clock + Math.max(micros ?? 0, 0);
    const fault = faultOf(entry, micros, time);
    if (time <= MAX_MICROS) clock = time;
    if (fault !== undefined) {
      notes.addUnreadable(line, `${place}: ${fault}`);
      continue;
    }
    if (micros !== undefined && micros < 0) notes.addOddity(line, `${place}: the interval ${interval} is negative and counts as 0`);
    if (Array.isArray(entry) && entry.length > 2) notes.addOddity(line, `${place}: has ${entry.length} elements; the first two are used`);
    lines.push(`[${secondsText(time)}, "o", ${JSON.stringify(data)}]\n`);
    if (lines.length === EVENTS_PER_PIECE) endPiece();
  }
  endPiece();
  return joined(pieces);
}

/** Why an entry of `stdout` is no event; undefined where it is one. */
function faultOf(entry: unknown, micros: number | undefined, time: number): string | undefined {
  if (!Array.isArray(entry)) return `${describe(entry)} where an event should be`;
  if (entry.length < 2) return `an event needs an interval and data; this has ${entry.length} of them`;
  if (micros === undefined) return `the interval is ${describe(entry[0])}, not a number`;
  if (time > MAX_MICROS) return `the time is beyond ${Math.floor(MAX_MICROS / MICROS_PER_SECOND)} seconds`;
  if (typeof entry[1] !== 'string') return `the data is ${describe(entry[1])}, not a text`;
  return undefined;
}

/** The list of output that makes a document one of version 1; undefined where it is none. */
export const versionOneOutput = (value: unknown): readonly unknown[] | undefined =>
  isObject(value) && value.version === 1 && Array.isArray(value.stdout) ? value.stdout : undefined;

/** Not by division: far out, a double of seconds does not hold every microsecond. */
const secondsText = (micros: number): string =>
  `${Math.floor(micros / MICROS_PER_SECOND)}.${String(micros % MICROS_PER_SECOND).padStart(6, '0')}`;

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
