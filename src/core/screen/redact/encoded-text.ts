import { decodeUtf8 } from '../../lib/text.ts';
import { TracedText } from './traced-text.ts';

/** What a string of a terminal says in another alphabet. */
export interface EncodedText {
  /** What it says; each of its units came from somewhere in the part that says it. */
  readonly decoded: TracedText;
  /** Where that part begins in the string. It reaches to the end. */
  readonly from: number;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** What is copied to the clipboard, and which one that is. */
const CLIPBOARD = /^52;[^;]*;(?=[A-Za-z0-9+/]+={0,2}$)/;

/** An address: of a link, after its parameters, or of the folder that a shell is in. */
const ADDRESS = /^(?:8;[^;]*;|7;)/;

const PERCENT_BYTES = /(?:%[0-9a-fA-F]{2})+/g;

/** What a command to the terminal says in base64 or with percent signs; undefined where it says nothing so. */
export function encodedText(text: TracedText): EncodedText | undefined {
  const command = text.toString();
  const clipboard = CLIPBOARD.exec(command)?.[0].length;
  if (clipboard !== undefined)
    return { decoded: traced(decodeUtf8(base64Bytes(command.slice(clipboard))), text, clipboard), from: clipboard };
  const address = ADDRESS.exec(command)?.[0].length;
  if (address === undefined || !command.includes('%', address)) return undefined;
  const decoded = command.slice(address).replace(PERCENT_BYTES, (run) => decodeUtf8(percentBytes(run)));
  return { decoded: traced(decoded, text, address), from: address };
}

function traced(decoded: string, text: TracedText, from: number): TracedText {
  const result = new TracedText();
  const share = (text.length - from) / decoded.length;
  for (let unit = 0; unit < decoded.length; unit++) {
    const source = from + Math.floor(unit * share);
    result.push(decoded.charCodeAt(unit), text.eventAt(source), text.offsetAt(source));
  }
  return result;
}

function base64Bytes(digits: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let bitCount = 0;
  for (const digit of digits) {
    if (digit === '=') break;
    bits = ((bits << 6) | DIGITS.indexOf(digit)) & 0xfff;
    bitCount += 6;
    if (bitCount < 8) continue;
    bitCount -= 8;
    bytes[length++] = (bits >> bitCount) & 0xff;
  }
  return bytes.subarray(0, length);
}

const percentBytes = (run: string): Uint8Array =>
  Uint8Array.from({ length: run.length / 3 }, (_, index) => Number.parseInt(run.slice(index * 3 + 1, index * 3 + 3), 16));
