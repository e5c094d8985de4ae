import { expect, it } from 'vitest';
import { withinShown } from './within-shown.ts';

it.each([
  [4_960_000, 5_000_001],
  [4_949_000, 4_949_000],
  [9_040_000, 8_999_999],
  [9_060_000, 9_060_000],
  [7_000_000, 7_000_000],
])('what is typed as %d µs, between 5.000001 s and 8.999999 s, is %d µs', (micros, taken) =>
  expect(withinShown(micros, { start: 5_000_001, end: 8_999_999 })).toBe(taken),
);
