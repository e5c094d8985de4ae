import type { Emulator } from '../terminal/emulator.ts';
import { asciinemaWidths } from '../terminal/widths.ts';
import { highSurrogate, lowSurrogate, textOf } from './masking.ts';
import { FIRST_NUMBER, type PrintedPlaces } from './printed-places.ts';

/** A text on the screen. Equal lines of two moments are the same object. */
export interface ScreenLine {
  readonly text: string;
  /** Of each UTF-16 unit of the text the number that its cell has; below `FIRST_NUMBER` where none was printed. */
  readonly numbers: Uint32Array;
}

interface TracedRow extends ScreenLine {
  readonly cells: Uint32Array;
  /** The lines that begin with this row, as they were put together last. */
  line: JoinedLine | undefined;
  block: JoinedLine | undefined;
}

interface JoinedLine extends ScreenLine {
  readonly rows: readonly TracedRow[];
}

const NO_NUMBERS = new Uint32Array(0);

const NO_ROW: TracedRow = { cells: NO_NUMBERS, text: '', numbers: NO_NUMBERS, line: undefined, block: undefined };

const BLANK = 0x20;

const SEPARATOR: ScreenLine = { text: '\n', numbers: new Uint32Array(1) };

/** Rows of the screen, the last one included. */
export interface RowRange {
  readonly first: number;
  readonly last: number;
}

/**
 * The screen as lines of text that know where each character was printed. What wrapped is one line. Rows that have not
 * changed but in their place are not read again, so that a screen which scrolls costs little more than its new rows.
 */
export class TracedScreen {
  readonly #emulator: Emulator;
  readonly #places: PrintedPlaces;
  #rows: TracedRow[] = [];
  #cells = new Uint32Array(0);
  #units = new Uint16Array(0);
  /** By how many rows the row had moved that was found moved last. */
  #shift = 1;

  constructor(emulator: Emulator, places: PrintedPlaces) {
    this.#emulator = emulator;
    this.#places = places;
  }

  /**
   * Takes in what the terminal has been told since, and visits the lines that were not on the screen before, or all
   * lines. Answers with the rows that may be others than before.
   */
  update(visitsAll: boolean, visit: (line: ScreenLine, row: number) => void): RowRange | undefined {
    const { cols, rows } = this.#emulator.size;
    const isResized = this.#rows.length !== rows || this.#cells.length !== cols;
    if (isResized) {
      this.#rows = Array.from({ length: rows }, () => NO_ROW);
      this.#cells = new Uint32Array(cols);
      this.#units = new Uint16Array(cols * 2);
    }
    const touched = this.#emulator.takeTouchedRows();
    if (!touched && !visitsAll) return undefined;
    const { scrolled, isTouched } = touched ?? { scrolled: 0, isTouched: new Uint8Array(rows) };
    if (isResized || visitsAll || scrolled >= rows) isTouched.fill(1);
    else if (scrolled > 0) this.#rows = [...this.#rows.slice(scrolled), ...this.#rows.slice(0, scrolled)];
    this.#read(isTouched);
    for (let row = isTouched.indexOf(1); row >= 0; row = isTouched.indexOf(1, row)) {
      // The row above may have been one with it until now.
      const end = this.#visitLines(Math.max(row - 1, 0), visitsAll, visit);
      row = end > row ? end : this.#visitLines(row, visitsAll, visit);
    }
    return { first: scrolled > 0 ? 0 : isTouched.indexOf(1), last: isTouched.lastIndexOf(1) };
  }

  /** Whether a text stands in one of the rows. */
  includes(text: string): boolean {
    return this.#rows.some((row) => row.text.includes(text));
  }

  /** The whole screen, its lines apart by line feeds. */
  whole(): ScreenLine {
    const lines: ScreenLine[] = [];
    for (let row = 0; row < this.#rows.length; row += this.#lineLength(row)) lines.push(this.#row(row).line ?? this.#row(row));
    return joined(lines.flatMap((line, index) => (index === 0 ? [line] : [SEPARATOR, line])));
  }

  /** The number of what a cell shows, also of the right half of a wide character; 0 where nothing is shown. */
  numberAt(row: number, col: number): number {
    const { cells } = this.#row(row);
    const number = cells[col] ?? 0;
    const before = number === 0 && col > 0 ? (cells[col - 1] as number) : 0;
    return before !== 0 && this.isWide(before) ? before : number;
  }

  #row(row: number): TracedRow {
    return this.#rows[row] as TracedRow;
  }

