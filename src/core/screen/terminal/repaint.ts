import { blankStyle, isBackgroundOnly, isSameStyle, PLAIN_STYLE, styleChange } from './cell-style.ts';
import {
  type CellStyle,
  type CursorPlace,
  ERASED,
  OWN_COLOUR,
  RIGHT_HALF,
  type Screen,
  type ScreenBuffer,
  type ScreenModes,
  type ScreenRow,
  shownRows,
} from './screen.ts';
import { areDisputed } from './widths.ts';

/**
 * Takes a terminal that is in any state, but of the right size, to a screen, so that whatever it is told next comes out
 * as on the recorded one. Scrollback stays as it is. The same screen always gives the same text.
 *
 * Terminals do not agree on the width of some characters. What follows one is placed in the column where it stood; in
 * `flowingRows` of the shown buffer it comes out wherever the terminal has got to, as it does for a program that leaves
 * counting to the terminal.
 *
 * Not a full reset (RIS), which would empty the scrollback of whoever plays the result in a terminal of theirs.
 */
export function repaintText(screen: Screen, flowingRows: ReadonlySet<number> = NO_ROWS): string {
  const { main, alternate } = screen;
  const writer = new BufferWriter(screen);
  const shown = alternate ?? main;
  const isCharacterLast = canEndWithCharacter(screen);
  return [
    CLEAN_STATE,
    coloursText(screen.colours),
    tabStopsText(main.tabStops),
    writer.rows(main, alternate ? ALL_ROWS : flowingRows),
    alternate ? marginsText(main) : '',
    writer.savedCursor(main, alternate ? ENTER_ALTERNATE : SAVE_CURSOR),
    alternate ? alternateText(writer, main, alternate, flowingRows) : '',
    marginsText(shown),
    screen.modes.origin ? '\x1b[?6h' : '',
    isCharacterLast ? '' : writer.cursor(shown, screen),
    writer.style(screen.pen),
    charsetsText(screen.charsets, screen.charsetLevel),
    modesText(screen.modes),
    screen.title === '' ? '' : `\x1b]2;${screen.title}\x1b\\`,
    isCharacterLast ? writer.lastCharacter(flowingRows) : '',
    screen.unfinished,
  ].join('');
}

const NO_ROWS: ReadonlySet<number> = new Set();
/** Below another buffer there is what was printed before, and that mostly flowed. */
const ALL_ROWS: Pick<ReadonlySet<number>, 'has'> = { has: () => true };

/**
 * Ends what may be under way, leaves the other buffer, and sets back all that could stand in the way of painting: what
 * the soft reset does not, or not everywhere, is set by itself.
 */
const CLEAN_STATE = [
  '\x18',
  '\x1b[?2026l',
  '\x1b[?1049l',
  '\x1b[!p',
  '\x1b[?1;6;9;45;66;1000;1002;1003;1004;1006;1016;2004l',
  '\x1b[?7;25h',
  '\x1b[4;20l',
  '\x1b[r',
  '\x0f\x1b(B\x1b)B\x1b*B\x1b+B',
  '\x1b[0 q',
  '\x1b[0"q',
  '\x1b]8;;\x1b\\',
  '\x1b]104\x1b\\\x1b]110\x1b\\\x1b]111\x1b\\\x1b]112\x1b\\',
  '\x1b[0m',
  '\x1b[H\x1b[2J',
].join('');

const ENTER_ALTERNATE = '\x1b[?1049h';
const SAVE_CURSOR = '\x1b7';

const at = ({ row, col }: CursorPlace): string => `\x1b[${row + 1};${col + 1}H`;

const coloursText = (colours: Screen['colours']): string => [...colours].map(([key, value]) => `\x1b]${key};${value}\x1b\\`).join('');

/** Programs enter the other buffer with a pen of their own, which fills it. Its margins and tab stops are its own, though not in every terminal. */
function alternateText(writer: BufferWriter, main: ScreenBuffer, alternate: ScreenBuffer, flowingRows: ReadonlySet<number>): string {
  return [
    marginsText(main) === '' ? '' : '\x1b[r',
    `${writer.style(PLAIN_STYLE)}\x1b[H\x1b[2J`,
    tabStopsText(alternate.tabStops),
    writer.rows(alternate, flowingRows),
    writer.savedCursor(alternate, SAVE_CURSOR),
  ].join('');
}

