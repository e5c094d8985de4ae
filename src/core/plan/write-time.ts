import { DIGIT_0, DOT } from '../cast/ascii.ts';

/**
 * Writing times by hand, straight into a buffer: a million times a file, and each as a text first would take longer
 * than copying the payloads. Non-negative only; the caller sees to `MAX_TIME_LENGTH` bytes of room.
 */

/** 19 digits before the point hold the longest time of a plan at the slowest factor, then the point and six more. */
export const MAX_TIME_LENGTH = 32;

/**
 * Result times are sums of a few quotients, and may miss an exact half by so much. In microseconds: far more than a
 * double's error, far less than anybody measures.
 */
const HALF_SLACK_MICROS = 1e-6;

/** A result time in whole units of so many microseconds, rounded half up (plan-format §6). */
export const roundedUnits = (resultMicros: number, unitMicros: number): number =>
  Math.floor((resultMicros + HALF_SLACK_MICROS) / unitMicros + 0.5);

/** Seconds with one to six decimals and no zeros at the end: `1.5`, `0.000001`, `2.0` as recorders write it. Returns the offset after. */
export function writeTrimmedSeconds(buffer: Uint8Array, offset: number, micros: number): number {
  let end = writeFixedSeconds(buffer, offset, micros, 6);
  while (buffer[end - 1] === DIGIT_0 && buffer[end - 2] !== DOT) end--;
  return end;
}

/** A count of units of 10^−decimals seconds, as seconds with all their decimals: 1500 and 3 are `1.500`. Returns the offset after. */
export function writeFixedSeconds(buffer: Uint8Array, offset: number, units: number, decimals: 3 | 6): number {
  const perSecond = decimals === 3 ? 1000 : 1_000_000;
  const seconds = Math.floor(units / perSecond);
  let at = writeInteger(buffer, offset, seconds);
  buffer[at++] = DOT;
  let fraction = units - seconds * perSecond;
  for (let digit = at + decimals - 1; digit >= at; digit--) {
    const tenth = (fraction / 10) | 0;
    buffer[digit] = DIGIT_0 + fraction - tenth * 10;
    fraction = tenth;
  }
  return at + decimals;
}

function writeInteger(buffer: Uint8Array, offset: number, value: number): number {
  let end = offset + 1;
  for (let bound = 10; value >= bound; bound *= 10) end++;
  let rest = value;
  for (let digit = end - 1; digit >= offset; digit--) {
    const tenth = Math.floor(rest / 10);
    buffer[digit] = DIGIT_0 + rest - tenth * 10;
    rest = tenth;
  }
  return end;
}
