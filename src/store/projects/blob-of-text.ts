import { nextTask } from '../next-task.ts';

/** Making a blob copies what it is made of: so much takes about a millisecond. */
const PIECE_BYTES = 1024 * 1024;

/** A blob of a large text, made in pieces between which the page does its other work. */
export async function blobOfText(text: Uint8Array<ArrayBuffer>): Promise<Blob> {
  const pieces: Blob[] = [];
  for (let start = 0; start < text.length; start += PIECE_BYTES) {
    if (start > 0) await nextTask();
    pieces.push(new Blob([text.subarray(start, start + PIECE_BYTES)]));
  }
  return new Blob(pieces);
}
