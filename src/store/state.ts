import type { Activity } from '#core/analyze/activity.ts';
import type { Recording } from '#core/cast/recording.ts';
import { type SourceTime, sourceTime } from '#core/cast/time.ts';
import type { Range } from '#core/lib/ranges.ts';
import { documentFromPlan, type EditDocument, type RegionRef } from '#core/plan/document.ts';
import { EMPTY_PLAN } from '#core/plan/plan.ts';
import { EMPTY_HISTORY, type History } from './history.ts';
import { fitViewport, type Viewport } from './viewport.ts';

/** The recording under edit. Loaded once, never changed, shared by reference. */
export interface OpenedRecording {
  readonly fileName: string;
  readonly recording: Recording;
  readonly activity: Activity;
}

/** A file on its way in. */
export interface OpeningJob {
  readonly fileName: string;
  readonly bytes: number;
  readonly totalBytes: number;
  readonly events: number;
}

/** Something the user should know; it stays until it is dismissed or another takes its place. */
export interface Notice {
  readonly tone: 'error' | 'info';
  readonly title: string;
  readonly details: readonly string[];
  /** The way back to what the open recording took the place of. */
  readonly replaced?: PutAside;
}

/** A recording and its edits that another took the place of. */
export interface PutAside extends Pick<EditorState, 'document' | 'history' | 'playhead' | 'viewport'> {
  readonly opened: OpenedRecording;
}

export interface EditorState {
  readonly opened: OpenedRecording | null;

  /** What is undone and exported: the plan. During a gesture it is already the changed one. */
  readonly document: EditDocument;
  readonly history: History;
  /** A drag under way: the document to return to when it is cancelled. */
  readonly gesture: { readonly label: string; readonly before: EditDocument } | null;

  /** Always source time, whichever time line is played. */
  readonly playhead: SourceTime;
  /** An instant that the preview shows in place of the playhead: where the dragged handle is. */
  readonly scrubTime: SourceTime | null;
  /** A marked range of source time that `Cut` and `Speed` act on. */
  readonly selection: Range<SourceTime> | null;
  readonly selectedRegion: RegionRef | null;
  /** The speed region whose factor field should take the focus: a new one, or one that was double-clicked. */
  readonly factorAskedFor: number | null;
  readonly viewport: Viewport;
  /** Which time line the preview plays. */
  readonly playing: 'result' | 'source';
  readonly isPlaying: boolean;
  readonly playbackRate: number;

  readonly opening: OpeningJob | null;
  readonly notice: Notice | null;
  /** What assistive technology is told after an action. */
  readonly announcement: string;
  readonly isExportOpen: boolean;
}

export const INITIAL_STATE: EditorState = {
  opened: null,
  document: documentFromPlan(EMPTY_PLAN),
  history: EMPTY_HISTORY,
  gesture: null,
  playhead: sourceTime(0),
  scrubTime: null,
  selection: null,
  selectedRegion: null,
  factorAskedFor: null,
  viewport: fitViewport(0),
  playing: 'result',
  isPlaying: false,
  playbackRate: 1,
  opening: null,
  notice: null,
  announcement: '',
  isExportOpen: false,
};
