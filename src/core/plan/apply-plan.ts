import type { Recording } from '../cast/recording.ts';
import { microsToSeconds } from '../cast/time.ts';
import { ChunkWriter } from './chunk-writer.ts';
import type { CutSpan } from './cut-spans.ts';
import { BLOCK_EVENTS, EventWriter } from './event-writer.ts';
import type { Plan } from './plan.ts';
import { PlanError } from './plan-error.ts';
import { resultHeaderText } from './result-header.ts';
import { createTimeMap } from './time-map.ts';

/** Chunks of a file, of about a mebibyte. */
export type FileChunks = Generator<Uint8Array<ArrayBuffer>, void, void>;

const CHUNK_BYTES = 1 << 20;

/**
 * The edited recording (plan-format §5, §6), made as fast as its chunks are asked for; who stops asking, cancels.
 * Chunks may be kept, but neither written nor transferred: many are views of the recording's bytes.
 *
 * The empty plan gives the very bytes of the recording, unless `version` asks for another version of the format than
 * its text has. Throws `PlanError` at once for a cut that cannot be applied.
 */
export function applyPlan(recording: Recording, plan: Plan, options: { readonly version?: 2 | 3 } = {}): FileChunks {
  checkApplicable(plan);
  const version = options.version ?? recording.textVersion;
  return isEmptyPlan(plan) && version === recording.textVersion ? slices(recording.bytes) : editedChunks(recording, plan, version);
}

/** Throws `PlanError` for a plan that is right, but that cannot be applied yet. */
export function checkApplicable({ cuts }: Plan): void {
  const jump = cuts.find(({ mode }) => mode === 'jump');
  if (!jump) return;
  const range = `from ${microsToSeconds(jump.start)} s to ${microsToSeconds(jump.end)} s`;
  throw new PlanError('cuts', `the mode "jump" of the cut ${range} is not available yet, "collapse" and "drop" are`);
}

/** Whether the plan says nothing about the result. What it was made for does not matter. */
function isEmptyPlan({ idleCapMicros, speedRegions, cuts, holds, markers, title }: Plan): boolean {
  const hasLists = speedRegions.length + cuts.length + holds.length > 0 || markers !== undefined;
  return !hasLists && idleCapMicros === undefined && title === undefined;
}

function* slices(bytes: Uint8Array<ArrayBuffer>): FileChunks {
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) yield bytes.subarray(start, start + CHUNK_BYTES);
}

function* editedChunks(recording: Recording, plan: Plan, version: 2 | 3): FileChunks {
  const map = createTimeMap(recording, plan);
  const out = new ChunkWriter();
  const writer = new EventWriter(recording, plan, map, version, out);

  function* keep(from: number, to: number): FileChunks {
    for (const [start, end] of blocks(from, to)) {
      writer.writeKept(start, end);
      yield* out.take();
    }
  }

  function* cut(span: CutSpan): FileChunks {
    writer.beginCut(span);
    if (span.hasSeamEvent) {
      for (const [start, end] of blocks(span.from, span.to)) {
        writer.writeSeamOutput(start, end);
        yield* out.take();
      }
    }
    writer.endCut(span);
  }

  writeHeader(recording, resultHeaderText(recording, plan, version, map.resultDuration), version, out);
  let event = 0;
  for (const span of map.cuts) {
    yield* keep(event, span.from);
    yield* cut(span);
    event = span.to;
  }
  yield* keep(event, recording.events.length);
  writer.finish();
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
