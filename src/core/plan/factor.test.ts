import { describe, expect, it } from 'vitest';
import { formatFactor, parseFactor } from './factor.ts';

const MINUTE = 60_000_000;

describe('parseFactor', () => {
  it.each([
    ['5', 5],
    ['5x', 5],
    ['0.5×', 0.5],
    [' 2.5 X ', 2.5],
    ['.25', 0.25],
    ['10000', 10_000],
    ['=3s', 20],
    ['=0:30', 2],
    ['=2:00', 0.5],
  ])('takes %j of a minute as %d', (text, factor) => expect(parseFactor(text, MINUTE)).toEqual({ factor }));

  it.each(['', 'fast', '5y', '-2', '=', '=x', '=0', '0', '0.001', '10001', '=0.001s'])('refuses %j and says why', (text) => {
    expect(parseFactor(text, MINUTE)).toEqual({ problem: expect.stringMatching(/\S/) });
  });

  it('names the bound that is passed, and the length that it gives', () => {
    expect(parseFactor('10001', MINUTE)).toEqual({ problem: 'The fastest is 10000×.' });
    expect(parseFactor('=0.001', MINUTE)).toEqual({ problem: 'The fastest is 10000×, which lasts 0:00.006.' });
    expect(parseFactor('=3:00:00', MINUTE, 1_000_000)).toEqual({ problem: 'The slowest is 0.01×, which lasts 1:40:01.' });
  });

  it('leaves the holds of a region out of what it stretches', () => {
    expect(parseFactor('=13s', MINUTE, 10_000_000)).toEqual({ factor: 20 });
    expect(parseFactor('=10s', MINUTE, 10_000_000)).toHaveProperty('problem');
  });

  it('has no factor for a length of nothing', () => {
    expect(parseFactor('=3s', 0)).toHaveProperty('problem');
  });
});

it.each([
  [5, '5×'],
  [2.5, '2.5×'],
  [1 / 3, '0.333×'],
  [1234.56, '1235×'],
])('formatFactor shows %d as %s', (factor, text) => expect(formatFactor(factor)).toBe(text));
