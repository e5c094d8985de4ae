import { decodeUtf8 } from '../lib/text.ts';
import {
  BACKSLASH,
  byteSet,
  CARRIAGE_RETURN,
  CLOSE_BRACKET,
  COMMA,
  DIGIT_0,
  DIGIT_9,
  DOT,
  isWhitespace,
  LETTER_U,
  LINE_FEED,
  OPEN_BRACKET,
  QUOTE,
  SPACE,
  skipWhitespace,
  TAB,
} from './ascii.ts';
import { CodeNumbers } from './code-numbers.ts';
import { ColumnBuilder } from './column-builder.ts';
import { decimalMicros } from './decimal-micros.ts';
import type { NoteList } from './note-list.ts';
import { quoted, readOddLine, shortened } from './odd-line.ts';
import { Code, type EventColumns } from './recording.ts';
import { parseSize } from './terminal-size.ts';
import { MAX_MICROS, MICROS_PER_SECOND } from './time.ts';

/** Longer lines are unreadable: engines hold strings of 512 MiB at most, and escapes need room while they are decoded. */
const MAX_LINE_BYTES = 256 * 1024 * 1024;

/** More digits of whole seconds than this go the slow way; up to here an integer of 32 bits holds them. */
const MAX_WHOLE_DIGITS = 9;

const NOT_SIMPLE = 255;

/** The codes of one letter whose data may be any text. A resize needs a look at its data. */
const SIMPLE_CODES = new Uint8Array(256).fill(NOT_SIMPLE);
SIMPLE_CODES['o'.charCodeAt(0)] = Code.output;
SIMPLE_CODES['i'.charCodeAt(0)] = Code.input;
SIMPLE_CODES['m'.charCodeAt(0)] = Code.marker;
SIMPLE_CODES['x'.charCodeAt(0)] = Code.exit;

const IS_ESCAPE = byteSet('"\\/bfnrt');
const IS_HEX = byteSet('0123456789abcdefABCDEF');

/** What is missing to six decimals, by how many there are. */
const FRACTION_SCALE = new Int32Array([1_000_000, 100_000, 10_000, 1000, 100, 10, 1]);

/**
 * Turns the lines of a recording's body into columns.
 *
 * `scan` is the hot loop. It takes the lines that recorders write and checks them byte by byte, so that each is known
 * to be valid JSON; anything else is read again, slowly, by `readOddLine`. Measured on 100 MB (Node 20, one core): such
 * a scan passes 1.4 GB/s on its own, `indexOf` for the line end 1.8 GB/s on lines of 100 bytes but 0.8 GB/s on lines
 * of 20, and it lets raw control characters and bad escapes pass, on which players fail. Comparing four bytes at once
 * gained 10 %, not worth its weight. What counts is that nothing is allocated per line and that bytes are only read
 * up to a line feed, never beyond the array.
 */
export class LineScanner {
  readonly #isIntervals: boolean;
  readonly #notes: NoteList;
  readonly #columns = new ColumnBuilder();
  readonly #codeNumbers = new CodeNumbers();
  /** Lines seen so far, the header's included. */
  #line: number;
  #length = 0;
  /** What intervals count from: the last event, or an unreadable line after it that let its time pass. */
  #clock = 0;
  #lastTime = 0;
  #isSubMillisecond = false;

  /** `line`: the number of the header's last line. */
  constructor(textVersion: 2 | 3, line: number, notes: NoteList) {
    this.#isIntervals = textVersion === 3;
    this.#line = line;
    this.#notes = notes;
  }

  get eventCount(): number {
    return this.#length;
  }

  get isSubMillisecond(): boolean {
    return this.#isSubMillisecond;
  }

  get codeNames(): readonly string[] {
    return this.#codeNumbers.names;
  }

  finish(): EventColumns {
    return this.#columns.finish(this.#length);
  }

