import type { Activity } from '#core/analyze/activity.ts';
import type { ReadMessage } from '#core/analyze/read-messages.ts';
import type { Recording } from '#core/cast/recording.ts';

export type ReadOutcome =
  /** `copy` is the recording once more, to be given away. */
  | { readonly kind: 'read'; readonly recording: Recording; readonly activity: Activity; readonly copy: Recording }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'cancelled' };

export interface Reading {
  readonly outcome: Promise<ReadOutcome>;
  /** Ends the worker; the outcome is then `cancelled`, unless there was one before. */
  cancel(): void;
}

const NO_WORKERS = 'This browser, or an extension, does not let the page start a worker, which reading needs. Allow it, and try again.';

/** Reads a file beside the page. `onProgress` is told how much was read, and how many events were found. */
export function readInWorker(file: File, onProgress: (bytes: number, events: number) => void): Reading {
  let worker: Worker;
  try {
    worker = new Worker(new URL('../workers/read-recording.worker.ts', import.meta.url), { type: 'module' });
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return { outcome: Promise.resolve({ kind: 'failed', message: NO_WORKERS }), cancel() {} };
  }
  const { promise, resolve } = withResolver<ReadOutcome>();
  function end(outcome: ReadOutcome): void {
    worker.terminate();
    resolve(outcome);
  }
  worker.onmessage = ({ data }: MessageEvent<ReadMessage>) => {
    if (data.kind === 'progress') onProgress(data.bytes, data.events);
    else if (data.kind === 'failed') end({ kind: 'failed', message: data.error.message });
    else end({ kind: 'read', recording: data.recording, activity: data.activity, copy: data.copy });
  };
  worker.onerror = ({ message }) =>
    end({ kind: 'failed', message: message || 'The reader could not be started. Reload the page and try again.' });
  worker.postMessage({ file });
  return { outcome: promise, cancel: () => end({ kind: 'cancelled' }) };
}

function withResolver<Value>(): { promise: Promise<Value>; resolve: (value: Value) => void } {
  let resolve: (value: Value) => void = () => {};
  const promise = new Promise<Value>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
