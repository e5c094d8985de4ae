import { BACKSLASH, CLOSE_BRACE, HASH, isWhitespace, LINE_FEED, OPEN_BRACE, QUOTE } from './ascii.ts';

/** UTF-8's byte order mark, which some editors write. */
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/**
 * Finds the header's JSON object in a text that is still growing: after a byte order mark, blank lines and comments,
 * from its opening brace to the closing one, over however many lines. Looks at each byte once.
 */
export class HeaderFinder {
  /** Where the object's brace stands, or whatever stands in its place; undefined while only blank lines and comments came. */
  start: number | undefined;
  /** One past the closing brace, once it came. */
  end: number | undefined;
  /** The line of `start`, and the line that has been reached. The first is 1. */
  startLine = 1;
  line = 1;

  #at = 0;
  #isInComment = false;
  #depth = 0;
  #isInText = false;
  #isEscaped = false;

  /** Goes on to `length`, or to the end of the object. */
  advance(bytes: Uint8Array, length: number): void {
    if (this.start === undefined) this.#findStart(bytes, length);
    if (this.start !== undefined && bytes[this.start] === OPEN_BRACE && this.end === undefined) this.#findEnd(bytes, length);
  }

  #findStart(bytes: Uint8Array, length: number): void {
    while (this.#at < length) {
      const byte = bytes[this.#at] as number;
      if (byte === LINE_FEED) {
        this.line++;
        this.#isInComment = false;
      } else if (!this.#isInComment && byte === HASH) {
        this.#isInComment = true;
      } else if (!this.#isInComment && !isWhitespace(byte) && BYTE_ORDER_MARK[this.#at] !== byte) {
        this.start = this.#at;
        this.startLine = this.line;
        return;
      }
      this.#at++;
    }
  }

  #findEnd(bytes: Uint8Array, length: number): void {
    for (; this.#at < length; this.#at++) {
      const byte = bytes[this.#at] as number;
      if (byte === LINE_FEED) this.line++;
      if (this.#isInText) {
        if (this.#isEscaped) this.#isEscaped = false;
        else if (byte === BACKSLASH) this.#isEscaped = true;
        else if (byte === QUOTE) this.#isInText = false;
      } else if (byte === QUOTE) {
        this.#isInText = true;
      } else if (byte === OPEN_BRACE) {
        this.#depth++;
      } else if (byte === CLOSE_BRACE && --this.#depth === 0) {
        this.#at++;
        this.end = this.#at;
        return;
      }
    }
  }
}
