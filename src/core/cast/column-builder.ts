import type { EventColumns } from './recording.ts';

const FIRST_CAPACITY = 4096;

/** Room beyond the estimate: events get a little shorter or longer along a recording. */
const SLACK = 1.05;

/**
 * The columns of a recording while it is read. How many events there will be is estimated from those read so far, so
 * that they seldom grow twice: memory then holds the columns once. What is allocated and never written costs nothing,
 * the system hands out pages as they are touched.
 */
export class ColumnBuilder {
  times = new Float64Array(FIRST_CAPACITY);
  codes = new Uint8Array(FIRST_CAPACITY);
  timeStarts = new Uint32Array(FIRST_CAPACITY);
  lineEnds = new Uint32Array(FIRST_CAPACITY);

  get capacity(): number {
    return this.codes.length;
  }

  /** Makes room, once all is full: `bytesRead` of `totalBytes` (which may be a guess) held as many events as there was room for. */
  grow(bytesRead: number, totalBytes: number): void {
    const full = this.capacity;
    const expected = Math.ceil((full / Math.max(bytesRead, 1)) * Math.max(totalBytes, bytesRead * 1.5) * SLACK);
    const capacity = Math.max(expected, full + FIRST_CAPACITY);
    this.times = moved(this.times, new Float64Array(capacity));
    this.codes = moved(this.codes, new Uint8Array(capacity));
    this.timeStarts = moved(this.timeStarts, new Uint32Array(capacity));
    this.lineEnds = moved(this.lineEnds, new Uint32Array(capacity));
  }

  finish(length: number): EventColumns {
    // A view costs no copy, but keeps all of its buffer, which also crosses a worker's wall: worth it only if nearly full.
    const isNearlyFull = length > this.capacity * 0.9;
    const cut = <T extends Float64Array | Uint8Array | Uint32Array>(column: T): T =>
      (isNearlyFull ? column.subarray(0, length) : column.slice(0, length)) as T;
    return {
      length,
      times: cut(this.times),
      codes: cut(this.codes),
      timeStarts: cut(this.timeStarts),
      lineEnds: cut(this.lineEnds),
    };
  }
}

function moved<T extends Float64Array | Uint8Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
