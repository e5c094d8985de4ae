import type { Activity } from '#core/analyze/activity.ts';
import { type Analysis, type AnalysisSettings, DEFAULT_ANALYSIS } from '#core/analyze/analysis.ts';
import type { Keeping } from '#core/analyze/keep-hits.ts';
import type { Suggestion } from '#core/analyze/suggest/suggestion.ts';
import type { Recording } from '#core/cast/recording.ts';
import { type SourceTime, sourceTime } from '#core/cast/time.ts';
import type { Range } from '#core/lib/ranges.ts';
import { documentFromPlan, type EditDocument, type EditRef } from '#core/plan/document.ts';
import { EMPTY_PLAN } from '#core/plan/plan.ts';
import { EMPTY_HISTORY, type History } from './history.ts';
import { DEFAULT_KEYMAP, type Keymap } from './keymap.ts';
import type { MarkedPlace } from './marked-place.ts';
import type { Masked } from './masks.ts';
import type { PlayedRange } from './playback.ts';
import { NO_PROJECT, type ProjectState, type ProjectSummary } from './projects/project.ts';
import type { Screens } from './screens.ts';
import type { MadeSeams } from './seams.ts';
import { NO_SEARCH, type Search } from './search.ts';
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
  /** What can be done about it. */
  readonly actions?: readonly { readonly label: string; run(): void }[];
}

/** A recording and its edits that another took the place of. */
export interface PutAside extends Pick<EditorState, 'document' | 'history' | 'playhead' | 'viewport' | 'project'> {
  readonly opened: OpenedRecording;
}

/** How far the screens of the open recording are known. */
export interface ScreenIndex {
  /** The first so many events are indexed. */
  readonly position: number;
  /** Once all are: the positions at which the screen is not what it was before, ascending. */
  readonly changes: Uint32Array | null;
}

/** How far it is known what the open recording is about. */
export interface AnalysisState {
  /** `none`: not begun, as nothing is open, or the part that works out its screens is not there yet. */
  readonly status: 'none' | 'running' | 'done' | 'cancelled' | 'failed';
  /** Of indexing and analysis together, from 0 to 1. */
  readonly share: number;
  /** Null until it is done. Stays while it is done anew with other settings. */
  readonly analysis: Analysis | null;
  /** Why it failed, for people. */
  readonly message: string;
}

/** What was done, for a while, with the way back. */
export interface Toast {
  readonly text: string;
  /** Whether the way back is to undo the last step. */
  readonly canUndo: boolean;
}

/** What the panel at the side shows. */
export type SidePanel = 'edits' | 'suggestions' | 'moments' | 'history';

/** What asks for all attention, one at a time. */
export type DialogName = 'palette' | 'help' | 'keys' | 'screen';

/** A menu of what can be done with what was pointed to, which is selected by then; where the window has it, in CSS pixels. */
export interface ContextMenu {
  readonly place: 'region' | 'hold' | 'marker' | 'lane' | 'overview' | 'preview';
  readonly clientX: number;
  readonly clientY: number;
}

export interface EditorState {
  readonly opened: OpenedRecording | null;
  /** Null while nothing is open, and where they could not be worked out: everything else goes on without. */
  readonly screens: Screens | null;
  readonly screenIndex: ScreenIndex;

  /** What is undone and exported: the plan. During a gesture it is already the changed one. */
  readonly document: EditDocument;
  readonly history: History;
  /** Of the document's redactions, or of those it had before; null until the first are carried out. */
  readonly masked: Masked | null;
  /** How much of the masks is made that were asked for last, from 0 to 1. */
  readonly maskingShare: number;
  /** Of the document's jumps, or of those it had before; null until the first are made. */
  readonly seams: MadeSeams | null;
  /** A drag under way: the document to return to when it is cancelled. */
  readonly gesture: { readonly label: string; readonly before: EditDocument } | null;

  /** Always source time, whichever time line is played. */
  readonly playhead: SourceTime;
  /** An instant that the preview shows in place of the playhead: where the dragged handle is. */
  readonly scrubTime: SourceTime | null;
  /** A marked range of source time that `Cut` and `Speed` act on. */
  readonly selection: Range<SourceTime> | null;
  /** The edits that commands act on, in the order in which they were selected: the last is the one that is looked at. */
  readonly selected: readonly EditRef[];
  /** The speed region whose factor field should take the focus: a new one, or one that was double-clicked. */
  readonly factorAskedFor: number | null;
  /** The marker whose label field should take the focus: a new one, or one that is to be renamed. */
  readonly labelAskedFor: number | null;
  /** The cut or hold whose first field, where it is, should take the focus. */
  readonly placeAskedFor: EditRef | null;
  readonly viewport: Viewport;
  /** What was in sight before the lane was zoomed to a selection; null once that is not the way back any more. */
  readonly viewportBefore: Viewport | null;

