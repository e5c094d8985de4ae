import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SPAN_KINDS, type Span } from '#core/analyze/analysis.ts';
import { sourceTime } from '#core/cast/time.ts';
import { type KindColumns, type KindRun, kindColumns, kindRuns } from './kind-runs.ts';

const spansArbitrary = fc
  .array(fc.record({ kind: fc.constantFrom(...SPAN_KINDS), micros: fc.integer({ min: 1, max: 10_000_000 }) }), {
    minLength: 1,
    maxLength: 60,
  })
  .map((lengths) => {
    let start = 0;
    return lengths.map(({ kind, micros }): Span => {
      const span = { kind, start: sourceTime(start), end: sourceTime(start + micros) };
      start = span.end;
      return span;
    });
  });

const viewArbitrary = fc.record({
  from: fc.double({ min: 0, max: 0.95, noNaN: true }),
  share: fc.double({ min: 0.001, max: 1, noNaN: true }),
});

function runsOf(spans: readonly Span[], { from, share }: { from: number; share: number }, widthPx: number) {
  const columns: KindColumns = kindColumns(spans);
  const start = from * columns.end;
  const end = Math.min(start + share * columns.end, columns.end);
  return { columns, scale: { viewport: { start, end }, widthPx }, runs: kindRuns(columns, { viewport: { start, end }, widthPx }) };
}

it('fills the strip from its left edge to its right one, without gaps', () => {
  fc.assert(
    fc.property(spansArbitrary, viewArbitrary, fc.integer({ min: 1, max: 400 }), (spans, view, widthPx) => {
      const { runs } = runsOf(spans, view, widthPx);
      expect(runs[0]?.left).toBe(0);
      expect(runs.at(-1)?.right).toBeCloseTo(widthPx, 3);
      runs.slice(1).forEach((run, index) => {
        const before = runs[index] as KindRun;
        expect(run.left).toBe(before.right);
        expect(run.kind).not.toBe(before.kind);
      });
    }),
  );
});

it('shows every span of three pixels where it is, to a pixel', () => {
  fc.assert(
    fc.property(spansArbitrary, viewArbitrary, fc.integer({ min: 1, max: 400 }), (spans, view, widthPx) => {
      const { scale, runs } = runsOf(spans, view, widthPx);
      const pxMicros = (scale.viewport.end - scale.viewport.start) / widthPx;
      for (const { kind, start, end } of spans) {
        if (end - start < 3 * pxMicros || start < scale.viewport.start || end > scale.viewport.end) continue;
        const left = (start - scale.viewport.start) / pxMicros;
        const right = (end - scale.viewport.start) / pxMicros;
        expect(runs.some((run) => run.kind === kind && run.left <= left + 1 && run.right >= right - 1)).toBe(true);
      }
    }),
  );
});
