import { BACKSLASH, LETTER_U, QUOTE } from '#core/cast/ascii.ts';
import { decodeUtf8 } from '#core/lib/text.ts';

/**
 * The text of a JSON string, from the byte after its opening quote on, in pieces of about `pieceBytes`, each decoded when
 * it is asked for. To decode a payload of 50 MB as a whole holds the page up for a third of a second.
 */
export function* payloadPieces(bytes: Uint8Array, start: number, pieceBytes: number): Generator<string> {
  let carried = '';
  for (let from = start; bytes[from] !== QUOTE; ) {
    const to = pieceEnd(bytes, from, pieceBytes);
    const text = carried + (JSON.parse(`"${decodeUtf8(bytes.subarray(from, to))}"`) as string);
    // Both halves of a surrogate pair may have an escape of their own.
    carried = isHighSurrogate(text.charCodeAt(text.length - 1)) ? text.slice(-1) : '';
    yield carried ? text.slice(0, -1) : text;
    from = to;
  }
  if (carried) yield carried;
}

/** The end of the string, or the first place after `pieceBytes` that is inside no escape and no character. */
function pieceEnd(bytes: Uint8Array, from: number, pieceBytes: number): number {
  let at = from;
  while (bytes[at] !== QUOTE && (at - from < pieceBytes || isContinuation(bytes[at] as number))) {
    if (bytes[at] !== BACKSLASH) at++;
    else at += bytes[at + 1] === LETTER_U ? 6 : 2;
  }
  return at;
}

/** Whether a byte of UTF-8 is inside a character. */
const isContinuation = (byte: number): boolean => (byte & 0xc0) === 0x80;

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
