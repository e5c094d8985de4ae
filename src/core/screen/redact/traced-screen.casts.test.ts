import { describe, expect, it } from 'vitest';
import { eventData } from '#core/cast/events.ts';
import { readCast } from '#core/cast/reader.ts';
import { Code, type Recording } from '#core/cast/recording.ts';
import { shownSize } from '#core/cast/terminal-size.ts';
import { sharedCasts } from '#testing/shared-casts.ts';
import { Emulator } from '../terminal/emulator.ts';
import { emulatorFor, resizeTo } from '../terminal/replay.ts';
import { NO_MASKS } from './mask-list.ts';
import { FIRST_NUMBER, PrintedPlaces } from './printed-places.ts';
import { TracedScreen } from './traced-screen.ts';
import { TracedText } from './traced-text.ts';

/** Screens that are compared of each recording. */
const SCREENS = 20;

/** Some recordings are large. */
const TIMEOUT_MS = 60_000;

/** Tells a plain terminal and one that traces the same, and compares what they show now and then. */
function compareScreens(recording: Recording): string[] {
  const plain = emulatorFor(recording);
  const places = new PrintedPlaces(NO_MASKS, new TracedText());
  const traced = new Emulator(shownSize(recording.header.size), 'asciinema', places);
  places.watch({ visitCells: (visit) => traced.forEachNumber(visit) });
  const screen = new TracedScreen(traced, places);
  const { codes, length } = recording.events;
  const wrong: string[] = [];
  for (let event = 0; event < length; event++) {
    if (codes[event] === Code.resize) for (const emulator of [plain, traced]) resizeTo(emulator, recording, event);
    if (codes[event] !== Code.output) continue;
    const data = eventData(recording, event);
    plain.write(data);
    for (let at = 0; at < data.length; at += 1000) {
      places.begin(event, at, data.slice(at, at + 1000));
      traced.write(data.slice(at, at + 1000));
    }
    if (event % Math.ceil(length / SCREENS) !== 0) continue;
    screen.update(false, () => undefined);
    const { text, numbers } = screen.whole();
    const rows = Array.from({ length: plain.size.rows }, (_, row) => (row > 0 && plain.isWrapped(row) ? '' : '\n') + plain.rowText(row));
    if (withoutBlanks(rows.join('')) !== withoutBlanks(`\n${text}`)) wrong.push(`screen after event ${event}`);
    for (const [unit, number] of numbers.entries()) {
      if (number < FIRST_NUMBER) continue;
      if (!wasPrinted(recording, places, number)) wrong.push(`${text.charAt(unit)} after event ${event}`);
    }
  }
  return wrong;
}

/** Whether the character stands where the number says. Line characters were printed as letters. */
function wasPrinted(recording: Recording, places: PrintedPlaces, number: number): boolean {
  const character = places.characterOf(number);
  const data = eventData(recording, places.eventOf(number));
  const offset = places.offsetOf(number);
  if (offset < 0) return data.charCodeAt(0) === 0xdc00 + ((character - 0x10000) & 0x3ff);
  return data.codePointAt(offset) === character || (character > 0x7f && /^[_-~]/.test(data.charAt(offset)));
}

/** A line has no blanks at its end, and none where a wide character found no room at the end of a row. */
const withoutBlanks = (text: string): string => text.replaceAll(' ', '');

const usable = sharedCasts().flatMap(({ name, read }) => {
  try {
    return [{ name, recording: readCast(read()) }];
  } catch {
    return [];
  }
});

describe.runIf(usable.length > 0)('a traced screen', () => {
  it.each(usable)(
    'knows of every cell where it was printed: $name',
    ({ recording }) => {
      expect(compareScreens(recording)).toEqual([]);
    },
    TIMEOUT_MS,
  );
});
