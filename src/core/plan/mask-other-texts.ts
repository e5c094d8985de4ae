import { LINE_FEED } from '../cast/ascii.ts';
import { isCommentLine, type OtherText, otherTexts } from '../cast/other-texts.ts';
import { KNOWN_CODE_NAMES, type Recording } from '../cast/recording.ts';
import { decodeUtf8, encodeUtf8 } from '../lib/text.ts';
import { type Mask, maskedText } from './masked-text.ts';

/** A stretch of the text that other bytes take the place of. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Of a line, what is to be masked; `masks` in its text where that is as it is written. */
interface LineMasks {
  readonly start: number;
  readonly end: number;
  readonly masks: Mask[];
  isWhole: boolean;
}

/** What counts as the time of a line that cannot be read: intervals go on from there. */
const TIME = /^\[[ \t\r]*-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?[ \t\r]*,/;

/**
 * What takes the place of other texts (`otherTexts`) that are masked. Of a comment and of the name of a code the masked
 * characters are replaced. Anything else is left out as a whole: of a line that cannot be read all but its time, since
 * what it would be read as with less is not for us to decide.
 */
export function otherReplacements(recording: Recording, masks: readonly Mask[]): Replacement[] {
  if (masks.length === 0) return [];
  const { bytes, events } = recording;
  const lines = new Map<number, LineMasks>();
  const replacements: Replacement[] = [];
  let next = 0;
  otherTexts(recording).forEach((text, index) => {
    const first = next;
    while (masks[next]?.event === events.length + index) next++;
    const own = masks.slice(first, next);
    if (own.length === 0) return;
    const { kind, start, end, value } = text;
    if (kind === 'lines') noteLines(lines, bytes, text, own);
    else if (kind === 'line') note(lines, start, end, own, true);
    else replacements.push({ start, end, bytes: encodeUtf8(kind === 'code' ? maskedCode(value, own) : '') });
  });
  for (const line of lines.values()) replacements.push({ start: line.start, end: line.end, bytes: maskedLine(bytes, line) });
  const sorted = replacements.sort((one, other) => one.start - other.start);
  return sorted.filter(({ start }, index) => index === 0 || start !== sorted[index - 1]?.start);
}

/** A line of the text is one of its bytes, and ends where that does: neither has line feeds that the other has not. */
function noteLines(lines: Map<number, LineMasks>, bytes: Uint8Array, { start, end, value }: OtherText, masks: readonly Mask[]): void {
  let byteStart = start;
  let textStart = 0;
  let next = 0;
  for (const line of value.split('\n')) {
    const lineFeed = bytes.subarray(byteStart, end).indexOf(LINE_FEED);
    const byteEnd = lineFeed < 0 ? end : byteStart + lineFeed;
    const first = next;
    while ((masks[next]?.start ?? Number.POSITIVE_INFINITY) < textStart + line.length) next++;
    // Line feeds are not masked, so that no mask is in two lines.
    const own = masks.slice(first, next).map((mask) => ({ ...mask, start: mask.start - textStart, end: mask.end - textStart }));
    if (own.length > 0) note(lines, byteStart, byteEnd, own, false);
    byteStart = byteEnd + 1;
    textStart += line.length + 1;
  }
}

function note(lines: Map<number, LineMasks>, start: number, end: number, masks: readonly Mask[], isWhole: boolean): void {
  const line = lines.get(start) ?? { start, end, masks: [], isWhole: false };
  line.masks.push(...masks);
  line.isWhole ||= isWhole;
  lines.set(start, line);
}

function maskedLine(bytes: Uint8Array, { start, end, masks, isWhole }: LineMasks): Uint8Array<ArrayBuffer> {
  const own = bytes.subarray(start, end);
  const line = decodeUtf8(own);
  const ending = line.endsWith('\r') ? '\r' : '';
  if (isCommentLine(line)) {
    const hash = line.indexOf('#') + 1;
    // Of bytes that are no text nobody can tell which are to be masked.
    const isText = encodeUtf8(line).length === own.length && !line.includes('\ufffd');
    const inside = masks.filter((mask) => mask.end > hash).map((mask) => (mask.start < hash ? cutFront(mask, hash) : mask));
    return encodeUtf8(isWhole || !isText ? line.slice(0, hash) + ending : maskedText(line, inside));
  }
  const time = TIME.exec(line)?.[0] ?? '';
  return encodeUtf8((masks.some((mask) => mask.start < time.length) ? '' : time) + ending);
}

/** Without what masks the sign of a comment, which must stay one. */
const cutFront = (mask: Mask, start: number): Mask => ({
  ...mask,
  start,
  text: Array.from(mask.text)
    .slice(start - mask.start)
    .join(''),
});

function maskedCode(name: string, masks: readonly Mask[]): string {
  const masked = maskedText(name, masks);
  const isKnown = KNOWN_CODE_NAMES.some((known) => known === masked);
  return JSON.stringify(isKnown ? masked + masked : masked).slice(1, -1);
}
