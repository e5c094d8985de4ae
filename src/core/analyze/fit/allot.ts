import { type Gap, pacedMicros, paceFor } from './gap.ts';

/** A bridge is played long enough to be seen, and no longer than it takes to see that time passes. */
export const SHORTEST_BRIDGE_MICROS = 300_000;
const GOOD_BRIDGE_MICROS = 500_000;
const LONG_BRIDGE_MICROS = 1_500_000;

/** How long each gap is played, in the order of the gaps. */
export interface Allotment {
  readonly micros: readonly number[];
  /** Whether there is more time than bridges need, so that what lies between the moments is shown for its own sake. */
  readonly isGenerous: boolean;
}

export interface Spending {
  readonly micros: number;
  /** Gaps that cannot be played fast. They get time only once there is more than the others need. */
  readonly barred: ReadonlySet<Gap>;
  /** Whether all moments have been given room. What is left by one that has none goes to the bridges alike. */
  readonly isRoomy: boolean;
}

/**
 * Divides the time that is left among the gaps: first so that one sees time pass in each, alike, or in the longest ones
 * where there is little; then by what is in them, up to what was recorded.
 */
export function allot(gaps: readonly Gap[], { micros, barred, isRoomy }: Spending): Allotment {
  const longest = isRoomy ? LONG_BRIDGE_MICROS : Number.POSITIVE_INFINITY;
  const leads = gaps.map(({ micros: whole, leadFactor }) => (leadFactor === undefined ? 0 : whole / leadFactor));
  const most = gaps.map((gap) => (gap.leadFactor !== undefined || barred.has(gap) ? 0 : Math.min(gap.livelyMicros, longest)));
  const forBridges = micros - total(leads);
  if (forBridges <= total(most)) return { micros: sum(leads, bridges(most, forBridges)), isGenerous: false };
  const bare = sum(leads, most);
  const paced = ({ totals }: Gap, pace: number, index: number) =>
    Math.max(bare[index] as number, pacedMicros(totals, pace, Number.POSITIVE_INFINITY));
  const pace = paceFor(micros, (tried) => total(gaps.map((gap, index) => paced(gap, tried, index))));
  return { micros: gaps.map((gap, index) => paced(gap, pace, index)), isGenerous: true };
}

const total = (all: readonly number[]): number => all.reduce((sum, micros) => sum + micros, 0);
const sum = (one: readonly number[], other: readonly number[]): number[] => one.map((micros, index) => micros + (other[index] as number));

/** The same for each, but for those that cannot use it; where that is too little to be seen, for the longest only. */
function bridges(most: readonly number[], micros: number): number[] {
  const room = Math.max(1, Math.floor(micros / GOOD_BRIDGE_MICROS));
  const longestFirst = [...most.keys()].sort((one, other) => (most[other] as number) - (most[one] as number) || one - other);
  const chosen = longestFirst.slice(0, room).filter((index) => (most[index] as number) > 0);
  const allotted = most.map(() => 0);
  let left = micros;
  // From the shortest on: what one cannot use goes to the longer ones.
  for (const [position, index] of chosen.reverse().entries()) {
    const share = Math.min(most[index] as number, left / (chosen.length - position));
    allotted[index] = share;
    left -= share;
  }
  return allotted;
}
