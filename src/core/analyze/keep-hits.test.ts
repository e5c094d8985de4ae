import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceTime } from '../cast/time.ts';
import { overlaps, type Range } from '../lib/ranges.ts';
import { keepHits } from './keep-hits.ts';

const SECOND = 1_000_000;
const range = (start: number, end: number) => ({ start: sourceTime(start * SECOND), end: sourceTime(end * SECOND) });

const draw = (ranges: readonly Range[]) => ranges.map(({ start, end }) => `${start / SECOND}-${end / SECOND}`).join(' ');

/** What is kept of a recording of 60 seconds around hits drawn as `10-30`. */
const kept = (drawn: string) => {
  const hits = [...drawn.matchAll(/([\d.]+)-([\d.]+)/g)].map(([, start, end]) => range(Number(start), Number(end)));
  return keepHits(hits, sourceTime(60 * SECOND));
};

describe('keepHits', () => {
  it.each([
    ['a hit that stays: until it is read', '10-60', '8.5-13', '0-8.5 13-60'],
    ['a hit that goes at once: no longer than it is there', '10-10.5', '8.5-10.5', '0-8.5 10.5-60'],
    ['hits far apart', '10-60 30-31', '8.5-13 28.5-31', '0-8.5 13-28.5 31-60'],
    ['what lies between hits that are close', '10-60 16.4-17', '8.5-17', '0-8.5 17-60'],
    ['the shortest stretch that is worth a cut', '10-60 16.5-17', '8.5-13 15-17', '0-8.5 13-15 17-60'],
    ['what is left at the start and the end', '3-4 56-57 58-59', '0-4 54.5-60', '4-54.5'],
    ['a hit within another one', '10-60 11-11.5', '8.5-13', '0-8.5 13-60'],
    ['all, where hits are everywhere', '1-3 4-8 8-12 13-17 18-22 23-27 28-32 33-37 38-42 43-47 48-52 53-57 58-60', '0-60', ''],
    ['all, where there is no hit', '', '0-60', ''],
  ])('keeps %s', (_, hits, moments, cuts) => {
    const keeping = kept(hits);
    expect(draw(keeping.moments)).toBe(moments);
    expect(draw(keeping.cuts)).toBe(cuts);
  });

  const cases = fc.record({
    duration: fc.nat(60_000_000).map(sourceTime),
    hits: fc
      .array(fc.tuple(fc.nat(60_000_000), fc.nat(20_000_000)), { maxLength: 20 })
      .map((drawn) => drawn.toSorted(([one], [other]) => one - other)),
  });
  const within = ({ duration, hits }: { duration: number; hits: readonly (readonly [number, number])[] }) =>
    hits
      .filter(([start]) => start <= duration)
      .map(([start, length]) => ({ start: sourceTime(start), end: sourceTime(Math.min(start + length, duration)) }));

  it('leaves of a recording nothing that is neither kept nor cut, and nothing that is both', () => {
    fc.assert(
      fc.property(cases, (drawn) => {
        const { moments, cuts } = keepHits(within(drawn), drawn.duration);
        const all = [...moments, ...cuts].toSorted((one, other) => one.start - other.start || one.end - other.end);
        expect(all[0]?.start).toBe(0);
        expect(all.at(-1)?.end).toBe(drawn.duration);
        for (const [index, { start }] of all.slice(1).entries()) expect(start).toBe(all[index]?.end);
      }),
    );
  });

  it('never cuts into a hit while it is read, and cuts nothing short', () => {
    fc.assert(
      fc.property(cases, (drawn) => {
        const hits = within(drawn);
        const { cuts } = keepHits(hits, drawn.duration);
        for (const cut of cuts) {
          expect(cut.end - cut.start).toBeGreaterThanOrEqual(2 * SECOND);
          for (const { start, end } of hits) {
            expect(overlaps(cut, { start: start - 1.5 * SECOND, end: Math.min(end, start + 3 * SECOND) })).toBe(false);
          }
        }
      }),
    );
  });

  it('keeps no more than five seconds and a half beyond what hits there are', () => {
    fc.assert(
      fc.property(cases, (drawn) => {
        const hits = within(drawn);
        fc.pre(hits.length > 0);
        const { moments } = keepHits(hits, drawn.duration);
        const micros = moments.reduce((sum, { start, end }) => sum + end - start, 0);
        // Lead and reading, a gap after each, and one before the first.
        expect(micros).toBeLessThanOrEqual(hits.length * 6.5 * SECOND + 2 * SECOND);
      }),
    );
  });
});
