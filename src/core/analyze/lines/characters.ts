/*
 * What UTF-16 units are to a reader, looked up: every character that was ever shown is asked about. Coarse on purpose: what
 * lies beyond the first plane are mostly emoji, which are signs.
 */

/** All else. */
export const SIGN = 0;
export const BLANK = 1;
/** What stands between digits: `,` `.` `:`. */
export const BETWEEN_DIGITS = 2;
/** Of a bar that fills, and what a cursor is drawn as. */
export const BLOCK = 3;
/** Of a bar that fills, and nothing else: squares, heavy lines, `#`, `=`. */
export const BAR = 4;
/** What words are made of: this and all kinds after it. */
export const DIGIT = 5;
/** A letter of any script: this and the kind after it. */
export const LETTER = 6;
/** Of a script that leaves no blanks between words, as Chinese and Japanese do; Korean has blanks. */
export const UNSPACED = 7;

const KINDS = Uint8Array.from({ length: 0x10000 }, (_, unit) => kind(unit));

/** Of a unit. What lies beyond the end of a text is a blank: as an index into the table, NaN would be slow. */
export const kindOf = (unit: number): number => KINDS[unit & 0xffff] as number;

function kind(unit: number): number {
  if (unit <= 0x20 || unit === 0xa0 || unit === 0x3000) return BLANK;
  if (unit >= 0x30 && unit <= 0x39) return DIGIT;
  if (unit === 0x2c || unit === 0x2e || unit === 0x3a) return BETWEEN_DIGITS;
  if (unit >= 0x2581 && unit <= 0x2593) return BLOCK;
  if ((unit >= 0x25a0 && unit <= 0x25b1) || unit === 0x2501 || unit === 0x23 || unit === 0x3d) return BAR;
  if (unit < 0x80) return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) ? LETTER : SIGN;
  if ((unit >= 0x3040 && unit < 0xa000) || (unit >= 0xf900 && unit < 0xfb00)) return UNSPACED;
  // Punctuation, arrows, boxes, dingbats and Braille lie between these.
  const isLetter = (unit >= 0xc0 && unit < 0x2000) || (unit >= 0x2c00 && unit < 0x3000) || (unit >= 0xa000 && unit < 0xd800);
  return isLetter || (unit >= 0xfb00 && unit < 0xfe00) ? LETTER : SIGN;
}
