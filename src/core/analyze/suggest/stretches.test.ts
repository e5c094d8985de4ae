import { describe, expect, it } from 'vitest';
import { drawnSpans } from '#testing/analyses.ts';
import { MICROS_PER_SECOND, sourceTime } from '../../cast/time.ts';
import { describeStretch, shortLength, stretchesOf, visitSpans } from './stretches.ts';

const range = (start: number, end: number) => ({
  start: sourceTime(start * MICROS_PER_SECOND),
  end: sourceTime(end * MICROS_PER_SECOND),
});

describe('stretchesOf', () => {
  it('takes the ways of waiting together', () => {
    const drawn = stretchesOf(drawnSpans('r5 w3 s9 r2 r1')).map(({ kind, start, end }) => `${kind} ${start / 1e6}-${end / 1e6}`);
    expect(drawn).toEqual(['reading 0-5', 'waiting 5-17', 'reading 17-20']);
  });
});

describe('visitSpans', () => {
  it('goes through what lies in a range, clipped to it', () => {
    const visited: string[] = [];
    visitSpans(drawnSpans('r5 w3 s9 r2'), range(6, 18), ({ kind }, start, end) => visited.push(`${kind} ${start / 1e6}-${end / 1e6}`));
    expect(visited).toEqual(['waiting 6-8', 'waiting 8-17', 'reading 17-18']);
  });
});

describe('describeStretch', () => {
  it.each([
    ['s192', '3:12 of spinner'],
    ['w4.2', '4.2 s of silence'],
    ['p9', '9.0 s of progress'],
    ['c5 d5', '10.0 s of waiting'],
    ['d5', '5.0 s of the same text drawn again'],
    ['s8 r2', '10.0 s of spinner'],
    ['x9 r1', 'scrolling output'],
    ['t9 r1', 'typing'],
    ['s5 r5', 'between moments'],
    ['r10', 'between moments'],
  ])('calls %s %s', (drawn, words) => {
    const spans = drawnSpans(drawn);
    const end = spans.at(-1)?.end ?? sourceTime(0);
    expect(describeStretch(spans, { start: sourceTime(0), end })).toBe(words);
  });
});

describe('shortLength', () => {
  it.each([
    [400_000, '0.4 s'],
    [59_949_000, '59.9 s'],
    [59_960_000, '1:00'],
    [3_723_000_000, '1:02:03'],
  ])('writes %i µs as %s', (micros, text) => {
    expect(shortLength(micros)).toBe(text);
  });
});
