import type { Range } from '../lib/ranges.ts';
import { decodeUtf8 } from '../lib/text.ts';
import { CARRIAGE_RETURN, isWhitespace, LINE_FEED, OPEN_BRACE } from './ascii.ts';
import { CastError } from './cast-error.ts';
import { type HeaderObject, isObject, readHeader } from './header.ts';
import { HeaderFinder } from './header-finder.ts';
import { LineScanner } from './line-scanner.ts';
import { NoteList } from './note-list.ts';
import { describe } from './odd-line.ts';
import type { Header, Recording } from './recording.ts';
import { describeForeign, SNIFF_BYTES } from './sniff.ts';
import { rewriteVersionOne, versionOneOutput } from './v1.ts';

/** Offsets into the text fit 32 bits, and it fits one array of every browser. */
export const MAX_TEXT_BYTES = 2 ** 31 - 1;

/** A header, or a whole document of version 1, is decoded in one piece, and engines hold strings of 512 MiB at most. */
const MAX_DOCUMENT_BYTES = 256 * 1024 * 1024;

const FIRST_CAPACITY = 64 * 1024;

export interface ReadOptions {
  /** Refuse a text that has an unreadable line (`CastError` "corrupt") instead of skipping the line. */
  readonly strict?: boolean;
}

/** What is known once the header has been read. */
interface Start {
  readonly version: 2 | 3;
  readonly header: Header;
  readonly headerRange: Range;
  readonly bodyStart: number;
  readonly lineEnding: '\n' | '\r\n';
  readonly scanner: LineScanner;
}

/**
 * Reads a recording of version 1, 2 or 3, told by what it holds, from pieces of any size (plan-format §1 and §7). The
 * text is not compressed. Lines that cannot be used are skipped and reported, see `Recording.report`.
 *
 * A document of version 1 is rewritten as version 2 once it is complete.
 */
export class CastReader {
  readonly #notes: NoteList;
  readonly #finder = new HeaderFinder();
  #bytes: Uint8Array<ArrayBuffer>;
  #length = 0;
  /** One past the last line feed that came. */
  #lastLineEnd = 0;
  /** Up to where lines were read. */
  #scanned = 0;
  #start: Start | undefined;
  #isDocument = false;

  /** `expectedBytes`: the size of the text where it is known, so that memory is allocated once. It may be wrong. */
  constructor({ expectedBytes = FIRST_CAPACITY, strict = false }: ReadOptions & { readonly expectedBytes?: number } = {}) {
    this.#notes = new NoteList(strict);
    this.#bytes = allocate(Math.min(expectedBytes, MAX_TEXT_BYTES));
  }

  get bytesRead(): number {
    return this.#length;
  }

  /** Events found so far; of a document of version 1, none before it is complete. */
  get eventCount(): number {
    return this.#start?.scanner.eventCount ?? 0;
  }

  /** Takes the next piece of the text. Throws `CastError` as soon as it is clear that this is no recording that can be read. */
  push(chunk: Uint8Array): void {
    this.#reserve(chunk.length);
    this.#bytes.set(chunk, this.#length);
    this.#accept(chunk.length);
  }

  /** Takes the whole text at once, instead of pieces, and keeps it without a copy. */
  adopt(bytes: Uint8Array<ArrayBuffer>): void {
    if (bytes.length > MAX_TEXT_BYTES) throw tooLarge();
    // A view of the plainest kind: what Node reads is a subclass, whose other methods differ, and which the scan would not be compiled for.
    this.#bytes = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#accept(bytes.length);
  }

