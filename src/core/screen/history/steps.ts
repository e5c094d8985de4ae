import { Code, type Recording, type TerminalSize } from '../../cast/recording.ts';

/** A step takes a few milliseconds: so much of the recording's text, or so many events, whichever is less. */
const STEP_BYTES = 64 * 1024;
const STEP_EVENTS = 1024;

/** A resize lays every line out anew, which takes as long as so much text, and more on large terminals. */
const RESIZE_BYTES = 16 * 1024;
const RESIZE_BYTES_PER_CELL = 8;

/** Where a step ends that begins at a position before the end, on a terminal of that size: at least one event later. */
export function stepEnd(recording: Pick<Recording, 'events'>, from: number, size: TerminalSize): number {
  const { length } = recording.events;
  const last = Math.min(length, from + STEP_EVENTS);
  let to = from + 1;
  let bytes = tellingBytes(recording, from, to, size);
  for (; to < last; to++) {
    bytes += tellingBytes(recording, to, to + 1, size);
    if (bytes > STEP_BYTES) break;
  }
  return to;
}

/** How long it takes to tell a terminal of that size the events in [from, to), which are some, in bytes of a recording's text. */
export function tellingBytes({ events }: Pick<Recording, 'events'>, from: number, to: number, { cols, rows }: TerminalSize): number {
  const { codes, timeStarts, lineEnds } = events;
  let resizes = 0;
  for (let event = from; event < to; event++) if (codes[event] === Code.resize) resizes++;
  const textBytes = (lineEnds[to - 1] as number) - (timeStarts[from] as number);
  return textBytes + resizes * (RESIZE_BYTES + cols * rows * RESIZE_BYTES_PER_CELL);
}
