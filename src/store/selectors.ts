import type { Analysis } from '#core/analyze/analysis.ts';
import { findGaps, type Gaps } from '#core/analyze/gaps.ts';
import { type Recording, recordingDuration } from '#core/cast/recording.ts';
import { type SourceTime, sourceTime } from '#core/cast/time.ts';
import { type DocumentMarker, type DocumentRegion, findRegion, isRegionRef, type RegionRef, regionsOf } from '#core/plan/document.ts';
import { ownMarkers } from '#core/plan/document-points.ts';
import { DEFAULT_EDITS, type EditSettings } from '#core/plan/edit-settings.ts';
import type { Plan } from '#core/plan/plan.ts';
import { createTimeMap, type TimeMap } from '#core/plan/time-map.ts';
import { hasSteps } from './history.ts';
import type { EditorState } from './state.ts';

export const selectDuration = ({ opened }: EditorState): SourceTime => (opened ? recordingDuration(opened.recording) : sourceTime(0));

/** Whether anything was done with the open recording, on this page or before it was opened. */
export const selectIsEdited = ({ history, project }: Pick<EditorState, 'history' | 'project'>): boolean =>
  project.id !== null || hasSteps(history);

/** The time map of the document as it stands, also in the middle of a drag. Undefined while nothing is open. */
export const selectTimeMap = ({ opened, document }: EditorState): TimeMap | undefined =>
  opened ? timeMapOf(opened.recording, document) : undefined;

/** Pauses at least this long are shaded as waiting until it is known what waiting is. */
const WAITING_MICROS = 1_000_000;

/** What suggestions, and a fit to a length, leave around what is worth seeing. */
export const selectEditSettings = ({ document }: Pick<EditorState, 'document'>): EditSettings => document.editSettings ?? DEFAULT_EDITS;

/** Where there is nothing to read: what the analysis says, and until it is there the pauses between events. */
export function selectWaiting({ opened, analysis }: EditorState): Gaps | undefined {
  if (analysis.analysis) return waitingSpansOf(analysis.analysis);
  return opened ? waitingOf(opened.recording) : undefined;
}

/** The times at which the screen changes, ascending; null until the whole recording is indexed. */
export const selectChangeTimes = ({ opened, screenIndex }: EditorState): Float64Array | null =>
  opened && screenIndex.changes ? changeTimesOf(opened.recording, screenIndex.changes) : null;

/** Where steps go, and what dragged edges snap to: changes of the screen, or all events until those are known. */
export const selectStepTimes = (state: EditorState): Float64Array =>
  selectChangeTimes(state) ?? state.opened?.recording.events.times ?? NO_TIMES;

/** The region that is looked at, where it is a region. */
export function selectRegionRef({ selected }: Pick<EditorState, 'selected'>): RegionRef | null {
  const last = selected.at(-1);
  return last && isRegionRef(last) ? last : null;
}

export function selectSelectedRegion(state: EditorState): DocumentRegion | undefined {
  const ref = selectRegionRef(state);
  return ref ? findRegion(state.document, ref) : undefined;
}

/** The markers of the result: the plan's, or else the recording's own. */
export const selectMarkers = (state: EditorState): readonly DocumentMarker[] => state.document.markers ?? selectOwnMarkers(state);

/** The markers that the recording brings. */
export const selectOwnMarkers = ({ opened }: Pick<EditorState, 'opened'>): readonly DocumentMarker[] =>
  opened ? ownMarkersOf(opened.recording) : NO_MARKERS;

const NO_MARKERS: readonly DocumentMarker[] = [];

/** The instant whose screen the preview shows, as it was recorded: inside a cut the result shows the seam after it. */
export function selectShownTime({ document, playhead, playing, scrubTime }: EditorState): SourceTime {
  if (scrubTime !== null) return scrubTime;
  if (playing === 'source') return playhead;
  return document.cuts.reduce((instant, { start, end }) => (start <= instant && instant < end ? end : instant), playhead);
}

const NO_TIMES = new Float64Array();

/** What people and assistive technology call a region: its kind and its place among its kind, from 1. */
export function regionName({ document }: Pick<EditorState, 'document'>, ref: RegionRef): string {
  return `${ref.kind} ${regionsOf(document, ref.kind).findIndex((region) => region.id === ref.id) + 1}`;
}

const timeMapOf = rememberLast((recording: Recording, plan: Plan) => createTimeMap(recording, plan));
const ownMarkersOf = rememberLast(ownMarkers);
const changeTimesOf = rememberLast(({ events }: Recording, changes: Uint32Array) =>
  Float64Array.from(changes, (position) => events.times[position - 1] as number),
);
const waitingOf = rememberLast((recording: Recording) => findGaps(recording.events.times, WAITING_MICROS));

const waitingSpansOf = rememberLast(({ spans }: Analysis): Gaps => {
  const waiting = spans.filter(({ kind }) => kind === 'waiting');
  // Of two that touch, which wait in different ways, the edge between them is none.
  const starts = waiting.filter(({ start }, index) => waiting[index - 1]?.end !== start);
  const ends = waiting.filter(({ end }, index) => waiting[index + 1]?.start !== end);
  return { starts: Float64Array.from(starts, ({ start }) => start), ends: Float64Array.from(ends, ({ end }) => end) };
});

/** Keeps the answer to the last question: selectors are asked by many between two changes. */
export function rememberLast<Args extends readonly unknown[], Answer>(compute: (...args: Args) => Answer): (...args: Args) => Answer {
  let last: { args: Args; answer: Answer } | undefined;
  return (...args) => {
    if (!last?.args.every((arg, index) => arg === args[index])) last = { args, answer: compute(...args) };
    return last.answer;
  };
}
