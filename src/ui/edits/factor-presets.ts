import { MAX_FACTOR, MIN_FACTOR } from '#core/plan/plan.ts';

/** Offered as buttons. */
export const FACTOR_PRESETS = [0.5, 2, 4, 8, 16, 64] as const;

/** Where one stops by stepping. */
const STOPS = [0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128];

/** The next stop above or below; beyond the last one twice or half as much, within what a plan may say. */
export function steppedFactor(factor: number, direction: 1 | -1): number {
  const stop = direction > 0 ? STOPS.find((candidate) => candidate > factor) : STOPS.findLast((candidate) => candidate < factor);
  const next = stop ?? (direction > 0 ? factor * 2 : factor / 2);
  return Math.min(Math.max(next, MIN_FACTOR), MAX_FACTOR);
}