  /** Reads whole lines: `end` is right after a line feed. `expectedBytes`, the size of the text, may be a guess. */
  scan(bytes: Uint8Array, from: number, end: number, expectedBytes: number): void {
    let { times, codes, timeStarts, lineEnds, capacity } = this.#columns;
    const isIntervals = this.#isIntervals;
    let length = this.#length;
    let line = this.#line;
    let clock = this.#clock;
    let lastTime = this.#lastTime;
    let isSubMillisecond = this.#isSubMillisecond;
    let at = from;

    while (at < end) {
      const lineStart = at;
      line++;
      let byte = bytes[at] as number;
      // biome-ignore lint/suspicious/noConfusingLabels: the one way out of every check to the slow path, without a call or a flag per line
      simple: {
        while (byte === SPACE || byte === TAB) byte = bytes[++at] as number;
        if (byte !== OPEN_BRACKET) break simple;
        byte = bytes[++at] as number;
        while (byte === SPACE) byte = bytes[++at] as number;

        const timeStart = at;
        if (byte < DIGIT_0 || byte > DIGIT_9) break simple;
        let whole = byte - DIGIT_0;
        byte = bytes[++at] as number;
        if (whole === 0 && byte >= DIGIT_0 && byte <= DIGIT_9) break simple;
        while (byte >= DIGIT_0 && byte <= DIGIT_9) {
          whole = whole * 10 + byte - DIGIT_0;
          byte = bytes[++at] as number;
        }
        if (at - timeStart > MAX_WHOLE_DIGITS) break simple;
        let micros = 0;
        if (byte === DOT) {
          const fractionStart = ++at;
          let roundUp = 0;
          byte = bytes[at] as number;
          while (byte >= DIGIT_0 && byte <= DIGIT_9) {
            const place = at - fractionStart;
            if (place < 6) micros = micros * 10 + byte - DIGIT_0;
            else if (place === 6 && byte >= DIGIT_0 + 5) roundUp = 1;
            byte = bytes[++at] as number;
          }
          const digits = at - fractionStart;
          if (digits === 0) break simple;
          if (digits < 6) micros *= FRACTION_SCALE[digits] as number;
          micros += roundUp;
        }

        while (byte === SPACE) byte = bytes[++at] as number;
        if (byte !== COMMA) break simple;
        byte = bytes[++at] as number;
        while (byte === SPACE) byte = bytes[++at] as number;
        if (byte !== QUOTE) break simple;
        const code = SIMPLE_CODES[bytes[++at] as number] as number;
        if (code === NOT_SIMPLE) break simple;
        if ((bytes[++at] as number) !== QUOTE) break simple;
        byte = bytes[++at] as number;
        while (byte === SPACE) byte = bytes[++at] as number;
        if (byte !== COMMA) break simple;
        byte = bytes[++at] as number;
        while (byte === SPACE) byte = bytes[++at] as number;
        if (byte !== QUOTE) break simple;

        byte = bytes[++at] as number;
        while (byte !== QUOTE) {
          if (byte === BACKSLASH) {
            byte = bytes[at + 1] as number;
            if (IS_ESCAPE[byte] === 1) at += 2;
            else if (byte === LETTER_U && hasFourHexDigits(bytes, at + 2)) at += 6;
            else break simple;
          } else if (byte < SPACE) break simple;
          else at++;
          byte = bytes[at] as number;
        }

        byte = bytes[++at] as number;
        while (byte === SPACE) byte = bytes[++at] as number;
        if (byte !== CLOSE_BRACKET) break simple;
        byte = bytes[++at] as number;
        while (byte === SPACE || byte === CARRIAGE_RETURN || byte === TAB) byte = bytes[++at] as number;
        if (byte !== LINE_FEED || at - lineStart > MAX_LINE_BYTES) break simple;

        let time = whole * MICROS_PER_SECOND + micros;
        if (isIntervals) {
          time += clock;
          if (time > MAX_MICROS) break simple;
        } else if (time < lastTime) {
          this.#noteBackwards(line, lastTime, time);
          time = lastTime;
        }
        at++;
        if (length === capacity) {
          this.#columns.grow(lineStart, expectedBytes);
          ({ times, codes, timeStarts, lineEnds, capacity } = this.#columns);
        }
        if (!isSubMillisecond) {
          const interval = time - lastTime;
          isSubMillisecond = Math.floor(interval / 1000) * 1000 !== interval;
        }
        times[length] = time;
        codes[length] = code;
        timeStarts[length] = timeStart;
        lineEnds[length] = at;
        length++;
        clock = time;
        lastTime = time;
        continue;
      }
      at = bytes.indexOf(LINE_FEED, at) + 1;
      this.#line = line;
      this.#length = length;
      this.#clock = clock;
      this.#lastTime = lastTime;
      this.#isSubMillisecond = isSubMillisecond;
      this.#takeOddLine(bytes, lineStart, at, false, expectedBytes);
      ({ times, codes, timeStarts, lineEnds, capacity } = this.#columns);
      length = this.#length;
      clock = this.#clock;
      lastTime = this.#lastTime;
      isSubMillisecond = this.#isSubMillisecond;
    }
    this.#line = line;
    this.#length = length;
    this.#clock = clock;
    this.#lastTime = lastTime;
    this.#isSubMillisecond = isSubMillisecond;
  }

  /** Reads the last line of a text that does not end with a line feed. */
  scanUnended(bytes: Uint8Array, from: number, end: number): void {
    this.#line++;
    this.#takeOddLine(bytes, from, end, true, end);
  }

  #takeOddLine(bytes: Uint8Array, start: number, end: number, isTruncated: boolean, expectedBytes: number): void {
    const contentStart = skipWhitespace(bytes, start, end);
    if (contentStart === end) return;
    if (end - start > MAX_LINE_BYTES) {
      this.#notes.addUnreadable(this.#line, `the line has ${end - start} bytes; ${MAX_LINE_BYTES} are the most that can be decoded`);
      return;
    }
    let contentEnd = end;
    while (isWhitespace(bytes[contentEnd - 1] as number)) contentEnd--;
    const found = readOddLine(decodeUtf8(bytes.subarray(contentStart, contentEnd)), isTruncated);
    if (found.kind === 'comment') return;
    const time = found.timeText === undefined ? undefined : this.#timeAt(found.timeText);
    if (found.kind === 'unreadable') {
      this.#notes.addUnreadable(this.#line, found.reason);
      if (this.#isIntervals && time !== undefined && time <= MAX_MICROS) this.#clock = time;
      return;
    }
    if (time === undefined || time > MAX_MICROS) {
      this.#notes.addUnreadable(
        this.#line,
        `the time ${shortened(found.timeText)} is beyond ${Math.floor(MAX_MICROS / MICROS_PER_SECOND)} seconds`,
      );
      return;
    }
    this.#noteOddities(found);
    const timeStart = skipWhitespace(bytes, bytes.indexOf(OPEN_BRACKET, contentStart) + 1, end);
    this.#append(time, this.#codeNumbers.numberOf(found.code), timeStart, end, expectedBytes);
  }

  /** Absolute time of an event whose time reads `timeText`, or beyond the bound. */
  #timeAt(timeText: string): number {
    const micros = decimalMicros(timeText);
    return this.#isIntervals ? this.#clock + Math.max(micros, 0) : micros;
  }

