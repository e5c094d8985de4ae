import type { DigestAnswer, DigestRequest } from '#core/cast/digest-messages.ts';
import type { Recording } from '#core/cast/recording.ts';
import { nextTask } from './next-task.ts';

/** A copy of so much takes about two milliseconds. */
const PIECE_BYTES = 8 * 1024 * 1024;

const known = new WeakMap<Recording, Promise<string | undefined>>();

/**
 * The SHA-256 of a recording's text, in hexadecimal, computed once and beside the page. Undefined where the platform
 * computes none: on pages over plain http. Rejects where the worker cannot be started.
 */
export function sourceDigest(recording: Recording): Promise<string | undefined> {
  const digest = known.get(recording) ?? computeDigest(recording.sourceText);
  known.set(recording, digest);
  // What failed once may work the next time.
  digest.catch(() => known.delete(recording));
  return digest;
}

async function computeDigest(text: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  const worker = new Worker(new URL('../workers/digest.worker.ts', import.meta.url), { type: 'module' });
  try {
    const answer = new Promise<DigestAnswer>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<DigestAnswer>) => resolve(data);
      worker.onerror = (event) => reject(new Error(event.message || 'The worker for the digest could not be started.'));
    });
    let start = 0;
    do {
      const piece = text.slice(start, start + PIECE_BYTES);
      worker.postMessage({ totalBytes: text.length, piece } satisfies DigestRequest, [piece.buffer]);
      start += PIECE_BYTES;
      await nextTask();
    } while (start < text.length);
    return (await answer).sha256;
  } finally {
    worker.terminate();
  }
}
