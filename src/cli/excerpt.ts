import type { Moment } from '#core/analyze/analysis.ts';

/** Control and format characters, lone surrogates, and blanks of every kind: a line has one space in their place. */
const BLANKS = /[\p{C}\p{Z}]+/gu;

const OMISSION_BYTES = Buffer.byteLength('…');

/**
 * A text of a recording on one line: without what would command a terminal or turn the direction of writing, and of at
 * most `maxBytes` of UTF-8, as which a quote and a backslash count twice. Bytes, since that is how a language model reads:
 * a character of Chinese takes it as long as a few letters.
 */
export function excerpt(text: string, maxBytes: number): string {
  const line = text.replace(BLANKS, ' ').trim();
  let size = 0;
  let end = 0;
  // Where the text still ends with the sign of an omission.
  let cutAt = 0;
  for (const character of line) {
    size += Buffer.byteLength(JSON.stringify(character)) - 2;
    if (size > maxBytes) return `${line.slice(0, cutAt).trimEnd()}…`;
    end += character.length;
    if (size <= maxBytes - OMISSION_BYTES) cutAt = end;
  }
  return line;
}

/** The same in quotes, so that where it ends can be told. */
export const quotedExcerpt = (text: string, maxBytes: number): string => JSON.stringify(excerpt(text, maxBytes));

const MAX_REASON_BYTES = 24;

/** Why a moment is worth seeing, and its text. What a reason has after a colon is that text again, or what came before it. */
export function momentExcerpt({ reason, text }: Pick<Moment, 'reason' | 'text'>, maxBytes: number): string {
  const [why = ''] = reason.split(': ');
  return `${excerpt(why, MAX_REASON_BYTES)}: ${quotedExcerpt(text, maxBytes)}`;
}
