import type { TerminalSize, Theme } from '../../cast/recording.ts';
import {
  type CellColour,
  type CellStyle,
  ERASED,
  OWN_COLOUR,
  RIGHT_HALF,
  type Screen,
  type ScreenRow,
  shownRows,
} from '../terminal/screen.ts';
import { drawCellShape } from './cell-shapes.ts';
import type { CellBox, Surface } from './surface.ts';
import { type TerminalColours, terminalColours } from './terminal-colours.ts';

export interface PictureSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface ScreenLook {
  readonly theme: Theme;
  /** A CSS list of families of one width. */
  readonly fontFamily: string;
  /** How far a character of it advances, in its font size. */
  readonly advance: number;
}

/** Shares of the font size, as the preview's player and the font have them. */
const CELL_WIDTH = 0.6;
const CELL_HEIGHT = 4 / 3;
const BASELINE = 1.03;
const UNDERLINE = 0.12;
const STRIKE = -0.32;

/** Around the cells on all sides, in widths of a cell. */
const MARGIN_CELLS = 0.5;

/** A terminal of a few cells is not blown up beyond this. */
const MAX_FONT_PX = 32;

/** Letters below this are bars: they cannot be read, and bars are seen better. */
const LEAST_FONT_PX = 4;
const BAR_OPACITY = 0.6;

/** Not bold: what is faint and bold the player shows bold. */
const FAINT_OPACITY = 0.5;

/** How large the picture of a terminal is that has to fit. */
export function pictureSize({ cols, rows }: TerminalSize, maxWidthPx: number, maxHeightPx: number): PictureSize {
  const width = (cols + 2 * MARGIN_CELLS) * CELL_WIDTH;
  const height = rows * CELL_HEIGHT + 2 * MARGIN_CELLS * CELL_WIDTH;
  const fontPx = Math.min(maxWidthPx / width, maxHeightPx / height, MAX_FONT_PX);
  return { widthPx: Math.max(1, Math.round(fontPx * width)), heightPx: Math.max(1, Math.round(fontPx * height)) };
}

/** Paints all of a surface of that size with what a screen shows. */
export function paintScreen(surface: Surface, screen: Screen, { widthPx, heightPx }: PictureSize, look: ScreenLook): void {
  const colours = terminalColours(look.theme);
  const painter = new Painter(surface, new CellGrid(screen.size, widthPx), look, screen.styles, colours);
  surface.globalAlpha = 1;
  surface.fillStyle = colours.background;
  surface.fillRect(0, 0, widthPx, heightPx);
  const rows = shownRows(screen);
  for (const [index, row] of rows.entries()) painter.paintBackgrounds(row, index);
  for (const [index, row] of rows.entries()) painter.paintCharacters(row, index);
  if (!screen.modes.isCursorHidden) painter.paintCursor(screen, rows);
}

/** Where the cells lie. Their sides have fractions, but their edges are whole pixels. */
class CellGrid {
  readonly cellWidth: number;
  readonly #cellHeight: number;
  readonly #margin: number;

  constructor({ cols }: TerminalSize, widthPx: number) {
    this.cellWidth = widthPx / (cols + 2 * MARGIN_CELLS);
    this.#cellHeight = (this.cellWidth / CELL_WIDTH) * CELL_HEIGHT;
    this.#margin = this.cellWidth * MARGIN_CELLS;
  }

  left(col: number): number {
    return Math.round(this.#margin + col * this.cellWidth);
  }

  /** Where text begins: it keeps its fraction, so that letters are evenly apart. */
  textLeft(col: number): number {
    return this.#margin + col * this.cellWidth;
  }

  top(row: number): number {
    return Math.round(this.#margin + row * this.#cellHeight);
  }

  box(row: number, col: number, cols: number): CellBox {
    return { left: this.left(col), top: this.top(row), right: this.left(col + cols), bottom: this.top(row + 1) };
  }
}

/** What a style comes down to, worked out once a picture. */
interface Pen {
  readonly foreground: string;
  /** Undefined for the terminal's own, which is painted already. */
  readonly background: string | undefined;
  readonly font: string;
  readonly opacity: number;
  readonly isHidden: boolean;
  readonly underline: string | undefined;
  readonly isStruck: boolean;
}

class Painter {
  readonly #surface: Surface;
  readonly #grid: CellGrid;
  readonly #pens: readonly Pen[];
  readonly #cursorPen: (style: number) => Pen;
  readonly #fontPx: number;

  constructor(surface: Surface, grid: CellGrid, look: ScreenLook, styles: readonly CellStyle[], colours: TerminalColours) {
    this.#surface = surface;
    this.#grid = grid;
    this.#fontPx = grid.cellWidth / look.advance;
    const fontOf = ({ isItalic, isBold }: CellStyle) =>
      `${isItalic ? 'italic ' : ''}${isBold ? 700 : 400} ${this.#fontPx.toFixed(2)}px ${look.fontFamily}`;
    const penOf = (style: CellStyle) => makePen(style, colours, fontOf(style));
    this.#pens = styles.map(penOf);
    this.#cursorPen = (index) => {
      const style = styles[index] as CellStyle;
      const pen = penOf({ ...style, isInverse: !style.isInverse, isFaint: false });
      return { ...pen, background: pen.background ?? colours.background };
    };
  }

  paintBackgrounds({ styles }: ScreenRow, row: number): void {
    let from = 0;
    while (from < styles.length) {
      const { background } = this.#pen(styles[from] as number);
      let to = from + 1;
      while (to < styles.length && this.#pen(styles[to] as number).background === background) to++;
      if (background !== undefined) {
        this.#surface.fillStyle = background;
        this.#fill(this.#grid.box(row, from, to - from));
      }
      from = to;
    }
  }

  /** Runs of letters of one style at once, all else cell by cell. */
  paintCharacters({ cells, styles }: ScreenRow, row: number): void {
    let col = 0;
    while (col < cells.length) {
      const style = styles[col] as number;
      const from = col;
      let text = '';
      while (col < cells.length && styles[col] === style && isLetter(cells[col] as string)) {
        text += cells[col] === ERASED ? ' ' : cells[col];
        col++;
      }
      const pen = this.#pen(style);
      if (text !== '') {
        this.#paintText(text, pen, row, from);
      } else {
        const width = cells[col + 1] === RIGHT_HALF ? 2 : 1;
        this.#paintCell(cells[col] as string, pen, row, col, width);
        col += width;
      }
      this.#paintLines(pen, row, from, col);
    }
  }

  /** A block, which the character under it is cut out of. After the last column it stands on the last one. */
  paintCursor({ cursor, size }: Screen, rows: readonly ScreenRow[]): void {
    const row = rows[cursor.row];
    let col = Math.min(cursor.col, size.cols - 1);
    if (!row) return;
    if (row.cells[col] === RIGHT_HALF && col > 0) col--;
    const width = row.cells[col + 1] === RIGHT_HALF ? 2 : 1;
    const pen = this.#cursorPen(row.styles[col] ?? 0);
    this.#surface.fillStyle = pen.background;
    this.#surface.globalAlpha = 1;
    this.#fill(this.#grid.box(cursor.row, col, width));
    this.#paintCell(row.cells[col] ?? ERASED, pen, cursor.row, col, width);
  }

  #pen(style: number): Pen {
    return this.#pens[style] as Pen;
  }

  #fill({ left, top, right, bottom }: CellBox): void {
    this.#surface.fillRect(left, top, right - left, bottom - top);
  }

