import { CastError } from '#core/cast/cast-error.ts';
import { CastReader } from '#core/cast/reader.ts';
import type { Recording } from '#core/cast/recording.ts';
import { isGzip } from '#core/cast/sniff.ts';
import { inflate, inflateMembers, MEMBER_START_BYTES } from './inflate.ts';

/**
 * Pieces are sliced off instead of taken from `stream()`, whose pieces are as small as the browser likes and cost a task
 * each. At this size that cost is gone, and a progress bar still moves 25 times for 100 MB.
 */
const PIECE_BYTES = 8 * 1024 * 1024;

/** Told after every piece: how much of the file is read, and how many events were found. */
export type OnProgress = (bytes: number, events: number) => void;

/** Reads a recording from a file, inflating gzip. Throws `CastError`, or what the file system says. */
export async function readBlob(file: Blob, onProgress: OnProgress): Promise<Recording> {
  const start = new Uint8Array(await file.slice(0, MEMBER_START_BYTES).arrayBuffer());
  return isGzip(start) ? readGzip(file, onProgress) : readPlain(file, onProgress);
}

async function readPlain(file: Blob, onProgress: OnProgress): Promise<Recording> {
  const reader = new CastReader({ expectedBytes: file.size });
  // The next piece is on its way while one is read: the browser fetches it in another process.
  let next = bytesOf(file, 0);
  for (let end = PIECE_BYTES; reader.bytesRead < file.size; end += PIECE_BYTES) {
    const piece = await next;
    next = bytesOf(file, end);
    reader.push(piece);
    onProgress(reader.bytesRead, reader.eventCount);
  }
  await next;
  return reader.finish();
}

async function readGzip(file: Blob, onProgress: OnProgress): Promise<Recording> {
  const size = await inflatedSize(file);
  let reader = new CastReader({ expectedBytes: size });
  let at = 0;
  const nextPiece = async () => {
    if (at >= file.size) return undefined;
    const piece = await bytesOf(file, at);
    at += piece.length;
    return piece;
  };
  try {
    await inflate(nextPiece, (piece) => {
      reader.push(piece);
      onProgress(at, reader.eventCount);
    });
  } catch (error) {
    // What inflating refuses is a TypeError (in Node, an error with a code); anything of the file system is a DOMException.
    if (error instanceof CastError || error instanceof DOMException || error instanceof RangeError) throw error;
    reader = new CastReader({ expectedBytes: size });
    const isWhole = await inflateMembers(new Uint8Array(await file.arrayBuffer()), (piece) => reader.push(piece));
    if (!isWhole) throw new CastError('corrupt', 'The gzip data is incomplete or damaged.');
  }
  return reader.finish();
}

const bytesOf = async (file: Blob, at: number): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await file.slice(at, at + PIECE_BYTES).arrayBuffer());

/** Deflate cannot make less of a text than a 1032nd. */
const MAX_RATIO = 1032;

/** What a gzip file says of its size: the last four bytes, modulo 2³². A hint, and nothing that could not be. */
async function inflatedSize(file: Blob): Promise<number> {
  const end = await file.slice(-4).arrayBuffer();
  return end.byteLength < 4 ? 0 : Math.min(new DataView(end).getUint32(0, true), file.size * MAX_RATIO);
}
