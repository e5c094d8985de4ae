import type { PrintTrace } from '../terminal/emulator.ts';
import { asciinemaWidths } from '../terminal/widths.ts';
import { type KnownMasks, MaskReader } from './mask-list.ts';
import { isHighSurrogate, isLowSurrogate } from './masking.ts';
import { enlarged, type TracedText } from './traced-text.ts';

/** The numbers are those of the characters beyond the first plane, so that the terminal takes them for characters. */
export const FIRST_NUMBER = 0x10000;
const NUMBERS = 0x100000;

const BLANK = 0x20;

/** No character before takes two columns. */
const FIRST_WIDE = 0x1100;

const HALF = NUMBERS / 2;

/** Most recordings print far less than there are numbers. */
const FIRST_ROOM = 0x4000;

/** The terminal whose printing is traced. */
interface WatchedTerminal {
  /** Goes through all numbers that it has. */
  visitCells(visit: (number: number) => void): void;
  /** It is about to print so many characters of the event elsewhere than next to the last ones. */
  beforePrinting?(event: number, count: number): void;
}

/**
 * Where each character that a terminal shows was printed: numbers stand for the characters in its cells, and here is
 * what each number stands for. They are used again once no cell has them any more.
 */
export class PrintedPlaces implements PrintTrace {
  /** Grow until all numbers have been used once. */
  #characters = new Uint32Array(FIRST_ROOM);
  #events = new Uint32Array(FIRST_ROOM);
  #offsets = new Int32Array(FIRST_ROOM);
  #marked = new Uint8Array(FIRST_ROOM);
  #used = 0;
  /** 1 for numbers that some cell had when the half that they are in was begun again. */
  #taken = new Uint8Array(0);
  readonly #masks: MaskReader;
  /** Gets what is printed, in order, with a line feed wherever the cursor was moved between. */
  readonly #stream: TracedText;
  #next = 0;
  #watched: WatchedTerminal | undefined;

  #event = 0;
  /** Where in the data of the event the text begins that is being written. */
  #base = 0;
  /** Per character of that text its offset in it; undefined where the two are the same. */
  #textOffsets: Int32Array | undefined;
  #startsInside = false;

  constructor(known: KnownMasks, stream: TracedText) {
    this.#masks = new MaskReader(known);
    this.#stream = stream;
  }

  watch(terminal: WatchedTerminal): void {
    this.#watched = terminal;
  }

  /** To be told before the terminal is: which part of which event comes. */
  begin(event: number, base: number, text: string): void {
    this.#event = event;
    this.#base = base;
    this.#masks.begin(event);
    this.#textOffsets = this.#startsInside || IS_UNEVEN.test(text) ? characterOffsets(text, this.#startsInside) : undefined;
    this.#startsInside = endsInside(text, this.#startsInside);
  }

  replace(characters: Uint32Array, start: number, end: number, isNextTo: boolean): void {
    if (!isNextTo) {
      this.#stream.breakLine();
      this.#watched?.beforePrinting?.(this.#event, end - start);
    }
    for (let at = start; at < end; at++) {
      const offset = this.#base + (this.#textOffsets === undefined ? at : (this.#textOffsets[at] as number));
      const character = this.#masks.shown(offset, characters[at] as number);
      this.#stream.push(character, this.#event, offset);
      const number = this.#take();
      this.#characters[number] = character;
      this.#events[number] = this.#event;
      this.#offsets[number] = offset;
      this.#marked[number] = 0;
      characters[at] = number + FIRST_NUMBER;
    }
  }

  characterOf(number: number): number {
    return number < FIRST_NUMBER ? number : (this.#characters[number - FIRST_NUMBER] as number);
  }

  /**
   * Puts what numbers stand for into `units`, a blank for none. Only so long as each is one unit and one column wide:
   * answers whether that is so to the end.
   */
  readPlain(numbers: Uint32Array, units: Uint16Array): boolean {
    const characters = this.#characters;
    for (let at = 0; at < numbers.length; at++) {
      const number = numbers[at] as number;
      const character = number < FIRST_NUMBER ? number || BLANK : (characters[number - FIRST_NUMBER] as number);
      if (character >= FIRST_WIDE && (character > 0xffff || asciinemaWidths.wcwidth(character) === 2)) return false;
      units[at] = character;
    }
    return true;
  }

  eventOf(number: number): number {
    return this.#events[number - FIRST_NUMBER] as number;
  }

  /** −1: it began as the last thing in the output before. */
  offsetOf(number: number): number {
    return this.#offsets[number - FIRST_NUMBER] as number;
  }

  /** Whether this is asked for the first time of what the number stands for. */
  mark(number: number): boolean {
    const isFirst = this.#marked[number - FIRST_NUMBER] === 0;
    this.#marked[number - FIRST_NUMBER] = 1;
    return isFirst;
  }

  #take(): number {
    if (this.#used < NUMBERS) {
      if (this.#used === this.#characters.length) this.#grow();
      return this.#used++;
    }
    if (this.#taken.length === 0) this.#taken = new Uint8Array(NUMBERS);
    for (let tries = 0; tries <= NUMBERS + HALF; tries++) {
      // Half of all at a time, so that what was numbered just now and is in no cell yet is not mistaken for free.
      if (this.#next % HALF === 0) this.#findTaken();
      const number = this.#next;
      this.#next = (number + 1) % NUMBERS;
      if (this.#taken[number] === 0) return number;
    }
    throw new RangeError('The screen has too many characters to tell where they came from.');
  }

  #grow(): void {
    const length = this.#used * 2;
    this.#characters = enlarged(this.#characters, new Uint32Array(length));
    this.#events = enlarged(this.#events, new Uint32Array(length));
    this.#offsets = enlarged(this.#offsets, new Int32Array(length));
    this.#marked = enlarged(this.#marked, new Uint8Array(length));
  }

  #findTaken(): void {
    const start = this.#next;
    this.#taken.fill(0, start, start + HALF);
    this.#watched?.visitCells((number) => {
      const index = number - FIRST_NUMBER;
      if (index >= start && index < start + HALF) this.#taken[index] = 1;
    });
  }
}

/** Halves of characters, and the mark that terminals pass over. */
const IS_UNEVEN = /[\ud800-\udfff\ufeff]/;
const BYTE_ORDER_MARK = 0xfeff;

/** Where in a text the characters begin that a terminal finds in it: −1 for one whose first half it was told before. */
function characterOffsets(text: string, startsInside: boolean): Int32Array {
  const offsets = new Int32Array(text.length + 1);
  let count = 0;
  let at = 0;
  if (startsInside && text !== '') {
    offsets[count++] = -1;
    if (!isLowSurrogate(text.charCodeAt(0))) offsets[count++] = 0;
    at = 1;
  }
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === BYTE_ORDER_MARK) continue;
    offsets[count++] = at;
    if (!isHighSurrogate(unit)) continue;
    at++;
    // Whatever follows half a character is a character, if only a mark.
    if (at < text.length && !isLowSurrogate(text.charCodeAt(at))) offsets[count++] = at;
  }
  return offsets;
}

/** Whether the terminal has half a character at the end of the text. */
function endsInside(text: string, startsInside: boolean): boolean {
  if (text === '') return startsInside;
  let inside = startsInside;
  // Only a run of halves at the end matters, and how many there are.
  let at = text.length - 1;
  while (at >= 0 && isHighSurrogate(text.charCodeAt(at))) at--;
  if (at >= 0) inside = false;
  const halves = text.length - 1 - at;
  return (halves + (inside ? 1 : 0)) % 2 === 1;
}