  #read(isTouched: Uint8Array): void {
    const before = this.#rows.slice();
    for (let row = isTouched.indexOf(1); row >= 0; row = isTouched.indexOf(1, row + 1)) {
      this.#emulator.readNumbers(row, this.#cells);
      if (!areSame(this.#row(row).cells, this.#cells)) this.#rows[row] = this.#movedRow(before, row) ?? this.#newRow();
    }
  }

  /** The row that has come to stand here, where a part of the screen has moved. */
  #movedRow(before: readonly TracedRow[], row: number): TracedRow | undefined {
    for (const shift of [this.#shift, 1, -1]) {
      const moved = before[row + shift];
      if (!moved || !areSame(moved.cells, this.#cells)) continue;
      this.#shift = shift;
      return moved;
    }
    return undefined;
  }

  #newRow(): TracedRow {
    const cells = this.#cells.slice();
    let end = cells.length;
    while (end > 0 && cells[end - 1] === 0) end--;
    const units = this.#units;
    let numbers = cells.subarray(0, end);
    let length = end;
    if (!this.#places.readPlain(numbers, units)) {
      numbers = new Uint32Array(end * 2);
      length = this.#readAny(cells, end, numbers);
    }
    return { cells, text: textOf(units.subarray(0, length)), numbers: numbers.subarray(0, length), line: undefined, block: undefined };
  }

  /** Takes apart cells whose characters are not all of one column and one unit. Answers with how many units there are. */
  #readAny(cells: Uint32Array, end: number, numbers: Uint32Array): number {
    const units = this.#units;
    let length = 0;
    for (let col = 0; col < end; col++) {
      const number = cells[col] as number;
      const character = number === 0 ? BLANK : this.#places.characterOf(number);
      if (character > 0xffff) {
        numbers[length] = number;
        units[length++] = highSurrogate(character);
      }
      numbers[length] = number;
      units[length++] = character > 0xffff ? lowSurrogate(character) : character;
      if (this.isWide(number)) col++;
    }
    return length;
  }

  /** Visits what the row is a part of: its line, and all lines that may be one with it. Answers with the row after. */
  #visitLines(row: number, visitsAll: boolean, visit: (line: ScreenLine, row: number) => void): number {
    let first = row;
    while (first > 0 && this.#isJoined(first)) first--;
    let end = first;
    do {
      const length = this.#lineLength(end);
      this.#visitRows('line', end, length, visitsAll, visit);
      end += length;
    } while (end < this.#rows.length && this.#isJoined(end));
    if (end - first > this.#lineLength(first)) this.#visitRows('block', first, end - first, visitsAll, visit);
    return end;
  }

  #visitRows(
    kind: 'line' | 'block',
    first: number,
    length: number,
    visitsAll: boolean,
    visit: (line: ScreenLine, row: number) => void,
  ): void {
    const top = this.#row(first);
    const known = top[kind];
    if (known?.rows.length === length && (length === 1 || known.rows.every((row, index) => row === this.#rows[first + index]))) {
      if (visitsAll) visit(known, first);
      return;
    }
    const rows = this.#rows.slice(first, first + length);
    const { text, numbers } = length === 1 ? top : joined(this.#padded(rows));
    const line = { text, numbers, rows };
    top[kind] = line;
    visit(line, first);
  }

  /** The rows with the blanks that stand between what is joined; not where a wide character found no room at the end. */
  #padded(rows: readonly TracedRow[]): ScreenLine[] {
    const { cols } = this.#emulator.size;
    return rows.map((row, index) => {
      const next = rows[index + 1];
      if (next === undefined) return row;
      const last = row.cells.findLastIndex((number) => number !== 0);
      const used = last < 0 ? 0 : last + (this.isWide(row.cells[last] as number) ? 2 : 1);
      const blanks = cols - used === 1 && this.isWide(next.cells[0] as number) ? 0 : cols - used;
      return blanks === 0 ? row : joined([row, { text: ' '.repeat(blanks), numbers: new Uint32Array(blanks) }]);
    });
  }

  #lineLength(row: number): number {
    let length = 1;
    while (row + length < this.#rows.length && this.#emulator.isWrapped(row + length)) length++;
    return length;
  }

  /**
   * Whether a row may be the rest of the one above: the terminal knows, or, where the program has broken the line, text
   * goes on from the last column to the first.
   */
  #isJoined(row: number): boolean {
    if (this.#emulator.isWrapped(row)) return true;
    const above = this.#row(row - 1).cells;
    return this.#isShown(this.numberAt(row - 1, above.length - 1)) && this.#isShown(this.numberAt(row, 0));
  }

  #isShown(number: number): boolean {
    return number !== 0 && this.#places.characterOf(number) !== BLANK;
  }

  isWide(number: number): boolean {
    return number >= FIRST_NUMBER && asciinemaWidths.wcwidth(this.#places.characterOf(number)) === 2;
  }
}

function joined(lines: readonly ScreenLine[]): ScreenLine {
  if (lines.length === 1) return lines[0] as ScreenLine;
  const numbers = new Uint32Array(lines.reduce((length, { text }) => length + text.length, 0));
  let at = 0;
  for (const line of lines) {
    numbers.set(line.numbers, at);
    at += line.numbers.length;
  }
  return { text: lines.map(({ text }) => text).join(''), numbers };
}

function areSame(one: Uint32Array, other: Uint32Array): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}
