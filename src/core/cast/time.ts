import { decimalMicros } from './decimal-micros.ts';

/**
 * Time is an integer number of microseconds, kept in a double: exact up to 285 years. Seconds, as files and plans
 * write them, exist only at the doors.
 *
 * The two time lines have a type each, so that an instant of the recording cannot be taken for one of the result.
 * Lengths are plain numbers with the unit in their name (`durationMicros`).
 */
declare const timeline: unique symbol;

/** An instant of the unedited recording, in microseconds from its start. */
export type SourceTime = number & { readonly [timeline]: 'source' };

/** An instant of the edited recording, in microseconds from its start. May have a fraction until it is written. */
export type ResultTime = number & { readonly [timeline]: 'result' };

export const sourceTime = (micros: number): SourceTime => micros as SourceTime;
export const resultTime = (micros: number): ResultTime => micros as ResultTime;

export const MICROS_PER_SECOND = 1_000_000;

/** The latest time a file or a plan may name: 285 years, where a double stops holding every microsecond. */
export const MAX_MICROS = Number.MAX_SAFE_INTEGER;

/** Rounds half up to the microsecond, as the number is written (plan-format §1); what is not finite stays so. */
export const secondsToMicros = (seconds: number): number => (Number.isFinite(seconds) ? decimalMicros(String(seconds)) : seconds);

export const microsToSeconds = (micros: number): number => micros / MICROS_PER_SECOND;
