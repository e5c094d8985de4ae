import type { Keeping } from './project.ts';
import { sentence } from './sentence.ts';
import { NoStorageError } from './shelf.ts';

/** Whether there was no room. */
export function isQuota(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}

/** Why changes are not kept. */
export function failure(error: unknown): Keeping {
  if (isQuota(error)) return { kind: 'failed', reason: 'full', message: 'Free some space on the disk, then try again.' };
  const reason = error instanceof NoStorageError ? 'unavailable' : 'other';
  return { kind: 'failed', reason, message: sentence(error) };
}
