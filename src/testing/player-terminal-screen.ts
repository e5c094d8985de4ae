import { eventSize, forEachOutput } from '#core/cast/events.ts';
import { Code, type Recording } from '#core/cast/recording.ts';
import { shownSize } from '#core/cast/terminal-size.ts';
import {
  type CellColour,
  type CellStyle,
  ERASED,
  OWN_COLOUR,
  RGB_COLOUR,
  RIGHT_HALF,
  type Screen,
  type ScreenRow,
  shownRows,
} from '#core/screen/terminal/screen.ts';
import { createPlayerTerminal, type PaintedCell, type PaintedColour, type PlayerTerminal } from './player-terminal.ts';

export const playerTerminalFor = ({ header }: Recording): PlayerTerminal => {
  const { cols, rows } = shownSize(header.size);
  return createPlayerTerminal(cols, rows);
};

/** Tells the player's terminal the events in [from, to), as the driver of the preview does. */
export function tellPlayer(terminal: PlayerTerminal, recording: Recording, from: number, to: number): void {
  for (let event = from; event < to; event++) {
    const code = recording.events.codes[event];
    if (code === Code.output) forEachOutput(recording, event, event + 1, (data) => terminal.feed(data));
    const size = code === Code.resize ? eventSize(recording, event) : undefined;
    if (size) {
      const { cols, rows } = shownSize(size);
      terminal.resize(cols, rows);
    }
  }
}

/** How the player would paint the screen where it does not look like what its terminal paints; empty where it does. */
export function playerDifferences(screen: Screen, terminal: PlayerTerminal): string[] {
  const differences: string[] = [];
  for (let row = 0; row < screen.size.rows; row++) {
    const ours = paintedRow(screen, row).map(show);
    const theirs = terminal.row(row).map(show);
    const at = ours.findIndex((cell, col) => cell !== theirs[col]);
    if (at >= 0 || ours.length !== theirs.length) differences.push(`row ${row} column ${at}: ${ours[at]} in place of ${theirs[at]}`);
  }
  const cursor = screen.modes.isCursorHidden ? undefined : screen.cursor;
  const theirs = terminal.cursor();
  const place = (at: typeof theirs) => (at ? `row ${at.row} column ${at.col}` : 'hidden');
  if (place(cursor) !== place(theirs)) differences.push(`cursor: ${place(cursor)} in place of ${place(theirs)}`);
  return differences;
}

const show = ({ text, foreground, background, attributes }: PaintedCell) =>
  `‘${text}’ ${foreground || '-'} on ${background || '-'} ${attributes}`;

function paintedRow(screen: Screen, row: number): PaintedCell[] {
  const { cells, styles } = shownRows(screen)[row] as ScreenRow;
  return cells.map((cell, col) => {
    const style = screen.styles[styles[col] as number] as CellStyle;
    return paintedCell(cell === ERASED ? ' ' : cell, style);
  });
}

function paintedCell(text: string, style: CellStyle): PaintedCell {
  const { foreground, background } = style;
  const colours = style.isInverse
    ? { foreground: colour(background, 'bg'), background: colour(foreground, 'fg') }
    : { foreground: colour(foreground, ''), background: colour(background, '') };
  if (text === RIGHT_HALF) return { text: '', foreground: '', background: colours.background, attributes: '' };
  const isBlock = BLOCKS.test(text);
  const hasInk = text !== ' ';
  const signs: readonly (readonly [string, boolean])[] = [
    ['b', style.isBold && hasInk && !isBlock],
    ['f', style.isFaint && hasInk && !isBlock],
    ['i', style.isItalic && hasInk && !isBlock],
    ['u', style.underline > 0],
    ['s', style.isStruck],
    ['k', style.isBlinking && hasInk && !isBlock],
  ];
  const attributes = signs.map(([sign, isOn]) => (isOn ? sign : '')).join('');
  return { text, ...colours, foreground: hasInk ? colours.foreground : '', attributes };
}

/** What the player draws itself instead of printing it. */
const BLOCKS = /^[\u2503\u2579\u257b\u2580-\u259f\u25a0\u25e2-\u25e5\u268f\ue0b0-\ue0b7\ue0b8-\ue0bf\u{1fb00}-\u{1fb6c}]$/u;

function colour(value: CellColour, own: PaintedColour): PaintedColour {
  if (value === OWN_COLOUR) return own;
  return value >= RGB_COLOUR ? `#${(value - RGB_COLOUR).toString(16).padStart(6, '0')}` : String(value);
}
