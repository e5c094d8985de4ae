import { eventSize, forEachOutput } from '../../cast/events.ts';
import { Code, type Recording, type TerminalSize } from '../../cast/recording.ts';
import { shownSize } from '../../cast/terminal-size.ts';
import { Emulator } from './emulator.ts';
import type { WidthProfile } from './widths.ts';

/** A terminal as it is before the first event of a recording. */
export const emulatorFor = ({ header }: Pick<Recording, 'header'>, profile: WidthProfile = 'asciinema'): Emulator =>
  new Emulator(shownSize(header.size), profile);

/** Tells a terminal the output and the sizes of the events in [from, to), as the recorded one was told them. */
export function tellEvents(
  emulator: Emulator,
  recording: Recording,
  from: number,
  to: number,
  afterOutput?: (event: number) => void,
): void {
  const { codes } = recording.events;
  let first = from;
  while (first < to) {
    const resize = codes.subarray(first, to).indexOf(Code.resize);
    const end = resize < 0 ? to : first + resize;
    forEachOutput(recording, first, end, (data, event) => {
      emulator.write(data);
      afterOutput?.(event);
    });
    if (resize >= 0) resizeTo(emulator, recording, end);
    first = end + 1;
  }
}

/** A size that no terminal can have changes nothing. */
export function resizeTo(emulator: Emulator, recording: Recording, event: number): void {
  const size = eventSize(recording, event);
  if (size) emulator.resize(shownSize(size));
}

/** The size that the recorded terminal had after the first `position` events. An emulator cannot have every one. */
export function recordedSize(recording: Recording, position: number): TerminalSize {
  const { codes } = recording.events;
  for (let event = position - 1; event >= 0; event--) {
    const size = codes[event] === Code.resize ? eventSize(recording, event) : undefined;
    if (size) return size;
  }
  return recording.header.size;
}
