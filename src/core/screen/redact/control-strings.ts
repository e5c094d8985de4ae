import { type EncodedText, encodedText } from './encoded-text.ts';
import { type KnownMasks, MaskReader } from './mask-list.ts';
import { TracedText } from './traced-text.ts';

/** What introduces a string that a terminal does not print: ESC and the next character, or one character: DCS, SOS, OSC, PM, APC. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const INTRODUCER = /\x1b|[\x90\x98\x9d-\x9f]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const END = /[\x18\x1a\x1b\x9c]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const COMMAND_END = /[\x07\x18\x1a\x1b\x9c]/g;
const BEGINS_STRING = 'PX]^_';
const COMMAND = ']';
const SPACE = 0x20;
const C1_COMMAND = '\x9d';

/** A command that sets, asks for or resets colours, and says nothing else: a mask in it would change how everything looks. */
const IS_COLOURS = /^(?:4|5|1[0-9]|10[45]|11[0-9])(?:;(?:\d{0,3}|\?|#[0-9a-f]{3,12}|rgba?:[0-9a-f]{1,6}(?:\/[0-9a-f]{1,6}){2,3}))*$/i;

const BLANK = 0x20;

/** Pictures are strings of many megabytes: they are looked at in parts, which overlap. */
const MAX_UNITS = 1 << 20;
const OVERLAP_UNITS = 1 << 14;

/** All 256 colours at once. */
const MAX_COLOURS_UNITS = 8192;

/** Gets the strings of a recording. */
export interface StringVisitor {
  /** As it is written. */
  onText(text: TracedText): void;
  /** What the string that was visited last says in another alphabet, where it does. */
  onEncoded(encoded: EncodedText, text: TracedText): void;
}

/**
 * The strings in escape sequences, which say titles, links and more: what OSC, DCS and their like hold, in output that
 * is told event by event. Colours are none.
 */
export class ControlStrings {
  readonly #masks: MaskReader;
  readonly #visitor: StringVisitor;
  #state: 'ground' | 'escape' | 'string' | 'command' = 'ground';
  #text = new TracedText();

  constructor(known: KnownMasks, visitor: StringVisitor) {
    this.#masks = new MaskReader(known);
    this.#visitor = visitor;
  }

  take(event: number, data: string): void {
    let at = 0;
    while (at < data.length) {
      if (this.#state === 'ground') at = this.#findIntroducer(data, at);
      else if (this.#state === 'escape') {
        const next = data.charAt(at++);
        if (BEGINS_STRING.includes(next)) this.#state = next === COMMAND ? 'command' : 'string';
        else if (next !== '\x1b') this.#state = 'ground';
      } else at = this.#takeString(event, data, at);
    }
  }

  /** A string that nothing has ended is one all the same. */
  finish(): void {
    this.#finishText();
  }

  #findIntroducer(data: string, from: number): number {
    INTRODUCER.lastIndex = from;
    const found = INTRODUCER.exec(data);
    if (found === null) return data.length;
    this.#state = found[0] === '\x1b' ? 'escape' : found[0] === C1_COMMAND ? 'command' : 'string';
    return INTRODUCER.lastIndex;
  }

  #takeString(event: number, data: string, from: number): number {
    const pattern = this.#state === 'command' ? COMMAND_END : END;
    pattern.lastIndex = from;
    const found = pattern.exec(data);
    const end = found === null ? data.length : found.index;
    this.#masks.begin(event);
    for (let at = from; at < end; at++) {
      // Terminals pass over control characters in a command.
      if (this.#state === 'command' && data.charCodeAt(at) < SPACE) continue;
      // Terminals pass over control characters inside.
      if (data.charCodeAt(at) >= BLANK) this.#text.push(this.#masks.shown(at, data.charCodeAt(at)), event, at);
      if (this.#text.length >= MAX_UNITS) {
        this.#visitor.onText(this.#text);
        this.#text.dropBefore(MAX_UNITS - OVERLAP_UNITS);
      }
    }
    if (found === null) return end;
    this.#finishText();
    this.#state = found[0] === '\x1b' ? 'escape' : 'ground';
    return end + 1;
  }

  #finishText(): void {
    if (this.#text.length === 0) return;
    const text = this.#text;
    this.#text = new TracedText();
    const isCommand = this.#state === 'command';
    if (isCommand && text.length <= MAX_COLOURS_UNITS && IS_COLOURS.test(text.toString())) return;
    this.#visitor.onText(text);
    const encoded = isCommand ? encodedText(text) : undefined;
    if (encoded) this.#visitor.onEncoded(encoded, text);
  }
}
