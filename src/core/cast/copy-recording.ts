import type { Recording } from './recording.ts';

/** So much is copied at once: it takes about two milliseconds. */
const PIECE_BYTES = 8 * 1024 * 1024;

/**
 * Makes a copy of a recording that can be given away, piece by piece: whoever has other things to do, does them between
 * two. The copy's `sourceText` is the text that is read, also where the file had another.
 */
export function* copyRecording(recording: Recording): Generator<undefined, Recording, void> {
  const { bytes, events } = recording;
  const text = yield* copied(bytes);
  return {
    ...recording,
    bytes: text,
    sourceText: text,
    events: {
      length: events.length,
      times: new Float64Array((yield* copied(events.times)).buffer),
      codes: yield* copied(events.codes),
      timeStarts: new Uint32Array((yield* copied(events.timeStarts)).buffer),
      lineEnds: new Uint32Array((yield* copied(events.lineEnds)).buffer),
    },
  };
}

/** The memory behind a recording, each piece once: to be handed over instead of copied. */
export function recordingBuffers({ bytes, sourceText, events }: Recording): ArrayBuffer[] {
  const views: ArrayBufferView[] = [bytes, sourceText, events.times, events.codes, events.timeStarts, events.lineEnds];
  return [...new Set(views.map((view) => view.buffer as ArrayBuffer))];
}

function* copied({ buffer, byteOffset, byteLength }: ArrayBufferView): Generator<undefined, Uint8Array<ArrayBuffer>, void> {
  const source = new Uint8Array(buffer, byteOffset, byteLength);
  const copy = new Uint8Array(byteLength);
  for (let at = 0; at < byteLength; at += PIECE_BYTES) {
    copy.set(source.subarray(at, at + PIECE_BYTES), at);
    yield;
  }
  return copy;
}
