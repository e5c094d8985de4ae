import { rmSync } from 'node:fs';
import { access, constants, open, realpath, rename, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { describeFileError, Failure, isSystemError } from './failure.ts';
import { STANDARD_STREAM, writeStandardOutput } from './standard-streams.ts';

/** Writes the pieces to a file, or to the standard output for `-`. Throws `Failure`; a file is then as it was before. */
export async function writeOutput(path: string, pieces: Iterable<Uint8Array>): Promise<void> {
  if (path === STANDARD_STREAM) return writeStandardOutput(pieces);
  try {
    const target = await statusOf(path);
    if (target?.isDirectory()) throw new Failure(`${path}: it is a folder`);
    // A device or a pipe cannot be replaced, only written to.
    if (target && !target.isFile()) return await writePieces(path, 'w', pieces);
    // A rename would replace a file that is protected against writing, too.
    if (target) await access(path, constants.W_OK);
    // A link stays a link, and what it points to is replaced; one that points to nothing is replaced itself.
    await replaceFile(target ? await realpath(path) : path, target?.mode, pieces);
  } catch (error) {
    throw describeFileError(error, path);
  }
}

/** Throws `Failure` where an input and the output are one file: the result would take its place. `what` it is, for people: `the plan`. */
export async function refuseToReplace(inputPath: string, outputPath: string, what: string): Promise<void> {
  if (inputPath === STANDARD_STREAM || outputPath === STANDARD_STREAM) return;
  const [input, output] = [await namedStatusOf(inputPath), await namedStatusOf(outputPath)];
  // A terminal may be both: nothing of it is replaced.
  if (!input?.isFile() || !output?.isFile()) return;
  if (input.dev === output.dev && input.ino === output.ino) {
    throw new Failure(`${outputPath}: it is ${what}, which the result would replace; name another file`);
  }
}

async function namedStatusOf(path: string) {
  try {
    return await statusOf(path);
  } catch (error) {
    throw describeFileError(error, path);
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Written aside in the same folder, where a rename is one step: whoever looks sees the old file or the whole new one.
 * So the recording that is read may be the file that is written.
 */
async function replaceFile(path: string, mode: number | undefined, pieces: Iterable<Uint8Array>): Promise<void> {
  const aside = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  const removeAside = () => rmSync(aside, { force: true });
  const removeAndLeave = (signal: NodeJS.Signals) => {
    removeAside();
    process.kill(process.pid, signal);
  };
  for (const signal of SIGNALS) process.once(signal, removeAndLeave);
  try {
    await writePieces(aside, 'wx', pieces, mode);
    await rename(aside, path);
  } catch (error) {
    removeAside();
    throw error;
  } finally {
    for (const signal of SIGNALS) process.removeListener(signal, removeAndLeave);
  }
}

async function writePieces(path: string, flags: 'w' | 'wx', pieces: Iterable<Uint8Array>, mode?: number): Promise<void> {
  const file = await open(path, flags);
  try {
    if (mode !== undefined) await file.chmod(mode);
    for (const piece of pieces) await file.writeFile(piece);
    // Before the rename: a loss of power could otherwise leave the new name on an empty file.
    if (flags === 'wx') await file.sync();
  } finally {
    await file.close();
  }
}

async function statusOf(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
