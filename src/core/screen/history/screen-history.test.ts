import { describe, expect, it } from 'vitest';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { sharedCasts } from '#testing/shared-casts.ts';
import { readCast } from '../../cast/reader.ts';
import type { Recording } from '../../cast/recording.ts';
import { screenLines } from '../search/screen-lines.ts';
import { screenDifference } from '../terminal/difference.ts';
import { repaintText } from '../terminal/repaint.ts';
import { emulatorFor, tellEvents } from '../terminal/replay.ts';
import type { Screen } from '../terminal/screen.ts';
import { Keyframes } from './keyframes.ts';
import { ScreenHistory } from './screen-history.ts';

/** Some forty in a recording, where there are a few at most as a rule. */
class NearKeyframes extends Keyframes {
  readonly #spacing: number;

  constructor({ bytes }: Recording) {
    super();
    this.#spacing = bytes.length / 40;
  }

  override spacingBytes(): number {
    return this.#spacing;
  }
}

/** The screens of a terminal that was told all events, by position. */
function straightScreens(recording: Recording, positions: readonly number[]): ReadonlyMap<number, Screen> {
  const emulator = emulatorFor(recording);
  const screens = new Map<number, Screen>();
  let told = 0;
  for (const position of positions.toSorted((one, other) => one - other)) {
    tellEvents(emulator, recording, told, position);
    told = position;
    screens.set(position, emulator.screen());
  }
  return screens;
}

/** Positions all over, forwards and backwards. */
const places = (length: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => Math.floor((((index * 7919) % count) / (count - 1)) * length));

function differences(recording: Recording, count: number): string[] {
  const history = new ScreenHistory(recording, 'asciinema', new NearKeyframes(recording));
  const positions = places(recording.events.length, count);
  const expected = straightScreens(recording, positions);
  return positions.flatMap((position) => {
    const screen = history.seek(position).screen();
    const difference = screenDifference(expected.get(position) as Screen, screen);
    if (difference !== undefined) return [`${position}: ${difference}`];
    // What a repaint says is all that is known, seen or not.
    return repaintText(screen) === repaintText(expected.get(position) as Screen) ? [] : [`${position}: another repaint`];
  });
}

describe('the terminal at a position', () => {
  it('is the one that was told all events up to there', () => {
    const events = Array.from({ length: 200 }, (_, index) => `line␣${index}\\u001b[3${index % 8}m\\r\\n@${index}`).join(' ');
    expect(differences(readCast(bytesOf(castV2(`${events} r:40x12@300 after@301 \\u001b[?1049h@302 end@303`))), 60)).toEqual([]);
  });

  it('can be asked for before the first event, and after one that is very long', () => {
    const recording = readCast(bytesOf(castV2(`a@1 ${'long␣'.repeat(200_000)}@2 b@3 \\u001b[2J\\u001b[Hend@4`)));
    const keyframes = new Keyframes();
    const history = new ScreenHistory(recording, 'asciinema', keyframes);
    const lineAt = (position: number) => screenLines(history.seek(position))[0];
    expect([4, 0, 1].map(lineAt)).toEqual(['end', '', 'a']);
    // So that nobody has to be told the long one again.
    expect(keyframes.positionBefore(3)).toBe(2);
  });

  it('follows another way after one that failed', () => {
    const recording = readCast(bytesOf(castV2('a@1 b@2 c@3')));
    const history = new ScreenHistory(recording, 'asciinema');
    const emulator = history.seek(1);
    emulator.write = () => {
      throw new Error('broken');
    };
    expect(() => history.seek(3)).toThrow('broken');
    expect(screenLines(history.seek(3))[0]).toBe('abc');
  });

  const casts = sharedCasts().filter((cast) => cast.column('version') !== '');
  it.each(casts)('is the one that was told all events: $name', (cast) => {
    expect(differences(readCast(cast.read()), 12)).toEqual([]);
  });
});
