import { decodeUtf8 } from '../lib/text.ts';
import { COMMA, OPEN_BRACKET } from './ascii.ts';
import { Code, type Recording, type TerminalSize, UNNUMBERED_CODE } from './recording.ts';
import { parseSize } from './terminal-size.ts';

/**
 * Lines are decoded so many bytes at a time (or one, where it is longer). Measured on 100 MB (Node 20): 16 to 64 KB
 * pass 235 MB/s; 4 KB, 256 KB and 1 MB are a fifth slower, and line by line it is 130 MB/s.
 */
const BLOCK_BYTES = 32 * 1024;

type EventLine = readonly [time: number, code: string, data: string];

/** The code of an event as the file has it, as `o`. */
export function eventCodeName({ events, codeNames, bytes }: Recording, index: number): string {
  const code = events.codes[index] as number;
  if (code !== UNNUMBERED_CODE) return codeNames[code] as string;
  return parseLine(bytes, events.timeStarts[index] as number, events.lineEnds[index] as number)[1];
}

/** The data of an event with its escapes resolved. Bytes that are no UTF-8 become U+FFFD; halves of surrogate pairs stay. */
export function eventData({ events, bytes }: Recording, index: number): string {
  return parseLine(bytes, events.timeStarts[index] as number, events.lineEnds[index] as number)[2];
}

/** The size that a resize event names; undefined where it names none that a terminal can have. */
export const eventSize = (recording: Recording, index: number): TerminalSize | undefined => parseSize(eventData(recording, index));

/**
 * The output of the events in [from, to), joined: what a terminal is told. A character whose halves two events have is
 * whole again. The result must fit a string: ask for long stretches in parts.
 */
export function outputText(recording: Recording, from: number, to: number): string {
  let text = '';
  forEachOutput(recording, from, to, (data) => {
    text += data;
  });
  return text;
}

/**
 * Calls `visit` with the data of every output event in [from, to), in order.
 *
 * Lines that follow each other directly are decoded and parsed together, which is nearly twice as fast as one by one.
 */
export function forEachOutput({ events, bytes }: Recording, from: number, to: number, visit: (data: string, index: number) => void): void {
  const { timeStarts, lineEnds, codes } = events;
  let first = from;
  while (first < to) {
    const limit = (timeStarts[first] as number) + BLOCK_BYTES;
    let end = first + 1;
    // One byte between a line's end and the next time is that line's bracket. Anything else lies there where lines are skipped.
    while (end < to && (lineEnds[end] as number) <= limit && (timeStarts[end] as number) - (lineEnds[end - 1] as number) === 1) end++;
    if (end - first > 1) {
      const lines = parseBlock(bytes, timeStarts[first] as number, lineEnds, first, end);
      for (let index = first; index < end; index++) if (codes[index] === Code.output) visit((lines[index - first] as EventLine)[2], index);
    } else if (codes[first] === Code.output) {
      visit(parseLine(bytes, timeStarts[first] as number, lineEnds[first] as number)[2], first);
    }
    first = end;
  }
}

const parseLine = (bytes: Uint8Array, timeStart: number, lineEnd: number): EventLine =>
  JSON.parse(`[${decodeUtf8(bytes.subarray(timeStart, lineEnd))}`) as EventLine;

/** The lines of the events in [first, end) as one JSON list: a comma in the place of every line feed but the last. */
function parseBlock(bytes: Uint8Array, timeStart: number, lineEnds: Uint32Array, first: number, end: number): EventLine[] {
  const blockEnd = lineEnds[end - 1] as number;
  const block = new Uint8Array(1 + blockEnd - timeStart);
  block[0] = OPEN_BRACKET;
  block.set(bytes.subarray(timeStart, blockEnd), 1);
  for (let index = first; index < end - 1; index++) block[(lineEnds[index] as number) - timeStart] = COMMA;
  return JSON.parse(`[${decodeUtf8(block)}]`) as EventLine[];
}
