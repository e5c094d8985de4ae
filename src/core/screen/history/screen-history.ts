import type { Recording } from '../../cast/recording.ts';
import { Emulator } from '../terminal/emulator.ts';
import { emulatorFor, tellEvents } from '../terminal/replay.ts';
import type { WidthProfile } from '../terminal/widths.ts';
import { Keyframes } from './keyframes.ts';
import type { ScreenSource } from './screen-source.ts';
import { stepEnd, tellingBytes } from './steps.ts';

/** The terminal at any position of a recording: from a keyframe, or from where it was looked at last, whichever is nearer. */
export class ScreenHistory implements ScreenSource {
  readonly #recording: Recording;
  readonly #profile: WidthProfile;
  readonly #keyframes: Keyframes;
  #emulator: Emulator;
  #position = 0;

  /** The keyframes may be added to meanwhile, from the first event on. Where there are none yet, they are made on the way. */
  constructor(recording: Recording, profile: WidthProfile, keyframes = new Keyframes()) {
    this.#recording = recording;
    this.#profile = profile;
    this.#keyframes = keyframes;
    this.#emulator = emulatorFor(recording, profile);
  }

  /** The terminal after so many events. It belongs to the history: look at it, and before it is asked again. */
  seek(position: number): Emulator {
    if (this.#position > position || this.#position < this.#keyframes.positionBefore(position)) this.#restore(position);
    const from = this.#position;
    // Until all is told, the terminal is nowhere: what fails on the way is not gone on from.
    this.#position = Number.POSITIVE_INFINITY;
    const known = Math.max(from, Math.min(position, this.#keyframes.lastPosition));
    this.#tell(from, known);
    this.#tellAndKeep(known, position);
    this.#position = position;
    return this.#emulator;
  }

  isDisputedBefore(position: number): boolean {
    if (this.#keyframes.disputedPosition === Number.POSITIVE_INFINITY) this.seek(position);
    return this.#keyframes.disputedPosition <= position;
  }

  #restore(position: number): void {
    const keyframe = this.#keyframes.before(position);
    this.#emulator.dispose();
    this.#emulator = keyframe ? new Emulator(keyframe.size, this.#profile) : emulatorFor(this.#recording, this.#profile);
    if (keyframe) this.#emulator.write(keyframe.text);
    this.#position = keyframe?.position ?? 0;
  }

  #tell(from: number, to: number): void {
    tellEvents(this.#emulator, this.#recording, from, to, (event) => {
      if (this.#emulator.hasDisputedText) this.#keyframes.noteDisputed(event + 1);
    });
  }

  /** After the last keyframe: whoever comes this way again has another one. */
  #tellAndKeep(from: number, to: number): void {
    const { lastPosition } = this.#keyframes;
    let bytes = from > lastPosition ? tellingBytes(this.#recording, lastPosition, from, this.#emulator.size) : 0;
    for (let at = from; at < to; ) {
      const end = Math.min(to, stepEnd(this.#recording, at, this.#emulator.size));
      this.#tell(at, end);
      bytes += tellingBytes(this.#recording, at, end, this.#emulator.size);
      at = end;
      if (bytes < this.#keyframes.spacingBytes(this.#emulator.size)) continue;
      this.#keyframes.add(at, this.#emulator.screen());
      bytes = 0;
    }
  }
}
