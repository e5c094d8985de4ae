import { BACKSLASH, DIGIT_0, LETTER_U } from './ascii.ts';
import { eventData } from './events.ts';
import { Code, type Recording } from './recording.ts';

/**
 * Escape sequences that have begun but not ended. A terminal reads them as a state machine, and events end wherever the
 * recorder happened to stop reading: so what an event says may depend on the beginning of a sequence in those before.
 */

const BELL = 0x07;
const CANCEL = 0x18;
const SUBSTITUTE = 0x1a;
const ESCAPE = 0x1b;
const DELETE = 0x7f;

/**
 * Of longer sequences only the beginning is kept, which leaves a terminal as far in them as all of it would. They are
 * images, which no player of recordings shows, or strings that never end.
 */
const MAX_LENGTH = 1 << 16;

/**
 * What a terminal is in the middle of: nothing; right after ESC; after ESC and characters that only lead to the last
 * one; a control sequence (CSI); a string that BEL ends too (OSC); any other string (DCS, SOS, PM, APC).
 */
type State = 'ground' | 'escape' | 'designation' | 'control' | 'command' | 'string';

/**
 * The tail of a text that is an escape sequence, or a character, of which the rest is still to come; empty where there is
 * none. `before` is this function's answer for all that came before the text.
 *
 * Control characters that a terminal obeys in the middle of a sequence are left out: it has obeyed them.
 */
export function unfinishedSequence(text: string, before = ''): string {
  const tail = new SequenceTail(before);
  tail.take(text);
  return tail.unfinished;
}

/** The same for a text that comes in pieces. */
class SequenceTail {
  #state: State;
  #parts: string[];
  #length: number;
  /** Whether it ends with half a character, which the state does not know of yet. */
  #isHalf: boolean;

  constructor(unfinished: string) {
    this.#state = stateAfter(unfinished);
    this.#parts = [unfinished];
    this.#length = unfinished.length;
    this.#isHalf = endsInHalf(unfinished);
  }

  get unfinished(): string {
    return this.#parts.join('');
  }

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  take(text: string): void {
    if (text === '') return;
    // ESC ends whatever was under way. The introducers of one character are rare enough to be met on the way.
    const lastEscape = text.lastIndexOf('\x1b');
    let start = Math.max(lastEscape, 0);
    let state = lastEscape < 0 ? this.#state : 'ground';
    if (this.#isHalf) state = stateAt(state, HALF_CHARACTER);
    if (state === 'ground') this.#restart();
    this.#isHalf = endsInHalf(text);
    const end = this.#isHalf ? text.length - 1 : text.length;
    for (let at = start; at < end; at++) {
      const character = text.charCodeAt(at);
      if (isIntroducer(character)) {
        this.#restart();
        start = at;
      } else if (isObeyed(state, character)) {
        this.#add(text.slice(start, at));
        start = at + 1;
      }
      state = stateAt(state, character);
    }
    this.#state = state;
    if (state === 'ground') {
      this.#restart();
      this.#add(text.slice(end));
    } else this.#add(text.slice(start));
  }

  #restart(): void {
    this.#parts = [];
    this.#length = 0;
  }

  #add(part: string): void {
    const kept = part.slice(0, MAX_LENGTH - this.#length);
    this.#parts.push(kept);
    this.#length += kept.length;
  }
}

function stateAt(state: State, character: number): State {
  if (character === ESCAPE) return 'escape';
  if (character === CANCEL || character === SUBSTITUTE) return 'ground';
  if (character >= 0x80 && character <= 0x9f) return introducedBy(character);
  switch (state) {
    case 'ground':
    case 'string':
      return state;
    case 'command':
      return character === BELL ? 'ground' : 'command';
    case 'escape':
      if (character < 0x20 || character === DELETE) return 'escape';
      return character < 0x30 ? 'designation' : introducedBy(character + 0x40);
    case 'designation':
      return character < 0x30 || character === DELETE ? 'designation' : 'ground';
    case 'control':
      return character < 0x40 || character === DELETE ? 'control' : 'ground';
  }
}

