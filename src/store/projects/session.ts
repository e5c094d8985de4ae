import { recordingDuration } from '#core/cast/recording.ts';
import { EMPTY_HISTORY, hasSteps } from '../history.ts';
import type { EditorState, OpenedRecording } from '../state.ts';
import { clampViewport } from '../viewport.ts';
import type { Autosave } from './autosave.ts';
import { NO_PROJECT, type SourceIdentity } from './project.ts';
import { type ProjectRecord, RECORD_VERSION } from './project-record.ts';

/** Kept work that is open in this tab. */
export interface Session {
  readonly id: string;
  readonly opened: OpenedRecording;
  source: SourceIdentity;
  /** As it was seen last: another recording may be open by the time it is written. */
  latest: EditorState;
  /** What is kept, as far as this tab knows. */
  written: ProjectRecord | undefined;
  /** Gives the lock back; absent where this tab does not write. */
  release: (() => void) | undefined;
  /** `tried`: it cannot be kept, or is being kept just now. */
  recording: 'untried' | 'tried' | 'kept';
  /** Done once the recording is kept, or cannot be; undefined where that was not tried. */
  keepingRecording: Promise<void> | undefined;
  readonly autosave: Autosave;
}

/** Whether this tab writes it. Another may have taken it over while something was awaited. */
export const isOwned = ({ release }: Session): boolean => release !== undefined;

export function identityOf({ fileName, recording }: OpenedRecording, sha256?: string): SourceIdentity {
  return {
    fileName,
    ...(sha256 && { sha256 }),
    bytes: recording.sourceText.length,
    durationMicros: recordingDuration(recording),
    events: recording.events.length,
  };
}

/** Whether two may be the same: what is certain is said by their digests alone, where both are known. */
export function mayBeSame(one: SourceIdentity, other: SourceIdentity): boolean {
  const isSame = one.bytes === other.bytes && one.events === other.events && one.durationMicros === other.durationMicros;
  return isSame && (one.sha256 === undefined || other.sha256 === undefined || one.sha256 === other.sha256);
}

/** Whether anything was done that is worth keeping. In the middle of a drag that has moved something, too. */
export const hasWork = ({ history, gesture, document }: EditorState): boolean =>
  hasSteps(history) || (gesture !== null && gesture.before !== document);

/** Whether what is kept of the one is not what is kept of the other. Where the playhead is comes along, and is no change. */
export const isChanged = (state: EditorState, before: EditorState): boolean =>
  state.document !== before.document ||
  state.history !== before.history ||
  state.awaitedTargetMicros !== before.awaitedTargetMicros ||
  state.project.documentInFile !== before.project.documentInFile ||
  state.project.file !== before.project.file;

export function recordOf({ id, source, latest, recording }: Session, writer: string, keptAt: number): ProjectRecord {
  const { document, history, project, playhead, viewport, awaitedTargetMicros } = latest;
  const { file } = project;
  return {
    version: RECORD_VERSION,
    id,
    writer,
    source,
    document,
    editCount: project.earlierEdits + history.done.length,
    keptAt,
    hasRecording: recording === 'kept',
    isInFile: project.documentInFile === document,
    playhead,
    viewport: { start: viewport.start, end: viewport.end },
    ...(awaitedTargetMicros !== null && { awaitedTargetMicros }),
    ...(file && { planFile: { name: file.name, ...(file.handle && { handle: file.handle }) } }),
  };
}

/** What the editor is to be like to go on with kept work. */
export function stateOfKept(
  { id, document, editCount, keptAt, hasRecording, isInFile, planFile, playhead, viewport, awaitedTargetMicros }: ProjectRecord,
  { recording }: OpenedRecording,
  isOwner: boolean,
) {
  const duration = recordingDuration(recording);
  return {
    document,
    history: EMPTY_HISTORY,
    gesture: null,
    scrubTime: null,
    selection: null,
    selected: [],
    awaitedTargetMicros: awaitedTargetMicros ?? null,
    playhead: playhead < duration ? playhead : duration,
    viewport: clampViewport(viewport, duration),
    project: {
      ...NO_PROJECT,
      id,
      keeping: { kind: isOwner ? 'kept' : 'elsewhere' },
      keptAt,
      hasRecording,
      file: planFile ? { ...planFile, isBound: planFile.handle !== undefined } : null,
      documentInFile: isInFile ? document : null,
      earlierEdits: editCount,
    },
  } satisfies Partial<EditorState>;
}
