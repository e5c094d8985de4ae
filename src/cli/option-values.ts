import type { AnalysisSettings } from '#core/analyze/analysis.ts';
import { MIN_TARGET_MICROS } from '#core/analyze/fit/outcome.ts';
import { formatLength, parseTime } from '#core/cast/format-time.ts';
import { MAX_MICROS, MICROS_PER_SECOND } from '#core/cast/time.ts';
import { UsageError } from './usage.ts';

/** More microseconds cannot be told apart. */
const MAX_SECONDS = Math.floor(MAX_MICROS / MICROS_PER_SECOND);

/** The options of `analyze` that are thresholds: the names of the skill cast-edit, which people know. */
export const THRESHOLDS = ['idle-threshold', 'type-max-gap', 'min-keystrokes'] as const;

type ThresholdTexts = { readonly [name in (typeof THRESHOLDS)[number]]?: string };

/** Those that are given. Throws `UsageError`. */
export function thresholdOptions(texts: ThresholdTexts): Partial<AnalysisSettings> {
  const { 'idle-threshold': idle, 'type-max-gap': pause, 'min-keystrokes': keys } = texts;
  return {
    ...(idle !== undefined && { idleGapMicros: length('--idle-threshold', idle) }),
    ...(pause !== undefined && { typingPauseMicros: length('--type-max-gap', pause) }),
    ...(keys !== undefined && { minKeys: keyCount(keys) }),
  };
}

/** The length that a result is fitted to, in microseconds. Throws `UsageError`. */
export function targetOption(text: string | undefined): number {
  if (text === undefined) throw new UsageError('fit needs --target, as in --target 40 or --target 1:30');
  const micros = parseTime(text);
  if (micros === undefined || micros < MIN_TARGET_MICROS) {
    throw new UsageError(`--target must be a time of at least ${formatLength(MIN_TARGET_MICROS)}, as 40 or 1:30, is ${text}`);
  }
  refuseLonger('--target', micros, text);
  return micros;
}

function length(option: string, text: string): number {
  const micros = parseTime(text);
  if (micros === undefined || micros <= 0) throw new UsageError(`${option} must be a number of seconds above 0, is ${text}`);
  refuseLonger(option, micros, text);
  return micros;
}

function refuseLonger(option: string, micros: number, text: string): void {
  if (micros > MAX_MICROS) throw new UsageError(`${option} must be at most ${MAX_SECONDS} seconds, is ${text}`);
}

function keyCount(text: string): number {
  const count = /^\d+$/.test(text) ? Number(text) : 0;
  if (count < 1 || !Number.isSafeInteger(count)) throw new UsageError(`--min-keystrokes must be a whole number above 0, is ${text}`);
  return count;
}
