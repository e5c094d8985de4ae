import type { StoreApi } from 'zustand/vanilla';
import { speakTime } from '#core/cast/format-time.ts';
import { type EditDocument, findRegion, type RegionRef } from '#core/plan/document.ts';
import { fitted, outcomeOf } from './fitting.ts';
import { recordStep } from './history.ts';
import { selectTimeMap } from './selectors.ts';
import type { EditorState } from './state.ts';

/** Said after an edit that is not all that has changed. */
export const SOLVED_AGAIN = 'The rest is solved again';

/**
 * The one place where the document changes and history is written: as a step, or as a part of the gesture under way. The
 * document that is there already is no change. `said`: what is told of it, beside the length of the result.
 */
export function changeDocument(
  store: StoreApi<EditorState>,
  label: string,
  document: EditDocument,
  rest: Partial<EditorState> = {},
  said = label,
): void {
  const state = store.getState();
  if (document === state.document) return;
  const history = state.gesture ? state.history : recordStep(state.history, label, state.document);
  store.setState({ document, history, selectedRegion: stillThere(state.selectedRegion, document), ...rest });
  if (!state.gesture) announce(store, said);
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
  const said = document.targetMicros === undefined ? spoken : `${spoken}. ${SOLVED_AGAIN}`;
  changeDocument(store, label, solved.document, { ...rest, ...solved }, said);
}

/** The document after an edit, with all that is made for its target made anew: later, where it is not known yet what to make. */
export function solvedAgain(
  state: EditorState,
  document: EditDocument,
): Pick<EditorState, 'document'> & Partial<Pick<EditorState, 'awaitedTargetMicros'>> {
  if (document.targetMicros === undefined || state.analysis.analysis) return { document: fitted(state, document) };
  return { document, awaitedTargetMicros: document.targetMicros };
}

/** Tells assistive technology what was done, how long the result is now, and why it is not as long as it should be. */
export function announce(store: StoreApi<EditorState>, label: string): void {
  const state = store.getState();
  const map = selectTimeMap(state);
  const outcome = outcomeOf(state, state.document);
  const problem = outcome?.kind === 'infeasible' ? ` ${outcome.spokenMessage}` : '';
  store.setState({ announcement: map ? `${label}. Result ${speakTime(map.resultDuration)}.${problem}` : label });
}

/** The selected region, unless it is gone. */
export const stillThere = (selected: RegionRef | null, document: EditDocument): RegionRef | null =>
  selected && findRegion(document, selected) ? selected : null;
