import type { Emulator } from '../terminal/emulator.ts';

/** Where the screens of a recording come from. A position is a count of events. */
export interface ScreenSource {
  /** The terminal after the first `position` events. It belongs to the source: look at it, and before it is asked again. */
  seek(position: number): Emulator;
  /** Whether there is text in the first `position` events that terminals do not agree on the width of. */
  isDisputedBefore(position: number): boolean;
}
