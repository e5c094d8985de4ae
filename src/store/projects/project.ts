import type { EditDocument } from '#core/plan/document.ts';
import type { FileHandle } from './ports.ts';

/** Identifies a recording that this browser may not have any more. */
export interface SourceIdentity {
  readonly fileName: string;
  /** Of its text; undefined where the platform computes none. */
  readonly sha256?: string;
  readonly bytes: number;
  readonly durationMicros: number;
  readonly events: number;
}

/** What is known of kept work without opening it. */
export interface ProjectSummary {
  readonly id: string;
  readonly source: SourceIdentity;
  /** Steps of the history that led to what is kept. */
  readonly editCount: number;
  /** When it was kept last, in milliseconds since 1970. */
  readonly keptAt: number;
  /** Whether the recording itself is kept: else its file is needed to go on. */
  readonly hasRecording: boolean;
  /** Whether all of it is in a plan file, or was exported. */
  readonly isInFile: boolean;
  /** The plan file that it was saved to last. */
  readonly planFileName?: string;
  /** Whether another tab has it open now. */
  readonly isOpenElsewhere: boolean;
}

/** Whether the work on the open recording survives the page. */
export interface ProjectState {
  /** Null until there is something to keep. */
  readonly id: string | null;
  readonly keeping: Keeping;
  /** When it was kept last, in milliseconds since 1970; null for never. */
  readonly keptAt: number | null;
  readonly hasRecording: boolean;
  /** The plan file that `Save` writes to. `isBound`: writes go straight to it; else it was downloaded, and is downloaded anew. */
  readonly file: { readonly name: string; readonly isBound: boolean; readonly handle?: FileHandle } | null;
  /** The document that the file, or the export, has. */
  readonly documentInFile: EditDocument | null;
  readonly isSaving: boolean;
  /** Steps that led to the document that the history at hand begins with: of times before the page was opened. */
  readonly earlierEdits: number;
  /** Kept work that waits for its recording, which this browser does not have: opening its file goes on with it. */
  readonly awaited: ProjectSummary | null;
}

export type Keeping =
  /** Nothing to keep yet. */
  | { readonly kind: 'idle' }
  /** Changes are on their way. */
  | { readonly kind: 'pending' }
  | { readonly kind: 'kept' }
  /** Another tab has it, and is the only one that writes: here it can be looked at, and taken over. */
  | { readonly kind: 'elsewhere' }
  /** Changes are not kept: there is no room, no storage in this window, or it failed in another way. */
  | { readonly kind: 'failed'; readonly reason: 'full' | 'unavailable' | 'other'; readonly message: string };

export const NO_PROJECT: ProjectState = {
  id: null,
  keeping: { kind: 'idle' },
  keptAt: null,
  hasRecording: false,
  file: null,
  documentInFile: null,
  isSaving: false,
  earlierEdits: 0,
  awaited: null,
};
