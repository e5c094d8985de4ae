import { eventSize, outputText } from '#core/cast/events.ts';
import { Code, type EventColumns, type Recording, type TerminalSize } from '#core/cast/recording.ts';
import { upperBound } from '#core/lib/binary-search.ts';
import type { Range } from '#core/lib/ranges.ts';
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
 * event is one part, and so is what stands for a cut: half of it is on the way to nowhere.
 */
export function* blocksOf(events: EventColumns, step: FeedStep): Generator<FeedStep> {
  if (step.kind !== 'events') yield step;
  else for (const block of eventBlocks(events, step)) yield { kind: 'events', from: block.start, to: block.end };
}

/** The events of the index range [from, to) in blocks. */
function* eventBlocks({ timeStarts, lineEnds }: EventColumns, range: { readonly from: number; readonly to: number }): Generator<Range> {
  for (let start = range.from; start < range.to; ) {
    const limit = (timeStarts[start] as number) + PIECE_BYTES;
    const end = Math.max(start + 1, upperBound(lineEnds, limit, start, range.to));
    yield { start, end };
    start = end;
  }
}

/** About how much a terminal is told by a step. */
export function bytesOf({ timeStarts, lineEnds }: EventColumns, step: FeedStep): number {
  if (step.kind === 'mend') return step.text.length;
  if (step.kind === 'seam' && step.repaint !== undefined) return step.repaint.length;
  return step.to > step.from ? (lineEnds[step.to - 1] as number) - (timeStarts[step.from] as number) : 0;
}

/** What a terminal is told by a step, in order: text, or its new size. A size that no terminal can have says nothing. */
export function* tellings(recording: Recording, step: FeedStep): Generator<string | TerminalSize> {
  if (step.kind === 'mend') {
    yield step.text;
    return;
  }
  if (step.kind === 'seam') {
    if (step.lastResize >= 0) yield* sizeTold(recording, step.lastResize);
    if (step.repaint !== undefined) {
      yield step.repaint;
      return;
    }
    for (const { start, end } of eventBlocks(recording.events, step)) yield* outputTold(recording, start, end);
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
