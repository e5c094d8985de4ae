import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CastReader } from '#core/cast/reader.ts';
import type { Recording } from '#core/cast/recording.ts';
import { isGzip } from '#core/cast/sniff.ts';
import { decodeUtf8 } from '#core/lib/text.ts';
import { parsePlan } from '#core/plan/parse-plan.ts';
import type { Plan } from '#core/plan/plan.ts';
import { describeContentError, describeFileError, Failure, isSystemError } from './failure.ts';
import { STANDARD_STREAM } from './standard-streams.ts';

export interface RecordingInput {
  readonly recording: Recording;
  /** Of the recording's text, inflated where it was gzip, in hexadecimal. Only where it was asked for. */
  readonly sha256?: string;
}

/** Ten thousand edits are below a megabyte; what is larger than this is another file taken for a plan. */
const MAX_PLAN_BYTES = 16 * 1024 * 1024;

const PIECE_BYTES = 1024 * 1024;

export const inputName = (path: string): string => (path === STANDARD_STREAM ? 'standard input' : path);

/** Throws `Failure` naming the file, for one that cannot be read and for one that is no plan. */
export async function readPlan(path: string): Promise<Plan> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of openInput(path)) {
    size += piece.length;
    if (size > MAX_PLAN_BYTES) throw new Failure(`${inputName(path)}: larger than ${MAX_PLAN_BYTES} bytes, so it is no plan`);
    pieces.push(piece);
  }
  try {
    return parsePlan(decodeUtf8(Buffer.concat(pieces)));
  } catch (error) {
    throw describeContentError(error, inputName(path));
  }
}

/**
 * Reads a recording piece by piece, so that memory holds its text once. Throws `Failure` naming the file.
 *
 * `wantsSha256`: hashing costs as much as reading, so it is done only where something is compared with it.
 */
export async function readRecording(path: string, options: { strict: boolean; wantsSha256: boolean }): Promise<RecordingInput> {
  const reader = new CastReader({ strict: options.strict, ...(await expectedBytes(path)) });
  const hash = options.wantsSha256 ? createHash('sha256') : undefined;
  try {
    for await (const piece of inflated(openInput(path))) {
      hash?.update(piece);
      reader.push(piece);
    }
    const recording = reader.finish();
    return hash ? { recording, sha256: hash.digest('hex') } : { recording };
  } catch (error) {
    if (isSystemError(error) && error.code?.startsWith('Z_')) throw new Failure(`${inputName(path)}: ${gzipFault(error.code)}`);
    throw describeContentError(error, inputName(path));
  }
}

const gzipFault = (code: string): string =>
  code === 'Z_BUF_ERROR' ? 'the gzip data ends in the middle: the file is incomplete' : 'the gzip data is damaged';

/** The pieces of a file. An error of the system becomes a `Failure` that names the file. */
async function* openInput(path: string): AsyncGenerator<Uint8Array, void, void> {
  const stream = path === STANDARD_STREAM ? process.stdin : createReadStream(path, { highWaterMark: PIECE_BYTES });
  try {
    for await (const piece of stream) yield piece as Buffer;
  } catch (error) {
    throw describeFileError(error, inputName(path));
  }
}

/** Passes plain text through and inflates gzip, told by its first two bytes: names lie, and a pipe has none. */
async function* inflated(pieces: AsyncGenerator<Uint8Array, void, void>): AsyncGenerator<Uint8Array, void, void> {
  const head: Uint8Array[] = [];
  let size = 0;
  while (size < 2) {
    const { value, done } = await pieces.next();
    if (done) break;
    head.push(value);
    size += value.length;
  }
  const start = head.length === 1 ? (head[0] as Uint8Array) : Buffer.concat(head);
  if (!isGzip(start)) {
    yield start;
    yield* pieces;
    return;
  }
  const compressed = Readable.from(joined(start, pieces), { objectMode: false });
  const gunzip = createGunzip({ chunkSize: PIECE_BYTES });
  // `pipe` does not carry errors: one of the file ends the inflation, and so reaches the loop below.
  compressed.on('error', (error) => gunzip.destroy(error));
  compressed.pipe(gunzip);
  for await (const piece of gunzip) yield piece as Buffer;
}

async function* joined(start: Uint8Array, rest: AsyncGenerator<Uint8Array, void, void>): AsyncGenerator<Uint8Array, void, void> {
  yield start;
  yield* rest;
}

/** The size of a plain file, so that the reader allocates once. A compressed one is larger inside; the reader grows then. */
async function expectedBytes(path: string): Promise<{ expectedBytes: number } | undefined> {
  if (path === STANDARD_STREAM) return undefined;
  try {
    const status = await stat(path);
    return status.isFile() ? { expectedBytes: status.size } : undefined;
  } catch (error) {
    throw describeFileError(error, path);
  }
}
