import { groupedBy } from './grouped-by.ts';

/** Texts are told apart by as many units at first: none is shorter. */
export const MIN_UNITS = 4;

const HASHES = 1 << 16;

/** The texts that begin alike. */
interface Likes {
  readonly texts: Set<string>;
  /** How long they are, the longest first. */
  readonly lengths: readonly number[];
}

/** Looks for many texts at once. */
export class TextFinder {
  /** 1 for the hashes of beginnings: most places of a text are passed by that. */
  readonly #hashes = new Uint8Array(HASHES);
  readonly #likes: ReadonlyMap<string, Likes>;

  /** Each of at least `MIN_UNITS`. */
  constructor(texts: Iterable<string>) {
    const groups = groupedBy(texts, (text) => text.slice(0, MIN_UNITS));
    this.#likes = new Map(
      Array.from(groups, ([beginning, group]) => {
        const lengths = [...new Set(group.map(({ length }) => length))].sort((one, other) => other - one);
        return [beginning, { texts: new Set(group), lengths }];
      }),
    );
    for (const beginning of groups.keys()) this.#hashes[hashAt(beginning, 0)] = 1;
  }

  /** Visits, of all the texts that begin at a place, the longest. */
  forEachIn(text: string, visit: (start: number, end: number) => void): void {
    for (let start = 0; start + MIN_UNITS <= text.length; start++) {
      if (this.#hashes[hashAt(text, start)] === 0) continue;
      const likes = this.#likes.get(text.slice(start, start + MIN_UNITS));
      const length = likes?.lengths.find((length) => likes.texts.has(text.slice(start, start + length)));
      if (length !== undefined && start + length <= text.length) visit(start, start + length);
    }
  }
}

const hashAt = (text: string, at: number): number =>
  (text.charCodeAt(at) + 31 * (text.charCodeAt(at + 1) + 31 * (text.charCodeAt(at + 2) + 31 * text.charCodeAt(at + 3)))) & (HASHES - 1);
