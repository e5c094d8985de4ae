import { JOINING, PICTURES, VARIABLE, WIDE } from './width-ranges.ts';

/**
 * How many columns characters take. Terminals do not agree; these are the two answers that matter here.
 *
 * - `asciinema`: as asciinema's own terminal counts, which the preview and asciinema.org show recordings with. Every
 *   code point has cells to itself: a combining mark takes one.
 * - `unicode`: as most terminals of today count. What joins takes no cell of its own.
 */
export type WidthProfile = 'asciinema' | 'unicode';

/** The answers of a profile, in the form in which the emulator asks for them. */
export interface WidthTable {
  /** Name under which the emulator keeps it. */
  readonly version: string;
  /** Of the character alone, beside others. */
  wcwidth(codePoint: number): 0 | 1 | 2;
  /**
   * What is known of a character, after one of which `preceding` is known (0: after none, as at the beginning of a line
   * or after an escape sequence): its kind times eight, its width times two with all that it joins, and one if it joins.
   */
  charProperties(codePoint: number, preceding: number): number;
}

const PLAIN = 1 << 1;
const JOINED = 1;
const widthOf = (properties: number): number => (properties >> 1) & 3;
const kindOf = (properties: number): number => properties >> 3;

// What a character is, one bit each; from the second one on they are the kind that the next character is told of.
const IS_WIDE = 1;
const IS_JOINING = 2;
const IS_PICTURE = 4;
const IS_VARIABLE = 8;
/** Regional indicators: two of them are a flag. */
const IS_HALF_FLAG = 16;
const IS_SKIN = 32;
/** Of a cluster only: it ends with a joiner. */
const ENDS_OPEN = 64;

const ZERO_WIDTH_JOINER = 0x200d;
const EMOJI_SELECTOR = 0xfe0f;
/** Only numbers and two signs of ASCII are more than plain, and none is wide. */
const ASCII_END = 0x7f;

const PARTS = partsOfAll();

function partsOfAll(): Uint8Array {
  const parts = new Uint8Array(0x110000);
  const add = (bit: number, ranges: string) => {
    for (const range of ranges.trim().split(/\s+/)) {
      const [first = '', last = first] = range.split('-');
      const end = Number.parseInt(last, 16);
      for (let codePoint = Number.parseInt(first, 16); codePoint <= end; codePoint++) parts[codePoint] = (parts[codePoint] as number) | bit;
    }
  };
  add(IS_WIDE, WIDE);
  add(IS_JOINING, JOINING);
  add(IS_PICTURE, PICTURES);
  add(IS_VARIABLE, VARIABLE);
  add(IS_HALF_FLAG, '1f1e6-1f1ff');
  add(IS_SKIN, '1f3fb-1f3ff');
  return parts;
}

const partsOf = (codePoint: number): number => PARTS[codePoint] ?? 0;

const cellsOf = (codePoint: number): 1 | 2 => ((partsOf(codePoint) & IS_WIDE) === 0 ? 1 : 2);

export const asciinemaWidths: WidthTable = {
  version: 'asciinema',
  wcwidth: cellsOf,
  charProperties: (codePoint) => (codePoint < ASCII_END ? PLAIN : cellsOf(codePoint) << 1),
};

export const unicodeWidths: WidthTable = {
  version: 'castfold-unicode',
  wcwidth: (codePoint) => ((partsOf(codePoint) & IS_JOINING) === 0 ? cellsOf(codePoint) : 0),
  charProperties(codePoint, preceding) {
    const parts = partsOf(codePoint);
    if (parts === 0) return PLAIN;
    const own = cellsOf(codePoint);
    // With nothing before it to join, a mark has a cell to itself: one without a width would be in no column.
    if (preceding !== 0) {
      const before = kindOf(preceding);
      const width = widthOf(preceding);
      if ((parts & IS_JOINING) !== 0) {
        const becomesEmoji = codePoint === EMOJI_SELECTOR && (before & IS_VARIABLE) !== 0;
        return joined(codePoint === ZERO_WIDTH_JOINER ? before | ENDS_OPEN : before & ~ENDS_OPEN, becomesEmoji ? 2 : width);
      }
      const isPictureBefore = (before & IS_PICTURE) !== 0;
      if ((parts & IS_SKIN) !== 0 && isPictureBefore) return joined(before & ~ENDS_OPEN, 2);
      if ((parts & IS_PICTURE) !== 0 && isPictureBefore && (before & ENDS_OPEN) !== 0)
        return joined(kindAlone(parts), Math.max(width, own));
      // Two indicators are one flag; a third one begins the next.
      if ((parts & IS_HALF_FLAG) !== 0 && before === IS_HALF_FLAG) return joined(0, 2);
    }
    return (kindAlone(parts) << 3) | (own << 1);
  },
};

const kindAlone = (parts: number): number => parts & ~(IS_WIDE | IS_JOINING);

const joined = (kind: number, width: number): number => (kind << 3) | (width << 1) | JOINED;

/** Whether the profiles may take text with this character differently. Text without such characters looks alike in both. */
export const areDisputed = (codePoint: number): boolean => (partsOf(codePoint) & (IS_JOINING | IS_HALF_FLAG | IS_SKIN)) !== 0;
