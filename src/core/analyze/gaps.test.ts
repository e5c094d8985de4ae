import { describe, expect, it } from 'vitest';
import { findGaps } from './gaps.ts';

/** The pauses of at least 3 between events at these times, as `start-end`. */
const gaps = (...times: number[]): string[] => {
  const { starts, ends } = findGaps(Float64Array.from(times), 3);
  return Array.from(starts, (start, index) => `${start}-${ends[index]}`);
};

describe('findGaps', () => {
  it('finds pauses of at least the length, the one before the first event included', () => {
    expect(gaps(3, 5, 8, 8, 20, 22)).toEqual(['0-3', '5-8', '8-20']);
  });

  it('finds none where there is none', () => {
    expect(gaps()).toEqual([]);
    expect(gaps(2)).toEqual([]);
    expect(gaps(0, 0, 2, 4)).toEqual([]);
  });

  it('takes no instant for a pause', () => {
    const { starts } = findGaps(Float64Array.of(0, 0, 1, 1), 0);
    expect([...starts]).toEqual([0]);
  });
});
