import { describe } from './odd-line.ts';
import type { Header, TerminalSize, Theme } from './recording.ts';
import { isTerminalSide, MAX_TERMINAL_SIDE } from './terminal-size.ts';
import { MAX_MICROS, secondsToMicros } from './time.ts';

/** Where a header names no size that can be used (plan-format §7). */
const DEFAULT_SIZE: TerminalSize = { cols: 80, rows: 24 };

export type HeaderObject = Readonly<Record<string, unknown>>;

/**
 * What Castfold uses of a header. A field of another kind than it should be is ignored and described in `oddities`;
 * `null` counts as absent, as old recorders write it.
 */
export function readHeader(object: HeaderObject, textVersion: 2 | 3): { header: Header; oddities: string[] } {
  const oddities: string[] = [];
  const term = textVersion === 3 && isObject(object.term) ? object.term : {};
  const size = textVersion === 3 ? readSize(term, 'cols', 'rows', oddities) : readSize(object, 'width', 'height', oddities);
  const title = readText(object, 'title', oddities);
  const command = readText(object, 'command', oddities);
  const idleTimeLimitMicros = readIdleTimeLimit(object.idle_time_limit ?? undefined, oddities);
  const theme = readTheme((textVersion === 3 ? term.theme : object.theme) ?? undefined, oddities);
  const header: Header = {
    size,
    ...(title !== undefined && { title }),
    ...(command !== undefined && { command }),
    ...(idleTimeLimitMicros !== undefined && { idleTimeLimitMicros }),
    ...(theme !== undefined && { theme }),
  };
  return { header, oddities };
}

export const isObject = (value: unknown): value is HeaderObject => typeof value === 'object' && value !== null && !Array.isArray(value);

function readSize(holder: HeaderObject, colsKey: string, rowsKey: string, oddities: string[]): TerminalSize {
  const cols = holder[colsKey];
  const rows = holder[rowsKey];
  if (isTerminalSide(cols) && isTerminalSide(rows)) return { cols, rows };
  oddities.push(
    `the size must be whole numbers from 1 to ${MAX_TERMINAL_SIDE}; ${colsKey} is ${describe(cols)}, ${rowsKey} is ${describe(rows)}; 80x24 is used`,
  );
  return DEFAULT_SIZE;
}

function readText(object: HeaderObject, key: string, oddities: string[]): string | undefined {
  const value = object[key] ?? undefined;
  if (typeof value === 'string' || value === undefined) return value;
  oddities.push(`${key} is ${describe(value)}, not a text; it is ignored`);
  return undefined;
}

function readIdleTimeLimit(value: unknown, oddities: string[]): number | undefined {
  if (value === undefined) return undefined;
  const micros = typeof value === 'number' ? secondsToMicros(value) : 0;
  if (micros > 0 && micros <= MAX_MICROS) return micros;
  oddities.push(`idle_time_limit is ${describe(value)}, not a number of seconds above 0; it is ignored`);
  return undefined;
}

function readTheme(value: unknown, oddities: string[]): Theme | undefined {
  if (value === undefined) return undefined;
  const theme = isObject(value) ? themeOf(value) : undefined;
  if (theme === undefined) oddities.push('theme needs fg, bg and a palette of 8 or 16 colours, each as #rrggbb; it is ignored');
  return theme;
}

/** Palettes of other lengths are cut: a player knows what to do with 8 and with 16. */
function themeOf({ fg, bg, palette }: HeaderObject): Theme | undefined {
  const colors = typeof palette === 'string' ? palette.split(':') : [];
  const used = colors.slice(0, colors.length >= 16 ? 16 : 8);
  if (!isColor(fg) || !isColor(bg) || used.length < 8 || !used.every(isColor)) return undefined;
  return { foreground: fg, background: bg, palette: used };
}

const isColor = (value: unknown): value is string => typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value);
