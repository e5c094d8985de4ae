import { describe, expect, it } from 'vitest';
import { screenDifference } from '../terminal/difference.ts';
import { Emulator } from '../terminal/emulator.ts';
import type { Screen } from '../terminal/screen.ts';
import { Keyframes } from './keyframes.ts';

const SIZE = { cols: 20, rows: 4 };

function screenAfter(text: string): Screen {
  const emulator = new Emulator(SIZE, 'asciinema');
  emulator.write(text);
  return emulator.screen();
}

function restored(keyframes: Keyframes, position: number): Screen | undefined {
  const keyframe = keyframes.before(position);
  if (!keyframe) return undefined;
  const emulator = new Emulator(keyframe.size, 'asciinema');
  emulator.write(keyframe.text);
  return emulator.screen();
}

describe('keyframes', () => {
  it('give the last screen at or before a position', () => {
    const keyframes = new Keyframes();
    keyframes.add(5, screenAfter('five'));
    keyframes.add(9, screenAfter('nine'));
    expect([4, 5, 8, 9, 99].map((position) => keyframes.positionBefore(position))).toEqual([0, 5, 5, 9, 9]);
    expect(keyframes.before(4)).toBeUndefined();
    expect(screenDifference(screenAfter('five'), restored(keyframes, 8) as Screen)).toBeUndefined();
    expect(screenDifference(screenAfter('nine'), restored(keyframes, 9) as Screen)).toBeUndefined();
    expect(screenDifference(screenAfter('five'), restored(keyframes, 5) as Screen)).toBeUndefined();
  });

  it.each([
    ['half of a character', 'a\ud83d'],
    ['an unfinished sequence', 'a\x1b[38;5;'],
    ['characters of all kinds', 'é世界😀\x1b[31m\u0301'],
  ])('keep %s', (_, text) => {
    const keyframes = new Keyframes();
    keyframes.add(1, screenAfter(text));
    expect(restored(keyframes, 1)?.unfinished).toBe(screenAfter(text).unfinished);
    expect(screenDifference(screenAfter(text), restored(keyframes, 1) as Screen)).toBeUndefined();
  });

  it('become fewer where they would take more memory than they may', () => {
    const keyframes = new Keyframes(4_000);
    const spacing = keyframes.spacingBytes(SIZE);
    for (let position = 1; position <= 100; position++) {
      const bytes = (position - keyframes.lastPosition) * spacing;
      if (bytes >= keyframes.spacingBytes(SIZE)) keyframes.add(position, screenAfter(`position ${position}`));
    }
    expect(keyframes.bytes).toBeLessThanOrEqual(4_000);
    expect(keyframes.count).toBeGreaterThan(2);
    const apart = keyframes.spacingBytes(SIZE) / spacing;
    expect(apart).toBeGreaterThan(1);
    for (let position = apart; position <= 100; position++) {
      const before = keyframes.positionBefore(position);
      expect(position - before).toBeLessThan(2 * apart);
      expect(screenDifference(screenAfter(`position ${before}`), restored(keyframes, position) as Screen)).toBeUndefined();
    }
  });
});
