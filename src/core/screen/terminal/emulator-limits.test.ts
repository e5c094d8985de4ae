import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { screenDifference } from './difference.ts';
import { Emulator } from './emulator.ts';
import type { Screen } from './screen.ts';

const SIZE = { cols: 12, rows: 4 };

function screenAfter(text: string): Screen {
  const emulator = new Emulator(SIZE, 'asciinema');
  emulator.write(text);
  return emulator.screen();
}

describe('a number that no program means', () => {
  it.each([
    ['lines to insert', 'L'],
    ['lines to delete', 'M'],
    ['lines to scroll up', 'S'],
    ['lines to scroll down', 'T'],
    ['tab stops to go on', 'I'],
    ['tab stops to go back', 'Z'],
    ['cells to insert', '@'],
    ['cells to delete', 'P'],
    ['cells to erase', 'X'],
  ])('of %s does what the size of the screen does', (_, letter) => {
    const before = `one\r\ntwo\r\nthree\x1b[2;5H`;
    expect(screenDifference(screenAfter(`${before}\x1b[48${letter}`), screenAfter(`${before}\x1b[2147483647${letter}`))).toBeUndefined();
  });

  it.each([
    ['narrow ones', 'a'],
    ['wide ones', '世'],
    ['wide ones from an odd column', 'a世'],
    ['ones at the right edge, where lines do not go on in the next', '\x1b[?7la'],
    ['ones in a part of the screen', '\x1b[2;3r\x1b[2Ha'],
  ])('of repeated characters does the same as so many of them: %s', (_, text) => {
    // Where xterm prints one by one, and where it would not end.
    for (const count of [1, 47, 60, 61, 500, 1234, 4001]) {
      const character = text.at(-1) as string;
      const expected = screenAfter(text + character.repeat(count));
      expect(screenDifference(expected, screenAfter(`${text}\x1b[${count}b`)), `${count}`).toBeUndefined();
    }
    expect(screenAfter(`${text}\x1b[2147483647b`).size).toEqual(SIZE);
  });

  it('does no harm anywhere', () => {
    const number = fc.constantFrom('0', '2147483647', '99999999999999', '-1', '1;2147483647');
    const letter = fc.constantFrom(...'ABCDEFGHIJKLMPSTXZ`abcdefghlmnrstu@');
    const sequence = fc.tuple(number, letter).map(([count, final]) => `a\x1b[${count}${final}`);
    fc.assert(
      fc.property(fc.array(sequence, { maxLength: 40 }), (sequences) => {
        expect(screenAfter(sequences.join('')).size).toEqual(SIZE);
      }),
    );
  });
});

describe('of what has no end', () => {
  it('a title is kept as far as anybody reads it', () => {
    expect(screenAfter(`\x1b]2;${'t'.repeat(1_000_000)}\x07`).title).toBe('t'.repeat(1000));
  });

  it('only the colours that a palette has can be changed', () => {
    expect([...screenAfter('\x1b]4;255;red;256;red;-1;red;1.5;red;x;red\x07').colours]).toEqual([['4;255', 'red']]);
  });

  it('an address that no browser would take is no link', () => {
    expect(screenAfter(`\x1b]8;;${'a'.repeat(2000)}\x07`).pen.link).toBe('');
    expect(screenAfter(`\x1b]8;;${'a'.repeat(1999)}\x07`).pen.link).toBe(`;${'a'.repeat(1999)}`);
  });

  it('a sequence is kept as far as it could still mean something', () => {
    const emulator = new Emulator(SIZE, 'asciinema');
    emulator.write('\x1b]2;');
    for (let index = 0; index < 100; index++) emulator.write('x'.repeat(10_000));
    expect(emulator.screen().unfinished.length).toBe(65_536);
  });
});

describe('what a terminal has that became narrower', () => {
  it('is gone for good beyond its edge, tab stops too', () => {
    const emulator = new Emulator(SIZE, 'asciinema');
    emulator.write('\x1b[3g\x1b[10G\x1bH\x1b[?1049h\x1b[Habcdefghijkl');
    emulator.resize({ cols: 5, rows: 4 });
    emulator.resize(SIZE);
    const { alternate, main } = emulator.screen();
    expect(alternate?.rows[0]?.cells.join('')).toBe('abcde');
    expect(main.tabStops).not.toContain(9);
  });
});