  readonly analysis: AnalysisState;
  readonly analysisSettings: AnalysisSettings;
  /** A target that was asked for before the analysis was there: fitted to once it is. */
  readonly awaitedTargetMicros: number | null;
  readonly sidePanel: SidePanel;
  /** The suggestion that is pointed at in the list, or on the lane. */
  readonly pointedSuggestion: Suggestion | null;
  /** The field for another target should take the focus. */
  readonly isTargetAskedFor: boolean;
  /** The panel at the side should take the focus. */
  readonly isPanelAskedFor: boolean;

  readonly search: Search;
  /** Cuts that are shown to be looked at, and not made yet. */
  readonly proposal: Keeping | null;
  /** Where the text is that is marked in the preview; null where none is. */
  readonly markedPlace: MarkedPlace | null;
  /** Text that is marked in the preview, and in words when it was on screen, once that was asked; empty for none. */
  readonly markedText: string;
  readonly located: string;

  /** Which time line the preview plays. */
  readonly playing: 'result' | 'source';
  readonly isPlaying: boolean;
  readonly playbackRate: number;
  /** Times the playback rate: −1, −2, … backwards, 2, 4, … faster; 1 but for the shuttle. */
  readonly shuttle: number;
  /** Only this is played; null for all. */
  readonly playedRange: PlayedRange | null;
  /** The field that takes a time to go to should open and take the focus. */
  readonly isTimeAskedFor: boolean;
  readonly isPreviewFullscreen: boolean;

  readonly keymap: Keymap;
  readonly dialog: DialogName | null;
  readonly contextMenu: ContextMenu | null;
  readonly toast: Toast | null;

  /** Where the edits of the open recording are kept. */
  readonly project: ProjectState;
  /** All that this browser keeps, the latest first; null until that is known, or where it keeps nothing. */
  readonly projects: readonly ProjectSummary[] | null;

  /** The browser should ask for files to open. */
  readonly isFileAskedFor: boolean;
  readonly opening: OpeningJob | null;
  readonly notice: Notice | null;
  /** What assistive technology is told after an action. */
  readonly announcement: string;
  readonly isExportOpen: boolean;
  readonly isMaskingOpen: boolean;
  /** Whether the result is looked through for secrets before it is exported, and what of them may stay. */
  readonly looksForSecrets: boolean;
  readonly ignoredSecrets: readonly string[];
}

export const NO_ANALYSIS: AnalysisState = { status: 'none', share: 0, analysis: null, message: '' };

export const INITIAL_STATE: EditorState = {
  opened: null,
  screens: null,
  screenIndex: { position: 0, changes: null },
  document: documentFromPlan(EMPTY_PLAN),
  history: EMPTY_HISTORY,
  masked: null,
  maskingShare: 0,
  seams: null,
  gesture: null,
  playhead: sourceTime(0),
  scrubTime: null,
  selection: null,
  selected: [],
  factorAskedFor: null,
  labelAskedFor: null,
  placeAskedFor: null,
  viewport: fitViewport(0),
  viewportBefore: null,
  analysis: NO_ANALYSIS,
  analysisSettings: DEFAULT_ANALYSIS,
  awaitedTargetMicros: null,
  sidePanel: 'edits',
  pointedSuggestion: null,
  isTargetAskedFor: false,
  isPanelAskedFor: false,
  search: NO_SEARCH,
  proposal: null,
  markedPlace: null,
  markedText: '',
  located: '',
  playing: 'result',
  isPlaying: false,
  playbackRate: 1,
  shuttle: 1,
  playedRange: null,
  isTimeAskedFor: false,
  isPreviewFullscreen: false,
  keymap: DEFAULT_KEYMAP,
  dialog: null,
  contextMenu: null,
  toast: null,
  project: NO_PROJECT,
  projects: null,
  isFileAskedFor: false,
  opening: null,
  notice: null,
  announcement: '',
  isExportOpen: false,
  isMaskingOpen: false,
  looksForSecrets: true,
  ignoredSecrets: [],
};
