import { describe, expect, it } from 'vitest';
import { steadyFactor, surplusFlashes } from './flash-rule.ts';

const micros = (...seconds: number[]): Float64Array => Float64Array.from(seconds, (value) => Math.round(value * 1e6));

describe('steadyFactor', () => {
  it('is as high as lets one too many come no sooner than after a second', () => {
    expect(steadyFactor(micros(0, 1, 2, 8, 9, 10), 0, 6, 3)).toBe(8);
    expect(steadyFactor(micros(0, 1, 2, 8, 9, 10), 0, 6, 1)).toBe(1);
  });

  it('looks at the flashes that it is asked about', () => {
    expect(steadyFactor(micros(0, 0.1, 0.2, 0.3, 10, 20, 30, 40), 4, 8, 3)).toBe(30);
  });

  it('is no limit where there are too few', () => {
    expect(steadyFactor(micros(0, 0, 0), 0, 3, 3)).toBe(Number.POSITIVE_INFINITY);
  });

  it('is below 1 where they are too many as recorded', () => {
    expect(steadyFactor(micros(0, 0.1, 0.2, 0.5), 0, 4, 3)).toBe(0.5);
  });
});

describe('surplusFlashes', () => {
  it('names every fourth one within a second', () => {
    expect(surplusFlashes(micros(0, 0.2, 0.4, 0.6, 0.9, 1.3, 2.5))).toEqual([3, 4, 5]);
    expect(surplusFlashes(micros(0, 0.5, 0.9, 1))).toEqual([]);
    expect(surplusFlashes(micros(0, 0))).toEqual([]);
  });
});
