import { buildActivity } from '#core/analyze/activity.ts';
import { type ReadMessage, type ReadRequest, readFailure, transferables } from '#core/analyze/read-messages.ts';
import { copyRecording } from '#core/cast/copy-recording.ts';
import { finished } from '#core/lib/finished.ts';
import { readBlob } from './read-blob.ts';

declare const self: DedicatedWorkerGlobalScope;

/** Twenty times a second is smooth; every piece of a fast file would be more work for the page than for the reader. */
const PROGRESS_MILLIS = 50;

const say = (message: ReadMessage, transfer: ArrayBuffer[] = []): void => self.postMessage(message, transfer);

async function read({ file }: ReadRequest<Blob>): Promise<void> {
  let toldAt = performance.now();
  const recording = await readBlob(file, (bytes, events) => {
    const now = performance.now();
    if (now - toldAt < PROGRESS_MILLIS) return;
    toldAt = now;
    say({ kind: 'progress', bytes, totalBytes: file.size, events });
  });
  const activity = buildActivity(recording);
  const copy = finished(copyRecording(recording));
  say({ kind: 'done', recording, activity, copy }, transferables(recording, copy, activity));
}

self.onmessage = ({ data }: MessageEvent<ReadRequest<Blob>>) => {
  read(data).catch((error: unknown) => say({ kind: 'failed', error: readFailure(error) }));
};
