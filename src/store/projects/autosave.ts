/** A change is written so soon after, and one that follows others so soon after the last was: never later than a second. */
const FIRST_MILLIS = 150;
const EVERY_MILLIS = 500;

/** What could not be written is tried again so long after, or with the next change. */
const RETRY_MILLIS = 5000;

/** Writes what changes, soon, and not with every change. */
export interface Autosave {
  /** Something has changed since it was written. */
  changed(): void;
  /** Writes at once what is not written yet; done once it is, or has failed. */
  flush(): Promise<void>;
  /** Nothing more is written, but for what is being written. */
  stop(): void;
  /** Whether there are changes that are neither written nor being written. */
  isDirty(): boolean;
}

/** `write` sees to its own errors, and answers whether it is done. It is never called while it is under way. */
export function createAutosave(write: () => Promise<boolean>): Autosave {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> | undefined;
  let begunAt = Number.NEGATIVE_INFINITY;
  let dirty = false;
  let hasFailed = false;

  function schedule(): void {
    if (timer !== undefined || writing) return;
    timer = setTimeout(begin, Math.max(FIRST_MILLIS, begunAt + (hasFailed ? RETRY_MILLIS : EVERY_MILLIS) - performance.now()));
  }

  function cancel(): void {
    clearTimeout(timer);
    timer = undefined;
  }

  function begin(): Promise<void> {
    cancel();
    dirty = false;
    begunAt = performance.now();
    writing = write().then((isDone) => {
      writing = undefined;
      hasFailed = !isDone;
      dirty ||= hasFailed;
      if (dirty) schedule();
    });
    return writing;
  }

  return {
    changed() {
      dirty = true;
      if (hasFailed) cancel();
      hasFailed = false;
      schedule();
    },
    async flush() {
      await writing;
      if (dirty && !writing) await begin();
    },
    stop() {
      cancel();
      dirty = false;
    },
    isDirty: () => dirty,
  };
}
