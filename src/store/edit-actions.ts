import type { StoreApi } from 'zustand/vanilla';
import { formatTime, speakTime } from '#core/cast/format-time.ts';
import type { SourceTime } from '#core/cast/time.ts';
import type { Range } from '#core/lib/ranges.ts';
import {
  addCut,
  addCuts,
  addRedaction,
  addSpeedRegion,
  changeRedaction,
  clippedPlan,
  documentFromPlan,
  type EditDocument,
  findRegion,
  isSameRegion,
  placeRegion,
  type RegionRef,
  removeRedaction,
  removeRegion,
  setCutMode,
  setFactor,
} from '#core/plan/document.ts';
import { formatFactor } from '#core/plan/factor.ts';
import type { CutMode, Plan, Redaction } from '#core/plan/plan.ts';
import { recordStep, travel } from './history.ts';
import { regionName, selectDuration, selectTimeMap } from './selectors.ts';
import type { EditorState } from './state.ts';

/** The mode of new cuts: the screen after them stays right, and what was cut is not in the file. */
export const NEW_CUT_MODE: CutMode = 'jump';

const NEW_FACTOR = 2;

/** Everything that changes the document. Each call is one undo step; between `beginGesture` and `commitGesture` all are one. */
export interface EditActions {
  cut(range: Range<SourceTime>): void;
  /** Cuts several ranges in one step, which has a name of its own. */
  cutAll(ranges: readonly Range<SourceTime>[], label: string): void;
  /** Gives the range a factor of 2, and selects the new region so that its factor can be typed. */
  speedUp(range: Range<SourceTime>): void;
  place(ref: RegionRef, range: Range<SourceTime>): void;
  setFactor(id: number, factor: number): void;
  setCutMode(id: number, mode: CutMode): void;
  /** Changes the mode of several cuts in one step. */
  setCutModes(ids: readonly number[], mode: CutMode): void;
  remove(ref: RegionRef): void;
  /** Adds redactions in one step. */
  mask(redactions: readonly Redaction[]): void;
  placeRedaction(id: number, range: Range<SourceTime>): void;
  removeRedaction(id: number): void;
  setIdleCap(micros: number | null): void;
  removeHold(index: number): void;
  keepOwnMarkers(): void;
  keepOwnTitle(): void;
  /** Replaces all edits by those of a plan, clipped to the recording. Ends a gesture as if it had been cancelled. */
  replacePlan(plan: Plan, name: string): void;

  /** Begins a drag; answers whether it may. There is one at a time: whoever did not begin it has to leave it alone. */
  beginGesture(label: string): boolean;
  /** Ends a drag; a drag that changed nothing leaves no step. */
  commitGesture(): void;
  /** Puts everything back as it was when the gesture began. */
  cancelGesture(): void;

  undo(): void;
  redo(): void;
}

