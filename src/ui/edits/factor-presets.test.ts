import { expect, it } from 'vitest';
import { steppedFactor } from './factor-presets.ts';

it.each([
  [2, 1, 3],
  [2, -1, 1.5],
  [5, 1, 6],
  [5, -1, 4],
  [128, 1, 256],
  [0.25, -1, 0.125],
  [9000, 1, 10_000],
  [0.01, -1, 0.01],
] as const)('from %d× a step of %d leads to %d×', (factor, direction, next) => expect(steppedFactor(factor, direction)).toBe(next));

it.each([
  ['large', 2, 1, 3],
  ['large', 2.5, -1, 1.5],
  ['large', 1.5, -1, 1],
  ['large', 1, -1, 0.75],
  ['large', 0.5, 1, 1.5],
  ['large', 10_000, 1, 10_000],
  ['page', 3, 1, 6],
  ['page', 3, -1, 1.5],
  ['page', 0.01, -1, 0.01],
] as const)('a %s step from %d× by %d leads to %d×', (size, factor, direction, next) =>
  expect(steppedFactor(factor, direction, size)).toBe(next),
);
