/**
 * The SHA-256 of a text that comes in pieces. The platform wants it whole and computes it on the thread that asks, a
 * second for 500 MB; so that thread is this one, and the page only makes copies.
 */
import type { DigestAnswer, DigestRequest } from '#core/cast/digest-messages.ts';

let text: Uint8Array<ArrayBuffer> | undefined;
let length = 0;

self.onmessage = async ({ data }: MessageEvent<DigestRequest>) => {
  text ??= new Uint8Array(data.totalBytes);
  text.set(data.piece, length);
  length += data.piece.length;
  if (length < data.totalBytes) return;
  self.postMessage({ sha256: await digestOf(text) } satisfies DigestAnswer);
};

/** Undefined on pages served over plain http, where there is no such thing. */
async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  if (!globalThis.crypto.subtle) return undefined;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

// A handler that is a promise rejects past `onerror`; thrown anew, the page hears of it.
self.onunhandledrejection = ({ reason }) => {
  setTimeout(() => {
    throw reason;
  });
};
