import { describe, expect, it } from 'vitest';
import { SPAN_KINDS, type Span, type SpanKind } from '#core/analyze/analysis.ts';
import { sourceTime } from '#core/cast/time.ts';
import { kindColumns, kindRuns } from './kind-runs.ts';

const LETTERS: Readonly<Record<string, SpanKind>> = { w: 'waiting', t: 'typing', s: 'scrolling', r: 'reading' };

/** A letter a second, the first of its kind. */
function spansOf(letters: string): Span[] {
  return Array.from(letters.matchAll(/(.)\1*/g), ({ 0: run, index }) => ({
    kind: LETTERS[run.charAt(0)] as SpanKind,
    start: sourceTime(index * 1e6),
    end: sourceTime((index + run.length) * 1e6),
  }));
}

/** The strip, a letter for each pixel. */
function drawn(letters: string, [from, to]: [number, number], widthPx: number): string {
  const runs = kindRuns(kindColumns(spansOf(letters)), { viewport: { start: from * 1e6, end: to * 1e6 }, widthPx });
  return runs.map(({ kind, left, right }) => kind.charAt(0).repeat(Math.round(right) - Math.round(left))).join('');
}

describe('kindRuns', () => {
  it('shows spans as they are where there is room', () => {
    expect(drawn('wwtrr', [0, 5], 10)).toBe('wwwwttrrrr');
    expect(drawn('wwtrr', [1, 4], 6)).toBe('wwttrr');
  });

  it('shows of a pixel what takes most of it', () => {
    expect(drawn('wwwrwwwwrrrwssst', [0, 16], 4)).toBe('wwrs');
  });

  it('shows of kinds that take as long the one that is more to see', () => {
    expect(drawn('wwrr', [0, 4], 1)).toBe('r');
    expect(drawn('rrww', [0, 4], 1)).toBe('r');
  });

  it('keeps what it shows at its place while it is panned', () => {
    const letters = 'wrwwrrrwwwwrrwrwrwwrrwwr';
    expect(drawn(letters, [0, 20], 10).slice(2)).toBe(drawn(letters, [4, 24], 10).slice(0, 8));
  });

  it('has one run where neighbours are of a kind', () => {
    const spans: Span[] = [
      { kind: 'waiting', waiting: 'spinner', start: sourceTime(0), end: sourceTime(4e6) },
      { kind: 'waiting', waiting: 'silence', start: sourceTime(4e6), end: sourceTime(9e6) },
    ];
    const scale = { viewport: { start: 0, end: 9e6 }, widthPx: 900 };
    expect(kindRuns(kindColumns(spans), scale)).toEqual([{ kind: 'waiting', left: 0, right: 900 }]);
  });

  it('has nothing where nothing was recorded', () => {
    expect(kindRuns(kindColumns([]), { viewport: { start: 0, end: 1e6 }, widthPx: 100 })).toEqual([]);
  });
});

describe('kindColumns', () => {
  it('knows how much of each kind came before a span', () => {
    const { before } = kindColumns(spansOf('wwtwrr'));
    const seconds = before.map((column) => Array.from(column, (micros) => micros / 1e6));
    expect(Object.fromEntries(SPAN_KINDS.map((kind, index) => [kind, seconds[index]]))).toEqual({
      waiting: [0, 2, 2, 3],
      typing: [0, 0, 1, 1],
      scrolling: [0, 0, 0, 0],
      reading: [0, 0, 0, 0],
    });
  });
});
