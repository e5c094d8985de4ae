import fc from 'fast-check';
import { expect, it } from 'vitest';
import { labelWidthPx, rulerTicks } from './ruler-ticks.ts';
import { timeToPx } from './time-scale.ts';

const scales = fc
  .record({
    start: fc.double({ min: 0, max: 1e12, noNaN: true }),
    span: fc.double({ min: 1000, max: 1e12, noNaN: true }),
    widthPx: fc.integer({ min: 200, max: 4000 }),
  })
  .map(({ start, span, widthPx }) => ({ viewport: { start, end: start + span }, widthPx }));

it('ticks lie in sight, in order and never closer than nine pixels', () => {
  fc.assert(
    fc.property(scales, (scale) => {
      const places = rulerTicks(scale).map(({ time }) => timeToPx(scale, time));
      places.forEach((cssX, index) => {
        expect(cssX).toBeGreaterThanOrEqual(-0.01);
        expect(cssX).toBeLessThanOrEqual(scale.widthPx + 0.01);
        if (index > 0) expect(cssX - (places[index - 1] as number)).toBeGreaterThan(8.99);
      });
    }),
  );
});

it('labels never run into each other', () => {
  fc.assert(
    fc.property(scales, (scale) => {
      const labelled = rulerTicks(scale).flatMap(({ time, label }) => (label ? [{ cssX: timeToPx(scale, time), label }] : []));
      labelled.slice(1).forEach(({ cssX }, index) => {
        const before = labelled[index] as { cssX: number; label: string };
        expect(cssX).toBeGreaterThan(before.cssX + labelWidthPx(before.label));
      });
    }),
  );
});

it('labels of different ticks differ', () => {
  fc.assert(
    fc.property(scales, (scale) => {
      const labels = rulerTicks(scale).flatMap(({ label }) => (label ? [label] : []));
      expect(new Set(labels).size).toBe(labels.length);
    }),
  );
});
