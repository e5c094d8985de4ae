import { highSurrogate, lowSurrogate, textOf } from './masking.ts';

/** Units that are joined into a string at a time. */
const BLOCK_UNITS = 8192;

const LINE_FEED = 0x0a;

/** A text that grows, and that knows of every UTF-16 unit which event it came from and where in its data it stands. */
export class TracedText {
  #units = new Uint16Array(256);
  #events = new Int32Array(256);
  #offsets = new Int32Array(256);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** `offset`: of the character's first unit; −1 where that was the last one in the output before. */
  push(character: number, event: number, offset: number): void {
    if (character > 0xffff) {
      this.#add(highSurrogate(character), event, offset);
      this.#add(lowSurrogate(character), event, offset + 1);
    } else this.#add(character, event, offset);
  }

  /** Separates what comes from what was: by a line feed that came from nowhere. */
  breakLine(): void {
    if (this.#length > 0 && this.#units[this.#length - 1] !== LINE_FEED) this.#add(LINE_FEED, NOWHERE, 0);
  }

  /** `NOWHERE` for what no event holds. */
  eventAt(unit: number): number {
    return this.#events[unit] as number;
  }

  offsetAt(unit: number): number {
    return this.#offsets[unit] as number;
  }

  /** Leaves only what stands at `unit` and after. */
  dropBefore(unit: number): void {
    this.#units.copyWithin(0, unit, this.#length);
    this.#events.copyWithin(0, unit, this.#length);
    this.#offsets.copyWithin(0, unit, this.#length);
    this.#length -= unit;
  }

  toString(): string {
    let text = '';
    for (let at = 0; at < this.#length; at += BLOCK_UNITS) {
      text += textOf(this.#units.subarray(at, Math.min(at + BLOCK_UNITS, this.#length)));
    }
    return text;
  }

  #add(unit: number, event: number, offset: number): void {
    if (this.#length === this.#units.length) this.#grow();
    this.#units[this.#length] = unit;
    this.#events[this.#length] = event;
    this.#offsets[this.#length] = offset;
    this.#length++;
  }

  #grow(): void {
    const length = this.#length * 2;
    this.#units = enlarged(this.#units, new Uint16Array(length));
    this.#events = enlarged(this.#events, new Int32Array(length));
    this.#offsets = enlarged(this.#offsets, new Int32Array(length));
  }
}

/** In place of an event: nothing in the file says this. */
export const NOWHERE = -0x80000000;

type Numbers = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Int32Array<ArrayBuffer>;

/** `fresh` with all of `old`. */
export function enlarged<T extends Numbers>(old: T, fresh: T): T {
  fresh.set(old);
  return fresh;
}
