import type { Moment } from '../analysis.ts';

/** Before all others; scores are from 0 to 1. */
const KEPT_FIRST = 2;

/** How much of its score a moment loses to one right beside it that comes before it: the next one elsewhere tells more. */
const CROWDED = 0.6;

/** Moments further apart than this share of the recording are not beside each other. */
const NEIGHBOURHOOD = 1 / 40;

/**
 * Moments in the order in which they are given room. It does not depend on how much room there is: so the shorter a
 * result, the fewer moments it has, and never another one instead. `seen` are those that need none.
 */
export function ranked(moments: readonly Moment[], seen: readonly Moment[], duration: number): Moment[] {
  const reach = Math.max(1, duration * NEIGHBOURHOOD);
  const crowding = new Float64Array(moments.length);
  const left = new Set(moments.keys());
  const order: Moment[] = [];

  function crowd({ time }: Moment): void {
    for (const index of left) {
      const distance = Math.abs((moments[index] as Moment).time - time);
      crowding[index] = (crowding[index] as number) + Math.max(0, 1 - distance / reach);
    }
  }

  function value(index: number): number {
    const { isKept, score } = moments[index] as Moment;
    return (isKept ? KEPT_FIRST : 0) + score * (1 - CROWDED * (1 - 1 / (1 + (crowding[index] as number))));
  }

  for (const moment of seen) crowd(moment);
  while (left.size > 0) {
    let best = -1;
    for (const index of left) if (best < 0 || value(index) > value(best)) best = index;
    left.delete(best);
    const moment = moments[best] as Moment;
    order.push(moment);
    crowd(moment);
  }
  return order;
}
