import type { Emulator } from '../terminal/emulator.ts';

/** Longer lines are cut off: a screen of 1000 by 500 can be a single one. */
const MAX_LINE_LENGTH = 8192;

/** One past the last row of the line that begins in a row: rows that ran out of columns go on in the next one. */
export function lineEnd(emulator: Emulator, row: number): number {
  const { rows } = emulator.size;
  let end = row + 1;
  while (end < rows && emulator.isWrapped(end)) end++;
  return end;
}

/** The text of the rows in [from, to), without the blanks at its end. */
export function lineText(emulator: Emulator, from: number, to: number): string {
  let text = '';
  for (let row = from; row < to && text.length < MAX_LINE_LENGTH; row++) text += emulator.rowText(row, row === to - 1);
  return text.trimEnd().slice(0, MAX_LINE_LENGTH);
}

/** A screen to be read. */
export interface ScreenText {
  /** Without those at the end that hold nothing, but for the cursor's. */
  readonly lines: readonly string[];
  /** Index of the line that the cursor stands in; −1 while it is hidden. */
  readonly cursorLine: number;
}

export function screenText(emulator: Emulator): ScreenText {
  const lines: string[] = [];
  const { rows } = emulator.size;
  const cursorRow = emulator.cursorDigest < 0 ? -1 : emulator.cursor.row;
  let cursorLine = -1;
  for (let row = 0; row < rows; ) {
    const end = lineEnd(emulator, row);
    if (row <= cursorRow && cursorRow < end) cursorLine = lines.length;
    lines.push(lineText(emulator, row, end));
    row = end;
  }
  while (lines.length - 1 > cursorLine && lines.at(-1) === '') lines.pop();
  return { lines, cursorLine };
}

/** The lines of text on a screen, top to bottom, those without text too. */
export function screenLines(emulator: Emulator): string[] {
  const { rows } = emulator.size;
  const lines: string[] = [];
  for (let row = 0; row < rows; ) {
    const end = lineEnd(emulator, row);
    lines.push(lineText(emulator, row, end));
    row = end;
  }
  return lines;
}
