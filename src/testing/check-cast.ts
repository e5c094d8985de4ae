import { expect } from 'vitest';
import { eventCodeName, eventData, forEachOutput, outputText } from '#core/cast/events.ts';
import { CastReader, readCast } from '#core/cast/reader.ts';
import { Code, type EventColumns, type Recording } from '#core/cast/recording.ts';
import { encodeUtf8 } from '#core/lib/text.ts';

/** Sizes of pieces that put ends of pieces everywhere: into escapes, into characters, between CR and LF. */
const PIECE_SIZES = [1, 7, 4093];

/** The smallest pieces take a call per byte: only for texts up to this size. */
const MAX_SMALL_PIECES_BYTES = 100_000;

/** What must hold for every recording that can be read. Answers the recording, for what holds for one. */
export function checkCast(text: string | Uint8Array<ArrayBuffer>): Recording {
  const bytes = typeof text === 'string' ? encodeUtf8(text) : text;
  const recording = readCast(bytes);
  checkColumns(recording);
  checkPayloads(recording);
  for (const size of PIECE_SIZES) {
    if (size < 1000 && bytes.length > MAX_SMALL_PIECES_BYTES) continue;
    expect(comparable(readInPieces(bytes, size)), `in pieces of ${size}`).toEqual(comparable(recording));
  }
  // What was read is itself a recording, the same one: for version 1, the text of version 2.
  const again = readCast(recording.bytes);
  expect(columnHashes(again.events)).toEqual(columnHashes(recording.events));
  expect(again.header).toEqual(recording.header);
  return recording;
}

export function readInPieces(bytes: Uint8Array<ArrayBuffer>, size: number): Recording {
  const reader = new CastReader();
  for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size));
  return reader.finish();
}

/** Texts and columns stand as their hashes: `toEqual` on typed arrays of megabytes takes seconds. */
const comparable = ({ bytes, sourceText, events, ...rest }: Recording) => ({
  ...rest,
  bytes: hashOf(bytes),
  sourceText: hashOf(sourceText),
  ...columnHashes(events),
});

const columnHashes = ({ length, times, codes, timeStarts, lineEnds }: EventColumns) => ({
  length,
  times: hashOf(times),
  codes: hashOf(codes),
  timeStarts: hashOf(timeStarts),
  lineEnds: hashOf(lineEnds),
});

function hashOf({ buffer, byteOffset, byteLength }: ArrayBufferView): string {
  let hash = 0;
  for (const byte of new Uint8Array(buffer, byteOffset, byteLength)) hash = (Math.imul(hash, 31) + byte) | 0;
  return `${byteLength} bytes, ${hash}`;
}

function checkColumns({ events, bytes, bodyStart, headerRange, codeNames }: Recording): void {
  const { length, times, codes, timeStarts, lineEnds } = events;
  expect([times.length, codes.length, timeStarts.length, lineEnds.length]).toEqual([length, length, length, length]);
  expect(JSON.parse(textOf(bytes, headerRange.start, headerRange.end))).toBeTypeOf('object');
  const faults: string[] = [];
  let previousTime = 0;
  let previousEnd = bodyStart;
  for (let index = 0; index < length; index++) {
    const [time, start, end] = [times[index] as number, timeStarts[index] as number, lineEnds[index] as number];
    if (!Number.isSafeInteger(time) || time < previousTime) faults.push(`time ${index}: ${time} after ${previousTime}`);
    if (start <= previousEnd || end <= start || end > bytes.length) faults.push(`place ${index}: ${start} to ${end} after ${previousEnd}`);
    if (bytes[end - 1] !== 0x0a && end !== bytes.length) faults.push(`line end ${index}: ${end}`);
    if ((codes[index] as number) >= codeNames.length && codes[index] !== 255) faults.push(`code ${index}: ${codes[index]}`);
    previousTime = time;
    previousEnd = end;
  }
  expect(faults).toEqual([]);
}

function checkPayloads(recording: Recording): void {
  const { length, codes, timeStarts, lineEnds } = recording.events;
  const outputs: string[] = [];
  const faults: string[] = [];
  for (let index = 0; index < length; index++) {
    const line: unknown = JSON.parse(`[${textOf(recording.bytes, timeStarts[index] as number, lineEnds[index] as number)}`);
    const [, code, data] = line as unknown[];
    if (eventCodeName(recording, index) !== code) faults.push(`code of event ${index}`);
    if (eventData(recording, index) !== data) faults.push(`data of event ${index}`);
    if (codes[index] === Code.output) outputs.push(data as string);
  }
  expect(faults).toEqual([]);
  const visited: string[] = [];
  forEachOutput(recording, 0, length, (data) => visited.push(data));
  expect(visited.join('\n') === outputs.join('\n'), 'outputs one by one').toBe(true);
  expect(outputText(recording, 0, length) === outputs.join(''), 'outputs joined').toBe(true);
}

const textOf = (bytes: Uint8Array, start: number, end: number): string => new TextDecoder().decode(bytes.subarray(start, end));
