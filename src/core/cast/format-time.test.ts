import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatLength, formatTime, parseTime, speakTime } from './format-time.ts';

describe('formatTime', () => {
  it.each([
    [0, '0:00.0'],
    [7_500_000, '0:07.5'],
    [59_960_000, '1:00.0'],
    [754_000_000, '12:34.0'],
    [3_599_949_999, '59:59.9'],
    [3_599_950_000, '1:00:00'],
    [5_087_000_000, '1:24:47'],
    [86_400_000_000, '24:00:00'],
  ])('%d µs is %s', (micros, text) => expect(formatTime(micros)).toBe(text));

  it('takes as many decimals as asked for', () => {
    expect(formatTime(1_000_001, 6)).toBe('0:01.000001');
    expect(formatTime(5_087_004_000, 3)).toBe('1:24:47.004');
  });
});

it.each([
  [0, '0:00.0'],
  [40, '0:00.000040'],
  [40_000, '0:00.040'],
  [1_250_000, '0:01.3'],
])('formatLength shows %d µs as %s', (micros, text) => expect(formatLength(micros)).toBe(text));

describe('parseTime', () => {
  it.each([
    ['12.5', 12_500_000],
    ['12.5s', 12_500_000],
    ['.5', 500_000],
    ['1:02.5', 62_500_000],
    ['1:24:47', 5_087_000_000],
    ['90', 90_000_000],
    [' 3 s ', 3_000_000],
  ])('%j is %d µs', (text, micros) => expect(parseTime(text)).toBe(micros));

  it.each(['', 'x', '1:60', '1:2:3:4', '-1', '1:60:00', '1e3', '5x'])('%j is no time', (text) => expect(parseTime(text)).toBeUndefined());

  it('reads back every time that formatTime writes to the microsecond', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 400_000_000_000 }), (micros) => parseTime(formatTime(micros, 6)) === micros));
  });
});

describe('speakTime', () => {
  it.each([
    [0, '0 seconds'],
    [1_000_000, '1 second'],
    [2_465_200_000, '41 minutes 5.2 seconds'],
    [3_661_000_000, '1 hour 1 minute 1 second'],
  ])('%d µs is spoken as %s', (micros, words) => expect(speakTime(micros)).toBe(words));
});
