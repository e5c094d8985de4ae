import { describe, expect, it } from 'vitest';
import { createHeightScale } from './height-scale.ts';

const SECOND = 1e6;

/** Bars of a second: most hold about 1000 bytes, some a flood of 100 000, one a lone key. */
const bytes = Float32Array.from({ length: 1000 }, (_, bar) => (bar === 7 ? 1 : bar % 20 === 0 ? 100_000 : 1000));
const heightOf = createHeightScale([
  { binMicros: SECOND, bytes },
  { binMicros: 4 * SECOND, bytes: bytes.map((value) => value * 4) },
])(SECOND);

describe('createHeightScale', () => {
  it('shows a lone key beside a flood', () => {
    expect(heightOf(1)).toBeGreaterThan(0.04);
    expect(heightOf(100_000)).toBeGreaterThan(0.9);
  });

  it('tells the usual from the much', () => {
    expect(heightOf(100_000) - heightOf(1000)).toBeGreaterThan(0.4);
  });

  it('never leaves the strip, and never shrinks with more bytes', () => {
    let previous = 0;
    for (const amount of [1, 10, 1000, 1e5, 1e9, 1e15]) {
      const height = heightOf(amount);
      expect(height).toBeGreaterThanOrEqual(previous);
      expect(height).toBeLessThanOrEqual(1);
      previous = height;
    }
  });

  it('does not fill the strip when bars are longer and all hold much', () => {
    const wide = createHeightScale([
      { binMicros: SECOND, bytes },
      { binMicros: 4 * SECOND, bytes: bytes.map((value) => value * 4) },
    ])(4 * SECOND);
    expect(wide(4000)).toBeCloseTo(heightOf(1000), 1);
  });

  it('goes smoothly from level to level', () => {
    const scale = createHeightScale([
      { binMicros: SECOND, bytes },
      { binMicros: 4 * SECOND, bytes: bytes.map((value) => value * 4) },
    ]);
    expect(scale(2 * SECOND)(2000)).toBeCloseTo(scale(SECOND)(1000), 1);
  });

  it('has an answer for a recording without output', () => {
    expect(createHeightScale([{ binMicros: 1, bytes: new Float32Array(4) }])(1)(5)).toBeGreaterThan(0);
  });
});
