import { MIN_TARGET_MICROS } from '#core/analyze/fit/outcome.ts';
import { formatTime, parseTime } from '#core/cast/format-time.ts';
import { MAX_MICROS } from '#core/cast/time.ts';

/** Lengths that are asked for most, in microseconds. */
export const TARGET_CHIPS = [
  { micros: 15_000_000, label: '15 s' },
  { micros: 40_000_000, label: '40 s' },
  { micros: 60_000_000, label: '1 min' },
  { micros: 120_000_000, label: '2 min' },
] as const;

const SECOND = 1_000_000;

/** Targets are multiples of this, the coarser the longer they are: nobody asks for 14:33.2. */
const grainMicros = (micros: number): number => {
  if (micros < 30 * SECOND) return SECOND / 2;
  if (micros < 120 * SECOND) return SECOND;
  if (micros < 600 * SECOND) return 5 * SECOND;
  return 30 * SECOND;
};

/**
 * The target at a share of the slider, from 0 for the shortest to 1 for the whole recording. The scale is logarithmic:
 * from 15 to 30 seconds is as far as from 15 to 30 minutes.
 */
export function targetAt(share: number, longestMicros: number): number {
  const micros = MIN_TARGET_MICROS * (longestMicros / MIN_TARGET_MICROS) ** share;
  const grain = grainMicros(micros);
  return share >= 1 ? longestMicros : limited(Math.round(micros / grain) * grain, longestMicros);
}

/** Where a length stands on the slider; what lies beyond its ends stands there. */
export const shareOf = (micros: number, longestMicros: number): number =>
  Math.log(limited(micros, longestMicros) / MIN_TARGET_MICROS) / Math.log(longestMicros / MIN_TARGET_MICROS);

/** The target so many steps above or below; infinitely many lead to an end of the slider. */
export function steppedTarget(micros: number, steps: number, longestMicros: number): number {
  if (!Number.isFinite(steps)) return limited(steps, longestMicros);
  let target = limited(micros, longestMicros);
  for (let step = 0; step < Math.abs(steps); step++) {
    // One below the edge between two grains is a step of the finer one.
    const grain = grainMicros(steps > 0 ? target : target - 1);
    target = steps > 0 ? Math.floor(target / grain + 1) * grain : Math.ceil(target / grain - 1) * grain;
  }
  return limited(target, longestMicros);
}

const limited = (micros: number, longestMicros: number): number => Math.min(Math.max(micros, MIN_TARGET_MICROS), longestMicros);

/** A target for people: without tenths where there are none. */
export const formatTarget = (micros: number): string => (micros % SECOND === 0 ? formatTime(micros, 0) : formatTime(micros));

/** Reads what somebody types for a target: `40`, `90s`, `1:30`, `2 min`. No longer than the recording is. */
export function parseTarget(text: string, longestMicros: number): { readonly micros: number } | { readonly problem: string } {
  const minutes = /^(\d+(?:\.\d+)?)\s*m(?:in)?$/i.exec(text.trim());
  const micros = minutes ? Math.round(Number(minutes[1]) * 60 * SECOND) : parseTime(text);
  if (micros === undefined || micros > MAX_MICROS) return { problem: `A length such as 40, 90s or 1:30, not “${text.trim()}”.` };
  if (micros < MIN_TARGET_MICROS) return { problem: `At least ${MIN_TARGET_MICROS / SECOND} seconds.` };
  // As it is read, in tenths or in seconds, the length of the recording is that of the recording.
  if (formatTime(micros) === formatTime(longestMicros)) return { micros: longestMicros };
  if (micros > longestMicros) return { problem: `The recording is only ${formatTime(longestMicros)} long.` };
  return { micros };
}
