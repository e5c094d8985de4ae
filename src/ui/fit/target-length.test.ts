import { describe, expect, it } from 'vitest';
import { formatTarget, parseTarget, shareOf, steppedTarget, targetAt } from './target-length.ts';

const seconds = (count: number): number => count * 1_000_000;
const SESSION = seconds(85 * 60 + 12.345);

describe('the slider', () => {
  it('goes from three seconds to the whole recording', () => {
    expect(targetAt(0, SESSION)).toBe(seconds(3));
    expect(targetAt(1, SESSION)).toBe(SESSION);
    expect(targetAt(1, seconds(18.6))).toBe(seconds(18.6));
  });

  it('names lengths as people do', () => {
    expect(Array.from({ length: 11 }, (_, tenth) => formatTarget(targetAt(tenth / 10, SESSION)))).toEqual([
      '0:03',
      '0:06.5',
      '0:13.5',
      '0:28',
      '0:59',
      '2:05',
      '4:20',
      '9:10',
      '19:00',
      '40:30',
      '1:25:12',
    ]);
  });

  it('gives half of its way to the first two minutes of a long session', () => {
    expect(shareOf(seconds(120), SESSION)).toBeCloseTo(0.496, 3);
    expect(shareOf(seconds(1), SESSION)).toBe(0);
    expect(shareOf(seconds(9999), SESSION)).toBe(1);
  });
});

describe('steps', () => {
  it.each([
    [40, 1, 41],
    [40, -1, 39],
    [40.4, 1, 41],
    [40.4, -1, 40],
    [30, -1, 29.5],
    [29.5, 1, 30],
    [120, 1, 125],
    [120, -1, 119],
    [40, 10, 50],
    [35, -10, 27.5],
    [3, -1, 3],
    [5112, 1, 5112.345],
    [40, Number.POSITIVE_INFINITY, 5112.345],
    [40, Number.NEGATIVE_INFINITY, 3],
  ])('%d s and %d steps are %d s', (from, steps, to) => {
    expect(steppedTarget(seconds(from), steps, SESSION)).toBe(seconds(to));
  });
});

describe('a typed target', () => {
  it.each([
    ['40', 40],
    [' 90s ', 90],
    ['1:30', 90],
    ['7.5', 7.5],
    ['2 min', 120],
    ['1.5m', 90],
    ['1:00:00', 3600],
  ])('%s is %d s', (text, length) => {
    expect(parseTarget(text, SESSION)).toEqual({ micros: seconds(length) });
  });

  it.each([
    ['soon', 'A length such as 40, 90s or 1:30, not “soon”.'],
    ['', 'A length such as 40, 90s or 1:30, not “”.'],
    ['1:75', 'A length such as 40, 90s or 1:30, not “1:75”.'],
    ['9'.repeat(30), `A length such as 40, 90s or 1:30, not “${'9'.repeat(30)}”.`],
    ['2', 'At least 3 seconds.'],
    ['999999', 'The recording is only 1:25:12 long.'],
    ['1:26:00', 'The recording is only 1:25:12 long.'],
  ])('%s is refused', (text, problem) => {
    expect(parseTarget(text, SESSION)).toEqual({ problem });
  });

  it('is the length of the recording where it reads the same', () => {
    expect(parseTarget('1:25:12', SESSION)).toEqual({ micros: SESSION });
    expect(parseTarget('18.6', seconds(18.583))).toEqual({ micros: seconds(18.583) });
  });
});
