import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clampViewport, fitViewport, pan, reveal, revealRange, zoomAt } from './viewport.ts';

const DAY = 86_400_000_000;

describe('the viewport', () => {
  it('of an empty recording is a second', () => expect(fitViewport(0)).toEqual({ start: 0, end: 1_000_000 }));

  it('keeps the anchor at its place on the screen while zooming, until an end of the recording is in the way', () => {
    const before = { start: 40e6, end: 60e6 };
    const after = zoomAt(before, 45e6, 4, 100e6);
    expect(after.end - after.start).toBeCloseTo(5e6);
    expect((45e6 - after.start) / (after.end - after.start)).toBeCloseTo(0.25);
  });

  it('stays within the recording and no narrower than the closest look, whatever is asked of it', () => {
    const micros = fc.double({ min: -2 * DAY, max: 2 * DAY, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: DAY }),
        micros,
        micros,
        fc.double({ min: 0.001, max: 1000, noNaN: true }),
        (duration, a, b, factor) => {
          const viewport = clampViewport({ start: Math.min(a, b), end: Math.max(a, b) }, duration);
          for (const { start, end } of [
            viewport,
            zoomAt(viewport, a, factor, duration),
            pan(viewport, b, duration),
            reveal(viewport, a, duration),
          ]) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeLessThanOrEqual(duration + 1e-3);
            expect(end - start).toBeGreaterThanOrEqual(Math.min(999.99, duration - 1e-3));
          }
        },
      ),
    );
  });

  it('does not move to reveal what is visible', () => {
    const viewport = { start: 10, end: 20_000 };
    expect(reveal(viewport, 15_000, 1e6)).toBe(viewport);
    const moved = reveal(viewport, 50_000, 1e6);
    expect(moved.start).toBeLessThan(50_000);
    expect(moved.end).toBeGreaterThan(50_000);
  });

  it.each([
    ['one in sight', [30, 40], [20, 60]],
    ['one that has room, in the middle', [70, 80], [55, 95]],
    ['one at the end, as far as there is anything', [92, 98], [60, 100]],
    ['one that has none, from farther away', [10, 60], [5, 65]],
  ] as const)('reveals %s', (_, [start, end], shown) => {
    const viewport = { start: 20_000, end: 60_000 };
    const revealed = revealRange(viewport, { start: start * 1000, end: end * 1000 }, 100_000);
    expect([revealed.start / 1000, revealed.end / 1000]).toEqual(shown);
  });
});
