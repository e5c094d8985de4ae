import type { Recording } from '#core/cast/recording.ts';
import { recordingDuration } from '#core/cast/recording.ts';
import { applyPlan } from '#core/plan/apply-plan.ts';
import type { Plan } from '#core/plan/plan.ts';
import { serializePlan } from '#core/plan/serialize-plan.ts';
import type { OpenedRecording } from './state.ts';

/** How long one slice of work may take: what is left of a frame stays for the page. */
const SLICE_MS = 8;

interface WriteOptions {
  readonly version: 2 | 3;
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
export async function writeResult(recording: Recording, plan: Plan, { version, signal, onProgress }: WriteOptions): Promise<Blob> {
  const parts: BlobPart[] = [];
  let bytes = 0;
  let sliceEnd = performance.now() + SLICE_MS;
  for (const chunk of applyPlan(recording, plan, { version })) {
    parts.push(chunk as Uint8Array<ArrayBuffer>);
    bytes += chunk.length;
    if (performance.now() < sliceEnd) continue;
    onProgress(bytes);
    await nextTask();
    signal.throwIfAborted();
    sliceEnd = performance.now() + SLICE_MS;
  }
  return new Blob(parts, { type: 'application/x-asciicast' });
}

/** The plan as a file, saying which recording it was made for. */
export async function writePlan({ fileName, recording }: OpenedRecording, plan: Plan): Promise<string> {
  const sha256 = await sha256Of(recording);
  return serializePlan({
    ...plan,
    source: {
      name: fileName,
      ...(sha256 && { sha256 }),
      durationMicros: recordingDuration(recording),
      events: recording.events.length,
    },
  });
}

/** The digest of the recording's text; undefined where the page may not compute one (plain http). */
export async function sha256Of(recording: Recording): Promise<string | undefined> {
  if (!globalThis.crypto?.subtle) return undefined;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', recording.sourceText));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
