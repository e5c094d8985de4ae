import type { StoreApi } from 'zustand/vanilla';
import { formatTime, speakTime } from '#core/cast/format-time.ts';
import type { SourceTime } from '#core/cast/time.ts';
import type { Range } from '#core/lib/ranges.ts';
import {
  addCut,
  addCuts,
  addSpeedRegion,
  clippedPlan,
  documentFromPlan,
  type EditDocument,
  findRegion,
  placeRegion,
  type RegionRef,
  removeRegion,
  setCutMode,
  setFactor,
} from '#core/plan/document.ts';
import { addRedaction, changeRedaction, removeRedaction } from '#core/plan/document-redactions.ts';
import { formatFactor } from '#core/plan/factor.ts';
import { keepRange, setsNothingNew } from '#core/plan/made-edits.ts';
import type { CutMode, Plan, Redaction } from '#core/plan/plan.ts';
import { announce, changeDocument, changeEdits, SOLVED_AGAIN, solvedAgain, stillThere } from './editing.ts';
import { recordStep, travel } from './history.ts';
import { regionName, selectDuration } from './selectors.ts';
import type { EditorState } from './state.ts';

/** The mode of new cuts: the screen after them stays right, and what was cut is not in the file. */
export const NEW_CUT_MODE: CutMode = 'jump';

const NEW_FACTOR = 2;

const NO_GESTURE = { gesture: null, scrubTime: null } as const;

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

  const edit = (label: string, document: EditDocument, rest?: Partial<EditorState>): void => changeEdits(store, label, document, rest);

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
    if (gesture) store.setState({ document: gesture.before, ...NO_GESTURE });
  }

  function go(direction: 'undo' | 'redo'): void {
    const state = get();
    const travelled = travel(state.history, direction, state.document);
    if (!travelled || state.gesture) return;
    const { document, label } = travelled.step;
    store.setState({ document, history: travelled.history, selectedRegion: stillThere(state.selectedRegion, document) });
    announce(store, `${direction === 'undo' ? 'Undid' : 'Redid'}: ${label}`);
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
      const { document } = get();
      const region = findRegion(document, ref);
      if (!region) return;
      // What was made for a target would be made again: that stretch is as it was recorded, by the user's own choice.
      const isFitted = region.by === 'fit' && document.targetMicros !== undefined;
      if (!isFitted) {
        edit(`Remove ${regionName(get(), ref)}`, removeRegion(document, ref));
        return;
      }
      const label = `Keep at 1×: ${formatTime(region.start)}–${formatTime(region.end)}`;
      const spoken = `Keep at 1×: ${speakTime(region.start)} to ${speakTime(region.end)}`;
      changeEdits(store, label, keepRange(document, region).document, {}, spoken);
    },
    mask(redactions) {
      const document = redactions.reduce((masked, redaction) => addRedaction(masked, redaction).document, get().document);
      changeDocument(store, redactions.length === 1 ? 'Mask' : `${redactions.length} masks`, document);
    },
    placeRedaction(id, { start, end }) {
      changeDocument(store, 'Range of mask', changeRedaction(get().document, id, { start, end }));
    },
    removeRedaction(id) {
      changeDocument(store, 'Remove mask', removeRedaction(get().document, id));
    },
    setIdleCap(micros) {
      if (micros === (get().document.idleCapMicros ?? null)) return;
      edit(micros === null ? 'No idle cap' : `Idle cap ${micros / 1e6} s`, { ...get().document, idleCapMicros: micros });
    },
    removeHold(index) {
      const { document } = get();
      if (document.holds[index]?.by === 'fit' && document.targetMicros !== undefined) {
        store.setState({ announcement: 'This hold brings the result to its length. Stop fitting to remove it.' });
        return;
      }
      edit('Remove hold', { ...document, holds: document.holds.filter((_, at) => at !== index) });
    },
    keepOwnTitle() {
      const { title: _, ...document } = get().document;
      changeDocument(store, 'Keep the recording’s title', document);
    },
    keepOwnMarkers() {
      const { markers: _, ...document } = get().document;
      changeDocument(store, 'Keep the recording’s markers', document);
    },
    replacePlan(plan, name) {
      cancelGesture();
      const { editSettings } = get().document;
      const document = { ...documentFromPlan(clippedPlan(plan, selectDuration(get()))), ...(editSettings && { editSettings }) };
      changeDocument(store, `Plan ${name}`, document, { selection: null, selectedRegion: null, awaitedTargetMicros: null });
    },

    beginGesture(label) {
      if (get().gesture) return false;
      store.setState({ gesture: { label, before: get().document } });
      return true;
    },
    commitGesture() {
      const state = get();
      const { gesture, document, history } = state;
      if (!gesture) return;
      // There and back is no change, though the document is another one, in which something may have given way.
      if (setsNothingNew(gesture.before, document)) {
        store.setState({ document: gesture.before, ...NO_GESTURE });
        return;
      }
      store.setState({ history: recordStep(history, gesture.label, gesture.before), ...solvedAgain(state, document), ...NO_GESTURE });
      const isSolvedAgain = document.targetMicros !== undefined && document.targetMicros === gesture.before.targetMicros;
      announce(store, isSolvedAgain ? `${gesture.label}. ${SOLVED_AGAIN}` : gesture.label);
    },
    cancelGesture,

    undo: () => go('undo'),
    redo: () => go('redo'),
  };
}
