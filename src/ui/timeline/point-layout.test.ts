import { describe, expect, it } from 'vitest';
import { sourceTime } from '#core/cast/time.ts';
import { flagPx } from './hold-flag.ts';
import { layoutHolds, layoutMarkers } from './point-layout.ts';

/** A lane of 1000 pixels over 1000 seconds: a pixel is a second. */
const scale = { viewport: { start: 0, end: 1000e6 }, widthPx: 1000 };

const holds = (...seconds: number[]) =>
  seconds.map((second, index) => ({ id: index + 1, at: sourceTime(second * 1e6), durationMicros: 2e6 }));
const markers = (...seconds: number[]) =>
  seconds.map((second, index) => ({ id: index + 1, time: sourceTime(second * 1e6), label: `m${index + 1}` }));
const numbersOf = (boxes: readonly { readonly number: number }[]) => boxes.map(({ number }) => number);

describe('layoutHolds', () => {
  it('takes those in sight, numbered among all', () => {
    const seen = { ...scale, viewport: { start: 100e6, end: 1100e6 } };
    expect(numbersOf(layoutHolds(holds(50, 100, 600, 1100, 1200), seen, []))).toEqual([2, 3, 4]);
  });

  it('lets a flag go as far as to the next pole', () => {
    const [first, second] = layoutHolds(holds(100, 130), scale, []);
    expect(first).toMatchObject({ left: 100, roomPx: 30, isFlipped: false });
    expect(second).toMatchObject({ left: 130, roomPx: 870 });
  });

  it('turns the flag round where it would end out of sight', () => {
    const wide = flagPx(2e6);
    const [inside, beyond] = layoutHolds(holds(1000 - wide - 1, 1000), scale, []);
    expect([inside?.isFlipped, beyond?.isFlipped]).toEqual([false, true]);
  });
});

describe('many at once', () => {
  const crowd = markers(...Array.from({ length: 20_000 }, (_, index) => index / 20));

  it('get no more elements than fit, the first of each place', () => {
    const boxes = layoutMarkers(crowd, scale, []);
    expect(boxes.length).toBeLessThanOrEqual(100);
    expect(boxes.length).toBeGreaterThan(90);
    expect(boxes[0]?.number).toBe(1);
    expect(boxes.every(({ roomPx }) => roomPx >= 9.9)).toBe(true);
  });

  it('do not leave out the one that is selected', () => {
    const boxes = layoutMarkers(crowd, scale, [{ kind: 'marker', id: 7779 }]);
    expect(numbersOf(boxes)).toContain(7779);
    expect(numbersOf(boxes)).toEqual(numbersOf(boxes).toSorted((one, other) => one - other));
  });

  it('all have elements again from near', () => {
    const near = { viewport: { start: 100e6, end: 105e6 }, widthPx: 1000 };
    expect(layoutMarkers(crowd, near, [])).toHaveLength(101);
  });
});
