import type { ProjectStorage } from './ports.ts';

/** Nothing can be kept in this window: there is no database, or it cannot be opened. */
export class NoStorageError extends Error {
  override readonly name = 'NoStorageError';
}

/** The database, opened when it is needed first, and again after it was lost. */
export interface Shelf {
  /** What is thrown is `NoStorageError`, or what the database says. */
  use<Answer>(work: (storage: ProjectStorage) => Promise<Answer>): Promise<Answer>;
}

/** `onLost`: all that was kept may be gone. */
export function createShelf(open: (onLost: () => void) => Promise<ProjectStorage>, onLost: () => void): Shelf {
  let storage: Promise<ProjectStorage> | undefined;

  function opened(): Promise<ProjectStorage> {
    if (storage) return storage;
    const opening: Promise<ProjectStorage> = open(() => lose(opening)).catch((error: unknown) => {
      if (storage === opening) storage = undefined;
      throw new NoStorageError(error instanceof Error ? error.message : String(error), { cause: error });
    });
    storage = opening;
    return opening;
  }

  function lose(lost: Promise<ProjectStorage>): void {
    if (storage !== lost) return;
    storage = undefined;
    onLost();
  }

  return {
    async use(work) {
      const before = opened();
      try {
        return await work(await before);
      } catch (error) {
        // A connection that was closed does not come back; another may work.
        if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
        lose(before);
        return await work(await opened());
      }
    },
  };
}
