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
  // A page served over plain http has no such thing.
  const digest = globalThis.crypto.subtle ? new Uint8Array(await crypto.subtle.digest('SHA-256', text)) : undefined;
  const answer: DigestAnswer = { sha256: digest && [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('') };
  self.postMessage(answer);
};