  #noteOddities({ timeText, code, data, oddity }: { timeText: string; code: string; data: string; oddity?: string }): void {
    const micros = decimalMicros(timeText);
    if (this.#isIntervals && micros < 0)
      this.#notes.addOddity(this.#line, `the interval ${shortened(timeText)} is negative and counts as 0`);
    if (!this.#isIntervals && micros < this.#lastTime) this.#noteBackwards(this.#line, this.#lastTime, micros);
    if (oddity !== undefined) this.#notes.addOddity(this.#line, oddity);
    if (code === 'r' && parseSize(data) === undefined) {
      this.#notes.addOddity(this.#line, `${quoted(data)} is no terminal size (1x1 to 10000x10000); the resize is ignored`);
    }
  }

  #noteBackwards(line: number, from: number, to: number): void {
    this.#notes.addOddity(
      line,
      `time goes back from ${from / MICROS_PER_SECOND} to ${to / MICROS_PER_SECOND}; ${from / MICROS_PER_SECOND} is used`,
    );
  }

  #append(time: number, code: number, timeStart: number, lineEnd: number, expectedBytes: number): void {
    const index = this.#length++;
    const columns = this.#columns;
    if (index === columns.capacity) columns.grow(timeStart, expectedBytes);
    const used = Math.max(time, this.#lastTime);
    if ((used - this.#lastTime) % 1000 !== 0) this.#isSubMillisecond = true;
    columns.times[index] = used;
    columns.codes[index] = code;
    columns.timeStarts[index] = timeStart;
    columns.lineEnds[index] = lineEnd;
    this.#clock = used;
    this.#lastTime = used;
  }
}

/** Stops at the first byte that is none, so it never reads past a line feed. */
function hasFourHexDigits(bytes: Uint8Array, at: number): boolean {
  return (
    IS_HEX[bytes[at] as number] === 1 &&
    IS_HEX[bytes[at + 1] as number] === 1 &&
    IS_HEX[bytes[at + 2] as number] === 1 &&
    IS_HEX[bytes[at + 3] as number] === 1
  );
}