/** A control character of U+0080 to U+009F, for which ESC and the character 0x40 below it stand as well. */
function introducedBy(introducer: number): State {
  switch (introducer) {
    case 0x9b:
      return 'control';
    case 0x9d:
      return 'command';
    case 0x90:
    case 0x98:
    case 0x9e:
    case 0x9f:
      return 'string';
    default:
      return 'ground';
  }
}

const isIntroducer = (character: number): boolean => character === ESCAPE || introducedBy(character) !== 'ground';

/** What has begun with a sequence that is unfinished. */
function stateAfter(sequence: string): State {
  if (sequence === '') return 'ground';
  const first = sequence.charCodeAt(0);
  if (first !== ESCAPE) return introducedBy(first);
  if (sequence.length === 1) return 'escape';
  const introduced = introducedBy(sequence.charCodeAt(1) + 0x40);
  return introduced === 'ground' ? 'designation' : introduced;
}

/** Strings take in all control characters that do not end them; elsewhere a terminal does at once what they say. */
function isObeyed(state: State, character: number): boolean {
  const isInside = state === 'escape' || state === 'designation' || state === 'control';
  return isInside && (character < 0x20 || character === DELETE);
}

/** Any unit that is half a character: to the state machine they are all the same. */
const HALF_CHARACTER = 0xd800;

const endsInHalf = (text: string): boolean => (text.charCodeAt(text.length - 1) & 0xfc00) === HALF_CHARACTER;

/** Where it is known what is unfinished: before an event, by its index. */
export interface SequencePlace {
  readonly event: number;
  readonly unfinished: string;
}

/** Whatever leaves a terminal in a state that does not depend on what came before. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const BREAK = /[\x18\x1a\x1b\x80-\x9f]/;

/**
 * The sequence that is unfinished before an event. Looks back to where one was last begun or broken off, nearly always
 * in the event before, and never beyond `floor`: asked for many places in order, it passes over the text once at most.
 */
export function unfinishedBefore(recording: Recording, event: number, floor: SequencePlace): string {
  if (event === floor.event) return floor.unfinished;
  const { bytes, events } = recording;
  const { codes, timeStarts, lineEnds } = events;
  let tail = new SequenceTail(floor.unfinished);
  let from = floor.event;
  for (let index = event - 1; index >= floor.event; index--) {
    if (codes[index] !== Code.output || !mayHoldBreak(bytes, timeStarts[index] as number, lineEnds[index] as number)) continue;
    const data = eventData(recording, index);
    if (!BREAK.test(data)) continue;
    tail = new SequenceTail('');
    tail.take(data);
    from = index + 1;
    break;
  }
  // After that nothing begins: what was unfinished there goes on, or comes to its end.
  for (; from < event && !tail.isEmpty; from++) if (codes[from] === Code.output) tail.take(eventData(recording, from));
  const last = codes.lastIndexOf(Code.output, event - 1);
  // Half a character may be left all the same.
  return tail.isEmpty && last >= from ? unfinishedSequence(eventData(recording, last)) : tail.unfinished;
}

/** Whether the line of an event may hold a `BREAK`, escaped or not. Passes hundreds of megabytes a second. */
function mayHoldBreak(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    // In UTF-8 the characters from U+0080 to U+00BF begin with this byte.
    if (byte === 0xc2) return true;
    if (byte !== BACKSLASH) continue;
    at++;
    if (bytes[at] === LETTER_U && isControlEscape(bytes, at + 1)) return true;
  }
  return false;
}

/** Whether four hexadecimal digits name a character from U+0010 to U+001F or from U+0080 to U+009F. */
function isControlEscape(bytes: Uint8Array, at: number): boolean {
  if (bytes[at] !== DIGIT_0 || bytes[at + 1] !== DIGIT_0) return false;
  const third = bytes[at + 2] as number;
  return third === DIGIT_0 + 1 || third === DIGIT_0 + 8 || third === DIGIT_0 + 9;
}