  #paintText(text: string, pen: Pen, row: number, col: number): void {
    if (pen.isHidden) return;
    if (this.#fontPx < LEAST_FONT_PX) {
      this.#paintBars(text, pen, row, col);
      return;
    }
    const trimmed = text.trimEnd();
    const start = trimmed.length - trimmed.trimStart().length;
    if (trimmed === '') return;
    this.#take(pen);
    this.#surface.fillText(trimmed.slice(start), this.#grid.textLeft(col + start), this.#baseline(row));
  }

  #paintBars(text: string, pen: Pen, row: number, col: number): void {
    this.#take(pen, BAR_OPACITY);
    const { top, bottom } = this.#grid.box(row, col, 1);
    const height = Math.max(1, (bottom - top) * 0.55);
    for (const { 0: word, index } of text.matchAll(/\S+/g)) {
      this.#surface.fillRect(this.#grid.textLeft(col + index), bottom - height, word.length * this.#grid.cellWidth, height);
    }
  }

  #paintCell(text: string, pen: Pen, row: number, col: number, width: number): void {
    if (pen.isHidden || text === ERASED || text === ' ' || text === RIGHT_HALF) return;
    this.#take(pen);
    if (drawCellShape(this.#surface, text.codePointAt(0) as number, this.#grid.box(row, col, width))) return;
    if (this.#fontPx < LEAST_FONT_PX) this.#paintBars('x'.repeat(width), pen, row, col);
    else this.#surface.fillText(text, this.#grid.textLeft(col), this.#baseline(row), width * this.#grid.cellWidth);
  }

  #paintLines({ underline, isStruck, foreground }: Pen, row: number, from: number, to: number): void {
    if (underline === undefined && !isStruck) return;
    const { left, right } = this.#grid.box(row, from, to - from);
    const thickness = Math.max(1, Math.round(this.#fontPx / 14));
    const line = (color: string, offset: number) => {
      this.#surface.fillStyle = color;
      this.#surface.fillRect(left, Math.round(this.#baseline(row) + offset * this.#fontPx), right - left, thickness);
    };
    if (underline !== undefined) line(underline, UNDERLINE);
    if (isStruck) line(foreground, STRIKE);
  }

  #baseline(row: number): number {
    return Math.round(this.#grid.top(row) + BASELINE * this.#fontPx);
  }

  #take({ foreground, font, opacity }: Pen, share = 1): void {
    this.#surface.fillStyle = foreground;
    this.#surface.font = font;
    this.#surface.globalAlpha = opacity * share;
  }
}

function makePen(style: CellStyle, colours: TerminalColours, font: string): Pen {
  const shown = (colour: CellColour, own: string) => (colour === OWN_COLOUR ? own : colours.of(colour));
  const ink = shown(style.foreground, colours.foreground);
  const ground = shown(style.background, colours.background);
  const foreground = style.isInverse ? ground : ink;
  const background = style.isInverse ? ink : ground;
  return {
    foreground,
    background: background === colours.background ? undefined : background,
    font,
    opacity: style.isFaint && !style.isBold ? FAINT_OPACITY : 1,
    isHidden: style.isHidden,
    underline: style.underline === 0 ? undefined : shown(style.underlineColour, foreground),
    isStruck: style.isStruck,
  };
}

/** What every font of one width has, and in one width. */
function isLetter(cell: string): boolean {
  if (cell === ERASED) return true;
  const code = cell.charCodeAt(0);
  return cell.length === 1 && code >= 0x20 && code < 0x7f;
}
