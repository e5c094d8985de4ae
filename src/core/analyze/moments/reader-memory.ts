import { kindOf, LETTER, UNSPACED } from '../lines/characters.ts';

/** Fewer letters are no word that would tell anything. */
const MIN_LETTERS = 2;

/** What lines that are read together were to somebody who has seen the recording up to them. */
export interface Reading {
  /** By line: whether one was read before that differs from it in no more than numbers and signs. */
  readonly wasKnown: readonly boolean[];
  /** How many of their words were never read before. */
  readonly novelWords: number;
}

/** What somebody has read who has seen the recording up to here. Kept as digests: of a long recording it is much. */
export class ReaderMemory {
  readonly #words = new Set<number>();
  readonly #lines = new Set<number>();

  /** Takes lines in that come together. */
  read(lines: readonly string[]): Reading {
    const before = this.#words.size;
    const digests = lines.map((line) => this.#readLine(line));
    const wasKnown = digests.map((digest) => this.#lines.has(digest));
    for (const digest of digests) this.#lines.add(digest);
    return { wasKnown, novelWords: this.#words.size - before };
  }

  /**
   * Takes in the words of a line: letters in a row; of scripts without blanks, pairs of characters. Answers the same number
   * for lines with the same letters in the same order.
   */
  #readLine(line: string): number {
    let digest = 0;
    let word = 0;
    let length = 0;
    let unpaired = 0;
    for (let at = 0; at <= line.length; at++) {
      const unit = at < line.length ? line.charCodeAt(at) : BLANK_UNIT;
      const kind = kindOf(unit);
      if (kind >= LETTER) digest = (Math.imul(digest, 31) + (unit | LOWER_CASE)) | 0;
      if (kind === LETTER) {
        word = (Math.imul(word, 31) + (unit | LOWER_CASE)) | 0;
        length += 1;
      } else {
        if (length >= MIN_LETTERS) this.#words.add(word);
        word = 0;
        length = 0;
      }
      const isUnspaced = kind === UNSPACED;
      if (isUnspaced && unpaired !== 0) this.#words.add(Math.imul(unpaired, 31) + unit);
      unpaired = isUnspaced && unpaired === 0 ? unit : 0;
    }
    return digest;
  }
}

const BLANK_UNIT = 0x20;

/** Makes a letter of ASCII a small one, and leaves others as they are or at least the same each time. */
const LOWER_CASE = 0x20;
