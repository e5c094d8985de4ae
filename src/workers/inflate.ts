import { MAX_TEXT_BYTES } from '#core/cast/reader.ts';

/** Enough bytes of a gzip member to tell one. */
export const MEMBER_START_BYTES = 4;

/** The shortest member: a header of 10 bytes, an empty block, a trailer of 8. */
const MIN_MEMBER_BYTES = 20;

/**
 * Inflates a gzip stream: takes pieces until there are none, hands inflated ones on in order. Rejects with the error of
 * the source, of `onPiece`, or of the data. Browsers take one member only and refuse what follows it; Node takes all.
 */
export async function inflate(
  nextPiece: () => Promise<Uint8Array<ArrayBuffer> | undefined>,
  onPiece: (piece: Uint8Array) => void,
): Promise<void> {
  const compressed = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const piece = await nextPiece();
      if (piece === undefined) controller.close();
      else controller.enqueue(piece);
    },
  });
  const inflated = compressed.pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (let result = await inflated.read(); !result.done; result = await inflated.read()) onPiece(result.value);
  } catch (error) {
    // Where the stream itself failed, cancelling fails with the same error.
    await inflated.cancel(error).catch(() => undefined);
    throw error;
  }
}

/**
 * Inflates gzip data that `inflate` refused, if it is several members, as `cat a.gz b.gz` makes them. Nothing says how
 * long a member is, but each begins with the same bytes: wherever those occur, the member before is tried, and its
 * checksum tells whether it ends there.
 *
 * Answers false where the data is a single member, so that it was refused for a reason, or where some part is no whole
 * member; what came before that has been handed on. Throws `RangeError` where a member is larger than any recording.
 */
export async function inflateMembers(bytes: Uint8Array<ArrayBuffer>, onPiece: (piece: Uint8Array) => void): Promise<boolean> {
  const starts = memberStarts(bytes);
  if (starts.length === 0) return false;
  const ends = [...starts, bytes.length];
  let start = 0;
  while (start < bytes.length) {
    let pieces: Uint8Array[] | undefined;
    for (const end of ends) {
      if (end < start + MIN_MEMBER_BYTES) continue;
      pieces = await inflateWhole(bytes.subarray(start, end));
      if (pieces === undefined) continue;
      start = end;
      break;
    }
    if (pieces === undefined) return false;
    pieces.forEach(onPiece);
  }
  return true;
}

/** Where a member may begin, other than at the start: identification, method, and flags without the reserved ones. */
function memberStarts(bytes: Uint8Array): number[] {
  const starts: number[] = [];
  for (let at = bytes.indexOf(0x1f, 1); at >= 0; at = bytes.indexOf(0x1f, at + 1)) {
    if (bytes[at + 1] === 0x8b && bytes[at + 2] === 0x08 && (bytes[at + 3] as number) < 0x20) starts.push(at);
  }
  return starts;
}

/** The inflated pieces of data that is one whole member; undefined where it is none. */
async function inflateWhole(member: Uint8Array<ArrayBuffer>): Promise<Uint8Array[] | undefined> {
  const pieces: Uint8Array[] = [];
  const source = [member];
  let size = 0;
  try {
    await inflate(
      async () => source.shift(),
      (piece) => {
        size += piece.length;
        if (size > MAX_TEXT_BYTES) throw new RangeError(`more than ${MAX_TEXT_BYTES} bytes`);
        pieces.push(piece);
      },
    );
    return pieces;
  } catch (error) {
    if (error instanceof RangeError) throw error;
    // The data is in memory, so that only its being no member can have failed.
    return undefined;
  }
}
