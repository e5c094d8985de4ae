import { describeFileError, isSystemError } from './failure.ts';

/** Stands for the standard input or output where a path is expected. */
export const STANDARD_STREAM = '-';

/** Says what went wrong, or may have, in one line on the standard error. */
export function complain(message: string): void {
  process.stderr.write(`castfold: ${withoutControls(message)}\n`);
}

/** Says in lines what was done, on the standard error: the standard output may be what was made. */
export function report(lines: readonly string[]): void {
  process.stderr.write(lines.map((line) => `${withoutControls(line)}\n`).join(''));
}

/** Writes lines of text to the standard output. Throws `Failure`. */
export function print(lines: readonly string[]): Promise<void> {
  return writeStandardOutput([lines.map((line) => `${withoutControls(line)}\n`).join('')]);
}

/** Throws `Failure` where the standard output does not take the pieces. */
export async function writeStandardOutput(pieces: Iterable<Uint8Array | string>): Promise<void> {
  const { stdout } = process;
  let failure: Error | null | undefined;
  // Each write reports its own failure below; without a listener the event would end the process.
  stdout.on('error', (error) => {
    failure ??= error;
  });
  for (const piece of pieces) {
    failure ??= await new Promise<Error | null | undefined>((done) => stdout.write(piece, done));
    if (failure) break;
  }
  // A reader that has seen enough and closes the pipe (`| head`) is no failure.
  const isClosedPipe = isSystemError(failure) && failure.code === 'EPIPE';
  if (failure && !isClosedPipe) throw describeFileError(failure, 'standard output');
}

/** Names and texts come from files of strangers: as they are, their control characters (C0, DEL, C1) would command the terminal. */
const withoutControls = (text: string): string =>
  text.replaceAll(/\p{Cc}/gu, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`);
