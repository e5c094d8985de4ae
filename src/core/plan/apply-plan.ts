import type { Recording } from '../cast/recording.ts';
import { ChunkWriter } from './chunk-writer.ts';
import type { CutSpan } from './cut-spans.ts';
import { BLOCK_EVENTS, EventWriter } from './event-writer.ts';
import { cutMends } from './mends.ts';
import type { Plan } from './plan.ts';
import { resultHeaderText } from './result-header.ts';
import { jumpSeams, type Repaints, type Seam, seamRepaints } from './seam.ts';
import { createTimeMap, type TimeMap } from './time-map.ts';

/** Chunks of a file, of about a mebibyte. */
export type FileChunks = Generator<Uint8Array<ArrayBuffer>, void, void>;

const CHUNK_BYTES = 1 << 20;

/** What a result is made of besides the recording and the plan. */
export interface ApplyOptions {
  /** That of the recording's text where absent. */
  readonly version?: 2 | 3;
  /** Of every cut that jumps, as `makeSeams` gives them. */
  readonly seams?: readonly Seam[];
}

/**
 * The edited recording (plan-format §5, §6), made as fast as its chunks are asked for; who stops asking, cancels.
 * Chunks may be kept, but neither written nor transferred: many are views of the recording's bytes.
 *
 * The empty plan gives the very bytes of the recording, unless `version` asks for another version of the format than
 * its text has. Throws `RangeError` at once where a seam is missing, and for a plan that has redactions: the recording
 * has to be masked, the seams made of what is masked, and the plan given without them.
 */
export function applyPlan(recording: Recording, plan: Plan, options: ApplyOptions = {}): FileChunks {
  const { version = recording.textVersion, seams = [] } = options;
  if (plan.redactions.length > 0) throw new RangeError('the redactions of the plan have not been carried out');
  if (isEmptyPlan(plan) && version === recording.textVersion) return slices(recording.bytes);
  const map = createTimeMap(recording, plan);
  for (const [{ from, to }, seam] of jumpSeams(map.cuts, seams)) {
    if (!seam) throw new RangeError(`the cut of the events from ${from} to before ${to} has no seam`);
  }
  return editedChunks(recording, plan, map, version, seamRepaints(map.cuts, seams));
}

/** Whether the plan says nothing about the result. What it was made for does not matter. */
function isEmptyPlan({ idleCapMicros, speedRegions, cuts, holds, markers, title }: Plan): boolean {
  const hasLists = speedRegions.length + cuts.length + holds.length > 0 || markers !== undefined;
  return !hasLists && idleCapMicros === undefined && title === undefined;
}

function* slices(bytes: Uint8Array<ArrayBuffer>): FileChunks {
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) yield bytes.subarray(start, start + CHUNK_BYTES);
}

function* editedChunks(recording: Recording, plan: Plan, map: TimeMap, version: 2 | 3, repaints: Repaints): FileChunks {
  const out = new ChunkWriter();
  const writer = new EventWriter(recording, plan, map, version, out);
  const mends = cutMends(recording, map.cuts, repaints);
  let nextMend = 0;

  function* keep(from: number, to: number): FileChunks {
    let start = from;
    for (let mend = mends[nextMend]; mend !== undefined && mend.event < to; mend = mends[++nextMend]) {
      yield* copy(start, mend.event);
      writer.writeMend(mend);
      start = mend.event;
    }
    yield* copy(start, to);
  }

  function* copy(from: number, to: number): FileChunks {
    for (const [start, end] of blocks(from, to)) {
      writer.writeKept(start, end);
      yield* out.take();
    }
  }

  function* cut(span: CutSpan): FileChunks {
    const mend = mends[nextMend];
    if (span.hasSeamEvent && mend?.event === span.from) {
      writer.writeMend(mend);
      nextMend++;
    }
    writer.beginCut(span);
    if (span.hasSeamEvent) yield* seam(span, repaints.get(span.from));
    writer.endCut(span);
  }

  function* seam(span: CutSpan, repaint: string | undefined): FileChunks {
    if (repaint !== undefined) {
      writer.writeSeamText(repaint);
      return;
    }
    for (const [start, end] of blocks(span.from, span.to)) {
      writer.writeSeamOutput(start, end);
      yield* out.take();
    }
  }

  writeHeader(recording, resultHeaderText(recording, plan, version, map.resultDuration), version, out);
  let event = 0;
  for (const span of map.cuts) {
    yield* keep(event, span.from);
    yield* cut(span);
    event = span.to;
  }
  yield* keep(event, recording.events.length);
  writer.finish(mends[nextMend]?.text);
  yield* out.takeRest();
}

/** Comments before the header are for v3 alone. */
function writeHeader(
  { bytes, headerRange, bodyStart, textVersion }: Recording,
  text: string | undefined,
  version: 2 | 3,
  out: ChunkWriter,
): void {
  if (version >= textVersion) out.copy(bytes, 0, headerRange.start);
  if (text === undefined) out.copy(bytes, headerRange.start, headerRange.end);
  else out.text(text);
  out.copy(bytes, headerRange.end, bodyStart);
}

function* blocks(from: number, to: number): Generator<readonly [number, number], void, void> {
  for (let start = from; start < to; start += BLOCK_EVENTS) yield [start, Math.min(to, start + BLOCK_EVENTS)];
}
