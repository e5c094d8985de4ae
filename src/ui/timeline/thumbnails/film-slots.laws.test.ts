import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FilmSlot, filmSlots } from './film-slots.ts';

const LEAST_PX = 100;

/** Times of events, which of them change the screen, and what is seen of it all. */
const view = fc
  .record({
    times: fc.array(fc.integer({ min: 0, max: 1_000_000 }), { maxLength: 60 }).map((times) => Float64Array.from(times).sort()),
    changing: fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }),
    start: fc.integer({ min: 0, max: 900_000 }),
    span: fc.integer({ min: 1000, max: 1_000_000 }),
    widthPx: fc.integer({ min: 200, max: 2000 }),
  })
  .map(({ times, changing, start, span, widthPx }) => ({
    times,
    changes: Uint32Array.from([...times.keys()].filter((event) => changing[event]).map((event) => event + 1)),
    scale: { viewport: { start, end: start + span }, widthPx },
  }));

type View = typeof view extends fc.Arbitrary<infer Value> ? Value : never;

const slotsOf = ({ scale, times, changes }: View): FilmSlot[] => filmSlots(scale, LEAST_PX, times, { position: times.length, changes });

describe('slots of a filmstrip', () => {
  it('lie side by side over all that is in sight, none too narrow nor much too wide', () => {
    fc.assert(
      fc.property(view, (seen) => {
        const slots = slotsOf(seen);
        const { viewport, widthPx } = seen.scale;
        expect(slots[0]?.start).toBeLessThanOrEqual(viewport.start);
        expect(slots.at(-1)?.end).toBeGreaterThanOrEqual(viewport.end);
        slots.forEach((slot, index) => {
          expect(slot.start).toBe(index === 0 ? slot.start : slots[index - 1]?.end);
          const px = ((slot.end - slot.start) / (viewport.end - viewport.start)) * widthPx;
          expect(px).toBeGreaterThanOrEqual(LEAST_PX - 1e-6);
          expect(px).toBeLessThan(1.5 * LEAST_PX + 1e-6);
        });
      }),
    );
  });

  it('are the same wherever the lane is panned to', () => {
    fc.assert(
      fc.property(view, fc.integer({ min: 0, max: 500_000 }), (seen, by) => {
        const { start, end } = seen.scale.viewport;
        const panned = slotsOf({ ...seen, scale: { ...seen.scale, viewport: { start: start + by, end: end + by } } });
        const before = new Map(slotsOf(seen).map((slot) => [slot.start, slot]));
        for (const slot of panned) expect(before.get(slot.start) ?? slot).toEqual(slot);
      }),
    );
  });

  it('show the last screen within them, or else the one from before', () => {
    fc.assert(
      fc.property(view, (seen) => {
        for (const { start, end, position, isChanged } of slotsOf(seen)) {
          const timeOf = (change: number) => seen.times[change - 1] as number;
          const before = [...seen.changes].filter((change) => timeOf(change) < end);
          expect(position).toBe(before.at(-1) ?? 0);
          expect(isChanged).toBe(before.some((change) => timeOf(change) >= start) || (before.length === 0 && start === 0));
        }
      }),
    );
  });

  it('show as much as is indexed, with every event as a change until those are known', () => {
    fc.assert(
      fc.property(view, fc.nat({ max: 60 }), ({ scale, times }, indexed) => {
        const slots = filmSlots(scale, LEAST_PX, times, { position: Math.min(indexed, times.length), changes: null });
        for (const { start, end, position, lastPosition, isChanged } of slots) {
          const before = times.filter((time) => time < end);
          expect(lastPosition).toBe(before.length);
          expect(position).toBe(before.length <= indexed ? before.length : undefined);
          if (position) expect(isChanged).toBe((before.at(-1) as number) >= start);
        }
      }),
    );
  });
});
