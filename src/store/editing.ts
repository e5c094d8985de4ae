import type { StoreApi } from 'zustand/vanilla';
import { speakTime } from '#core/cast/format-time.ts';
import type { EditDocument, EditRef } from '#core/plan/document.ts';
import { changedEdits, type EditChange } from '#core/plan/document-change.ts';
import { fitted, outcomeOf } from './fitting.ts';
import { recordStep, type Standing } from './history.ts';
import { selectMarkers, selectTimeMap } from './selectors.ts';
import type { EditorState, Toast } from './state.ts';
import type { StepName } from './step-name.ts';

/** Said after an edit that is not all that has changed. */
const SOLVED_AGAIN = 'The rest is solved again';

const MICROS_PER_MINUTE = 60_000_000;

const OPEN_ELSEWHERE = 'Another tab has this open. Take over to edit here.';

/**
 * The one place where the document changes and history is written: as a step, or as a part of the gesture under way. The
 * document that is there already is no change. `spoken`: what is told of it, beside the length of the result.
 */
export function changeDocument(
  store: StoreApi<EditorState>,
  label: string,
  document: EditDocument,
  rest: Partial<EditorState> = {},
  spoken = label,
): void {
  change(store, { label, spoken }, document, rest, false);
}

/**
 * The same for what the user sets. With a target the rest is solved again, in the same step; at the end of a gesture, where
 * one is under way. `spoken`: the label in words, where it has figures.
 */
export function changeEdits(
  store: StoreApi<EditorState>,
  label: string,
  document: EditDocument,
  rest: Partial<EditorState> = {},
  spoken = label,
): void {
  const state = store.getState();
  if (document === state.document) return;
  const solved = state.gesture ? { document } : solvedAgain(state, document);
  change(store, { label, spoken }, solved.document, { ...rest, ...solved }, document.targetMicros !== undefined);
}

function change(
  store: StoreApi<EditorState>,
  name: StepName,
  document: EditDocument,
  rest: Partial<EditorState>,
  isSolvedAgain: boolean,
): void {
  const state = store.getState();
  if (document === state.document || refusesEdits(store)) return;
  const selected = stillThere(state.selected, document);
  if (state.gesture) store.setState({ document, selected, ...rest });
  else finishStep(store, name, state, { document, selected, ...rest }, isSolvedAgain);
}

/** Whether nothing may be edited here, which is said then. */
export function refusesEdits(store: StoreApi<EditorState>): boolean {
  const isElsewhere = store.getState().project.keeping.kind === 'elsewhere';
  if (isElsewhere) store.setState({ announcement: OPEN_ELSEWHERE, toast: { text: OPEN_ELSEWHERE, canUndo: false } });
  return isElsewhere;
}

/** Writes a step down, and tells of it. */
export function finishStep(
  store: StoreApi<EditorState>,
  name: StepName,
  before: Standing,
  after: Partial<EditorState> & Pick<EditorState, 'document'>,
  isSolvedAgain: boolean,
): void {
  const state = store.getState();
  const changes = changedEdits(withMarkers(state, before.document), withMarkers(state, after.document));
  // A marker that was dragged, or a mask, changes nothing of what is solved.
  const isAllSolved = isSolvedAgain && !(changes.length > 0 && changes.every(({ kind }) => kind === 'marker' || kind === 'mask'));
  const isFit = before.document.targetMicros !== after.document.targetMicros;
  const tell = (what: string): string => (isAllSolved ? `${what}. ${SOLVED_AGAIN}` : what);
  const toast = isFit || isAllSolved || isBig(changes) ? { text: tell(name.label), canUndo: true } : withoutUndo(state.toast);
  store.setState({ ...after, history: recordStep(state.history, name, before), toast });
  announce(store, tell(name.spoken));
}

/** What was shown for a while offers to undo the last step: there is another one now. */
export const withoutUndo = (toast: Toast | null): Toast | null => (toast?.canUndo ? null : toast);

/** Whether more was done than one thing that is seen where it was done: several edits at once, or something gone. */
function isBig(changes: readonly EditChange[]): boolean {
  const added = changes.filter((change) => !change.before).length;
  const gone = changes.filter((change) => !change.after).length;
  return added > 1 || gone > added || changes.length - added - gone > 1;
}

/** The document with the markers that its result has. */
export const withMarkers = (state: EditorState, document: EditDocument): EditDocument => ({
  ...document,
  markers: selectMarkers({ ...state, document }),
});

/** The document after an edit, with all that is made for its target made anew: later, where it is not known yet what to make. */
export function solvedAgain(
  state: EditorState,
  document: EditDocument,
): Pick<EditorState, 'document'> & Partial<Pick<EditorState, 'awaitedTargetMicros'>> {
  if (document.targetMicros === undefined || state.analysis.analysis) return { document: fitted(state, document) };
  return { document, awaitedTargetMicros: document.targetMicros };
}

/** Tells assistive technology what was done, how long the result is now, and why it is not as long as it should be. */
export function announce(store: StoreApi<EditorState>, told: string): void {
  const state = store.getState();
  const map = selectTimeMap(state);
  const outcome = outcomeOf(state, state.document);
  const problem = outcome?.kind === 'infeasible' ? ` ${outcome.spokenMessage}` : '';
  store.setState({ announcement: map ? `${told}. Result ${speakResult(map.resultDuration, state.document)}.${problem}` : told });
}

/** `38.6 of 40 seconds`; the target is said where the result is another. */
function speakResult(resultMicros: number, { targetMicros }: EditDocument): string {
  const result = speakTime(resultMicros);
  const target = targetMicros === undefined ? result : speakTime(targetMicros);
  if (result === target) return result;
  const isShort = (micros: number) => micros < MICROS_PER_MINUTE;
  const parts = isShort(resultMicros) && isShort(targetMicros ?? 0) ? result.split(' ')[0] : result;
  return `${parts} of ${target}`;
}

/** What is selected, without what is gone. The recording's own markers, which a document does not list, stay. */
export function stillThere(selected: readonly EditRef[], { cuts, speedRegions, holds, markers }: EditDocument): readonly EditRef[] {
  const lists = { cut: cuts, speed: speedRegions, hold: holds, marker: markers };
  // All of many thousand may be selected.
  const kinds = [...new Set(selected.map(({ kind }) => kind))];
  const names = new Map(kinds.map((kind) => [kind, lists[kind] && new Set(lists[kind].map(({ id }) => id))]));
  const left = selected.filter(({ kind, id }) => names.get(kind)?.has(id) ?? true);
  return left.length === selected.length ? selected : left;
}
