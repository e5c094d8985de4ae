import { describe, expect, it } from 'vitest';
import { sourceTime } from '#core/cast/time.ts';
import { firstHitFrom, hitBeside, NO_SEARCH, sameHit } from './search.ts';

const hitsAt = (...starts: number[]) =>
  starts.map((start) => ({ start: sourceTime(start), end: sourceTime(start + 5), line: 'a', matchStart: 0, matchEnd: 1 }));

describe('firstHitFrom', () => {
  it.each([
    [0, 0],
    [3, 0],
    [4, 1],
    [9, 2],
    // None is left: it begins again.
    [10, 0],
  ])('from %i on is hit %i', (time, index) => expect(firstHitFrom(hitsAt(3, 7, 9), sourceTime(time))).toBe(index));

  it('is none without hits', () => expect(firstHitFrom([], sourceTime(0))).toBe(-1));
});

it('sameHit knows a hit again, also when its line was written on', () => {
  const hits = hitsAt(3, 7, 7).map((hit, index) => ({ ...hit, line: `line ${index}` }));
  const [, , third] = hits;
  expect(sameHit(hits, third && { ...third, end: sourceTime(8) })).toBe(2);
  expect(sameHit(hits, third && { ...third, line: 'lin' })).toBe(1);
  expect(sameHit(hits, hitsAt(4)[0])).toBe(-1);
  expect(sameHit(hits, undefined)).toBe(-1);
});

describe('hitBeside', () => {
  const beside = (current: number, playhead: number, direction: 1 | -1, starts = [3, 7, 7, 9]) =>
    hitBeside({ ...NO_SEARCH, hits: hitsAt(...starts), current }, sourceTime(playhead), direction);

  it('goes through the list, those of one instant included, and around its ends', () => {
    expect([beside(0, 3, 1), beside(1, 7, 1), beside(2, 7, 1), beside(3, 9, 1)]).toEqual([1, 2, 3, 0]);
    expect([beside(3, 9, -1), beside(2, 7, -1), beside(1, 7, -1), beside(0, 3, -1)]).toEqual([2, 1, 0, 3]);
  });

  it('goes on from the playhead once that was moved', () => {
    expect([beside(0, 8, 1), beside(0, 8, -1)]).toEqual([3, 2]);
    expect([beside(3, 0, -1), beside(0, 10, 1)]).toEqual([3, 0]);
  });

  it('begins at the playhead where none is current', () => expect([beside(-1, 4, 1), beside(-1, 4, -1)]).toEqual([1, 0]));

  it('is none without hits', () => expect([beside(-1, 4, 1, []), beside(-1, 4, -1, [])]).toEqual([-1, -1]));
});
