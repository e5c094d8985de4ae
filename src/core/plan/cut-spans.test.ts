import { describe, expect, it } from 'vitest';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { readCast } from '../cast/reader.ts';
import { type CutSpan, cutSpans } from './cut-spans.ts';
import { planFromJson } from './parse-plan.ts';

const spansOf = (events: string, ...cuts: object[]): readonly CutSpan[] =>
  cutSpans(readCast(bytesOf(castV2(events))), planFromJson({ cuts }));

const collapse = (start: number, end: number) => ({ start, end, mode: 'collapse' });

/** Index ranges of the events inside. */
const insides = (spans: readonly CutSpan[]) => spans.map(({ from, to }) => [from, to]);

describe('a cut holds the events', () => {
  it('from its start to before its end', () => {
    expect(insides(spansOf('a@1 b@2 c@3 d@4 e@5', [2, 4]))).toEqual([[1, 3]]);
  });

  it('at the end too, where it reaches the end', () => {
    expect(insides(spansOf('a@1 b@2 c@4 d@4', [2, 4]))).toEqual([[1, 4]]);
    const [span] = spansOf('a@1 b@4', [2, 9]);
    expect([span?.end, span?.reachesEnd]).toEqual([4_000_000, true]);
  });

  it('at the end alone, where it begins there', () => {
    expect(insides(spansOf('a@1 b@4', [4, 5]))).toEqual([[1, 2]]);
  });

  it('that no cut before it has: of two that meet at the end, the first', () => {
    expect(insides(spansOf('a@1 b@4', [2, 4], [4, 5]))).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });

  it('none in a pause, and is no span past the end', () => {
    expect(insides(spansOf('a@1 b@4', [2, 3]))).toEqual([[1, 1]]);
    expect(spansOf('a@1 b@4', [5, 6])).toEqual([]);
  });
});

describe('a cut has a seam event', () => {
  const seams = (events: string, ...cuts: object[]) => spansOf(events, ...cuts).map(({ hasSeamEvent }) => hasSeamEvent);

  it.each([
    ['where it collapses output', 'a@1 b@3 c@9', [collapse(2, 4)], [true]],
    ['where it jumps over output', 'a@1 b@3 c@9', [{ start: 2, end: 4, mode: 'jump' }], [true]],
    ['not where it drops it', 'a@1 b@3 c@9', [[2, 4]], [false]],
    ['not where there is none', 'a@1 i:b@3 r:90x20@3 c@9', [collapse(2, 4)], [false]],
    ['not at the end', 'a@1 b@3 c@9', [collapse(2, 9)], [false]],
    ['not where all that follows is cut', 'a@1 b@3 c@5 d@9', [collapse(2, 4), [4, 5], [5, 9]], [false, false, false]],
    [
      'not where only a cut at the end follows',
      'a@0.5 b@2 c@4',
      [collapse(0.2, 1), collapse(1.5, 4), collapse(4, 5)],
      [false, false, false],
    ],
    ['where a kept event follows, whatever its code', 'a@1 b@3 m:c@5 d@9', [collapse(2, 4), [6, 9]], [true, false]],
  ])('%s', (_, events, cuts, expected) => {
    expect(seams(events, ...cuts)).toEqual(expected);
  });
});

it('the last resize inside is known in every mode', () => {
  const resizes = (...cuts: object[]) => spansOf('r:1x1@1 r:2x2@2 a@3 r:4x4@4 b@5 c@6', ...cuts).map(({ lastResize }) => lastResize);
  expect(resizes([1, 4])).toEqual([1]);
  expect(resizes([2, 6])).toEqual([3]);
  expect(resizes(collapse(0, 1), collapse(2.5, 6))).toEqual([-1, 3]);
});
