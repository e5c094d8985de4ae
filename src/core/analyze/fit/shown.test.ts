import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceTime } from '../../cast/time.ts';
import { grant, type Wish } from './shown.ts';

const range = (start: number, end: number) => ({ start: sourceTime(start), end: sourceTime(end) });
const RANGES = [range(0, 100), range(150, 200)];
const SETTINGS = { shortestCutMicros: 5 };

/** Wishes, drawn as `10-20` at factor 1, `10-20@4` at another one; each has the rank of its place. */
const wishesOf = (drawn: string): Wish[] =>
  [...drawn.matchAll(/(\d+)-(\d+)(?:@(\d+))?/g)]
    .map(([, start, end, factor = '1'], rank) => ({
      ...range(Number(start), Number(end)),
      factor: Number(factor),
      range: Number(start) < 100 ? 0 : 1,
      rank,
    }))
    .sort((one, other) => one.start - other.start);

function granted(drawn: string, maxRank = Number.POSITIVE_INFINITY): string {
  const { parts, gaps } = grant(wishesOf(drawn), maxRank, RANGES, SETTINGS);
  const all = [
    ...parts.map((part) => ({ ...part, text: part.factor === 1 ? '' : `@${part.factor}` })),
    ...gaps.map((gap) => ({ ...gap, text: '!' })),
  ];
  return all
    .sort((one, other) => one.start - other.start)
    .map(({ start, end, text }) => `${start}-${end}${text}`)
    .join(' ');
}

describe('grant', () => {
  it.each([
    ['nothing', '', '0-100! 150-200!'],
    ['what is wished', '20-30 160-170@4', '0-20! 20-30 30-100! 150-160! 160-170@4 170-200!'],
    ['wishes that overlap as one', '20-40 30-50', '0-20! 20-50 50-100! 150-200!'],
    ['the slower of two', '20-60@4 30-40', '0-20! 20-30@4 30-40 40-60@4 60-100! 150-200!'],
    ['what is too short for a cut', '4-20 24-97', '0-100 150-200!'],
    ['two fast ones as one, at the lower factor', '20-60@4 40-80@8', '0-20! 20-80@4 80-100! 150-200!'],
  ])('grants %s', (_, drawn, text) => {
    expect(granted(drawn)).toBe(text);
  });

  it('goes by rank', () => {
    expect(granted('20-30 50-60 80-90', 1)).toBe('0-20! 20-30 30-50! 50-60 60-100! 150-200!');
  });

  const arbitraryWish = fc.record({ at: fc.nat(99), length: fc.integer({ min: 1, max: 60 }), factor: fc.constantFrom(1, 1, 2, 8) });
  it('never takes less time for more wishes', () => {
    const taken = (wishes: readonly Wish[], maxRank: number) =>
      grant(wishes, maxRank, RANGES, SETTINGS).parts.reduce((sum, { start, end, factor }) => sum + (end - start) / factor, 0);
    fc.assert(
      fc.property(fc.array(arbitraryWish, { minLength: 1 }), (drawn) => {
        const wishes = drawn
          .map(({ at, length, factor }, rank) => ({ ...range(at, Math.min(100, at + length)), factor, range: 0, rank }))
          .sort((one, other) => one.start - other.start);
        for (let rank = 0; rank < wishes.length; rank++) {
          expect(taken(wishes, rank)).toBeGreaterThanOrEqual(taken(wishes, rank - 1) - 1e-9);
        }
      }),
    );
  });
});
