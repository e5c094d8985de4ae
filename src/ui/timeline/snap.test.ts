import { describe, expect, it } from 'vitest';
import { type SnapTargets, snap } from './snap.ts';

/** One pixel is one second here; everything attracts from eight of them. */
const PX = 1;
const none = new Float64Array();

const targets = (parts: { steps?: number[]; fixed?: number[]; waiting?: [number, number] }): SnapTargets => ({
  stepTimes: Float64Array.from(parts.steps ?? []),
  fixed: [Float64Array.from(parts.fixed ?? [])],
  waiting: parts.waiting
    ? { starts: Float64Array.of(parts.waiting[0]), ends: Float64Array.of(parts.waiting[1]) }
    : { starts: none, ends: none },
});

describe('snap', () => {
  it('takes the nearest within eight pixels', () => {
    const near = targets({ steps: [100, 107], fixed: [111] });
    expect(snap(104, near, PX)).toBe(107);
    expect(snap(110, near, PX)).toBe(111);
    expect(snap(92, near, PX)).toBe(100);
    expect(snap(91.9, near, PX)).toBeNull();
  });

  it('reaches as far on the screen at any zoom', () => {
    expect(snap(108, targets({ fixed: [100] }), 0.5)).toBeNull();
    expect(snap(104, targets({ fixed: [100] }), 0.5)).toBe(100);
  });

  it('takes both ends of a waiting gap', () => {
    const gap = targets({ waiting: [50, 90] });
    expect(snap(53, gap, PX)).toBe(50);
    expect(snap(86, gap, PX)).toBe(90);
  });

  it('leaves crowded changes alone, but not edges among them', () => {
    const steps = Array.from({ length: 200 }, (_, index) => index);
    expect(snap(100.4, targets({ steps }), PX)).toBeNull();
    expect(snap(100.4, targets({ steps, fixed: [103] }), PX)).toBe(103);
  });

  it('takes a crowd that is one instant', () => {
    expect(snap(102, targets({ steps: Array.from({ length: 50 }, () => 100) }), PX)).toBe(100);
  });

  it('has nothing to say where nothing is', () => {
    expect(snap(5, targets({}), PX)).toBeNull();
  });
});
