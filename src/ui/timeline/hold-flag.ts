/** The flag of a hold of no length: room for its name. */
const LEAST_PX = 64;

/** What every doubling of (1 s + the hold) adds. */
const DOUBLING_PX = 20;

const SECOND = 1_000_000;

/** Shown in tenths, and dragged to tenths. */
const STEP_MICROS = SECOND / 10;

/** What a hold is kept within by dragging and by its keys; typed, it may be anything. */
export const MIN_HOLD_MICROS = STEP_MICROS;
export const MAX_HOLD_MICROS = 60 * SECOND;

/**
 * How wide the flag of a hold is. A hold takes no time of the recording, so it has no width on the lane of its own; by
 * the logarithm of its length, a flag tells 1 s from 10 s and its end can be taken, on any recording and at any zoom.
 */
export const flagPx = (durationMicros: number): number => LEAST_PX + DOUBLING_PX * Math.log2(1 + durationMicros / SECOND);

/** The length of a hold whose flag is so wide, in tenths of a second. */
export function heldMicros(widthPx: number): number {
  const micros = (2 ** ((widthPx - LEAST_PX) / DOUBLING_PX) - 1) * SECOND;
  return withinHold(Math.round(micros / STEP_MICROS) * STEP_MICROS);
}

export const withinHold = (micros: number): number => Math.round(Math.min(Math.max(micros, MIN_HOLD_MICROS), MAX_HOLD_MICROS));
