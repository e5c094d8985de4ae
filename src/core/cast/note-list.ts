import { CastError } from './cast-error.ts';
import type { LineNote, ReadReport } from './recording.ts';

/** A person reads the first few; a file that is wrong throughout must not fill the memory with reasons. */
const MAX_NOTES = 1000;

/** What the reader found odd, in the order of the text. Keeps the first thousand of each kind and counts all. */
export class NoteList {
  readonly #isStrict: boolean;
  readonly #unreadable: LineNote[] = [];
  readonly #oddities: LineNote[] = [];
  #unreadableCount = 0;
  #oddityCount = 0;

  constructor(isStrict: boolean) {
    this.#isStrict = isStrict;
  }

  /** Throws `CastError` where the reader is strict. */
  addUnreadable(line: number, reason: string): void {
    if (this.#isStrict) throw new CastError('corrupt', `line ${line}: ${reason}`);
    this.#unreadableCount++;
    if (this.#unreadable.length < MAX_NOTES) this.#unreadable.push({ line, reason });
  }

  addOddity(line: number, reason: string): void {
    this.#oddityCount++;
    if (this.#oddities.length < MAX_NOTES) this.#oddities.push({ line, reason });
  }

  report(): ReadReport {
    return {
      unreadableCount: this.#unreadableCount,
      unreadable: this.#unreadable,
      oddityCount: this.#oddityCount,
      oddities: this.#oddities,
    };
  }
}
