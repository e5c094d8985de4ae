import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstEndingAfter, leftOf, overlaps, overlapsAny, type Range, subtract } from './ranges.ts';

/** In order and apart; some touch. */
const arbitraryRanges: fc.Arbitrary<Range[]> = fc
  .array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 4 })), { maxLength: 8 })
  .map((steps) => {
    let position = 0;
    return steps.map(([before, length]) => {
      const start = position + before;
      position = start + length;
      return { start, end: position };
    });
  });
const arbitraryRange = fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 9 })).map(([start, length]) => ({ start, end: start + length }));

it('finds among many ranges what looking at each of them would', () => {
  fc.assert(
    fc.property(arbitraryRanges, arbitraryRange, (ranges, range) => {
      expect(overlapsAny(ranges, range)).toBe(ranges.some((one) => overlaps(one, range)));
      expect(leftOf(range, ranges)).toEqual(ranges.reduce(subtract, [range]));
      const first = ranges.findIndex(({ end }) => end > range.start);
      expect(firstEndingAfter(ranges, range.start)).toBe(first < 0 ? ranges.length : first);
    }),
  );
});
