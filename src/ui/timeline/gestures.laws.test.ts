import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type SourceTime, sourceTime } from '#core/cast/time.ts';
import type { Range } from '#core/lib/ranges.ts';
import { addCut, documentFromPlan, findRegion, regionLimits } from '#core/plan/document.ts';
import { EMPTY_PLAN } from '#core/plan/plan.ts';
import { type Drag, pull } from './gestures.ts';
import { pxToTime, timeToPx } from './time-scale.ts';

/** A range within limits, both of whole microseconds. */
const placed = fc
  .uniqueArray(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 4, maxLength: 4 })
  .map((times) => times.sort((a, b) => a - b).map(sourceTime) as [SourceTime, SourceTime, SourceTime, SourceTime])
  .map(([from, start, end, to]) => ({ before: { start, end }, limits: { start: from, end: to } }));

const pointer = fc.double({ min: -1e8, max: 1e8, noNaN: true });
const attraction = fc.option(fc.integer({ min: -1000, max: 11_000_000 }).map(sourceTime), { nil: null });

const isWithin = (range: Range, limits: Range) => range.start >= limits.start && range.end <= limits.end;

it('no drag takes a region over its limits, turns it round or leaves it between microseconds', () => {
  fc.assert(
    fc.property(
      placed,
      fc.constantFrom('start', 'end', 'whole'),
      pointer,
      pointer,
      attraction,
      (region, part, grabMicros, time, target) => {
        const drag: Drag =
          part === 'whole' ? { kind: 'move', ...region, grabMicros } : { kind: 'resize', edge: part, ...region, grabMicros };
        const { range } = pull(drag, time, () => target);
        expect(range).not.toBeNull();
        if (!range) return;
        expect(isWithin(range, region.limits)).toBe(true);
        expect(range.start).toBeLessThan(range.end);
        expect(Number.isInteger(range.start) && Number.isInteger(range.end)).toBe(true);
      },
    ),
  );
});

it('a resize keeps the other edge, a move keeps the length', () => {
  fc.assert(
    fc.property(placed, pointer, (region, time) => {
      const none = () => null;
      expect(pull({ kind: 'resize', edge: 'start', ...region, grabMicros: 0 }, time, none).range?.end).toBe(region.before.end);
      expect(pull({ kind: 'resize', edge: 'end', ...region, grabMicros: 0 }, time, none).range?.start).toBe(region.before.start);
      const moved = pull({ kind: 'move', ...region, grabMicros: 0 }, time, none).range as Range;
      expect(moved.end - moved.start).toBe(region.before.end - region.before.start);
    }),
  );
});

it('neighbours of the same kind stop a region', () => {
  fc.assert(
    fc.property(placed, fc.constantFrom<'start' | 'end'>('start', 'end'), pointer, ({ before, limits }, edge, time) => {
      const duration = sourceTime(20_000_000);
      let document = documentFromPlan(EMPTY_PLAN);
      for (const range of [
        { start: sourceTime(-20), end: limits.start },
        { start: limits.end, end: duration },
      ]) {
        document = addCut(document, range, 'drop').document;
      }
      const { document: full, ref } = addCut(document, before, 'drop');
      const region = findRegion(full, ref) as Range<SourceTime>;
      const drag: Drag = { kind: 'resize', edge, before: region, limits: regionLimits(full, ref, duration), grabMicros: 0 };
      const { range } = pull(drag, time, () => null);
      expect(range && isWithin(range, limits)).toBe(true);
    }),
  );
});

it('pixels and times are each other’s inverse', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1e11, noNaN: true }),
      fc.double({ min: 1000, max: 1e11, noNaN: true }),
      fc.integer({ min: 1, max: 4000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (start, span, widthPx, share) => {
        const scale = { viewport: { start, end: start + span }, widthPx };
        const cssX = share * widthPx;
        expect(Math.abs(timeToPx(scale, pxToTime(scale, cssX)) - cssX)).toBeLessThan(0.01);
      },
    ),
  );
});
