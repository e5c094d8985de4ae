import { MICROS_PER_SECOND } from './time.ts';

/**
 * A time or a length for people: `0:07.5`, `12:40.0`, `1:24:47`. Tenths up to an hour; `decimals` asks for other
 * fractions (0…6). Rounded half up, so that 59.96 s is 1:00.0 and never 0:60.0.
 */
export function formatTime(micros: number, decimals = micros < 3_600_000_000 - 50_000 ? 1 : 0): string {
  const units = 10 ** decimals;
  const rounded = Math.floor((micros / MICROS_PER_SECOND) * units + 0.5);
  const fraction = decimals > 0 ? `.${String(rounded % units).padStart(decimals, '0')}` : '';
  const seconds = Math.floor(rounded / units);
  const pad = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return `${hours > 0 ? `${hours}:${pad(minutes)}` : minutes}:${pad(seconds % 60)}${fraction}`;
}

/** As many digits as the time has, and one at least: what is typed back is the same instant. */
export function formatExactTime(micros: number): string {
  let decimals = 6;
  while (decimals > 1 && micros % 10 ** (7 - decimals) === 0) decimals -= 1;
  return formatTime(micros, decimals);
}

/** A length for people: as `formatTime`, but with as many decimals as keep a short one from reading as nothing. */
export function formatLength(micros: number): string {
  if (micros <= 0 || micros >= MICROS_PER_SECOND) return formatTime(Math.max(0, micros));
  return formatTime(micros, micros >= 1000 ? 3 : 6);
}

/**
 * A length that is some seconds as a rule: `2.0 s`, and as `formatTime` from a minute on. Tenths, but hundredths where they
 * are all of it, as somebody typed it (`1.25 s`), and what keeps a short one from reading as nothing (`0.003 s`).
 */
export function formatSeconds(micros: number): string {
  if (micros >= 60 * MICROS_PER_SECOND - 50_000) return formatTime(micros);
  const isShort = micros < MICROS_PER_SECOND;
  const decimals = micros % 100_000 === 0 ? 1 : micros % 10_000 === 0 ? 2 : isShort ? (micros >= 1000 ? 3 : 6) : 1;
  return `${(micros / MICROS_PER_SECOND).toFixed(decimals)} s`;
}

/** A length in words, for assistive technology: `41 minutes 5.2 seconds`. */
export function speakTime(micros: number): string {
  const tenths = Math.floor(micros / 100_000 + 0.5);
  const hours = Math.floor(tenths / 36_000);
  const minutes = Math.floor(tenths / 600) % 60;
  const seconds = (tenths % 600) / 10;
  const parts = [hours > 0 && plural(hours, 'hour'), minutes > 0 && plural(minutes, 'minute'), plural(seconds, 'second')];
  return parts.filter((part) => part !== false).join(' ');
}

const plural = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;

/**
 * Reads a typed time: seconds (`12.5`, `12.5s`), `m:ss.d` or `h:mm:ss.d`. Undefined where the text is none.
 * Minutes and seconds after a colon must be below 60.
 */
export function parseTime(text: string): number | undefined {
  const match = /^(?:(?:(\d+):)?(\d+):)?(\d+(?:\.\d*)?|\.\d+)\s*s?$/.exec(text.trim());
  if (!match) return undefined;
  const [, hours = '0', minutes, seconds = '0'] = match;
  if (minutes !== undefined && Number(seconds) >= 60) return undefined;
  if (match[1] !== undefined && Number(minutes) >= 60) return undefined;
  return Math.floor((Number(hours) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds)) * MICROS_PER_SECOND + 0.5);
}
