import type { Emulator } from '../terminal/emulator.ts';
import type { TouchedRows } from '../terminal/row-tracker.ts';

/** What has become of the rows since they were last asked for: the screen moved up by `scrolled`, then some are others. */
export interface RowChanges {
  readonly scrolled: number;
  /** One a row, 1 for those that may be others. As many as the screen has now. */
  readonly isOther: Uint8Array;
}

/**
 * What was seen of a terminal when it was last looked at: enough to tell whether it looks different, from the rows
 * alone that were touched since.
 */
export class SeenRows {
  #cols = 0;
  #digests = new Int32Array(0);
  #cursor = 0;
  #scrolled = 0;
  #isOther = new Uint8Array(0);
  #hasChanges = false;

  constructor(emulator: Emulator) {
    this.look(emulator);
  }

  /**
   * How many rows look different than they did when this was asked last; undefined where nothing does. What is seen of
   * cells and their styles, a cursor that is shown, and the size count. The cursor alone is no row, another size is all.
   */
  look(emulator: Emulator): number | undefined {
    const touched = emulator.takeTouchedRows();
    const cursor = emulator.cursorDigest;
    const hasCursorMoved = cursor !== this.#cursor;
    this.#cursor = cursor;
    const { cols, rows } = emulator.size;
    if (cols !== this.#cols || rows !== this.#digests.length) {
      this.#lookAnew(emulator, cols, rows);
      return rows;
    }
    let different = 0;
    if (touched) different = touched.scrolled > 0 ? this.#compareMoved(emulator, touched) : this.#compare(emulator, touched.isTouched);
    return different > 0 || hasCursorMoved ? different : undefined;
  }

  /** The changes since they were last taken; undefined where there are none. */
  takeChanges(): RowChanges | undefined {
    if (!this.#hasChanges) return undefined;
    const changes = { scrolled: this.#scrolled, isOther: this.#isOther };
    this.#scrolled = 0;
    this.#isOther = new Uint8Array(this.#isOther.length);
    this.#hasChanges = false;
    return changes;
  }

  #lookAnew(emulator: Emulator, cols: number, rows: number): void {
    this.#cols = cols;
    this.#digests = Int32Array.from({ length: rows }, (_, row) => emulator.rowDigest(row));
    this.#isOther = new Uint8Array(rows).fill(1);
    this.#scrolled = Number.POSITIVE_INFINITY;
    this.#hasChanges = true;
  }

  #compare(emulator: Emulator, isTouched: Uint8Array): number {
    let different = 0;
    for (let row = 0; row < isTouched.length; row++) {
      if (isTouched[row] === 0) continue;
      const digest = emulator.rowDigest(row);
      if (digest === this.#digests[row]) continue;
      this.#digests[row] = digest;
      this.#isOther[row] = 1;
      different += 1;
    }
    this.#hasChanges ||= different > 0;
    return different;
  }

  /** A row that has moved up looks as the one below it did, unless it was touched after that. */
  #compareMoved(emulator: Emulator, { scrolled, isTouched }: TouchedRows): number {
    const rows = this.#digests.length;
    let different = 0;
    for (let row = 0; row < rows; row++) {
      const isNew = row + scrolled >= rows;
      const moved = this.#digests[row + scrolled] as number;
      const digest = isNew || isTouched[row] === 1 ? emulator.rowDigest(row) : moved;
      if (digest !== this.#digests[row]) different += 1;
      this.#isOther[row] = isNew || digest !== moved ? 1 : (this.#isOther[row + scrolled] as number);
      this.#digests[row] = digest;
    }
    this.#scrolled += scrolled;
    this.#hasChanges = true;
    return different;
  }
}
