import { KNOWN_CODE_NAMES, UNNUMBERED_CODE } from './recording.ts';

/** Numbers event codes as they come: the known ones first, then a recording's own (`Recording.codeNames`). */
export class CodeNumbers {
  readonly names: string[] = [...KNOWN_CODE_NAMES];
  readonly #numbers = new Map<string, number>(KNOWN_CODE_NAMES.map((name, number) => [name, number]));

  /** `UNNUMBERED_CODE` once all numbers below it are taken. */
  numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    if (this.names.length >= UNNUMBERED_CODE) return UNNUMBERED_CODE;
    this.#numbers.set(name, this.names.length);
    return this.names.push(name) - 1;
  }
}
