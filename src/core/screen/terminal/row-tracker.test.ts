import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitrarySequenceCast } from '#testing/arbitrary-casts.ts';
import { bytesOf } from '#testing/recordings.ts';
import { outputText } from '../../cast/events.ts';
import { readCast } from '../../cast/reader.ts';
import { Emulator } from './emulator.ts';

const SIZE = { cols: 10, rows: 5 };

const digests = (emulator: Emulator): number[] => Array.from({ length: SIZE.rows }, (_, row) => emulator.rowDigest(row));

/** What is touched by `text` after `before`: the rows, from 0, and how far the screen moved up. */
function touched(before: string, text: string): string {
  const emulator = new Emulator(SIZE, 'asciinema');
  emulator.write(before);
  emulator.takeTouchedRows();
  emulator.write(text);
  const rows = emulator.takeTouchedRows();
  if (!rows) return 'nothing';
  const numbers = [...rows.isTouched.keys()].filter((row) => rows.isTouched[row] === 1);
  return `up ${rows.scrolled}: ${numbers.join(' ')}`;
}

describe('the rows that were touched', () => {
  it.each([
    ['text in a row', '\x1b[4H', 'abc', 'up 0: 3'],
    ['text elsewhere than where the cursor was', '\x1b[5H', '\x1b[2Habc', 'up 0: 1'],
    ['text that runs over the end of its row', '\x1b[2H', 'abcdefghijklmnopqrstuvwxyz', 'up 0: 1 2 3'],
    ['a cleared screen', '\x1b[3H', '\x1b[2J', 'up 0: 0 1 2 3 4'],
    ['a cursor that moves', '', '\x1b[3;3H', 'nothing'],
    ['a line feed at the bottom', '\x1b[5H', 'abc\n', 'up 1: 3 4'],
    ['three of them', '\x1b[5H', 'abc\n\n\n', 'up 3: 1 2 3 4'],
    ['a line feed at the bottom of a part of the screen', '\x1b[2;4r\x1b[4H', '\n', 'up 0: 1 2 3'],
    ['the other buffer', '', '\x1b[?1049h', 'up 0: 0 1 2 3 4'],
    ['a full reset', 'abc', '\x1bc', 'up 0: 0 1 2 3 4'],
  ])('%s', (_, before, text, expected) => {
    expect(touched(before, text)).toBe(expected);
  });

  it('are counted in the rows of the size that the terminal has then', () => {
    const emulator = new Emulator(SIZE, 'asciinema');
    emulator.write('a');
    emulator.resize({ cols: 20, rows: 8 });
    expect(emulator.takeTouchedRows()).toEqual({ scrolled: 0, isTouched: new Uint8Array(8).fill(1) });
  });

  it('are all rows that look different, once it is known how far the screen moved', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom(
          '\r\n',
          '\n',
          'text',
          'longer text than fits',
          '\x1bM',
          '\x1b[2L',
          '\x1b[M',
          '\x1b[2;4r',
          '\x1b[r',
          '\x1b[S',
          '\x1b[2T',
        ),
        fc.constantFrom(
          '\x1b[5H',
          '\x1b[2;3H',
          '\x1b[J',
          '\x1b[1J',
          '\x1b[2K',
          '\x1b[3@',
          '\x1b[P',
          '\x1b[?1049h',
          '\x1b[?1049l',
          '\x1b[?7l',
        ),
        arbitrarySequenceCast({ stepMicros: 1 }).map((text) => {
          const recording = readCast(bytesOf(text));
          return outputText(recording, 0, recording.events.length);
        }),
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(pieces, fc.integer({ min: 1, max: 4 }), (texts, step) => {
        const emulator = new Emulator(SIZE, 'asciinema');
        emulator.takeTouchedRows();
        for (let at = 0; at < texts.length; at += step) {
          const before = digests(emulator);
          for (const text of texts.slice(at, at + step)) emulator.write(text);
          const { scrolled = 0, isTouched = new Uint8Array(SIZE.rows) } = emulator.takeTouchedRows() ?? {};
          for (const [row, digest] of digests(emulator).entries()) if (isTouched[row] === 0) expect(digest).toBe(before[row + scrolled]);
        }
      }),
    );
  });
});
