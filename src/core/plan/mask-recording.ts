import { eventData } from '../cast/events.ts';
import { type HeaderObject, readHeader } from '../cast/header.ts';
import { headerTexts, maskedToken } from '../cast/header-texts.ts';
import { readCast } from '../cast/reader.ts';
import { type EventColumns, KNOWN_CODE_NAMES, type Recording } from '../cast/recording.ts';
import { decodeUtf8, encodeUtf8 } from '../lib/text.ts';
import { dataStart, stringEnd } from './event-text.ts';
import { otherReplacements, type Replacement } from './mask-other-texts.ts';
import { type Mask, maskedText } from './masked-text.ts';

/** Stands for a text of the header where a mask names an event: −1 for the first (`headerTexts`), −2 for the second … */
export const headerEvent = (index: number): number => -1 - index;

/** Stands for a text that is in neither (`otherTexts`). */
export const otherEvent = ({ events }: Recording, index: number): number => events.length + index;

/**
 * The recording with parts of its events replaced; the rest of its text stays as it is, byte for byte. `sourceText`
 * stays that of the file, so that a plan still knows its recording.
 */
export function maskRecording(recording: Recording, masks: readonly Mask[]): Recording {
  if (masks.length === 0) return recording;
  const headerMasks = masks.filter(({ event }) => event < 0);
  const eventMasks = masks.filter(({ event }) => event >= 0 && event < recording.events.length);
  const otherMasks = masks.filter(({ event }) => event >= recording.events.length);
  const replacements = [...eventReplacements(recording, eventMasks), ...otherReplacements(recording, otherMasks)];
  const headerText = headerMasks.length > 0 ? maskedHeader(recording, headerMasks) : undefined;
  if (headerText !== undefined) replacements.push({ ...recording.headerRange, bytes: encodeUtf8(headerText) });
  replacements.sort((one, other) => one.start - other.start);

  const offsets = new Shifter(replacements);
  const headerRange = { start: offsets.next(recording.headerRange.start), end: offsets.next(recording.headerRange.end) };
  const bodyStart = offsets.next(recording.bodyStart);
  const bytes = replaced(recording.bytes, replacements);
  const parts = { bytes, headerRange, bodyStart, events: shifted(recording.events, offsets) };
  const header =
    headerText === undefined ? recording.header : readHeader(JSON.parse(headerText) as HeaderObject, recording.textVersion).header;
  return { ...recording, ...parts, header, ...(otherMasks.length > 0 && hasOwnCodes(recording) && renamedCodes(parts)) };
}

const hasOwnCodes = ({ codeNames }: Recording): boolean => codeNames.length > KNOWN_CODE_NAMES.length;

/** The codes as they are named in the text now; their times stay, whatever has become of lines that are no events. */
function renamedCodes({ bytes, events }: Pick<Recording, 'bytes' | 'events'>): Pick<Recording, 'events' | 'codeNames'> {
  const { events: read, codeNames } = readCast(bytes);
  return { events: { ...events, codes: read.codes }, codeNames };
}

function maskedHeader({ bytes, headerRange: { start, end } }: Recording, masks: readonly Mask[]): string {
  const text = decodeUtf8(bytes.subarray(start, end));
  const byEvent = new Map<number, Mask[]>();
  for (const mask of masks) {
    const own = byEvent.get(mask.event);
    if (own) own.push(mask);
    else byEvent.set(mask.event, [mask]);
  }
  let result = '';
  let at = 0;
  headerTexts(text).forEach((token, index) => {
    const own = byEvent.get(headerEvent(index));
    if (!own) return;
    result += text.slice(at, token.start) + maskedToken(token, maskedText(token.value, own));
    at = token.end;
  });
  return result + text.slice(at);
}

function eventReplacements(recording: Recording, masks: readonly Mask[]): Replacement[] {
  const { bytes, events } = recording;
  const replacements: Replacement[] = [];
  for (let from = 0; from < masks.length; ) {
    const { event } = masks[from] as Mask;
    let to = from + 1;
    while (masks[to]?.event === event) to++;
    const start = dataStart(bytes, events.timeStarts[event] as number);
    const text = JSON.stringify(maskedText(eventData(recording, event), masks.slice(from, to)));
    replacements.push({ start: start - 1, end: stringEnd(bytes, start) + 1, bytes: encodeUtf8(text) });
    from = to;
  }
  return replacements;
}

function replaced(source: Uint8Array<ArrayBuffer>, replacements: readonly Replacement[]): Uint8Array<ArrayBuffer> {
  const length = replacements.reduce((sum, { start, end, bytes }) => sum + bytes.length - (end - start), source.length);
  const result = new Uint8Array(length);
  let from = 0;
  let at = 0;
  for (const { start, end, bytes } of replacements) {
    result.set(source.subarray(from, start), at);
    at += start - from;
    result.set(bytes, at);
    at += bytes.length;
    from = end;
  }
  result.set(source.subarray(from), at);
  return result;
}

function shifted(events: EventColumns, offsets: Shifter): EventColumns {
  const timeStarts = new Uint32Array(events.length);
  const lineEnds = new Uint32Array(events.length);
  for (let index = 0; index < events.length; index++) {
    timeStarts[index] = offsets.next(events.timeStarts[index] as number);
    lineEnds[index] = offsets.next(events.lineEnds[index] as number);
  }
  return { ...events, timeStarts, lineEnds };
}

/** Where offsets of the text, asked for in order, come to lie. None of them is inside a replacement. */
class Shifter {
  readonly #replacements: readonly Replacement[];
  #passed = 0;
  #shift = 0;

  constructor(replacements: readonly Replacement[]) {
    this.#replacements = replacements;
  }

  next(offset: number): number {
    for (let next = this.#replacements[this.#passed]; next !== undefined && next.end <= offset; next = this.#replacements[++this.#passed]) {
      this.#shift += next.bytes.length - (next.end - next.start);
    }
    return offset + this.#shift;
  }
}
