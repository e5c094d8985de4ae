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
