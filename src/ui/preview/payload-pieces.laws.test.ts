import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '#core/lib/text.ts';
import { payloadPieces } from './payload-pieces.ts';

const text = fc.string({ unit: fc.constantFrom('a', '"', '\\', '\n', '\x1b', 'é', '漢', '😀', '\ud83d'), maxLength: 60 });
const pieceBytes = fc.integer({ min: 1, max: 20 });

/** JSON with everything but ASCII written as escapes. */
const escaped = (value: string) =>
  JSON.stringify(value).replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

const pieces = (json: string, size: number) => [...payloadPieces(encodeUtf8(`1, "o", ${json}] "more"`), 9, size)];

describe('the pieces of a payload', () => {
  it('make up its text, written plainly or with escapes', () => {
    fc.assert(
      fc.property(text, pieceBytes, (value, size) => {
        expect(pieces(JSON.stringify(value), size).join('')).toBe(value);
        expect(pieces(escaped(value), size).join('')).toBe(value);
      }),
    );
  });

  it('never end between the halves of a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '😀'), maxLength: 40 }), pieceBytes, (value, size) => {
        for (const piece of [...pieces(JSON.stringify(value), size), ...pieces(escaped(value), size)])
          expect(piece).not.toMatch(/[\ud800-\udbff]$/);
      }),
    );
  });

  it('are no longer than asked for, but for what may not be divided', () => {
    expect(pieces(JSON.stringify('x'.repeat(25)), 10).map((piece) => piece.length)).toEqual([10, 10, 5]);
    expect(pieces('""', 10)).toEqual([]);
  });
});
