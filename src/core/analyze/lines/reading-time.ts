import type { AnalysisSettings } from '../analysis.ts';
import { BLANK, DIGIT, kindOf, UNSPACED } from './characters.ts';

/** Of scripts that leave no blanks between words, so many characters are about one. */
const CHARACTERS_PER_WORD = 2;

/**
 * How many words a reader sees in a text: what stands between blanks and has a letter or a digit, so a path is one and
 * a rule, a bar or a box none. Chinese and Japanese are counted by characters; Korean has blanks.
 */
export function countWords(text: string): number {
  let words = 0;
  let unspaced = 0;
  let isInWord = false;
  for (let index = 0; index < text.length; index++) {
    const kind = kindOf(text.charCodeAt(index));
    if (kind === BLANK || kind === UNSPACED) {
      if (kind === UNSPACED) unspaced += 1;
      isInWord = false;
    } else if (kind >= DIGIT) {
      if (!isInWord) words += 1;
      isInWord = true;
    }
  }
  return wordsOf(words, unspaced);
}

/** All the words of a text that has some between blanks, and characters of scripts that have none. */
export const wordsOf = (words: number, unspaced: number): number => words + Math.ceil(unspaced / CHARACTERS_PER_WORD);

/** How long it takes to read so many words, in microseconds: never less than it takes to notice them. */
export function readingMicros(
  words: number,
  {
    wordsPerSecond,
    minReadingMicros,
    maxReadingMicros,
  }: Pick<AnalysisSettings, 'wordsPerSecond' | 'minReadingMicros' | 'maxReadingMicros'>,
): number {
  const micros = Math.round((words / wordsPerSecond) * 1_000_000);
  return Math.min(maxReadingMicros, Math.max(minReadingMicros, micros));
}
