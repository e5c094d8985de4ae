import { decodeUtf8 } from '../lib/text.ts';

/** How much of a file is enough to say what it is. */
export const SNIFF_BYTES = 4096;

/** Whether a file that begins so is gzip. Two bytes are enough to tell, no recording begins with them. */
export const isGzip = (firstBytes: Uint8Array): boolean => firstBytes[0] === 0x1f && firstBytes[1] === 0x8b;

/** What files begin with, at an offset: as bytes in hexadecimal. */
const SIGNATURES: readonly (readonly [what: string, offset: number, hex: string])[] = [
  ['gzip data inside gzip data', 0, '1f8b'],
  ['a zip archive', 0, '504b0304'],
  ['a zip archive', 0, '504b0506'],
  ['data compressed with zstd', 0, '28b52ffd'],
  ['data compressed with xz', 0, 'fd377a585a00'],
  ['data compressed with bzip2', 0, '425a68'],
  ['an MP4 video', 4, '66747970'],
  ['a WebM video', 0, '1a45dfa3'],
  ['a GIF image', 0, '47494638'],
  ['a PNG image', 0, '89504e47'],
  ['a PDF document', 0, '25504446'],
  ['text in UTF-16; saved as UTF-8 it may be one', 0, 'fffe'],
  ['text in UTF-16; saved as UTF-8 it may be one', 0, 'feff'],
];

/** How texts begin, tried in order. */
const BEGINNINGS: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a web page (HTML)', /^\s*(?:<!--[^>]*-->\s*)?<(?:!doctype|html|head|body)\b/i],
  ['an XML or SVG document', /^\s*<(?:\?xml|svg)\b/i],
  ['terminal output recorded by script(1) (a typescript)', /^Script started on /],
  ['a Git LFS pointer, which stands for a file that was not downloaded', /^version https:\/\/git-lfs/],
  ['a file with merge conflicts', /^<{7} /],
  ['the events of a recording without its header, which is the first line', /^\s*\[\s*-?\d[\d.eE+-]*\s*,\s*"/],
  ['a recording as one JSON list; its header and every event need a line of their own', /^\s*\[\s*\{/],
  ['JSON that is no recording', /^\s*(?:[[{"]|null\b)/],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what tells terminal output
  ['plain terminal output; it has no times', /\x1b[[\]()]/],
];

/** Names what a file is that begins so and is no recording, for the sentence "It looks like …". */
export function describeForeign(firstBytes: Uint8Array): string {
  const bytes = firstBytes.subarray(0, SNIFF_BYTES);
  const signature = SIGNATURES.find(([, offset, hex]) => hexAt(bytes, offset, hex.length / 2) === hex);
  if (signature) return signature[0];
  if (isTtyrec(bytes)) return 'a ttyrec recording; asciinema can convert it to asciicast';
  const text = decodeUtf8(bytes);
  const beginning = BEGINNINGS.find(([, pattern]) => pattern.test(text));
  if (beginning) return beginning[0];
  return isBinary(bytes) ? 'binary data' : 'plain text';
}

function hexAt(bytes: Uint8Array, offset: number, length: number): string {
  return Array.from(bytes.subarray(offset, offset + length), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** ttyrec has no signature: seconds, microseconds and length of a frame, 32 bits each, little end first, then its bytes. */
function isTtyrec(bytes: Uint8Array): boolean {
  if (bytes.length < 12) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const isFrameAt = (offset: number) => {
    const seconds = view.getUint32(offset, true);
    return seconds > 100_000_000 && view.getUint32(offset + 4, true) < 1_000_000 && view.getUint32(offset + 8, true) < 0x1000000;
  };
  const next = 12 + view.getUint32(8, true);
  return isFrameAt(0) && (next + 12 > bytes.length || isFrameAt(next));
}

/** Text has no NUL, and few control characters other than white space and escape. */
function isBinary(bytes: Uint8Array): boolean {
  const controls = bytes.filter((byte) => byte < 0x20 && byte !== 0x1b && !(byte >= 0x08 && byte <= 0x0d));
  return controls.includes(0) || controls.length * 20 > bytes.length;
}
