import { MAX_FACTOR, MIN_FACTOR } from '#core/plan/plan.ts';
import type { StepSize } from '../shared/CommitField.tsx';

/** Offered as buttons. */
export const FACTOR_PRESETS = [0.5, 2, 4, 8, 16, 64] as const;

/** Where one stops by stepping. */
const STOPS = [0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128];

/**
 * A small step goes to the next stop above or below, beyond the last one twice or half as much; a large one by 1, where that
 * is not slower than 1×; a page twice or half as much. All within what a plan may say.
 */
export function steppedFactor(factor: number, direction: 1 | -1, size: StepSize = 'small'): number {
  const stop = direction > 0 ? STOPS.find((candidate) => candidate > factor) : STOPS.findLast((candidate) => candidate < factor);
  const doubled = direction > 0 ? factor * 2 : factor / 2;
  const byOne = direction < 0 && factor > 1 ? Math.max(1, factor - 1) : factor + direction;
  const next = { small: stop ?? doubled, large: byOne > 0 ? byOne : (stop ?? doubled), page: doubled }[size];
  return Math.min(Math.max(next, MIN_FACTOR), MAX_FACTOR);
}
