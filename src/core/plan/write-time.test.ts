import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { secondsToMicros } from '../cast/time.ts';
import { decodeUtf8 } from '../lib/text.ts';
import { MAX_TIME_LENGTH, writeFixedSeconds, writeTrimmedSeconds } from './write-time.ts';

/** What is written at an offset, with nothing else of the buffer touched. */
function written(write: (buffer: Uint8Array, offset: number) => number): string {
  const buffer = new Uint8Array(MAX_TIME_LENGTH + 3);
  const end = write(buffer, 3);
  expect([...buffer.subarray(0, 3)]).toEqual([0, 0, 0]);
  return decodeUtf8(buffer.subarray(3, end));
}

const trimmed = (micros: number) => written((buffer, offset) => writeTrimmedSeconds(buffer, offset, micros));
const fixed = (units: number, decimals: 3 | 6) => written((buffer, offset) => writeFixedSeconds(buffer, offset, units, decimals));

describe('seconds', () => {
  it.each([
    [0, '0.0'],
    [1, '0.000001'],
    [100_000, '0.1'],
    [1_500_000, '1.5'],
    [10_000_000, '10.0'],
    [9_007_199_254_740_991, '9007199254.740991'],
  ])('of %d µs, trimmed, are %s', (micros, text) => {
    expect(trimmed(micros)).toBe(text);
  });

  it.each([
    [0, 3, '0.000'],
    [1500, 3, '1.500'],
    [999, 3, '0.999'],
    [12_000_034, 6, '12.000034'],
  ] as const)('of %d units with %d decimals are %s', (units, decimals, text) => {
    expect(fixed(units, decimals)).toBe(text);
  });

  it('read back as they were', () => {
    fc.assert(
      fc.property(fc.nat(1e15), (micros) => {
        expect(secondsToMicros(Number(trimmed(micros)))).toBe(micros);
        expect(fixed(micros, 6)).toBe((micros / 1e6).toFixed(6));
      }),
    );
  });
});
