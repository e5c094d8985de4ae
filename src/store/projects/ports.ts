import type { Recording } from '#core/cast/recording.ts';
import type { ProjectRecord } from './project-record.ts';

/** What keeping work needs of the browser. */
export interface ProjectPorts {
  /** Opens the database. `onLost`: it is gone later, without having been asked; what is there can be opened anew. */
  openStorage(onLost: () => void): Promise<ProjectStorage>;
  readonly locks: TabLocks;
  /** Connects with the other tabs. */
  connect(onMessage: (message: TabMessage) => void): (message: TabMessage) => void;
  readonly files: PlanFiles;
  readonly page: PageLife;
  /** Whether so many bytes more leave enough room. */
  hasRoomFor(bytes: number): Promise<boolean>;
  /** Asks the browser to keep what is stored even where it gets short of room. */
  askToPersist(): Promise<void>;
  digest(recording: Recording): Promise<string | undefined>;
  newId(): string;
}

/** Rejects where the database does. What is read is foreign: anything may have written it. */
export interface ProjectStorage {
  all(): Promise<readonly unknown[]>;
  get(id: string): Promise<unknown>;
  /** Writes a record, unless another tab has taken it over: answers whether it was written. */
  put(record: ProjectRecord): Promise<boolean>;
  /** Makes a tab the one that writes a record; answers the record as it was before. */
  claim(id: string, writer: string): Promise<unknown>;
  /** Writes the recording and the record that says so, or neither. */
  putRecording(record: ProjectRecord, recording: Blob): Promise<boolean>;
  recording(id: string): Promise<Blob | undefined>;
  removeRecording(id: string): Promise<void>;
  /** Changes when a record was forgotten; undefined for not. */
  setDiscarded(id: string, discardedAt: number | undefined): Promise<void>;
  /** Takes away a record, and its recording. */
  remove(id: string): Promise<void>;
  /** The same where it is still forgotten: another tab may have gone on with it meanwhile. */
  removeDiscarded(id: string): Promise<void>;
}

/** Who has what open, in all tabs. */
export interface TabLocks {
  /** Answers how to give the lock back, or undefined where another has it. `onRobbed`: another has taken it since. */
  take(name: string, isForced: boolean, onRobbed: () => void): Promise<(() => void) | undefined>;
  held(): Promise<ReadonlySet<string>>;
}

export type TabMessage =
  /** What is kept has changed, beside what is written all the time. */
  | { readonly kind: 'changed' }
  /** Who has this open should write all of it now, and say so. */
  | { readonly kind: 'flush'; readonly id: string }
  | { readonly kind: 'flushed'; readonly id: string };

/** A file that can be written to again: the browser's own, which can be kept. */
export interface FileHandle {
  readonly name: string;
}

export interface PlanFiles {
  /** Absent where the browser has downloads only. */
  readonly bound?: {
    /** Asks where to; null where the user would rather not. */
    choose(suggestedName: string): Promise<FileHandle | null>;
    /** Rejects where it must not, or the file cannot be written. */
    write(handle: FileHandle, text: string): Promise<void>;
  };
  download(file: Blob, name: string): void;
}

export interface PageLife {
  /** The page may be about to go. */
  onHidden(listener: () => void): void;
  /** The page is looked at again. */
  onShown(listener: () => void): void;
  /** The page is left: whatever is not done at once is done by nobody. */
  onLeft(listener: () => void): void;
}
