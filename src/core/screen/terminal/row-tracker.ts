/** What may have changed on a screen: it moved up by `scrolled` rows, and after that rows are others. */
export interface TouchedRows {
  readonly scrolled: number;
  /** One a row: 1 for those that may be others than before it moved. */
  readonly isTouched: Uint8Array;
}

/**
 * Takes the place of what the emulator's terminal marks rows with. That one knows a range only, which begins where the
 * cursor was, and all rows are in it once the screen has moved up.
 */
export class RowTracker {
  // What the terminal reads, once it was told something: a range without rows, so that it tells nobody.
  readonly start = Number.POSITIVE_INFINITY;
  readonly end = Number.POSITIVE_INFINITY;

  /** Marked by what the terminal is being told. It marks the ends of ranges, so all in between is meant. */
  #first = Number.POSITIVE_INFINITY;
  #last = Number.NEGATIVE_INFINITY;
  #isTouched: Uint8Array;
  #spare: Uint8Array;
  #scrolled = 0;
  #hasTouched = false;
  /** How many moves of the cursor are under way, one within the other. */
  #moves = 0;

  constructor(rows: number) {
    this.#isTouched = new Uint8Array(rows);
    this.#spare = new Uint8Array(rows);
  }

  /** Called by the terminal before it is told something: what is marked from here on belongs to another range. */
  clearRange(): void {
    if (this.#first <= this.#last) {
      this.#isTouched.fill(1, this.#first, this.#last + 1);
      this.#hasTouched = true;
    }
    this.#forgetRange();
  }

  /** Called by the terminal. */
  markDirty(row: number): void {
    if (row < this.#first) this.#first = row;
    if (row > this.#last) this.#last = row;
  }

  /** Called by the terminal. */
  markRangeDirty(from: number, to: number): void {
    this.markDirty(from);
    this.markDirty(to);
  }

  /** Called by the terminal. */
  markAllDirty(): void {
    this.markRangeDirty(0, this.#isTouched.length - 1);
  }

  /**
   * The terminal marks where its cursor leaves and where it arrives; no cell changes there, nor in between. Called before
   * and after it moves, which it may do in parts.
   */
  beginMove(): void {
    if (this.#moves === 0) this.clearRange();
    this.#moves += 1;
  }

  endMove(): void {
    this.#moves -= 1;
    if (this.#moves === 0) this.#forgetRange();
  }

  /** Any row may be another. */
  touchAll(): void {
    this.#forgetRange();
    this.#isTouched.fill(1);
    this.#scrolled = 0;
    this.#hasTouched = true;
  }

  /** After the rows from `first` to `last` have moved up by one. */
  markScrolled(first: number, last: number): void {
    const lastRow = this.#isTouched.length - 1;
    if (first > 0 || last < lastRow) {
      this.markRangeDirty(first, last);
      return;
    }
    this.#hasTouched = true;
    this.#scrolled += 1;
    this.#isTouched.copyWithin(0, 1);
    this.#isTouched[lastRow] = 1;
    this.#first = Math.max(this.#first - 1, 0);
    this.markDirty(lastRow);
  }

  /** The terminal has so many rows now, and any of them may be another. */
  resize(rows: number): void {
    this.#isTouched = new Uint8Array(rows);
    this.#spare = new Uint8Array(rows);
    this.touchAll();
  }

  /** What has changed since this was asked last; undefined for nothing. The answer lasts until it is asked again. */
  take(): TouchedRows | undefined {
    this.clearRange();
    if (!this.#hasTouched) return undefined;
    const touched = { scrolled: this.#scrolled, isTouched: this.#isTouched };
    this.#isTouched = this.#spare.fill(0);
    this.#spare = touched.isTouched;
    this.#scrolled = 0;
    this.#hasTouched = false;
    return touched;
  }

  #forgetRange(): void {
    this.#first = Number.POSITIVE_INFINITY;
    this.#last = Number.NEGATIVE_INFINITY;
  }
}
