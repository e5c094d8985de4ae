import { type AvtLine, loadAvt } from '../../scripts/avt.mjs';

/**
 * The terminal of the installed asciinema-player: what the preview and asciinema.org show, and another implementation
 * than ours, so a witness. It tells what is painted, not what it knows: no pen, no modes, no second buffer.
 */
export interface PlayerTerminal {
  feed(text: string): void;
  resize(cols: number, rows: number): void;
  /** One a column. */
  row(row: number): PaintedCell[];
  /** Undefined where the cursor is hidden. A column equal to the width: the next character goes to the line below. */
  cursor(): { readonly col: number; readonly row: number } | undefined;
  dispose(): void;
}

export interface PaintedCell {
  /** A space where nothing was printed; empty in the right half of a wide character. */
  readonly text: string;
  readonly foreground: PaintedColour;
  readonly background: PaintedColour;
  /** Letters in this order: `b`old, `f`aint, `i`talic, `u`nderlined, `s`truck, blin`k`ing. */
  readonly attributes: string;
}

/** Empty for none of its own, `fg` and `bg` of the theme where they have changed places, an index of the palette, or `#rrggbb`. */
export type PaintedColour = string;

const ATTRIBUTES = [...'bfiusk'];
/** The painter does not keep more of what has no ink: spaces, and blocks, whose ink is another's. */
const ATTRIBUTES_WITHOUT_INK = /[^us]/g;

const BACKGROUND_BYTES = 8;
const TEXT_BYTES = 12;
const BLOCK_BYTES = 12;
const TRIANGLE_BYTES = 16;

const SCROLLBACK = 100;

let avt: ReturnType<typeof loadAvt> | undefined;

/** With the scrollback that the player gives it, which is seen when it grows taller; bold text stays in its own colour, as in the editor. */
export function createPlayerTerminal(cols: number, rows: number): PlayerTerminal {
  avt ??= loadAvt();
  const { create, memory } = avt;
  const terminal = create(cols, rows, SCROLLBACK, false);
  return {
    feed: (text) => void terminal.feed(text),
    resize: (newCols, newRows) => void terminal.resize(newCols, newRows),
    row: (row) => paintedCells(terminal.getLine(row, false), terminal.getSize()[0], memory()),
    cursor() {
      const place = terminal.getCursor();
      return place ? { col: place[0], row: place[1] } : undefined;
    },
    dispose: () => terminal.free(),
  };
}

function paintedCells(line: AvtLine, cols: number, memory: ArrayBuffer): PaintedCell[] {
  const codePoints = new Uint32Array(memory, ...line.codepoints);
  const cells = Array.from({ length: cols }, () => ({ text: '', foreground: '', background: '', attributes: '' }));
  eachSpan(line.text, TEXT_BYTES, memory, (view, column) => {
    const start = view.getUint16(2, true);
    for (let index = start; index < start + view.getUint16(4, true); index++) {
      // Wide characters have spans of their own, so within one there is a column a character.
      const text = String.fromCodePoint(codePoints[index] as number);
      cells[column + index - start] = { text, foreground: colour(view, 6), background: '', attributes: attributes(view.getUint8(10)) };
    }
  });
  for (const cell of cells) {
    if (cell.text !== ' ') continue;
    cell.foreground = '';
    cell.attributes = cell.attributes.replace(ATTRIBUTES_WITHOUT_INK, '');
  }
  const ink = (view: DataView, column: number) => {
    const cell = cells[column];
    if (cell === undefined) throw new RangeError(`ink in column ${column} of ${cols}`);
    cell.text = String.fromCodePoint(view.getUint32(4, true));
    cell.foreground = colour(view, 8);
  };
  eachSpan(line.raster_symbols, BLOCK_BYTES, memory, ink);
  eachSpan(line.vector_symbols, TRIANGLE_BYTES, memory, ink);
  eachSpan(line.bg, BACKGROUND_BYTES, memory, (view, column) => {
    const end = column + view.getUint16(2, true);
    for (const cell of cells.slice(column, end)) cell.background = colour(view, 4);
  });
  return cells;
}

/** Hands over each part of a list in the terminal's memory, with the column that every one of them begins with. */
function eachSpan(
  [address, length]: readonly [number, number],
  bytes: number,
  memory: ArrayBuffer,
  take: (view: DataView, column: number) => void,
) {
  for (let index = 0; index < length; index++) {
    const view = new DataView(memory, address + index * bytes, bytes);
    take(view, view.getUint16(0, true));
  }
}

function colour(view: DataView, offset: number): PaintedColour {
  const [kind, ...parts] = [0, 1, 2, 3].map((index) => view.getUint8(offset + index));
  if (kind === 0) return '';
  if (kind === 1) return 'fg';
  if (kind === 2) return 'bg';
  if (kind === 3) return String(parts[0]);
  if (kind === 4) return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  throw new RangeError(`no kind of colour: ${kind}`);
}

const attributes = (bits: number): string => ATTRIBUTES.filter((_, index) => (bits & (1 << index)) !== 0).join('');
