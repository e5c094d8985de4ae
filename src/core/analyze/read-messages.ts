import { CastError } from '../cast/cast-error.ts';
import { recordingBuffers } from '../cast/copy-recording.ts';
import type { Recording } from '../cast/recording.ts';
import type { Activity } from './activity.ts';

/** What the page asks of the reading worker, which reads one file. `Blob` is a type of the page; this room does not know it. */
export interface ReadRequest<File> {
  readonly file: File;
}

/** What the reading worker says: any number of times how far it is, then once how it ended. */
export type ReadMessage =
  /** `bytes` of the file's `totalBytes`, compressed as they are there. */
  | { readonly kind: 'progress'; readonly bytes: number; readonly totalBytes: number; readonly events: number }
  /** `copy` is the recording once more, for the page to hand on: a copy of its own making would hold it up. */
  | { readonly kind: 'done'; readonly recording: Recording; readonly activity: Activity; readonly copy: Recording }
  | { readonly kind: 'failed'; readonly error: ReadFailure };

/** `unreadable-file`: the file could not be had at all; all else is about what it holds. */
export interface ReadFailure {
  readonly kind: CastError['kind'] | 'unreadable-file';
  readonly message: string;
}

/** Puts into plain words whatever ended the reading. */
export function readFailure(error: unknown): ReadFailure {
  if (error instanceof CastError) return { kind: error.kind, message: error.message };
  // What engines throw where an array of the size cannot be had.
  if (error instanceof RangeError)
    return { kind: 'too-large', message: `The recording needs more memory than there is (${error.message}).` };
  return { kind: 'unreadable-file', message: `The file could not be read: ${error instanceof Error ? error.message : String(error)}` };
}

/** The memory behind what is read, each piece once: to be handed over to the page instead of copied. */
export function transferables(recording: Recording, copy: Recording, { levels }: Activity): ArrayBuffer[] {
  const views = levels.flatMap(({ output, input, markers }): ArrayBufferView[] => [output, input, markers]);
  const buffers = [...recordingBuffers(recording), ...recordingBuffers(copy), ...views.map((view) => view.buffer as ArrayBuffer)];
  return [...new Set(buffers)];
}
