import './emulator-window.ts';
import { Terminal } from '@xterm/headless';
import { unfinishedSequence } from '../../cast/escape-sequence.ts';
import type { TerminalSize } from '../../cast/recording.ts';
import {
  BG_EXTENDED,
  BG_OVERLINE,
  CELL_WORDS,
  CODE_POINT,
  COLOUR_WORD,
  cellText,
  FG_SEEN_IN_BLANKS,
  IS_COMBINED,
  NOT_BLANK,
  SPACE_CONTENT,
  StyleTable,
  WIDTH_SHIFT,
} from './cell-words.ts';
import { RowTracker, type TouchedRows } from './row-tracker.ts';
import { ERASED, RIGHT_HALF, type SavedCursor, type Screen, type ScreenBuffer, type ScreenModes, type ScreenRow } from './screen.ts';
import { areDisputed, asciinemaWidths, unicodeWidths, type WidthProfile, type WidthTable } from './widths.ts';
import {
  type Charset,
  REPEATED,
  SAME_REPETITION,
  type XtermBuffer,
  type XtermCore,
  type XtermExtended,
  type XtermLine,
} from './xterm-parts.ts';

/** Numbers what is printed, so that each cell tells where it came from (redact/printed-places.ts). */
export interface PrintTrace {
  /**
   * Puts numbers from 0x10000 to 0x10ffff in the place of characters that are printed next: those of the text being
   * written from `start` to `end`, counted as the terminal does. `isNextTo`: the first one goes to where the last one
   * printed has left the cursor.
   */
  replace(characters: Uint32Array, start: number, end: number, isNextTo: boolean): void;
  characterOf(number: number): number;
}

/**
 * A terminal without a window: it is told what a terminal is told, and says what its screen is.
 *
 * This is the one file that knows @xterm/headless 6.0.0. What is needed of it goes beyond what it makes public, so its
 * version is pinned exactly and emulator.test.ts holds everything relied on here. It keeps no scrollback: a screen put
 * back together from a repaint has none either, and the two must not differ after a resize.
 */
export class Emulator {
  readonly #terminal: Terminal;
  readonly #xterm: XtermCore;
  /** Parts of a text whose tail is the sequence that is unfinished; none while there is none. */
  #unfinished: string[] = [];
  readonly #touched: RowTracker;
  #hasDisputedText = false;
  #title = '';
  readonly #plainExtended: XtermExtended;
  readonly #colours = new Map<string, string>();
  readonly #links: string[] = [''];
  readonly #linkNumbers = new Map<string, number>();

