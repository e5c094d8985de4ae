import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatExactTime, formatLength, formatSeconds, formatTime, parseTime, speakTime } from './format-time.ts';

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

describe('formatExactTime', () => {
  it.each([
    [62_000_000, '1:02.0'],
    [62_250_000, '1:02.25'],
    [5_087_000_001, '1:24:47.000001'],
  ])('shows %d µs as %s', (micros, text) => expect(formatExactTime(micros)).toBe(text));

  it('is read back as it was', () => {
    fc.assert(fc.property(fc.nat(400_000_000_000), (micros) => parseTime(formatExactTime(micros)) === micros));
  });
});

describe('formatSeconds', () => {
  it.each([
    [2_000_000, '2.0 s'],
    [250_000, '0.25 s'],
    [1, '0.000001 s'],
    [3_000, '0.003 s'],
    [1_250_000, '1.25 s'],
    [4_062_339, '4.1 s'],
    [59_940_000, '59.94 s'],
    [59_999_999, '1:00.0'],
    [60_000_000, '1:00.0'],
  ])('shows %d µs as %s', (micros, text) => expect(formatSeconds(micros)).toBe(text));

  it('is read back to the tenth, and as it was where it is hundredths', () => {
    fc.assert(
      fc.property(fc.nat(59_949_999), (micros) => {
        expect(Math.abs((parseTime(formatSeconds(micros)) ?? 0) - micros)).toBeLessThanOrEqual(50_000);
      }),
    );
    fc.assert(fc.property(fc.nat(5994), (hundredths) => parseTime(formatSeconds(hundredths * 10_000)) === hundredths * 10_000));
  });
});

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
