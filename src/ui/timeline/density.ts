import type { EventColumns } from '#core/cast/recording.ts';
import { lowerBound } from '#core/lib/binary-search.ts';
import type { EventIndex } from './event-index.ts';
import type { HeightScale } from './height-scale.ts';
import { microsPerPx, type TimeScale, timeToPx } from './time-scale.ts';

/** The bars of a strip from left to right, as columns; only where something happened. */
export interface Bars {
  readonly length: number;
  /** Left edge in CSS pixels from the strip's left edge. */
  readonly lefts: Float32Array;
  /** Output: 0 (none) to 1. */
  readonly outputs: Float32Array;
  /** Input: 0 (none) to 1. */
  readonly inputs: Float32Array;
}

/** What a line of a recording has besides its payload: time, code, quotes, brackets. Measured on real files: 17 to 24 bytes. */
const LINE_OVERHEAD_BYTES = 20;

/** Eight keys within one bar are as high as input gets. */
const MANY_INPUTS = 8;

/**
 * The activity that a strip shows, one bar for every `barPx` in which something happened.
 *
 * Bars lie on a grid of source time, not of the strip, so that they keep their heights while the lane is panned. A
 * bar of a single instant stands exactly on it. The bytes of a bar come from the columns: the lines of the events from
 * the i-th to the j-th lie next to each other in the text, so two binary searches give their sum at any zoom. A
 * pyramid would be a little quicker when much is in sight, but is only as exact as its finest bins, and shimmers
 * where they do not fall on pixels.
 */
export function activityBars(events: EventColumns, index: EventIndex, scale: TimeScale, barPx: number, heights: HeightScale): Bars {
  const { times, timeStarts, lineEnds, length } = events;
  const barMicros = microsPerPx(scale) * barPx;
  const capacity = Math.ceil(scale.widthPx / barPx) + 2;
  const lefts = new Float32Array(capacity);
  const outputs = new Float32Array(capacity);
  const inputs = new Float32Array(capacity);
  const heightOf = heights(barMicros);
  const { silentTimes, inputTimes } = index;

  let count = 0;
  let bar = Math.floor(scale.viewport.start / barMicros);
  let from = lowerBound(times, bar * barMicros);
  let silentFrom = lowerBound(silentTimes, bar * barMicros);
  let inputFrom = lowerBound(inputTimes, bar * barMicros);
  while (from < length && count < capacity) {
    const first = times[from] as number;
    if (first > scale.viewport.end) break;
    bar = Math.max(bar, Math.floor(first / barMicros));
    const edge = (bar + 1) * barMicros;
    // Rounding may put an event at a bar's very edge into the bar before, which then grows by that instant.
    const end = edge > first ? edge : first + 1;
    const to = gallop(times, end, from, length);
    const silentTo = gallop(silentTimes, end, silentFrom, silentTimes.length);
    const inputTo = gallop(inputTimes, end, inputFrom, inputTimes.length);

    const outputCount = to - from - (silentTo - lowerBound(silentTimes, first, silentFrom, silentTo));
    const inputCount = inputTo - lowerBound(inputTimes, first, inputFrom, inputTo);
    const textBytes = (lineEnds[to - 1] as number) - (timeStarts[from] as number) - LINE_OVERHEAD_BYTES * (to - from);
    const isInstant = times[to - 1] === first;
    lefts[count] = timeToPx(scale, isInstant ? first : bar * barMicros);
    outputs[count] = outputCount > 0 ? heightOf(Math.max(textBytes, outputCount)) : 0;
    inputs[count] = inputCount > 0 ? 0.4 + 0.6 * Math.min(1, (inputCount - 1) / (MANY_INPUTS - 1)) : 0;
    count++;

    from = to;
    silentFrom = silentTo;
    inputFrom = inputTo;
    bar++;
  }
  return { length: count, lefts, outputs, inputs };
}

/** `lowerBound` for something that is expected close after `from`. */
function gallop(sorted: Float64Array, value: number, from: number, length: number): number {
  let step = 1;
  while (from + step < length && (sorted[from + step] as number) < value) step *= 2;
  return lowerBound(sorted, value, from + (step >> 1), Math.min(from + step, length));
}
