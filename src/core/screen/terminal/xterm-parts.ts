import type { ExtendedWords } from './cell-words.ts';
import type { RowTracker } from './row-tracker.ts';

/** The parts of @xterm/headless 6.0.0 that emulator.ts uses beyond its public types. */

/**
 * What xterm does as often as the number before the letter says, which may be two thousand million; and a smaller number
 * that ends with the same screen.
 */
export const SAME_REPETITION = {
  cursorForwardTab: (count, cols) => Math.min(count, cols),
  cursorBackwardTab: (count, cols) => Math.min(count, cols),
  insertLines: (count, _, rows) => Math.min(count, rows),
  deleteLines: (count, _, rows) => Math.min(count, rows),
  scrollUp: (count, _, rows) => Math.min(count, rows),
  scrollDown: (count, _, rows) => Math.min(count, rows),
  // Once the screen is full of the character, as many as fill a row, of one column each or of two, change nothing.
  repeatPrecedingCharacter: (count, cols, rows) => {
    const full = cols * (rows + 1);
    return count <= full ? count : full + ((count - full) % (cols * (cols >> 1)));
  },
} as const satisfies Record<string, (count: number, cols: number, rows: number) => number>;

type Repeated = keyof typeof SAME_REPETITION;

export const REPEATED = Object.keys(SAME_REPETITION) as readonly Repeated[];

export interface XtermExtended extends ExtendedWords {
  readonly ext: number;
  urlId: number;
  clone(): XtermExtended;
}

export interface XtermAttributes {
  readonly fg: number;
  bg: number;
  extended: XtermExtended;
  updateExtended(): void;
}

export interface XtermLine {
  readonly _data: Uint32Array;
  readonly _combined: Readonly<Record<number, string>>;
  readonly _extendedAttrs: Readonly<Record<number, XtermExtended | undefined>>;
  readonly isWrapped: boolean;
  resize(cols: number, blank: unknown): unknown;
  translateToString(trimRight: boolean, startCol: number, endCol: number): string;
}

export type Charset = Readonly<Record<string, string | undefined>>;

export interface XtermBuffer {
  readonly lines: { readonly length: number; maxLength: number; get(index: number): XtermLine | undefined };
  ybase: number;
  ydisp: number;
  readonly x: number;
  readonly y: number;
  savedX: number;
  savedY: number;
  readonly savedCurAttrData: XtermAttributes;
  savedCharset: object | undefined;
  readonly scrollTop: number;
  readonly scrollBottom: number;
  readonly tabs: Record<number, boolean | undefined>;
  getNullCell(): unknown;
  readonly _memoryCleanupQueue: { clear(): void };
}

export interface XtermCore {
  readonly buffers: { readonly active: XtermBuffer; readonly normal: XtermBuffer; readonly alt: XtermBuffer };
  readonly coreService: {
    isCursorHidden: boolean;
    readonly modes: { readonly insertMode: boolean };
    readonly decPrivateModes: Readonly<
      Record<
        | 'applicationCursorKeys'
        | 'applicationKeypad'
        | 'bracketedPasteMode'
        | 'origin'
        | 'reverseWraparound'
        | 'sendFocus'
        | 'synchronizedOutput'
        | 'wraparound',
        boolean
      >
    > & { readonly cursorStyle?: string; readonly cursorBlink?: boolean };
  };
  readonly coreMouseService: { readonly activeProtocol: string; readonly activeEncoding: string };
  readonly optionsService: { readonly rawOptions: { readonly convertEol: boolean }; readonly options: { convertEol: boolean } };
  readonly _charsetService: {
    readonly charset: Charset | undefined;
    readonly glevel: number;
    readonly _charsets: readonly (object | undefined)[];
    setgCharset(level: number, charset: object | undefined): void;
  };
  readonly _bufferService: { scroll: (blank: unknown, isWrapped?: boolean) => void };
  readonly _inputHandler: {
    readonly _curAttrData: XtermAttributes;
    readonly _parser: {
      readonly currentState: number;
      readonly precedingJoinState: number;
      setPrintHandler(handler: (characters: Uint32Array, start: number, end: number) => void): void;
    };
    readonly _stringDecoder: { readonly _interim: number };
    _dirtyRowTracker: RowTracker;
    markRangeDirty: () => void;
    _setCursor: (x?: number, y?: number) => void;
    _restrictCursor: (x?: number, y?: number) => void;
    onRequestRefreshRows(listener: () => void): unknown;
    parse(text: string): void;
    print(characters: Uint32Array, start: number, end: number): void;
  } & Record<Repeated, (params: { readonly params: Int32Array }) => boolean>;
}
