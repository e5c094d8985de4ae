import { asciinemaWidths, unicodeWidths } from '../terminal/widths.ts';

/** What takes the place of a character of two columns: an asterisk of two columns. */
export const WIDE_MASK = '＊';

/**
 * What a character is replaced by so that it takes as many columns as before; the character itself where it takes none
 * of its own, or is none.
 */
export function maskedCharacter(codePoint: number, mask: string): string {
  if (!isMaskable(codePoint)) return String.fromCodePoint(codePoint);
  return asciinemaWidths.wcwidth(codePoint) === 2 ? WIDE_MASK : mask;
}

/** Marks that join others say nothing alone, and without them what they stand on would have another width. */
export const isMaskable = (codePoint: number): boolean => !isControl(codePoint) && unicodeWidths.wcwidth(codePoint) > 0;

const isControl = (codePoint: number): boolean => codePoint < 0x20 || (codePoint >= 0x7f && codePoint < 0xa0);

export const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

export const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** The two halves of a character beyond the first plane. */
export const highSurrogate = (character: number): number => 0xd800 + ((character - 0x10000) >> 10);
export const lowSurrogate = (character: number): number => 0xdc00 + ((character - 0x10000) & 0x3ff);

/** Of no more units than a call can have arguments. Spread out, they would be taken one by one, which is ten times slower. */
export const textOf = (units: Uint16Array): string => String.fromCharCode.apply(undefined, units as unknown as number[]);
