import type { TerminalSize } from '../../cast/recording.ts';

/**
 * A colour of a cell: −1 is the terminal's own, 0 to 255 are of its palette, and from 0x1000000 on it is that plus
 * 0xRRGGBB.
 */
export type CellColour = number;

export const OWN_COLOUR: CellColour = -1;
export const RGB_COLOUR = 0x1000000;

/** How a cell looks. Underline: 0 none, 1 single, 2 double, 3 curly, 4 dotted, 5 dashed. */
export interface CellStyle {
  readonly foreground: CellColour;
  readonly background: CellColour;
  readonly isBold: boolean;
  readonly isFaint: boolean;
  readonly isItalic: boolean;
  readonly underline: number;
  readonly underlineColour: CellColour;
  readonly isBlinking: boolean;
  readonly isInverse: boolean;
  readonly isHidden: boolean;
  readonly isStruck: boolean;
  readonly isOverlined: boolean;
  /** Kept by a selective erase (DECSCA). */
  readonly isProtected: boolean;
  /** Target of a hyperlink (OSC 8) with its id, as `id;uri`; empty for none. */
  readonly link: string;
}

/** The right half of a wide character, in place of a text of its own. A noncharacter: no cell can hold it. */
export const RIGHT_HALF = '\uffff';

/** A cell that nothing was printed in, or that was erased. It looks like a space. */
export const ERASED = '';

export interface ScreenRow {
  /** One text a column: a character with what joins it, `RIGHT_HALF` or `ERASED`. */
  readonly cells: readonly string[];
  /** One a column: an index into the styles of the screen. */
  readonly styles: Uint16Array;
  /** Whether the row carries on the line above, which ran out of columns. */
  readonly isWrapped: boolean;
}

/** From 0. A column equal to the width: the next character goes to the line below. */
export interface CursorPlace {
  readonly row: number;
  readonly col: number;
}

/** What ESC 7 keeps for ESC 8. */
export interface SavedCursor extends CursorPlace {
  readonly style: CellStyle;
  /** Final byte of the designation of the character set in use, as `B` for ASCII and `0` for line drawing. */
  readonly charset: string;
}

/** One of a terminal's two buffers, as far as it can be seen. */
export interface ScreenBuffer {
  readonly rows: readonly ScreenRow[];
  readonly saved: SavedCursor;
  /** The rows that scroll, from 0. */
  readonly scrollTop: number;
  readonly scrollBottom: number;
  /** Columns, ascending. The first column is none: whoever goes back, ends there in any case. */
  readonly tabStops: readonly number[];
}

/** Switches that programs set: what the terminal reports, and how it takes what it is told next. */
export interface ScreenModes {
  readonly isCursorHidden: boolean;
  /** Parameter of DECSCUSR, 1 to 6; 0 where none was set. */
  readonly cursorStyle: number;
  readonly insert: boolean;
  /** LNM: a line feed returns the carriage too. */
  readonly newLine: boolean;
  readonly origin: boolean;
  readonly wraparound: boolean;
  readonly reverseWraparound: boolean;
  readonly applicationCursorKeys: boolean;
  readonly applicationKeypad: boolean;
  readonly bracketedPaste: boolean;
  readonly focusEvents: boolean;
  readonly synchronizedOutput: boolean;
  /** Number of the mouse mode (9, 1000, 1002, 1003); 0 for none. */
  readonly mouse: number;
  /** Number of the mouse's encoding (1006, 1016); 0 for the first one. */
  readonly mouseEncoding: number;
}

/**
 * All that a terminal knows, scrollback aside: what is seen, and everything that what it is told next depends on. A
 * value of its own: it shares nothing with the terminal that it was taken from.
 */
export interface Screen {
  readonly size: TerminalSize;
  readonly main: ScreenBuffer;
  /** Where it is shown in place of the main one. Left, it is empty, so there is nothing to know of it then. */
  readonly alternate: ScreenBuffer | undefined;
  readonly styles: readonly CellStyle[];
  readonly cursor: CursorPlace;
  /** Column, in the cursor's row, of the character that was printed last and nothing else told since: REP repeats it, and marks join it. −1: none. */
  readonly lastPrinted: number;
  /** With which the next character is printed. */
  readonly pen: CellStyle;
  /** Final bytes of the designations of G0 to G3. */
  readonly charsets: readonly string[];
  /** Which of them is in use. */
  readonly charsetLevel: number;
  readonly modes: ScreenModes;
  readonly title: string;
  /** Colours that programs have changed, by OSC number and index, as `4;1` → `rgb:ff/00/00`, or `11` → …, in the order of their names. */
  readonly colours: ReadonlyMap<string, string>;
  /** An escape sequence that has begun but not ended: what comes next is still a part of it. */
  readonly unfinished: string;
}

/** The rows that are seen. */
export const shownRows = ({ main, alternate }: Screen): readonly ScreenRow[] => (alternate ?? main).rows;
