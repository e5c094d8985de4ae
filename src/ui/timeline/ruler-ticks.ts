import { formatTime } from '#core/cast/format-time.ts';
import { microsPerPx, type TimeScale } from './time-scale.ts';

export interface Tick {
  readonly time: number;
  /** Absent on the small ticks between the labelled ones. */
  readonly label?: string;
}

/** Room between a label and the next one. */
const LABEL_GAP_PX = 28;

/** Small ticks closer than this blur into a grey band. */
const MIN_TICK_PX = 9;

/** Wide enough for every digit of the interface's 11 px figures. */
const CHARACTER_PX = 6.6;

const SECOND = 1_000_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Distances between ticks that clocks know, in microseconds. */
const STEPS: readonly number[] = [
  ...[1, 10, 100, 1000, 10_000, 100_000].flatMap((unit) => [unit, 2 * unit, 5 * unit]),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * MINUTE),
  ...[1, 2, 3, 6, 12, 24].map((count) => count * HOUR),
];

/**
 * The ticks within a strip, in order. Labels never touch: the step is the finest whose labels have room.
 * Beyond a day the steps are whole numbers of days.
 */
export function rulerTicks(scale: TimeScale): Tick[] {
  const { start, end } = scale.viewport;
  const pxMicros = microsPerPx(scale);
  if (!(pxMicros > 0) || !Number.isFinite(pxMicros)) return [];
  const step = stepFor(pxMicros, end);
  const small = smallStep(step, pxMicros);
  const decimals = decimalsOf(step);
  const ticks: Tick[] = [];
  for (let index = Math.ceil(start / small); index * small <= end; index++) {
    const time = index * small;
    ticks.push(time % step === 0 ? { time, label: formatTime(time, decimals) } : { time });
  }
  return ticks;
}

export const labelWidthPx = (label: string): number => label.length * CHARACTER_PX;

function stepFor(pxMicros: number, end: number): number {
  const fits = (step: number) => step / pxMicros >= labelWidthPx(formatTime(end, decimalsOf(step))) + LABEL_GAP_PX;
  const step = STEPS.find(fits);
  if (step !== undefined) return step;
  let days = 1;
  while (!fits(days * 24 * HOUR)) days *= 2;
  return days * 24 * HOUR;
}

/** The finest step that divides the labelled one and keeps its ticks apart. */
function smallStep(step: number, pxMicros: number): number {
  return STEPS.find((candidate) => candidate < step && step % candidate === 0 && candidate / pxMicros >= MIN_TICK_PX) ?? step;
}

/** Tenths, then milliseconds, then microseconds: figures between those are read wrong. */
function decimalsOf(step: number): number {
  if (step >= SECOND) return 0;
  if (step >= SECOND / 10) return 1;
  return step >= SECOND / 1000 ? 3 : 6;
}
