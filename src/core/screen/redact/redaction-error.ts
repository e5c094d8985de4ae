/** Redactions that could not be carried out. The message is for people. */
export class RedactionError extends Error {
  override readonly name = 'RedactionError';

  /** `left`: so many matches can still be read. */
  constructor(left: number) {
    super(`The redactions leave ${left} ${left === 1 ? 'place' : 'places'} where what they name can still be read.`);
  }
}
