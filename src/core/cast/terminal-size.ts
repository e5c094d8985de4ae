import type { TerminalSize } from './recording.ts';

/** Larger terminals do not exist, and a screen of such a size would fill the memory (plan-format §7). */
export const MAX_TERMINAL_SIDE = 10_000;

/** The most of a terminal that is shown: each cell takes a hundred bytes of the player, and beyond some millions it breaks. */
const MAX_SHOWN: TerminalSize = { cols: 1000, rows: 500 };

/** As much of a terminal as can be shown; the size itself for all that people work in. */
export const shownSize = ({ cols, rows }: TerminalSize): TerminalSize => ({
  cols: Math.min(cols, MAX_SHOWN.cols),
  rows: Math.min(rows, MAX_SHOWN.rows),
});

/** Whether a value can be the width or height of a terminal, in cells: a whole number from 1 to 10000. */
export const isTerminalSide = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MAX_TERMINAL_SIDE;

/** The size that the data of a resize event names, as `80x24`; undefined where it names none that a terminal can have. */
export function parseSize(data: string): TerminalSize | undefined {
  const match = /^(\d{1,5})x(\d{1,5})$/.exec(data);
  if (match === null) return undefined;
  const cols = Number(match[1]);
  const rows = Number(match[2]);
  return isTerminalSide(cols) && isTerminalSide(rows) ? { cols, rows } : undefined;
}
