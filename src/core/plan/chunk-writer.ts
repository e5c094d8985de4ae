import { LINE_FEED } from '../cast/ascii.ts';
import { encodeUtf8 } from '../lib/text.ts';
import { MAX_TIME_LENGTH, writeFixedSeconds, writeTrimmedSeconds } from './write-time.ts';

const CHUNK_BYTES = 1 << 20;

/** From here on a view of the source is handed out in place of a copy. Below, the chunks would get too small. */
const MIN_VIEW_BYTES = 1 << 16;

/** Up to here a loop over bytes beats `set`, which has to make a view first. Measured in Node 20. */
const MAX_LOOP_BYTES = 96;

/**
 * Bytes go in, chunks of about a mebibyte come out. A chunk is never written again once it was taken; long stretches
 * of a source come out as views of it.
 */
export class ChunkWriter {
  #buffer = new Uint8Array(CHUNK_BYTES);
  #length = 0;
  #full: Uint8Array<ArrayBuffer>[] = [];
  #lastOfFull = LINE_FEED;

  /** The chunks that are complete. */
  take(): readonly Uint8Array<ArrayBuffer>[] {
    const full = this.#full;
    if (full.length > 0) this.#full = [];
    return full;
  }

  /** All that is left. */
  takeRest(): readonly Uint8Array<ArrayBuffer>[] {
    this.#closeChunk();
    return this.take();
  }

  /** Whether a line may begin here. */
  get isAtLineStart(): boolean {
    return (this.#length > 0 ? this.#buffer[this.#length - 1] : this.#lastOfFull) === LINE_FEED;
  }

  /** source[from…to). */
  copy(source: Uint8Array<ArrayBuffer>, from: number, to: number): void {
    const size = to - from;
    if (size > MAX_LOOP_BYTES) {
      this.#copyLong(source, from, to);
      return;
    }
    this.#reserve(size);
    const buffer = this.#buffer;
    let length = this.#length;
    for (let at = from; at < to; at++) buffer[length++] = source[at] as number;
    this.#length = length;
  }

  text(text: string): void {
    const bytes = encodeUtf8(text);
    this.copy(bytes, 0, bytes.length);
  }

  /** Seconds with up to six decimals. */
  trimmedSeconds(micros: number): void {
    this.#reserve(MAX_TIME_LENGTH);
    this.#length = writeTrimmedSeconds(this.#buffer, this.#length, micros);
  }

  /** Seconds with exactly so many decimals, from a count of units of the last one. */
  fixedSeconds(units: number, decimals: 3 | 6): void {
    this.#reserve(MAX_TIME_LENGTH);
    this.#length = writeFixedSeconds(this.#buffer, this.#length, units, decimals);
  }

  #copyLong(source: Uint8Array<ArrayBuffer>, from: number, to: number): void {
    if (to - from < MIN_VIEW_BYTES) {
      this.#reserve(to - from);
      this.#buffer.set(source.subarray(from, to), this.#length);
      this.#length += to - from;
      return;
    }
    this.#closeChunk();
    for (let at = from; at < to; at += CHUNK_BYTES) this.#full.push(source.subarray(at, Math.min(to, at + CHUNK_BYTES)));
    this.#lastOfFull = source[to - 1] as number;
  }

  /** Makes room for so many bytes, fewer than a chunk has. */
  #reserve(size: number): void {
    if (this.#length + size <= CHUNK_BYTES) return;
    this.#closeChunk();
  }

  #closeChunk(): void {
    if (this.#length === 0) return;
    this.#full.push(this.#buffer.subarray(0, this.#length));
    this.#lastOfFull = this.#buffer[this.#length - 1] as number;
    this.#buffer = new Uint8Array(CHUNK_BYTES);
    this.#length = 0;
  }
}
