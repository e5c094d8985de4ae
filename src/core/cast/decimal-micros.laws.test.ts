import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalMicros } from './decimal-micros.ts';

describe('decimalMicros', () => {
  it('is the number in whole microseconds, rounded half up', () => {
    const digits = (maxLength: number) => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength });
    fc.assert(
      fc.property(digits(9), digits(20), fc.integer({ min: -12, max: 3 }), (whole, fraction, exponent) => {
        // In units of 10^-32 seconds everything is an integer: 20 places of the fraction and 12 of the exponent.
        const exact = BigInt(whole + fraction) * 10n ** BigInt(32 - fraction.length + exponent);
        const micro = 10n ** 26n;
        const rounded = (exact + micro / 2n) / micro;
        expect(decimalMicros(`${whole}.${fraction}e${exponent}`)).toBe(Number(rounded));
      }),
    );
  });

  it.each([
    ['-1.5', -1_500_000],
    ['-0', 0],
    ['0e999', 0],
    ['1e-999', 0],
    ['1e999', Number.POSITIVE_INFINITY],
    ['0.0000000000000000000001e22', 1_000_000],
  ])('of %s is %d', (text, micros) => {
    expect(decimalMicros(text)).toBe(micros);
  });
});
