import { type Recording, recordingDuration } from '#core/cast/recording.ts';
import { applyPlan } from '#core/plan/apply-plan.ts';
import type { Plan } from '#core/plan/plan.ts';
import type { Seam } from '#core/plan/seam.ts';
import { serializePlan } from '#core/plan/serialize-plan.ts';
import { maskPlanTexts } from '#core/screen/redact/mask-plan.ts';
import type { SeenGroup } from '#core/screen/redact/seen-texts.ts';
import { nextTask } from './next-task.ts';
import { sourceDigest } from './source-digest.ts';
import type { OpenedRecording } from './state.ts';

/** How long one slice of work may take: what is left of a frame stays for the page. */
const SLICE_MS = 8;

/** Of about a mebibyte, or views that cost no time to make: a slice may hold many, but not more than can be copied in it. */
const MAX_CHUNKS = 8;

interface WriteOptions {
  readonly version: 2 | 3;
  /** Of every jump that the plan has. */
  readonly seams: readonly Seam[];
  readonly signal: AbortSignal;
  /** Told after each slice how much was written; the whole is about as long as the recording, or shorter. */
  readonly onProgress: (bytes: number) => void;
}

/**
 * Writes the edited recording, in slices between which the page does its other work. A worker would need the
 * recording's bytes too, and the preview reads them all the time.
 *
 * Rejects with the signal's reason when it is aborted, with PlanError where the plan cannot be applied.
 */
export async function writeResult(recording: Recording, plan: Plan, options: WriteOptions): Promise<Blob> {
  const { version, seams, signal, onProgress } = options;
  const blobs: Blob[] = [];
  let chunks: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  let sliceEnd = performance.now() + SLICE_MS;
  for (const chunk of applyPlan(recording, plan, { version, seams })) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (performance.now() < sliceEnd && chunks.length < MAX_CHUNKS) continue;
    // Making a blob copies what it is made of; one of all chunks at the end would hold the page up.
    blobs.push(new Blob(chunks));
    chunks = [];
    onProgress(bytes);
    await nextTask();
    signal.throwIfAborted();
    sliceEnd = performance.now() + SLICE_MS;
  }
  return new Blob([...blobs, ...chunks], { type: 'application/x-asciicast' });
}

/** The plan as a file, saying which recording it was made for. Its own texts say nothing that it masks. */
export async function writePlan({ fileName, recording }: OpenedRecording, plan: Plan, seen: readonly SeenGroup[]): Promise<string> {
  // A plan can do without: whoever applies it is not warned of another recording.
  const sha256 = await sourceDigest(recording).catch((error: unknown) => {
    console.warn('The digest of the recording could not be computed; the plan goes without it.', error);
    return undefined;
  });
  return serializePlan({
    ...maskPlanTexts(plan, seen),
    source: {
      name: fileName,
      ...(sha256 && { sha256 }),
      durationMicros: recordingDuration(recording),
      events: recording.events.length,
    },
  });
}