  /** Ends the text. Throws `CastError` where it is no recording that can be read. */
  finish(): Recording {
    if (this.#length === 0) throw new CastError('empty', 'The file is empty.');
    if (this.#start === undefined && !this.#isDocument) this.#readHeader(true);
    if (this.#isDocument) return this.#finishDocument();
    const start = this.#start as Start;
    this.#scanLines();
    if (this.#scanned < this.#length) start.scanner.scanUnended(this.#bytes, this.#scanned, this.#length);
    const { version, header, headerRange, bodyStart, lineEnding, scanner } = start;
    const text = this.#bytes.subarray(0, this.#length);
    return {
      version,
      textVersion: version,
      bytes: text,
      sourceText: text,
      header,
      headerRange,
      bodyStart,
      lineEnding,
      events: scanner.finish(),
      codeNames: scanner.codeNames,
      isSubMillisecond: scanner.isSubMillisecond,
      report: this.#notes.report(),
    };
  }

  #reserve(size: number): void {
    const needed = this.#length + size;
    if (needed > MAX_TEXT_BYTES) throw tooLarge();
    if (needed <= this.#bytes.length) return;
    const grown = allocate(Math.min(Math.max(needed, this.#bytes.length * 2, FIRST_CAPACITY), MAX_TEXT_BYTES));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }

  /** Reads on after `size` bytes were added. Whole lines only, so that a line is read once, however many pieces it comes in. */
  #accept(size: number): void {
    const from = this.#length;
    this.#length += size;
    const lineFeed = this.#bytes.subarray(from, this.#length).lastIndexOf(LINE_FEED);
    if (lineFeed >= 0) this.#lastLineEnd = from + lineFeed + 1;
    if (this.#isDocument) return;
    if (this.#start === undefined) this.#readHeader(false);
    this.#scanLines();
  }

  #scanLines(): void {
    if (this.#start === undefined || this.#lastLineEnd <= this.#scanned) return;
    this.#start.scanner.scan(this.#bytes, this.#scanned, this.#lastLineEnd, this.#bytes.length);
    this.#scanned = this.#lastLineEnd;
  }

  /** Reads the header, once its line is complete or the text has ended. */
  #readHeader(isEnd: boolean): void {
    const finder = this.#finder;
    const bytes = this.#bytes;
    finder.advance(bytes, this.#length);
    const { start, end } = finder;
    if (start !== undefined && bytes[start] !== OPEN_BRACE) {
      // A few bytes more may say better what it is.
      if (isEnd || this.#length >= SNIFF_BYTES) throw foreign(bytes.subarray(0, this.#length));
      return;
    }
    if (start === undefined || end === undefined) {
      if (this.#length - (start ?? 0) > MAX_DOCUMENT_BYTES) throw documentTooLarge();
      if (isEnd) throw incompleteHeader(start);
      return;
    }
    if (end - start > MAX_DOCUMENT_BYTES) throw documentTooLarge();
    const isLineComplete = this.#lastLineEnd >= end + 1;
    if (!isLineComplete && !isEnd) return;

    const object = parseHeaderObject(bytes.subarray(start, end));
    if (versionOneOutput(object) !== undefined) {
      this.#isDocument = true;
      return;
    }
    const version = versionOf(object);
    const lineFeed = isLineComplete ? bytes.indexOf(LINE_FEED, end) : -1;
    const bodyStart = lineFeed >= 0 ? lineFeed + 1 : this.#length;
    this.#noteRestOfLine(end, bodyStart);
    const { header, oddities } = readHeader(object, version);
    for (const reason of oddities) this.#notes.addOddity(finder.startLine, reason);
    const lineEnding = lineFeed > 0 && bytes[lineFeed - 1] === CARRIAGE_RETURN ? '\r\n' : '\n';
    const scanner = new LineScanner(version, finder.line, this.#notes);
    this.#start = { version, header, headerRange: { start, end }, bodyStart, lineEnding, scanner };
    this.#scanned = bodyStart;
  }

  /** What stands behind the header on its own line, up to `bodyStart`, is lost. */
  #noteRestOfLine(headerEnd: number, bodyStart: number): void {
    const rest = this.#bytes.subarray(headerEnd, bodyStart);
    if (rest.every(isWhitespace)) return;
    if (rest[0] === CARRIAGE_RETURN)
      throw new CastError('not-a-recording', 'Its lines end with carriage returns alone; they must end with line feeds.');
    this.#notes.addUnreadable(this.#finder.line, 'text after the header on the same line');
  }

  #finishDocument(): Recording {
    const { start = 0, end = 0, startLine, line } = this.#finder;
    const document = parseHeaderObject(this.#bytes.subarray(start, end));
    if (!this.#bytes.subarray(end, this.#length).every(isWhitespace))
      this.#notes.addUnreadable(line, 'text after the end of the recording');
    const text = rewriteVersionOne(document, versionOneOutput(document) ?? [], startLine, this.#notes);
    const inner = new CastReader();
    inner.adopt(text);
    const recording = inner.finish();
    for (const { reason } of recording.report.oddities) this.#notes.addOddity(startLine, reason);
    return { ...recording, version: 1, sourceText: this.#bytes.subarray(0, this.#length), report: this.#notes.report() };
  }
}

/** Reads a text that is in memory as a whole, without a copy: the recording keeps `bytes`. Throws `CastError`. */
export function readCast(bytes: Uint8Array<ArrayBuffer>, options: ReadOptions = {}): Recording {
  const reader = new CastReader({ ...options, expectedBytes: 0 });
  reader.adopt(bytes);
  return reader.finish();
}

function parseHeaderObject(bytes: Uint8Array): HeaderObject {
  try {
    const value: unknown = JSON.parse(decodeUtf8(bytes));
    if (isObject(value)) return value;
  } catch {
    // Whatever the engine says of it, the text is at fault.
  }
  throw new CastError('not-a-recording', 'It begins like a recording, but its header is not valid JSON.');
}

const PLAN_KEYS = ['idle_cap', 'speed_regions', 'cuts', 'holds', 'markers', 'redactions'];

/** Throws `CastError` where the object is the header of no version that lies in lines. */
function versionOf(object: HeaderObject): 2 | 3 {
  const { version } = object;
  if (version === 2 || version === 3) return version;
  const hasSize = 'width' in object || 'height' in object || 'term' in object;
  if (!hasSize && PLAN_KEYS.some((key) => key in object)) {
    throw new CastError('not-a-recording', 'It is a Castfold plan, not a recording; open the recording it was made for, then the plan.');
  }
  if (version === undefined) throw new CastError('not-a-recording', 'It is JSON that is no recording: its header names no version.');
  if (version === 1) throw new CastError('not-a-recording', 'It says it is a recording of version 1, but has no list of output (stdout).');
  throw new CastError(
    'unsupported-version',
    `It says that its version is ${describe(version)}; recordings of version 1, 2 and 3 can be read.`,
  );
}

const foreign = (bytes: Uint8Array): CastError =>
  new CastError('not-a-recording', `It is not a terminal recording (asciicast): it looks like ${describeForeign(bytes)}.`);

const incompleteHeader = (start: number | undefined): CastError =>
  start === undefined
    ? new CastError('empty', 'The file holds nothing but blank lines and comments.')
    : new CastError('not-a-recording', 'It begins like a recording, but its header is never closed: the file is incomplete or damaged.');

const tooLarge = (): CastError =>
  new CastError('too-large', `The recording is larger than ${MAX_TEXT_BYTES} bytes (2 GiB), the most that can be read.`);

const documentTooLarge = (): CastError =>
  new CastError('too-large', `Its header, or a recording of version 1, may have ${MAX_DOCUMENT_BYTES} bytes; this has more.`);

/** Throws `CastError` where there is not as much memory. */
function allocate(size: number): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(size);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new CastError('too-large', `The recording needs ${size} bytes of memory, more than there is.`);
  }
}
