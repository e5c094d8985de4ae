import { BLANK, DIGIT, kindOf, UNSPACED } from './characters.ts';
import { numberEnd } from './line-change.ts';
import { wordsOf } from './reading-time.ts';

/** Numbers that stand for what a line says. */
export interface LineDigests {
  /** For its letters without those of units: the same for all the states of a line that ticks. 0 for a line without any. */
  readonly letters: number;
  /** For its letters and digits: the same wherever and in whatever box it is drawn. 0 for a short line. */
  readonly wording: number;
  /** As `countWords` counts them: all that is asked of a line that is new, told in one pass. */
  readonly words: number;
}

/** Shorter wordings are often the same by chance. */
const MIN_WORDING = 8;

export function digestsOf(text: string): LineDigests {
  let letters = 0;
  let wording = 0;
  let count = 0;
  let words = 0;
  let unspaced = 0;
  let isInWord = false;
  /** Where the number ends, with its unit, that was come to last. */
  let end = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const kind = kindOf(unit);
    if (kind < DIGIT) {
      if (kind === BLANK) isInWord = false;
      continue;
    }
    if (kind === UNSPACED) unspaced += 1;
    else if (!isInWord) words += 1;
    isInWord = kind !== UNSPACED;
    wording = (Math.imul(wording, 31) + unit + 1) | 0;
    count += 1;
    if (at < end) continue;
    if (kind === DIGIT) end = numberEnd(text, at);
    else letters = (Math.imul(letters, 31) + unit + 1) | 0;
  }
  return { letters, wording: count < MIN_WORDING ? 0 : wording, words: wordsOf(words, unspaced) };
}
