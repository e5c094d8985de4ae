/** Why a file could not be opened as a recording. The message states the fact; the page and the command add the advice. */
export class CastError extends Error {
  override readonly name = 'CastError';
  readonly kind: 'empty' | 'not-a-recording' | 'unsupported-version' | 'too-large' | 'corrupt';

  constructor(kind: CastError['kind'], message: string) {
    super(message);
    this.kind = kind;
  }
}
