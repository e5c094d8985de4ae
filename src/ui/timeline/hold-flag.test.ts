import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flagPx, heldMicros, MAX_HOLD_MICROS, MIN_HOLD_MICROS } from './hold-flag.ts';

describe('the flag of a hold', () => {
  it('tells one second from ten, and an hour does not fill the lane', () => {
    expect(flagPx(10e6) - flagPx(1e6)).toBeGreaterThan(40);
    expect(flagPx(3600e6)).toBeLessThan(320);
  });

  it('says its length back, in tenths of a second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), (tenths) => {
        expect(heldMicros(flagPx(tenths * 100_000))).toBe(tenths * 100_000);
      }),
    );
  });

  it('cannot be pulled to nothing, nor without end', () => {
    expect(heldMicros(-500)).toBe(MIN_HOLD_MICROS);
    expect(heldMicros(5000)).toBe(MAX_HOLD_MICROS);
  });
});