const tabStopsText = (stops: readonly number[]): string => `\x1b[3g${stops.map((col) => `\x1b[${col + 1}G\x1bH`).join('')}`;

function marginsText({ rows, scrollTop, scrollBottom }: ScreenBuffer): string {
  const isWhole = scrollTop === 0 && scrollBottom === rows.length - 1;
  return isWhole ? '' : `\x1b[${scrollTop + 1};${scrollBottom + 1}r`;
}

/** Whether the character that was printed last can be printed last again: what else is set must not make another one of it. */
function canEndWithCharacter(screen: Screen): boolean {
  const { lastPrinted, cursor, modes, charsets, charsetLevel, pen, styles } = screen;
  const row = shownRows(screen)[cursor.row] as ScreenRow;
  const cell = row.cells[lastPrinted] ?? ERASED;
  if (cell === ERASED || cell === RIGHT_HALF || modes.insert) return false;
  const end = lastPrinted + (row.cells[lastPrinted + 1] === RIGHT_HALF ? 2 : 1);
  const isSamePen = isSameStyle(withoutUnseen(styles[row.styles[lastPrinted] as number] as CellStyle), withoutUnseen(pen));
  return end === cursor.col && isSamePen && isPrintedAsItself(cell, charsets[charsetLevel]);
}

/** Without underlines their colour gets into the cell in some cases only. */
const withoutUnseen = (style: CellStyle): CellStyle => (style.underline === 0 ? { ...style, underlineColour: OWN_COLOUR } : style);

/** Whether a character set leaves a character alone. Line drawing begins behind the capitals, and the British set has a sign of its own for `#`. */
function isPrintedAsItself(cell: string, charset: string | undefined): boolean {
  const code = cell.charCodeAt(0);
  if (charset === 'B' || code > 0x7e) return true;
  return charset === '0' ? code < 0x5f : charset === 'A' && cell !== '#';
}

function charsetsText(charsets: readonly string[], level: number): string {
  const designations = ['(', ')', '*', '+'].map((group, index) => (charsets[index] === 'B' ? '' : `\x1b${group}${charsets[index]}`));
  return designations.join('') + (['', '\x0e', '\x1bn', '\x1bo'][level] ?? '');
}

function modesText(modes: ScreenModes): string {
  const numbers: number[] = [];
  if (modes.applicationCursorKeys) numbers.push(1);
  if (modes.reverseWraparound) numbers.push(45);
  if (modes.applicationKeypad) numbers.push(66);
  if (modes.mouse > 0) numbers.push(modes.mouse);
  if (modes.focusEvents) numbers.push(1004);
  if (modes.mouseEncoding > 0) numbers.push(modes.mouseEncoding);
  if (modes.bracketedPaste) numbers.push(2004);
  if (modes.synchronizedOutput) numbers.push(2026);
  return [
    modes.cursorStyle === 0 ? '' : `\x1b[${modes.cursorStyle} q`,
    modes.insert ? '\x1b[4h' : '',
    modes.newLine ? '\x1b[20h' : '',
    modes.wraparound ? '' : '\x1b[?7l',
    modes.isCursorHidden ? '\x1b[?25l' : '',
    numbers.length > 0 ? `\x1b[?${numbers.join(';')}h` : '',
  ].join('');
}

/** Says again what is so already (no insertion): what was printed before is then not what was printed last, which REP would repeat. */
const NOTHING_PRINTED = '\x1b[4l';

/** Writes the cells of buffers. Begins with a plain pen, at no known place. */
class BufferWriter {
  readonly #screen: Screen;
  #style: CellStyle = PLAIN_STYLE;

  constructor(screen: Screen) {
    this.#screen = screen;
  }

  /** Makes the pen that style. */
  style(style: CellStyle): string {
    const change = styleChange(this.#style, style);
    this.#style = style;
    return change;
  }

  /** On a cleared buffer. A row that carries on the one above is reached by running over its end, so that terminals know it. */
  rows({ rows }: ScreenBuffer, flowing: Pick<ReadonlySet<number>, 'has'>): string {
    let text = '';
    let isAtEnd = false;
    for (const [index, row] of rows.entries()) {
      const mustReachEnd = runsOverTo(rows[index + 1], row);
      const length = mustReachEnd ? row.cells.length : usedColumns(row, this.#screen.styles);
      if (length > 0) text += (isAtEnd ? '' : at({ row: index, col: 0 })) + this.#cells(row, length, flowing.has(index));
      isAtEnd = mustReachEnd;
    }
    return text;
  }

  savedCursor({ saved }: ScreenBuffer, save: string): string {
    const designation = saved.charset === 'B' ? ['', ''] : [`\x1b(${saved.charset}`, '\x1b(B'];
    return at(saved) + this.style(saved.style) + designation[0] + save + designation[1];
  }

  /** One past the last column is reached by printing what stands in it once more. */
  cursor({ rows, scrollTop }: ScreenBuffer, { cursor, modes, size, styles }: Screen): string {
    const row = modes.origin ? cursor.row - scrollTop : cursor.row;
    if (cursor.col < size.cols) return at({ row, col: cursor.col });
    const { cells, styles: numbers } = rows[cursor.row] as ScreenRow;
    const col = clusterStart(cells, size.cols - 1);
    const style = styles[numbers[size.cols - 1] as number] as CellStyle;
    const isErasedRow =
      isBackgroundOnly(style) && endOfErased(rows[cursor.row] as ScreenRow, styles, 0, size.cols) === size.cols && cells[0] === ERASED;
    if (isErasedRow) return `${at({ row, col })}${this.style(style)} \x1b[2K`;
    const text = cells.slice(col).filter((cell) => cell !== RIGHT_HALF);
    return at({ row, col }) + this.style(style) + text.map((cell) => (cell === ERASED ? ' ' : cell)).join('') + NOTHING_PRINTED;
  }

  /**
   * Prints what was printed last once more: then it is the last again. In a row that flows it is reached by printing all
   * that stands before it, because nobody knows its column.
   */
  lastCharacter(flowing: ReadonlySet<number>): string {
    const { main, alternate, cursor, lastPrinted, modes } = this.#screen;
    const { rows, scrollTop } = alternate ?? main;
    const shown = rows[cursor.row] as ScreenRow;
    const row = modes.origin ? cursor.row - scrollTop : cursor.row;
    if (flowing.has(cursor.row)) return at({ row, col: 0 }) + this.#cells(shown, lastPrinted + 1, true);
    return at({ row, col: lastPrinted }) + shown.cells[lastPrinted];
  }

  #cells(row: ScreenRow, length: number, isFlowing: boolean): string {
    const { cells, styles: numbers } = row;
    const { styles } = this.#screen;
    let text = '';
    /** The last character of a cluster that terminals do not agree on, while it may go on. */
    let open = 0;
    for (let col = 0; col < length; col++) {
      const cell = cells[col] as string;
      if (cell === RIGHT_HALF) continue;
      const codePoint = cell.codePointAt(0) ?? 0;
      // What joins has to stand right behind what it joins.
      const goesOn = areDisputed(codePoint) || open === ZERO_WIDTH_JOINER;
      if (open !== 0 && !goesOn) {
        if (!isFlowing) text += `\x1b[${col + 1}G`;
        open = 0;
      }
      const style = styles[numbers[col] as number] as CellStyle;
      if (cell === ERASED) {
        const end = endOfErased(row, styles, col, length);
        text += this.#erased(style, col, end, length, isFlowing);
        col = end - 1;
        continue;
      }
      text += this.style(style) + cell;
      if (goesOn) open = lastCodePoint(cell);
    }
    return text;
  }

  /** Columns [from, to) as blank as they were: not spaces, which a terminal counts as text once its size changes. */
  #erased(style: CellStyle, from: number, to: number, length: number, isFlowing: boolean): string {
    const count = to - from;
    if (!isBackgroundOnly(style)) return this.style(style) + ' '.repeat(count);
    const erase = style.background === OWN_COLOUR ? '' : `${this.style(blankStyle(style))}\x1b[${count}X`;
    if (to === length) return erase;
    return erase + (isFlowing ? `\x1b[${count}C` : `\x1b[${to + 1}G`);
  }
}

/** One past the last column that shows anything. */
function usedColumns({ cells, styles: numbers }: ScreenRow, styles: readonly CellStyle[]): number {
  let length = cells.length;
  while (length > 0) {
    const style = styles[numbers[length - 1] as number] as CellStyle;
    if (cells[length - 1] !== ERASED || style.background !== OWN_COLOUR || !isBackgroundOnly(style)) break;
    length--;
  }
  return length;
}

/** Whether printing the row to its end, and then the next one, makes that one carry on this: but for a blank that was erased it does. */
function runsOverTo(next: ScreenRow | undefined, { cells }: ScreenRow): boolean {
  if (!next?.isWrapped || next.cells[0] === ERASED) return false;
  // A wide character did not fit into the last column.
  return cells.at(-1) !== ERASED || (next.cells[1] === RIGHT_HALF && cells.at(-2) !== ERASED);
}

/** Where the run of erased cells ends that look alike. */
function endOfErased({ cells, styles: numbers }: ScreenRow, styles: readonly CellStyle[], from: number, length: number): number {
  const first = styles[numbers[from] as number] as CellStyle;
  const looksAlike = (number: number): boolean => {
    const style = styles[number] as CellStyle;
    return isBackgroundOnly(first) && isBackgroundOnly(style) && style.background === first.background;
  };
  let end = from + 1;
  while (end < length && cells[end] === ERASED && (numbers[end] === numbers[from] || looksAlike(numbers[end] as number))) end++;
  return end;
}

/** The column of the character that what stands in `col` belongs to. */
function clusterStart(cells: readonly string[], col: number): number {
  let start = col;
  while (start > 0 && (cells[start] === RIGHT_HALF || areDisputed((cells[start] as string).codePointAt(0) ?? 0))) start--;
  return start;
}

const ZERO_WIDTH_JOINER = 0x200d;

const lastCodePoint = (cell: string): number => [...cell].at(-1)?.codePointAt(0) ?? 0;
