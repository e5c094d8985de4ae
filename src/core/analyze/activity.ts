import { QUOTE } from '../cast/ascii.ts';
import { Code, type Recording, recordingDuration } from '../cast/recording.ts';

/** What happened in each bin: a share of the whole recording, all equally long. */
export interface ActivityLevel {
  readonly binMicros: number;
  /** Bytes of output as the text has them, escapes included. */
  readonly output: Float32Array<ArrayBuffer>;
  /** Input events. */
  readonly input: Float32Array<ArrayBuffer>;
  /** Marker events. */
  readonly markers: Float32Array<ArrayBuffer>;
}

/**
 * Activity at every zoom: a pyramid over [0, `durationMicros`], each level with bins 4 times as long as the one before,
 * up to a single bin. An event at the very end belongs to the last bin.
 */
export interface Activity {
  readonly durationMicros: number;
  /** Finest first. There is at least one. */
  readonly levels: readonly ActivityLevel[];
}

const FACTOR = 4;

/** 2¹⁸: of an hour each is 14 ms long, and together they fill 3 MB. */
const MAX_BINS = FACTOR ** 9;

/** Enough for every event to have a bin to itself, were they spread evenly. */
const BINS_PER_EVENT = 2;

/** Sums are right to the precision of a 32-bit float, 7 digits. */
export function buildActivity(recording: Recording): Activity {
  const durationMicros = recordingDuration(recording);
  let bins = 1;
  while (durationMicros > 0 && bins < MAX_BINS && bins < recording.events.length * BINS_PER_EVENT) bins *= FACTOR;
  const levels = [finestLevel(recording, bins, Math.max(durationMicros, 1) / bins)];
  for (let level = levels[0] as ActivityLevel; level.output.length > 1; ) {
    level = coarser(level);
    levels.push(level);
  }
  return { durationMicros, levels };
}

function finestLevel({ events, bytes }: Recording, bins: number, binMicros: number): ActivityLevel {
  const { length, times, codes, timeStarts, lineEnds } = events;
  const output = new Float32Array(bins);
  const input = new Float32Array(bins);
  const markers = new Float32Array(bins);
  let bin = 0;
  let binEnd = binMicros;
  // Adding many small numbers to a large 32-bit float would lose them: a bin is summed here, and stored once.
  let binOutput = 0;
  for (let index = 0; index < length; index++) {
    const time = times[index] as number;
    if (time >= binEnd && bin < bins - 1) {
      output[bin] = binOutput;
      binOutput = 0;
      bin = Math.min(Math.floor(time / binMicros), bins - 1);
      binEnd = (bin + 1) * binMicros;
    }
    const code = codes[index] as number;
    if (code === Code.output) binOutput += payloadBytes(bytes, timeStarts[index] as number, lineEnds[index] as number);
    else if (code === Code.input) (input[bin] as number)++;
    else if (code === Code.marker) (markers[bin] as number)++;
  }
  output[bin] = binOutput;
  return { binMicros, output, input, markers };
}

/** Bytes between the quotes of an output event's data, taken to be the last element of its line. */
function payloadBytes(bytes: Uint8Array, timeStart: number, lineEnd: number): number {
  let start = timeStart;
  for (let quotes = 0; quotes < 3; start++) if (bytes[start] === QUOTE) quotes++;
  let end = lineEnd - 1;
  while (bytes[end] !== QUOTE) end--;
  return end - start;
}

function coarser({ binMicros, output, input, markers }: ActivityLevel): ActivityLevel {
  return { binMicros: binMicros * FACTOR, output: summed(output), input: summed(input), markers: summed(markers) };
}

function summed(bins: Float32Array): Float32Array<ArrayBuffer> {
  const sums = new Float32Array(bins.length / FACTOR);
  for (let index = 0; index < sums.length; index++) {
    const from = index * FACTOR;
    sums[index] = (bins[from] as number) + (bins[from + 1] as number) + (bins[from + 2] as number) + (bins[from + 3] as number);
  }
  return sums;
}
