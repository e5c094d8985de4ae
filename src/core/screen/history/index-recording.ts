import { eventData, forEachOutput } from '../../cast/events.ts';
import { Code, type Recording } from '../../cast/recording.ts';
import { NumberList } from '../../lib/number-list.ts';
import type { TextIndex } from '../search/text-index.ts';
import type { Emulator } from '../terminal/emulator.ts';
import { emulatorFor, resizeTo } from '../terminal/replay.ts';
import type { WidthProfile } from '../terminal/widths.ts';
import type { Keyframes } from './keyframes.ts';
import { SeenRows } from './seen-rows.ts';
import { stepEnd, tellingBytes } from './steps.ts';

/** What one pass over a recording fills, beside its result. */
export interface IndexParts {
  readonly keyframes: Keyframes;
  readonly texts: TextIndex;
}

/** When the screen looks different than it did before. Events of one time count as one. One element a change, in order. */
export interface ScreenChanges {
  /** The last position of the time. */
  readonly changes: Uint32Array<ArrayBuffer>;
  /** How many rows look different, in 255ths of all; rounded up, so that 0 is the cursor alone. What scrolls is in other rows. */
  readonly areas: Uint8Array<ArrayBuffer>;
}

const WHOLE_SCREEN = 255;

/** Longer events are told in pieces: a step may end in the middle of one. */
const MAX_PIECE_LENGTH = 64 * 1024;

/**
 * Goes over all events once, in short steps. Each yields how many events are indexed; whoever has other things to do,
 * does them between two.
 */
export function* indexRecording(
  recording: Recording,
  profile: WidthProfile,
  { keyframes, texts }: IndexParts,
): Generator<number, ScreenChanges, void> {
  const { length } = recording.events;
  const emulator = emulatorFor(recording, profile);
  const pass = new Pass(recording, emulator, { keyframes, texts });
  let bytesSinceKeyframe = 0;
  let from = 0;
  while (from < length) {
    const to = stepEnd(recording, from, emulator.size);
    if (to === from + 1) yield* pass.tellOne(from);
    else pass.tell(from, to);
    bytesSinceKeyframe += tellingBytes(recording, from, to, emulator.size);
    if (bytesSinceKeyframe >= keyframes.spacingBytes(emulator.size)) {
      keyframes.add(to, emulator.screen());
      bytesSinceKeyframe = 0;
    }
    from = to;
    yield to;
  }
  pass.finish();
  emulator.dispose();
  return { changes: pass.changes.view.slice(), areas: Uint8Array.from(pass.areas.view) };
}

/** A terminal that is told a recording, and looked at whenever time passes. */
class Pass {
  readonly changes = new NumberList();
  readonly areas = new NumberList();
  readonly #recording: Recording;
  readonly #emulator: Emulator;
  readonly #keyframes: Keyframes;
  readonly #texts: TextIndex;
  readonly #seen: SeenRows;
  /** The last event that was told since the terminal was looked at; −1: none. */
  #told = -1;

  constructor(recording: Recording, emulator: Emulator, { keyframes, texts }: IndexParts) {
    this.#recording = recording;
    this.#emulator = emulator;
    this.#keyframes = keyframes;
    this.#texts = texts;
    this.#seen = new SeenRows(emulator);
  }

  /** Tells the events in [from, to). */
  tell(from: number, to: number): void {
    const { codes } = this.#recording.events;
    let first = from;
    while (first < to) {
      const resize = codes.subarray(first, to).indexOf(Code.resize);
      const end = resize < 0 ? to : first + resize;
      forEachOutput(this.#recording, first, end, (data, index) => {
        this.#reach(index);
        this.#write(data, index);
      });
      if (resize >= 0) {
        this.#reach(end);
        resizeTo(this.#emulator, this.#recording, end);
      }
      first = end + 1;
    }
  }

  /** Tells one event, which may be long. */
  *tellOne(event: number): Generator<number, void, void> {
    if (this.#recording.events.codes[event] !== Code.output) {
      this.tell(event, event + 1);
      return;
    }
    const data = eventData(this.#recording, event);
    this.#reach(event);
    for (let at = 0; at < data.length; at += MAX_PIECE_LENGTH) {
      this.#write(data.slice(at, at + MAX_PIECE_LENGTH), event);
      if (at + MAX_PIECE_LENGTH < data.length) yield event;
    }
  }

  finish(): void {
    if (this.#told >= 0) this.#look(Number.POSITIVE_INFINITY);
  }

  #write(text: string, event: number): void {
    this.#emulator.write(text);
    if (this.#emulator.hasDisputedText) this.#keyframes.noteDisputed(event + 1);
  }

  /** Before an event is told: where time has passed since the last one, the screen stood until then. */
  #reach(event: number): void {
    const { times } = this.#recording.events;
    const time = times[event] as number;
    if (this.#told >= 0 && time > (times[this.#told] as number)) this.#look(time);
    this.#told = event;
  }

  #look(until: number): void {
    const { times } = this.#recording.events;
    const time = times[this.#told] as number;
    let position = this.#told + 1;
    while (times[position] === time) position++;
    const rows = this.#seen.look(this.#emulator);
    if (rows !== undefined) {
      this.changes.push(position);
      this.areas.push(Math.ceil((rows / this.#emulator.size.rows) * WHOLE_SCREEN));
    }
    this.#texts.see(this.#emulator, this.#seen, { position, time, until });
  }
}
