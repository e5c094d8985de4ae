import { type CellColour, type CellStyle, ERASED, OWN_COLOUR, RGB_COLOUR, RIGHT_HALF } from './screen.ts';

/** How @xterm/headless 6.0.0 packs a cell: three words, for content, foreground and background, and for few cells what is extended. */

export const CELL_WORDS = 3;
export const CODE_POINT = 0x1fffff;
export const IS_COMBINED = 0x200000;
/** None of it is set where a cell is erased or holds a space: a code point, or that it is combined. */
export const NOT_BLANK = (CODE_POINT | IS_COMBINED) & ~0x20;
export const WIDTH_SHIFT = 22;
/** A space of one column, which an erased cell looks like; the right half of a wide character has a width of 0 and looks like it too, and never stands alone. */
export const SPACE_CONTENT = 0x20 | (1 << WIDTH_SHIFT);
const COLOUR_MODE = 0x3000000;
const COLOUR_P16 = 0x1000000;
const COLOUR_P256 = 0x2000000;
const COLOUR_RGB = 0x3000000;
const FG_INVERSE = 0x4000000;
const FG_BOLD = 0x8000000;
const FG_UNDERLINE = 0x10000000;
const FG_BLINK = 0x20000000;
const FG_INVISIBLE = 0x40000000;
const FG_STRUCK = 0x80000000;
/** What is drawn with the foreground where no character stands. */
export const FG_SEEN_IN_BLANKS = FG_INVERSE | FG_UNDERLINE | FG_STRUCK;
const BG_ITALIC = 0x4000000;
const BG_DIM = 0x8000000;
export const BG_EXTENDED = 0x10000000;
const BG_PROTECTED = 0x20000000;
export const BG_OVERLINE = 0x40000000;
export const COLOUR_WORD = COLOUR_MODE | 0xffffff;
const EXT_UNDERLINE = 0x1c000000;
const EXT_UNDERLINE_SHIFT = 26;

/** What a cell has beside its words: the kind and the colour of its underline, and the number of its link. */
export interface ExtendedWords {
  readonly _ext: number;
  readonly underlineColor: number;
  readonly urlId: number;
}

interface PenWords {
  readonly fg: number;
  readonly bg: number;
  readonly extended: ExtendedWords;
}

/** Each style once. Styles of xterm are two numbers and, for few cells, more. */
export class StyleTable {
  readonly list: CellStyle[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #plain = new Map<number, Map<number, number>>();
  readonly #linkOf: (number: number) => string;

  constructor(linkOf: (number: number) => string) {
    this.#linkOf = linkOf;
  }

  /** The number of a cell's style. */
  number(fg: number, bg: number, extended: ExtendedWords | undefined): number {
    if (extended) return this.#added(this.#styleOf(fg, bg, extended));
    let numbers = this.#plain.get(fg);
    if (!numbers) {
      numbers = new Map();
      this.#plain.set(fg, numbers);
    }
    let number = numbers.get(bg);
    if (number === undefined) {
      number = this.#added(this.#styleOf(fg, bg, undefined));
      numbers.set(bg, number);
    }
    return number;
  }

  /** Of a pen, which knows the colour of its underlines also while it draws none. */
  penStyle({ fg, bg, extended }: PenWords): CellStyle {
    return this.#styleOf(fg, bg, extended);
  }

  /** Of what keeps two numbers only. */
  plainStyle({ fg, bg }: PenWords): CellStyle {
    return this.#styleOf(fg, bg, undefined);
  }

  #added(style: CellStyle): number {
    const key = Object.values(style).join('|');
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.list.push(style) - 1;
      this.#numbers.set(key, number);
    }
    return number;
  }

  #styleOf(fg: number, bg: number, extended: ExtendedWords | undefined): CellStyle {
    const underline = (fg & FG_UNDERLINE) === 0 ? 0 : Math.max(1, ((extended?._ext ?? 0) & EXT_UNDERLINE) >> EXT_UNDERLINE_SHIFT);
    return {
      foreground: colourOf(fg),
      background: colourOf(bg),
      isBold: (fg & FG_BOLD) !== 0,
      isFaint: (bg & BG_DIM) !== 0,
      isItalic: (bg & BG_ITALIC) !== 0,
      underline,
      underlineColour: extended ? underlineColourOf(extended) : OWN_COLOUR,
      isBlinking: (fg & FG_BLINK) !== 0,
      isInverse: (fg & FG_INVERSE) !== 0,
      isHidden: (fg & FG_INVISIBLE) !== 0,
      isStruck: (fg & FG_STRUCK) !== 0,
      isOverlined: (bg & BG_OVERLINE) !== 0,
      isProtected: (bg & BG_PROTECTED) !== 0,
      link: this.#linkOf(extended?.urlId ?? 0),
    };
  }
}

/** What stands in a cell; `combined` is its text where that is more than one character. */
export function cellText(content: number, combined: string | undefined): string {
  if (content & IS_COMBINED) return combined ?? ERASED;
  const codePoint = content & CODE_POINT;
  if (codePoint === 0) return content >>> WIDTH_SHIFT === 0 ? RIGHT_HALF : ERASED;
  return codePoint < 0x80 ? (ASCII[codePoint] as string) : String.fromCodePoint(codePoint);
}

const ASCII: readonly string[] = Array.from({ length: 0x80 }, (_, code) => String.fromCharCode(code));

function colourOf(value: number): CellColour {
  switch (value & COLOUR_MODE) {
    case COLOUR_P16:
    case COLOUR_P256:
      return value & 0xff;
    case COLOUR_RGB:
      return RGB_COLOUR + (value & 0xffffff);
    default:
      return OWN_COLOUR;
  }
}

/** xterm writes “the text's own colour” as 0, and as −1 once it was set back to that. */
function underlineColourOf({ underlineColor }: ExtendedWords): CellColour {
  return underlineColor === (COLOUR_MODE | 0xffffff) ? OWN_COLOUR : colourOf(underlineColor);
}
