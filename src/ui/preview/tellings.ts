import { eventSize, outputText } from '#core/cast/events.ts';
import { Code, type EventColumns, type Recording, type TerminalSize } from '#core/cast/recording.ts';
import { upperBound } from '#core/lib/binary-search.ts';
import { dataStart } from '#core/plan/event-text.ts';
import type { FeedStep } from '#core/plan/feed.ts';
import { payloadPieces } from './payload-pieces.ts';

/**
 * How much of the recording a terminal is given at once. Joining events into pieces of 4 to 64 KB is 40 % faster than
 * feeding them one by one; longer pieces gain nothing, and the player's memory grows with the longest and never shrinks.
 */
const PIECE_BYTES = 0x10000;

/**
 * A step in parts that are each told in about a millisecond, so that one can stop after any of them. A single large
 * event is one part, and so is a seam: half of it is on the way to nowhere.
 */
export function* blocksOf({ timeStarts, lineEnds }: EventColumns, step: FeedStep): Generator<FeedStep> {
  if (step.kind === 'seam') {
    yield step;
    return;
  }
  for (let from = step.from; from < step.to; ) {
    const limit = (timeStarts[from] as number) + PIECE_BYTES;
    const to = Math.max(from + 1, upperBound(lineEnds, limit, from, step.to));
    yield { kind: 'events', from, to };
    from = to;
  }
}

/** What a terminal is told by a step, in order: text, or its new size. A size that no terminal can have says nothing. */
export function* tellings(recording: Recording, step: FeedStep): Generator<string | TerminalSize> {
  if (step.kind === 'seam') {
    if (step.lastResize >= 0) yield* sizeTold(recording, step.lastResize);
    for (const block of blocksOf(recording.events, { kind: 'events', from: step.from, to: step.to }))
      yield* outputTold(recording, block.from, block.to);
    return;
  }
  const { codes } = recording.events;
  let from = step.from;
  for (let index = from; index < step.to; index++) {
    if (codes[index] !== Code.resize) continue;
    yield* outputTold(recording, from, index);
    yield* sizeTold(recording, index);
    from = index + 1;
  }
  yield* outputTold(recording, from, step.to);
}

function* sizeTold(recording: Recording, index: number): Generator<TerminalSize> {
  const size = eventSize(recording, index);
  if (size) yield size;
}

function* outputTold(recording: Recording, from: number, to: number): Generator<string> {
  const { events, bytes } = recording;
  const timeStart = events.timeStarts[from] as number;
  if (to - from === 1 && (events.lineEnds[from] as number) - timeStart > PIECE_BYTES) {
    if (events.codes[from] === Code.output) yield* payloadPieces(bytes, dataStart(bytes, timeStart), PIECE_BYTES);
    return;
  }
  const text = outputText(recording, from, to);
  if (text) yield text;
}