export function createEditActions(store: StoreApi<EditorState>): EditActions {
  const get = store.getState;

  /** The one place where the document changes and history is written. */
  function edit(label: string, document: EditDocument, rest: Partial<EditorState> = {}): void {
    const state = get();
    if (document === state.document) return;
    const history = state.gesture ? state.history : recordStep(state.history, label, state.document);
    store.setState({ document, history, ...rest });
    if (!state.gesture) announce(label);
  }

  function announce(label: string): void {
    const map = selectTimeMap(get());
    store.setState({ announcement: map ? `${label}. Result ${speakTime(map.resultDuration)}.` : label });
  }

  /**
   * What is looked at once a region was made. The playhead goes to where it begins, so that the span around the
   * playhead is now this region: the same command given twice does not reach beyond it.
   */
  function madeAt(start: SourceTime, ref: RegionRef): Partial<EditorState> {
    const { isPlaying, playhead } = get();
    return { selection: null, selectedRegion: ref, playhead: isPlaying ? playhead : start };
  }

  function cancelGesture(): void {
    const { gesture } = get();
    if (gesture) store.setState({ document: gesture.before, gesture: null, scrubTime: null });
  }

  function go(direction: 'undo' | 'redo'): void {
    const state = get();
    const travelled = travel(state.history, direction, state.document);
    if (!travelled || state.gesture) return;
    const { document, label } = travelled.step;
    const selectedRegion = state.selectedRegion && findRegion(document, state.selectedRegion) ? state.selectedRegion : null;
    store.setState({ document, history: travelled.history, selectedRegion });
    announce(`${direction === 'undo' ? 'Undid' : 'Redid'}: ${label}`);
  }

  return {
    cut(range) {
      const { document, ref } = addCut(get().document, range, NEW_CUT_MODE);
      edit(`Cut ${formatTime(range.end - range.start)}`, document, madeAt(range.start, ref));
    },
    cutAll(ranges, label) {
      edit(label, addCuts(get().document, ranges, NEW_CUT_MODE), { selection: null, selectedRegion: null });
    },
    speedUp(range) {
      const { document, ref } = addSpeedRegion(get().document, range, NEW_FACTOR);
      edit(`Speed ${formatFactor(NEW_FACTOR)}`, document, { ...madeAt(range.start, ref), factorAskedFor: ref.id });
    },
    place(ref, range) {
      edit(`Move ${regionName(get(), ref)}`, placeRegion(get().document, ref, range));
    },
    setFactor(id, factor) {
      edit(`Speed ${formatFactor(factor)}`, setFactor(get().document, id, factor));
    },
    setCutMode(id, mode) {
      edit(`Mode of ${regionName(get(), { kind: 'cut', id })}`, setCutMode(get().document, id, mode));
    },
    setCutModes(ids, mode) {
      const document = ids.reduce((changed, id) => setCutMode(changed, id, mode), get().document);
      edit(`Mode of ${ids.length === 1 ? '1 cut' : `${ids.length} cuts`}`, document);
    },
    remove(ref) {
      const { selectedRegion } = get();
      const isSelected = isSameRegion(selectedRegion, ref);
      edit(`Remove ${regionName(get(), ref)}`, removeRegion(get().document, ref), isSelected ? { selectedRegion: null } : {});
    },
    mask(redactions) {
      const document = redactions.reduce((masked, redaction) => addRedaction(masked, redaction).document, get().document);
      edit(redactions.length === 1 ? 'Mask' : `${redactions.length} masks`, document);
    },
    placeRedaction(id, { start, end }) {
      edit('Range of mask', changeRedaction(get().document, id, { start, end }));
    },
    removeRedaction(id) {
      edit('Remove mask', removeRedaction(get().document, id));
    },
    setIdleCap(micros) {
      if (micros === (get().document.idleCapMicros ?? null)) return;
      edit(micros === null ? 'No idle cap' : `Idle cap ${micros / 1e6} s`, { ...get().document, idleCapMicros: micros });
    },
    removeHold(index) {
      const { document } = get();
      edit('Remove hold', { ...document, holds: document.holds.filter((_, at) => at !== index) });
    },
    keepOwnTitle() {
      const { title: _, ...document } = get().document;
      edit('Keep the recording’s title', document);
    },
    keepOwnMarkers() {
      const { markers: _, ...document } = get().document;
      edit('Keep the recording’s markers', document);
    },
    replacePlan(plan, name) {
      cancelGesture();
      const document = documentFromPlan(clippedPlan(plan, selectDuration(get())));
      edit(`Plan ${name}`, document, { selection: null, selectedRegion: null });
    },

    beginGesture(label) {
      if (get().gesture) return false;
      store.setState({ gesture: { label, before: get().document } });
      return true;
    },
    commitGesture() {
      const { gesture, document, history } = get();
      if (!gesture) return;
      store.setState({ gesture: null, scrubTime: null });
      // There and back is no change, though the document is another one. Documents are small and plain.
      if (JSON.stringify(document) === JSON.stringify(gesture.before)) return;
      store.setState({ history: recordStep(history, gesture.label, gesture.before) });
      announce(gesture.label);
    },
    cancelGesture,

    undo: () => go('undo'),
    redo: () => go('redo'),
  };
}