  /** At least two columns wide: `size` says what it is. With a trace, its cells hold the numbers that the trace gives. */
  constructor({ cols, rows }: TerminalSize, profile: WidthProfile, trace?: PrintTrace) {
    this.#terminal = new Terminal({ cols, rows, scrollback: 0, allowProposedApi: true, logLevel: 'off' });
    this.#xterm = (this.#terminal as unknown as { _core: XtermCore })._core;
    const ownWidths = profile === 'asciinema' ? asciinemaWidths : unicodeWidths;
    const widths = trace ? tracedWidths(ownWidths, trace) : ownWidths;
    // Its types know of the widths only, and not of what joins.
    const charProperties = (codePoint: number, preceding: number): number => {
      if (codePoint > LAST_UNDISPUTED && !this.#hasDisputedText) this.#hasDisputedText = areDisputed(codePoint);
      return widths.charProperties(codePoint, preceding);
    };
    this.#terminal.unicode.register({ ...widths, charProperties } as unknown as Parameters<Terminal['unicode']['register']>[0]);
    this.#terminal.unicode.activeVersion = widths.version;
    this.#touched = this.#trackRows();
    this.#plainExtended = this.#xterm._inputHandler._curAttrData.extended.clone();
    this.#limitRepetition();
    this.#listenToSequences();
    if (trace) this.#tellPrinting(trace);
  }

  /** Whether anything was printed that terminals do not agree on the width of, since it was made. */
  get hasDisputedText(): boolean {
    return this.#hasDisputedText;
  }

  get size(): TerminalSize {
    return { cols: this.#terminal.cols, rows: this.#terminal.rows };
  }

  /** Takes output, at once. A sequence may begin in one piece and end in a later one. */
  write(text: string): void {
    if (text === '') return;
    const { _inputHandler: handler } = this.#xterm;
    handler.parse(text);
    const isInSequence = handler._parser.currentState !== GROUND;
    const isInCharacter = handler._stringDecoder._interim !== 0;
    if (isInSequence) {
      // Whatever begins a sequence ends the one before: what is unfinished goes back to the last of them.
      const start = lastIntroducer(text);
      if (start >= 0) this.#unfinished = [text.slice(start)];
      else if (this.#unfinished.length < MAX_SEQUENCE_PARTS) this.#unfinished.push(text.slice(0, MAX_SEQUENCE_LENGTH));
    } else if (this.#unfinished.length > 0 || isInCharacter) {
      this.#unfinished = isInCharacter ? [text.slice(-1)] : [];
    }
  }

  resize({ cols, rows }: TerminalSize): void {
    this.#terminal.resize(Math.max(cols, MIN_COLS), rows);
    // Where it wraps lines anew, xterm counts lines above the screen that it has no scrollback to keep in; and a buffer that
    // is not shown stays as long as it was.
    const { normal, alt } = this.#xterm.buffers;
    normal.ybase = 0;
    normal.ydisp = 0;
    if (alt.lines.length === 0) alt.lines.maxLength = rows;
    // What is beyond the right edge would come back once the terminal gets wider again.
    for (const buffer of [normal, alt]) forgetBeyond(buffer, this.#terminal.cols);
    // It would tidy its memory up later on, and complain where that takes long.
    for (const buffer of [normal, alt]) buffer._memoryCleanupQueue.clear();
    this.#touched.resize(rows);
  }

  /** The rows that may have changed since this was asked last, and how far the screen has moved up before. The cursor may have moved without any. */
  takeTouchedRows(): TouchedRows | undefined {
    return this.#touched.take();
  }

  /** The text of a row with its trailing blanks, or without those that nothing was printed in. */
  rowText(row: number, isTrimmed = false): string {
    // Rows of the alternate buffer stay as wide as they were when the terminal gets narrower.
    return this.#line(this.#shown, row).translateToString(isTrimmed, 0, this.#terminal.cols);
  }

  /** The text of the cells of a row from one column up to another, blanks too. */
  cellsText(row: number, from: number, to: number): string {
    return this.#line(this.#shown, row).translateToString(false, from, to);
  }

  isWrapped(row: number): boolean {
    return this.#line(this.#shown, row).isWrapped;
  }

  /**
   * A number that stands for all that is seen of a row: rows that look the same have the same, and others have another
   * one but for a chance of one in four thousand million.
   */
  rowDigest(row: number): number {
    const line = this.#line(this.#shown, row);
    const { _data: data, _combined: combined, _extendedAttrs: extended } = line;
    const { cols } = this.#terminal;
    let digest = 0;
    let fg = 0;
    let bg = 0;
    let style = 0;
    let isSeenInBlanks = false;
    let blank = SPACE_CONTENT;
    for (let col = 0, at = 0; col < cols; col++, at += CELL_WORDS) {
      const content = data[at] as number;
      if (data[at + 1] !== fg || data[at + 2] !== bg) {
        fg = data[at + 1] as number;
        bg = data[at + 2] as number;
        style = Math.imul(fg ^ (fg >>> 15), 0x297a2d39) ^ Math.imul(bg ^ (bg >>> 13), 0x1b56c4e9);
        style ^= style >>> 15;
        isSeenInBlanks = (fg & FG_SEEN_IN_BLANKS) !== 0 || (bg & BG_OVERLINE) !== 0;
        blank = SPACE_CONTENT ^ (isSeenInBlanks ? style : Math.imul(bg & COLOUR_WORD, 0x1b873593));
      }
      // All ones for a blank. There are as many words as spaces between them, and a branch would be mispredicted at each.
      const blankMask = ((content & NOT_BLANK) - 1) >> 31;
      const shown = content ^ style;
      digest = (Math.imul(digest, 0x2c1b3c6d) + Math.imul(shown ^ ((shown ^ blank) & blankMask), 0x01000193)) | 0;
      if (content & IS_COMBINED)
        for (const unit of combined[col] as string) digest = Math.imul(digest ^ (unit.codePointAt(0) as number), 0x01000193);
      if (bg & BG_EXTENDED && (blankMask === 0 || isSeenInBlanks)) digest = Math.imul(digest ^ (extended[col]?.ext ?? 0), 0x01000193);
    }
    return digest;
  }

  /** Where the cursor is seen, as one number that no two places share; −1 while it is hidden. */
  get cursorDigest(): number {
    const { coreService } = this.#xterm;
    const { x, y } = this.#shown;
    return coreService.isCursorHidden ? -1 : y * (this.#terminal.cols + 1) + x;
  }

  /** What the cells of a row hold: the numbers that the trace gave, 0 where nothing was printed and for the right half of a wide character. */
  readNumbers(row: number, into: Uint32Array): void {
    const { _data: data } = this.#line(this.#shown, row);
    for (let col = 0, at = 0; col < this.#terminal.cols; col++, at += CELL_WORDS) into[col] = (data[at] as number) & CODE_POINT;
  }

  numberAt(row: number, col: number): number {
    return (this.#line(this.#shown, row)._data[col * CELL_WORDS] as number) & CODE_POINT;
  }

  /** Where the next character goes; beyond the last column after that was printed. */
  get cursor(): { readonly row: number; readonly col: number } {
    return { row: this.#shown.y, col: this.#shown.x };
  }

  /** Visits the numbers of all cells, of the buffer that is not shown too. */
  forEachNumber(visit: (number: number) => void): void {
    const { normal, alt } = this.#xterm.buffers;
    for (const { lines } of [normal, alt]) {
      for (let index = 0; index < lines.length; index++) {
        const { _data: data } = lines.get(index) as XtermLine;
        for (let at = 0; at < data.length; at += CELL_WORDS) visit((data[at] as number) & CODE_POINT);
      }
    }
  }

  screen(): Screen {
    const { buffers, _inputHandler: handler, _charsetService: charsets } = this.#xterm;
    const styles = new StyleTable((link) => this.#links[link] ?? '');
    const shown = this.#shown;
    const main = this.#buffer(buffers.normal, styles);
    const alternate = shown === buffers.alt ? this.#buffer(buffers.alt, styles) : undefined;
    return {
      size: this.size,
      main,
      alternate,
      styles: styles.list,
      cursor: { row: shown.y, col: shown.x },
      lastPrinted: this.#lastPrinted(),
      pen: styles.penStyle(handler._curAttrData),
      charsets: [0, 1, 2, 3].map((level) => charsetFlag(level === charsets.glevel ? charsets.charset : charsets._charsets[level])),
      charsetLevel: charsets.glevel,
      modes: this.#modes(),
      title: this.#title,
      colours: new Map([...this.#colours].sort()),
      unfinished: unfinishedSequence(this.#unfinished.join('')),
    };
  }

  dispose(): void {
    this.#terminal.dispose();
  }

  get #shown(): XtermBuffer {
    return this.#xterm.buffers.active;
  }

  #line({ lines, ybase }: XtermBuffer, row: number): XtermLine {
    return lines.get(ybase + row) as XtermLine;
  }

  #buffer(buffer: XtermBuffer, styles: StyleTable): ScreenBuffer {
    const { cols, rows } = this.#terminal;
    const saved: SavedCursor = {
      row: Math.min(Math.max(buffer.savedY - buffer.ybase, 0), rows - 1),
      col: Math.min(buffer.savedX, cols - 1),
      style: styles.plainStyle(buffer.savedCurAttrData),
      charset: charsetFlag(buffer.savedCharset),
    };
    const screenRows: ScreenRow[] = [];
    for (let row = 0; row < rows; row++) screenRows.push(readRow(this.#line(buffer, row), cols, styles));
    const tabStops = Object.keys(buffer.tabs)
      .map(Number)
      .filter((col) => buffer.tabs[col] && col > 0 && col < cols);
    const { scrollTop, scrollBottom } = buffer;
    return { rows: screenRows, saved, scrollTop, scrollBottom, tabStops };
  }

  /** xterm keeps the width of what was printed last, until a sequence or a control character comes. */
  #lastPrinted(): number {
    const { precedingJoinState: printed } = this.#xterm._inputHandler._parser;
    return printed === 0 ? -1 : Math.max(-1, this.#shown.x - ((printed >> 1) & 3));
  }

  #modes(): ScreenModes {
    const { coreService, coreMouseService: mouse, optionsService } = this.#xterm;
    const { modes, decPrivateModes: dec, isCursorHidden } = coreService;
    const shape = dec.cursorStyle === undefined ? 0 : (CURSOR_SHAPES[dec.cursorStyle] as number);
    return {
      isCursorHidden,
      cursorStyle: shape === 0 || dec.cursorBlink ? shape : shape + 1,
      insert: modes.insertMode,
      newLine: optionsService.rawOptions.convertEol,
      origin: dec.origin,
      wraparound: dec.wraparound,
      reverseWraparound: dec.reverseWraparound,
      applicationCursorKeys: dec.applicationCursorKeys,
      applicationKeypad: dec.applicationKeypad,
      bracketedPaste: dec.bracketedPasteMode,
      focusEvents: dec.sendFocus,
      synchronizedOutput: dec.synchronizedOutput,
      mouse: MOUSE_MODES[mouse.activeProtocol] ?? 0,
      mouseEncoding: MOUSE_ENCODINGS[mouse.activeEncoding] ?? 0,
    };
  }

  #tellPrinting(trace: PrintTrace): void {
    const { _inputHandler: handler, _charsetService: charsets } = this.#xterm;
    let lastLine: XtermLine | undefined;
    let lastCol = 0;
    handler._parser.setPrintHandler((characters, start, end) => {
      const { charset } = charsets;
      // Numbers are beyond what a character set replaces.
      if (charset) for (let at = start; at < end; at++) characters[at] = inCharset(charset, characters[at] as number);
      // After the last column the cursor is beyond it, until something moves it about and puts it back.
      const isInPlace = this.#shown.x === lastCol || this.#shown.x === Math.min(lastCol, this.#terminal.cols - 1);
      trace.replace(characters, start, end, isInPlace && this.#line(this.#shown, this.#shown.y) === lastLine);
      handler.print(characters, start, end);
      lastLine = this.#line(this.#shown, this.#shown.y);
      lastCol = this.#shown.x;
    });
  }

  /**
   * What xterm does not keep, or keeps in a way that depends on more than the screen. A saved cursor, for one, is without
   * its link and the kind of its underline, and would get those that the pen has when it is restored; and the character
   * set restored with it would not be the one that is designated.
   */
  #listenToSequences(): void {
    const { parser } = this.#terminal;
    const keepTitle = (title: string): boolean => {
      this.#title = title.slice(0, MAX_TITLE_LENGTH);
      return true;
    };
    parser.registerOscHandler(0, keepTitle);
    parser.registerOscHandler(2, keepTitle);
    parser.registerOscHandler(8, (data) => this.#openLink(data));
    for (const number of [10, 11, 12]) {
      parser.registerOscHandler(number, (data) => this.#setColour(String(number), data));
      parser.registerOscHandler(number + 100, () => this.#resetColours((key) => key === String(number)));
    }
    parser.registerOscHandler(4, (data) => {
      const parts = data.split(';');
      for (let at = 0; at + 1 < parts.length; at += 2) {
        const index = Number(parts[at]);
        if (Number.isInteger(index) && index >= 0 && index < PALETTE_SIZE) this.#setColour(`4;${index}`, parts[at + 1] as string);
      }
      return true;
    });
    parser.registerOscHandler(104, (data) => {
      const wanted = data === '' ? undefined : new Set(data.split(';').map((index) => `4;${index}`));
      return this.#resetColours((key) => key.startsWith('4;') && (wanted?.has(key) ?? true));
    });
    const beforeRestoring = (buffer: XtermBuffer): false => {
      const { _inputHandler: handler, _charsetService: charsets } = this.#xterm;
      handler._curAttrData.extended = this.#plainExtended.clone();
      // What was extended then is not saved, though that there was something is.
      buffer.savedCurAttrData.bg &= ~BG_EXTENDED;
      charsets.setgCharset(charsets.glevel, buffer.savedCharset);
      return false;
    };
    // What was saved there the last time would be a part of the screen that is not seen.
    parser.registerCsiHandler({ prefix: '?', final: 'h' }, () => {
      const { alt, normal } = this.#xterm.buffers;
      if (this.#shown === normal) {
        alt.savedX = 0;
        alt.savedY = 0;
        alt.savedCharset = undefined;
        Object.assign(alt.savedCurAttrData, { fg: 0, bg: 0 });
      }
      return false;
    });
    parser.registerEscHandler({ final: '8' }, () => beforeRestoring(this.#shown));
    parser.registerCsiHandler({ final: 'u' }, () => beforeRestoring(this.#shown));
    parser.registerCsiHandler({ prefix: '?', final: 'l' }, (modes) => {
      if (modes.includes(1049)) return beforeRestoring(this.#xterm.buffers.normal);
      return modes.includes(1048) && beforeRestoring(this.#shown);
    });
    parser.registerEscHandler({ final: 'c' }, () => {
      const { coreService, optionsService } = this.#xterm;
      coreService.isCursorHidden = false;
      optionsService.options.convertEol = false;
      this.#title = '';
      this.#resetColours(() => true);
      this.#touched.touchAll();
      // The rest is xterm's own.
      return false;
    });
  }

  /** A question (`?`) for a colour changes none. */
  #setColour(key: string, value: string): boolean {
    if (value !== '?' && value.length <= MAX_COLOUR_LENGTH) this.#colours.set(key, value);
    return true;
  }

  #resetColours(isWanted: (key: string) => boolean): boolean {
    for (const key of this.#colours.keys()) if (isWanted(key)) this.#colours.delete(key);
    return true;
  }

  /** xterm forgets a link once the lines that it was printed on have gone, though cells that moved may still have it. */
  #openLink(data: string): boolean {
    const separator = data.indexOf(';');
    if (separator < 0) return true;
    const isUsed = data.slice(separator + 1) !== '' && data.length <= MAX_LINK_LENGTH;
    const link = isUsed ? data : '';
    let number = link === '' ? 0 : this.#linkNumbers.get(link);
    if (number === undefined) {
      number = this.#links.push(link) - 1;
      this.#linkNumbers.set(link, number);
    }
    const { _curAttrData: pen } = this.#xterm._inputHandler;
    pen.extended = pen.extended.clone();
    pen.extended.urlId = number;
    pen.updateExtended();
    return true;
  }

  /** Numbers up to two thousand million may be written: xterm would do it as often, one by one. */
  #limitRepetition(): void {
    const { _inputHandler: handler } = this.#xterm;
    for (const name of REPEATED) {
      const repeat = handler[name].bind(handler);
      const same = SAME_REPETITION[name];
      handler[name] = (params) => {
        const { cols, rows } = this.#terminal;
        params.params[0] = same(params.params[0] as number, cols, rows);
        return repeat(params);
      };
    }
  }

  #trackRows(): RowTracker {
    const { _inputHandler: handler, _bufferService: service } = this.#xterm;
    const tracker = new RowTracker(this.#terminal.rows);
    handler._dirtyRowTracker = tracker;
    // Told that the other buffer is shown, or that all is to be shown anew.
    handler.onRequestRefreshRows(() => tracker.touchAll());
    const scroll = service.scroll.bind(service);
    service.scroll = (blank, isWrapped) => {
      scroll(blank, isWrapped);
      tracker.markScrolled(this.#shown.scrollTop, this.#shown.scrollBottom);
    };
    // What xterm does after scrolling, in place of that.
    handler.markRangeDirty = () => undefined;
    for (const name of ['_setCursor', '_restrictCursor'] as const) {
      const move = handler[name].bind(handler);
      handler[name] = (first, second) => {
        tracker.beginMove();
        move(first, second);
        tracker.endMove();
      };
    }
    return tracker;
  }
}

/** What cannot be seen any more. */
function forgetBeyond(buffer: XtermBuffer, cols: number): void {
  const { lines, tabs } = buffer;
  for (let index = 0; index < lines.length; index++) lines.get(index)?.resize(cols, buffer.getNullCell());
  for (const col of Object.keys(tabs)) if (Number(col) >= cols) delete tabs[Number(col)];
}

/** Numbers are as wide as the characters that they stand for. */
const tracedWidths = (widths: WidthTable, trace: PrintTrace): WidthTable => ({
  version: 'traced',
  wcwidth: (number) => widths.wcwidth(trace.characterOf(number)),
  charProperties: (number, preceding) => widths.charProperties(trace.characterOf(number), preceding),
});

/** As xterm does it: only for ASCII, and only what the set has. */
const inCharset = (charset: Charset, character: number): number =>
  character < 0x7f ? (charset[String.fromCharCode(character)]?.charCodeAt(0) ?? character) : character;

/** The fewest columns of an emulator. A recording may have one. */
export const MIN_COLS = 2;

/** Combining marks begin behind it. */
const LAST_UNDISPUTED = 0x2ff;

/** A title as long as this no window has room for. */
const MAX_TITLE_LENGTH = 1000;

/** As browsers bound addresses. A longer one is no link: it would be in every repaint of what it is on. */
const MAX_LINK_LENGTH = 2000;

const PALETTE_SIZE = 256;

/** More of a sequence is not kept: it is an image, or a string that never ends, and nothing comes of either. */
const MAX_SEQUENCE_LENGTH = 1 << 16;
const MAX_SEQUENCE_PARTS = 1 << 10;

/** A specification of a colour is some 20 characters long. */
const MAX_COLOUR_LENGTH = 64;

function readRow(line: XtermLine, cols: number, styles: StyleTable): ScreenRow {
  const { _data: data, _combined: combined, _extendedAttrs: extended } = line;
  const cells: string[] = [];
  const numbers = new Uint16Array(cols);
  let leftWidth = 0;
  for (let col = 0, at = 0; col < cols; col++, at += CELL_WORDS) {
    const content = data[at] as number;
    const bg = data[at + 2] as number;
    const text = cellText(content, combined[col]);
    // What is left of a wide character that something was put into shows nothing.
    cells.push(text === RIGHT_HALF && leftWidth !== 2 ? ERASED : text);
    leftWidth = content >>> WIDTH_SHIFT;
    numbers[col] = styles.number(data[at + 1] as number, bg, bg & BG_EXTENDED ? extended[col] : undefined);
  }
  return { cells, styles: numbers, isWrapped: line.isWrapped };
}

/** Where the last thing in the text stands that begins a sequence: ESC, or one of the C1 controls. */
function lastIntroducer(text: string): number {
  let at = text.length - 1;
  while (at >= 0) {
    const code = text.charCodeAt(at);
    if (code === 0x1b || (code >= 0x80 && code < 0xa0)) return at;
    at--;
  }
  return -1;
}

/** By the object that stands for it in xterm, which has one for each: found by designating them one after the other. */
let charsetFlags: ReadonlyMap<object, string> | undefined;

function charsetFlag(charset: object | undefined): string {
  if (charset === undefined) return ASCII_CHARSET;
  charsetFlags ??= findCharsets();
  return charsetFlags.get(charset) ?? ASCII_CHARSET;
}

function findCharsets(): ReadonlyMap<object, string> {
  const flags = new Map<object, string>();
  const terminal = new Terminal({ cols: MIN_COLS, rows: 1, allowProposedApi: true, logLevel: 'off' });
  const { _inputHandler: handler, _charsetService: service } = (terminal as unknown as { _core: XtermCore })._core;
  for (const flag of CHARSET_FLAGS) {
    handler.parse(`\x1b(${flag}`);
    const charset = service._charsets[0];
    if (charset && !flags.has(charset)) flags.set(charset, flag);
  }
  terminal.dispose();
  return flags;
}

const ASCII_CHARSET = 'B';
const CHARSET_FLAGS = '0A4C5RQKYE6ZH7=';
const GROUND = 0;
const CURSOR_SHAPES: Readonly<Record<string, number>> = { block: 1, underline: 3, bar: 5 };
const MOUSE_MODES: Readonly<Record<string, number>> = { X10: 9, VT200: 1000, DRAG: 1002, ANY: 1003 };
const MOUSE_ENCODINGS: Readonly<Record<string, number>> = { SGR: 1006, SGR_PIXELS: 1016 };
