import { describe, expect, it } from 'vitest';
import { sourceTime } from '#core/cast/time.ts';
import { documentFromPlan } from '#core/plan/document.ts';
import { EMPTY_PLAN } from '#core/plan/plan.ts';
import { HANDLE_PX, handleLefts, layoutRegions } from './layout.ts';

/** A lane of 100 pixels over 100 microseconds: a pixel is a microsecond. */
const scale = { viewport: { start: 0, end: 100 }, widthPx: 100 };

const range = (start: number, end: number) => ({ start: sourceTime(start), end: sourceTime(end) });

function edits(cuts: [number, number][], speeds: [number, number][] = []) {
  return documentFromPlan({
    ...EMPTY_PLAN,
    cuts: cuts.map(([start, end]) => ({ ...range(start, end), mode: 'drop' as const })),
    speedRegions: speeds.map(([start, end]) => ({ ...range(start, end), factor: 2 })),
  });
}

const drawn = (document: ReturnType<typeof edits>, of = scale) =>
  layoutRegions(document, of).map(({ ref, number, left, right }) => `${ref.kind} ${number} ${left}–${right}`);

describe('layoutRegions', () => {
  it('places regions by their time', () => {
    expect(drawn(edits([[10, 30]], [[30, 60]]))).toEqual(['cut 1 10–30', 'speed 1 30–60']);
  });

  it('leaves out what is out of sight, and keeps the numbers', () => {
    const zoomed = { viewport: { start: 40, end: 60 }, widthPx: 100 };
    expect(
      drawn(
        edits([
          [0, 10],
          [20, 30],
          [45, 50],
          [70, 80],
        ]),
        zoomed,
      ),
    ).toEqual(['cut 3 25–50']);
  });

  it('stops coordinates a little outside of the lane', () => {
    const close = { viewport: { start: 50, end: 51 }, widthPx: 100 };
    expect(drawn(edits([[0, 100]]), close)).toEqual(['cut 1 -100–200']);
  });

  it('gives a speed region the second row where a cut overlaps it, not where one touches', () => {
    const rows = (cuts: [number, number][]) => layoutRegions(edits(cuts, [[40, 60]]), scale).find(({ ref }) => ref.kind === 'speed')?.row;
    expect(rows([[50, 55]])).toBe(1);
    expect(
      rows([
        [30, 40],
        [60, 70],
      ]),
    ).toBe(0);
    expect(
      rows([
        [30, 40],
        [59, 70],
      ]),
    ).toBe(1);
  });
});

describe('handleLefts', () => {
  it('centres the handles of a wide region on its edges', () => {
    expect(handleLefts(100, 200, 1000)).toEqual({ start: 88, end: 188 });
  });

  it('keeps two full handles apart, however thin the region is', () => {
    for (const left of [0, 0.5, 3, 500, 999, 1000]) {
      for (const width of [0, 0.2, 1, 12, 24, 40]) {
        const { start, end } = handleLefts(left, left + width, 1000);
        expect(end - start).toBeGreaterThanOrEqual(HANDLE_PX);
      }
    }
  });

  it('leaves the handle of an edge out of sight out of sight', () => {
    expect(handleLefts(-100, 1100, 1000)).toEqual({ start: -112, end: 1088 });
    expect(handleLefts(-100, 500, 1000)).toEqual({ start: -112, end: 488 });
  });

  it('does not leave the padding of the timeline', () => {
    expect(handleLefts(0, 0.1, 1000).start).toBe(-12);
    expect(handleLefts(1000, 1000, 1000).end).toBe(1000 - 12);
  });
});
