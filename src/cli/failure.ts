import { CastError } from '#core/cast/cast-error.ts';
import { PlanError } from '#core/plan/plan-error.ts';
import { RedactionError } from '#core/screen/redact/redaction-error.ts';

/** What kept a command from its work, as one line for the user: exit status 1. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** Of the errors that the system reports, those that are the user's to mend; the rest are shown as the system words them. */
const SYSTEM_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'it may not be opened: permission denied',
  EPERM: 'it may not be changed: permission denied',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
  ENOSPC: 'no space is left on the device',
  EROFS: 'the file system is read-only',
  EMFILE: 'too many files are open',
};

export const isSystemError = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'code' in error;

/** Says of an error that the system reported about a file which file it is and what to make of it. Any other error stays what it is. */
export function describeFileError(error: unknown, name: string): unknown {
  if (!isSystemError(error) || typeof error.syscall !== 'string') return error;
  return new Failure(`${name}: ${SYSTEM_ERRORS[error.code ?? ''] ?? error.message}`);
}

/** Says of an error about what a file holds which file it is. Any other error stays what it is. */
export function describeContentError(error: unknown, name: string): unknown {
  const isKnown = error instanceof PlanError || error instanceof CastError || error instanceof RedactionError;
  return isKnown ? new Failure(`${name}: ${error.message}`) : error;
}
