import { deflateSync, inflateSync } from 'fflate';
import type { TerminalSize } from '../../cast/recording.ts';
import { upperBound } from '../../lib/binary-search.ts';
import { decodeUtf8, encodeUtf8 } from '../../lib/text.ts';
import { repaintText } from '../terminal/repaint.ts';
import type { Screen } from '../terminal/screen.ts';

/** What takes a terminal of a size, in any state, to the screen at a position. */
export interface Keyframe {
  readonly position: number;
  readonly size: TerminalSize;
  readonly text: string;
}

interface PackedKeyframe {
  readonly position: number;
  readonly size: TerminalSize;
  readonly packed: Uint8Array;
}

/** So much of a recording's text is told to a terminal in some five milliseconds. */
const SPACING_BYTES = 256 * 1024;

/** What a cell adds to the spacing: painting large screens takes longer than telling little. */
const SPACING_BYTES_PER_CELL = 8;

const BUDGET_BYTES = 64 * 1024 * 1024;

/** What one takes beside its packed text. */
const OVERHEAD_BYTES = 200;

/** The least effort: those of 100 MB are below a megabyte with it. */
const LEVEL = 1;

/**
 * Screens of a recording, in order, from which any other one is reached quickly. They are kept packed; where they take
 * more memory than they may all the same, every second one goes, and from then on there are half as many.
 */
export class Keyframes {
  #disputedPosition = Number.POSITIVE_INFINITY;
  readonly #budgetBytes: number;
  #kept: PackedKeyframe[] = [];
  #positions: number[] = [];
  #bytes = 0;
  #thinning = 1;
  /** Of the last one's text. A sequence that is not ended by megabytes grows with each. */
  #lastLength = 0;
  #unpacked: Keyframe | undefined;

  constructor(budgetBytes = BUDGET_BYTES) {
    this.#budgetBytes = budgetBytes;
  }

  /** Memory that they take, about. */
  get bytes(): number {
    return this.#bytes;
  }

  get count(): number {
    return this.#kept.length;
  }

  /** Position of the last one of all; 0 where there is none. */
  get lastPosition(): number {
    return this.#positions.at(-1) ?? 0;
  }

  /** The first position with text before it that terminals do not agree on the width of, as far as keyframes were made. */
  get disputedPosition(): number {
    return this.#disputedPosition;
  }

  noteDisputed(position: number): void {
    this.#disputedPosition = Math.min(this.#disputedPosition, position);
  }

  /** What should lie between two on a terminal of that size, as `tellingBytes` counts. */
  spacingBytes({ cols, rows }: TerminalSize): number {
    return Math.max(SPACING_BYTES, cols * rows * SPACING_BYTES_PER_CELL, this.#lastLength * 2) * this.#thinning;
  }

  /** Of a position after those of all others. */
  add(position: number, screen: Screen): void {
    const text = repaintText(screen);
    const packed = deflateSync(packedText(text), { level: LEVEL });
    this.#lastLength = text.length;
    this.#kept.push({ position, size: screen.size, packed });
    this.#positions.push(position);
    this.#bytes += packed.length + OVERHEAD_BYTES;
    while (this.#bytes > this.#budgetBytes && this.#kept.length > 1) this.#thin();
  }

  /** Position of the last one at or before a position; 0 where there is none. */
  positionBefore(position: number): number {
    return this.#positions[upperBound(this.#positions, position) - 1] ?? 0;
  }

  /** The last one at or before a position; undefined where there is none. */
  before(position: number): Keyframe | undefined {
    const kept = this.#kept[upperBound(this.#positions, position) - 1];
    if (kept && this.#unpacked?.position !== kept.position) {
      this.#unpacked = { position: kept.position, size: kept.size, text: unpackedText(inflateSync(kept.packed)) };
    }
    return kept && this.#unpacked;
  }

  #thin(): void {
    this.#kept = this.#kept.filter((_, index) => index % 2 === 1);
    this.#positions = this.#kept.map(({ position }) => position);
    this.#bytes = this.#kept.reduce((sum, { packed }) => sum + packed.length + OVERHEAD_BYTES, 0);
    this.#thinning *= 2;
  }
}

/** As JSON, because a sequence that is unfinished can end with half of a surrogate pair, which UTF-8 has no way to write. */
const packedText = (text: string): Uint8Array => encodeUtf8(JSON.stringify(text));

const unpackedText = (bytes: Uint8Array): string => JSON.parse(decodeUtf8(bytes)) as string;
