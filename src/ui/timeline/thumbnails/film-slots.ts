import { lowerBound, upperBound } from '#core/lib/binary-search.ts';
import type { ScreenIndex } from '#store/state.ts';
import { microsPerPx, type TimeScale } from '../time-scale.ts';

/** A stretch of source time that has one place on the filmstrip. */
export interface FilmSlot {
  readonly start: number;
  readonly end: number;
  /**
   * The position whose screen is shown: that of the last change in the slot, or what was there before it. As long as it is
   * not known what changes the screen, every event counts. Undefined where the index has not come that far.
   */
  readonly position: number | undefined;
  /** The last position of the slot: it has the same screen. */
  readonly lastPosition: number;
  /** Whether the screen changes in the slot. */
  readonly isChanged: boolean;
}

/**
 * The slots in sight, each from `leastPx` to half as much wider. They begin at multiples of their length, so they travel
 * with the lane when it is panned; and in half as long ones every second picture is the same.
 */
export function filmSlots(scale: TimeScale, leastPx: number, times: Float64Array, index: ScreenIndex): FilmSlot[] {
  const step = slotLength(microsPerPx(scale) * leastPx);
  const { start: visibleStart, end: visibleEnd } = scale.viewport;
  const slots: FilmSlot[] = [];
  for (let slot = Math.floor(visibleStart / step); slot * step < visibleEnd; slot++) {
    const start = slot * step;
    const end = start + step;
    const lastPosition = lowerBound(times, end);
    const position = shownPosition(lastPosition, index);
    // The screen that a recording begins with is new as well.
    const changedAt = position ? (times[position - 1] as number) : 0;
    slots.push({ start, end, position, lastPosition, isChanged: changedAt >= start });
  }
  return slots;
}

function shownPosition(lastPosition: number, { position, changes }: ScreenIndex): number | undefined {
  if (changes) return changes[upperBound(changes, lastPosition) - 1] ?? 0;
  return lastPosition <= position ? lastPosition : undefined;
}

/** The shortest of 1, 1.5, 2, 3, 4, 6, 8, … that is at least so long. */
function slotLength(leastMicros: number): number {
  const power = 2 ** Math.ceil(Math.log2(leastMicros));
  return power * 0.75 >= leastMicros ? power * 0.75 : power;
}
