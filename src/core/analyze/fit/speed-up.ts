import type { Plan } from '../../plan/plan.ts';
import { TARGET_TOLERANCE_MICROS } from './outcome.ts';

/** Regions that would have to run faster than this are no way out. */
const HIGHEST_FACTOR = 64;

/**
 * By how much all speed regions of the user have to run faster so that a target can be met, rounded up to hundredths.
 * Undefined where they would run too fast, or where something else is in the way. `leastMicros` and `longestMicros` say
 * between which lengths a result can be had with other pins.
 */
export function speedUpFor(
  pins: Plan,
  targetMicros: number,
  leastMicros: (pins: Plan) => number,
  longestMicros: (pins: Plan) => number,
): number | undefined {
  const fastest = Math.max(0, ...pins.speedRegions.map(({ factor }) => factor));
  if (fastest === 0) return undefined;
  const isEnough = (hundredths: number) => leastMicros(fasterPins(pins, hundredths / 100)) <= targetMicros;
  let low = 100;
  let high = Math.floor((HIGHEST_FACTOR / fastest) * 100);
  if (high < low || !isEnough(high)) return undefined;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(middle)) high = middle;
    else low = middle + 1;
  }
  const isLongEnough = longestMicros(fasterPins(pins, high / 100)) >= targetMicros - TARGET_TOLERANCE_MICROS;
  return isLongEnough ? high / 100 : undefined;
}

const fasterPins = (pins: Plan, times: number): Plan => ({
  ...pins,
  speedRegions: pins.speedRegions.map((region) => ({ ...region, factor: region.factor * times })),
});
