import { describe, expect, it } from 'vitest';
import type { Span, SpanKind } from '#core/analyze/analysis.ts';
import { sourceTime } from '#core/cast/time.ts';
import { formatPart, kindsThere, nextOfKind, speakKinds } from './kind-spans.ts';

/** Spans side by side, drawn as `kind:seconds`. */
function spansOf(drawn: string): Span[] {
  let start = 0;
  return drawn.split(' ').map((text) => {
    const [kind, seconds] = text.split(':');
    const span = { kind: kind as SpanKind, start: sourceTime(start), end: sourceTime(start + Number(seconds) * 1e6) };
    start = span.end;
    return span;
  });
}

const SESSION = spansOf('typing:3 waiting:60 reading:5 waiting:90 reading:2');

describe('kindsThere', () => {
  it('leaves out what there is none of', () => {
    expect(kindsThere(SESSION)).toEqual([
      ['waiting', 150e6],
      ['typing', 3e6],
      ['reading', 7e6],
    ]);
    expect(kindsThere([])).toEqual([]);
  });

  it('can be read out', () => {
    expect(speakKinds(SESSION)).toBe('waiting 2 minutes 30 seconds, typing 3 seconds, reading 7 seconds');
  });
});

describe('nextOfKind', () => {
  const startOf = (kind: SpanKind, seconds: number) => {
    const span = nextOfKind(SESSION, kind, seconds * 1e6);
    return span && span.start / 1e6;
  };

  it('goes from one stretch to the next, and around the end', () => {
    expect([startOf('waiting', 0), startOf('waiting', 3), startOf('waiting', 68)]).toEqual([3, 68, 3]);
    expect(startOf('typing', 50)).toBe(0);
  });

  it('goes nowhere where there is none', () => {
    expect(startOf('scrolling', 0)).toBeUndefined();
  });
});

describe('formatPart', () => {
  it('is in tenths only where the whole is short', () => {
    expect(formatPart(41_300_000, 5112e6)).toBe('0:41');
    expect(formatPart(4_300_000, 60e6)).toBe('0:04.3');
  });
});
