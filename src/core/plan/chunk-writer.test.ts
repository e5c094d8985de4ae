import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatenated } from '#testing/apply.ts';
import { ChunkWriter } from './chunk-writer.ts';

const MEBIBYTE = 1 << 20;

/** Bytes that differ from place to place. */
const SOURCE = Uint8Array.from({ length: 3 * MEBIBYTE }, (_, index) => (index * 31 + (index >> 8)) % 251);

describe('chunks', () => {
  it('hold what was written, in order, whatever the sizes and whenever they are taken', () => {
    const size = fc.oneof(fc.nat(200), fc.nat(100_000), fc.nat(2 * MEBIBYTE));
    const copies = fc.array(fc.record({ from: fc.nat(MEBIBYTE), size, isTaken: fc.boolean() }), { maxLength: 30 });
    fc.assert(
      fc.property(copies, (all) => {
        const out = new ChunkWriter();
        const chunks: Uint8Array[] = [];
        for (const { from, size: length, isTaken } of all) {
          out.copy(SOURCE, from, from + length);
          if (isTaken) chunks.push(...out.take());
        }
        chunks.push(...out.takeRest());
        const expected = concatenated(all.map(({ from, size: length }) => SOURCE.subarray(from, from + length)));
        // Compared as a whole: a million bytes one by one take long, and say no more.
        expect(Buffer.from(concatenated(chunks)).equals(Buffer.from(expected))).toBe(true);
        expect(chunks.every((chunk) => chunk.length > 0 && chunk.length <= MEBIBYTE)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('stay as they are when more is written', () => {
    const out = new ChunkWriter();
    out.text('x'.repeat(MEBIBYTE - 1));
    out.text('yz');
    const [first] = out.take() as [Uint8Array];
    out.text('w'.repeat(MEBIBYTE + 5));
    expect(first.length).toBe(MEBIBYTE - 1);
    expect(first.every((byte) => byte === 'x'.charCodeAt(0))).toBe(true);
  });
});

describe('a line may begin', () => {
  it('at the start, and after a line feed, also that of a chunk taken before', () => {
    const out = new ChunkWriter();
    expect(out.isAtLineStart).toBe(true);
    out.text('a');
    expect(out.isAtLineStart).toBe(false);
    out.text('\n');
    expect(out.isAtLineStart).toBe(true);
    out.takeRest();
    expect(out.isAtLineStart).toBe(true);
    out.text('b');
    out.takeRest();
    expect(out.isAtLineStart).toBe(false);
  });
});
