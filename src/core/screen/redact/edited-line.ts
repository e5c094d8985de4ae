import { NOWHERE, type TracedText } from './traced-text.ts';

/** A character that was typed. */
interface TypedCharacter {
  readonly character: number;
  readonly event: number;
  readonly offset: number;
}

/** No line is longer, so that typing before its end stays cheap. */
const MAX_LENGTH = 4096;

const BLANK = 0x20;

/** A line as it is typed: with a cursor that moves, and characters that are put in and taken out. */
export class EditedLine {
  readonly #text: TracedText;
  readonly #characters: TypedCharacter[] = [];
  #cursor = 0;

  /** `text` gets the lines, as they are in the end. */
  constructor(text: TracedText) {
    this.#text = text;
  }

  type(character: number, event: number, offset: number): void {
    if (this.#characters.length === MAX_LENGTH) this.finish();
    this.#characters.splice(this.#cursor++, 0, { character, event, offset });
  }

  /** Something stands here that was not typed. */
  leaveGap(): void {
    this.type(0x09, NOWHERE, 0);
  }

  move(by: number): void {
    this.#cursor = Math.min(Math.max(this.#cursor + by, 0), this.#characters.length);
  }

  moveToStart(): void {
    this.#cursor = 0;
  }

  moveToEnd(): void {
    this.#cursor = this.#characters.length;
  }

  deleteBefore(): void {
    if (this.#cursor > 0) this.#characters.splice(--this.#cursor, 1);
  }

  /** Answers whether there was something. */
  deleteAfter(): boolean {
    return this.#characters.splice(this.#cursor, 1).length > 0;
  }

  deleteWord(): void {
    const end = this.#cursor;
    while (this.#cursor > 0 && this.#isBlank(this.#cursor - 1)) this.#cursor--;
    while (this.#cursor > 0 && !this.#isBlank(this.#cursor - 1)) this.#cursor--;
    this.#characters.splice(this.#cursor, end - this.#cursor);
  }

  deleteRest(): void {
    this.#characters.splice(this.#cursor);
  }

  /** Goes on to another line. */
  finish(): void {
    for (const { character, event, offset } of this.#characters) this.#text.push(character, event, offset);
    this.#text.breakLine();
    this.#characters.length = 0;
    this.#cursor = 0;
  }

  #isBlank(at: number): boolean {
    return this.#characters[at]?.character === BLANK;
  }
}
