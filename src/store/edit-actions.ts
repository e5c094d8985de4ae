import type { StoreApi } from 'zustand/vanilla';
import type { SourceTime } from '#core/cast/time.ts';
import { overlaps, type Range } from '#core/lib/ranges.ts';
import {
  addCut,
  addCuts,
  addSpeedRegion,
  clippedPlan,
  type DocumentHold,
  type DocumentRegion,
  documentFromPlan,
  type EditDocument,
  type EditRef,
  findRegion,
  isRegionRef,
  placeRegion,
  type RegionRef,
  removeEdits,
  setCutMode,
  setFactor,
} from '#core/plan/document.ts';
import { changedRange } from '#core/plan/document-change.ts';
import { addRedaction, changeRedaction, removeRedaction } from '#core/plan/document-redactions.ts';
import { formatFactor } from '#core/plan/factor.ts';
import { keepRange, setsNothingNew } from '#core/plan/made-edits.ts';
import type { CutMode, Plan, Redaction } from '#core/plan/plan.ts';
import { splitRegion } from '#core/plan/split-region.ts';
import {
  announce,
  changeDocument,
  changeEdits,
  finishStep,
  refusesEdits,
  solvedAgain,
  stillThere,
  withMarkers,
  withoutUndo,
} from './editing.ts';
import { travel } from './history.ts';
import { regionName, selectDuration, selectMarkers } from './selectors.ts';
import type { EditorState } from './state.ts';
import { CUT_MODE_NAMES, cutName, fitName, keepName, nameOfChange, plainName, type StepName, speedName, stepName } from './step-name.ts';
import { revealRange, type Viewport } from './viewport.ts';

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
  /** Removes all of these in one step. */
  removeAll(refs: readonly EditRef[]): void;
  /** Gives several speed regions one factor, in one step. */
  setFactors(ids: readonly number[], factor: number): void;
  /** Makes two of a region, which touch there. */
  split(ref: RegionRef, time: SourceTime): void;
  /** Adds redactions in one step. */
  mask(redactions: readonly Redaction[]): void;
  placeRedaction(id: number, range: Range<SourceTime>): void;
  removeRedaction(id: number): void;
  setIdleCap(micros: number | null): void;
  keepOwnMarkers(): void;
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
  /** Takes back, or does again, as many steps as it takes until so many are done. */
  travelTo(doneCount: number): void;
}

export function createEditActions(store: StoreApi<EditorState>): EditActions {
  const get = store.getState;

  const edit = ({ label, spoken }: StepName, document: EditDocument, rest?: Partial<EditorState>): void =>
    changeEdits(store, label, document, rest, spoken);

  /**
   * What is looked at once a region was made. The playhead goes to where it begins, so that the span around the
   * playhead is now this region: the same command given twice does not reach beyond it.
   */
  function madeAt(start: SourceTime, ref: RegionRef): Partial<EditorState> {
    const { isPlaying, playhead } = get();
    return { selection: null, selected: [ref], playhead: isPlaying ? playhead : start };
  }

  function cancelGesture(): void {
    const { gesture } = get();
    if (gesture) store.setState({ document: gesture.before, ...NO_GESTURE });
  }

  /** Brings back what was there once so many steps were done, and what of it had the user's attention. */
  function goTo(doneCount: number, tell: (reached: StepName) => string): void {
    const state = get();
    const travelled = state.gesture ? undefined : travel(state.history, doneCount, state);
    if (!travelled || refusesEdits(store)) return;
    const { document, selected, selection } = travelled.standing;
    const changed = changedRange(withMarkers(state, state.document), withMarkers(state, document));
    store.setState({
      document,
      history: travelled.history,
      selected: stillThere(selected, document),
      selection,
      viewport: changed ? inSight(state.viewport, changed, selectDuration(state)) : state.viewport,
      toast: withoutUndo(state.toast),
    });
    const reached = travelled.history.done.at(-1) ?? plainName(`Opened ${state.opened?.fileName ?? ''}`);
    announce(store, tell(reached));
  }

  function removeAll(refs: readonly EditRef[]): void {
    const state = get();
    const { document } = state;
    const there = stillThere(refs, document);
    if (there.length === 0) return;
    const isFitted = (ref: EditRef): boolean =>
      document.targetMicros !== undefined && (isRegionRef(ref) ? findRegion(document, ref) : holdOf(document, ref))?.by === 'fit';
    // What was made for a target would be made again: those stretches are as they were recorded, by the user's own choice.
    const kept = there.filter(isFitted).flatMap((ref) => (isRegionRef(ref) ? [findRegion(document, ref) as DocumentRegion] : []));
    const removed = there.filter((ref) => !isFitted(ref));
    const count = kept.length + removed.length;
    if (count === 0) {
      store.setState({ announcement: 'This hold brings the result to its length. Stop fitting to remove it.' });
      return;
    }
    const left = removeEdits(document, removed, selectMarkers(state));
    const [region] = kept;
    const one = region ? keepName(region) : nameOfChange(withMarkers(state, document), withMarkers(state, left));
    edit(
      (count === 1 && one) || plainName(`Remove ${count.toLocaleString('en')} edits`),
      kept.reduce((edited, region) => keepRange(edited, region).document, left),
    );
  }

  return {
    cut(range) {
      const { document, ref } = addCut(get().document, range, NEW_CUT_MODE);
      edit(cutName(range), document, madeAt(range.start, ref));
    },
    cutAll(ranges, label) {
      edit(plainName(label), addCuts(get().document, ranges, NEW_CUT_MODE), { selection: null, selected: [] });
    },
    speedUp(range) {
      const { document, ref } = addSpeedRegion(get().document, range, NEW_FACTOR);
      edit(speedName(range, NEW_FACTOR), document, { ...madeAt(range.start, ref), factorAskedFor: ref.id });
    },
    place(ref, range) {
      const { document: before, gesture } = get();
      const document = placeRegion(before, ref, range);
      // A gesture gets its name at its end.
      const name = gesture ? undefined : nameOfChange(before, document);
      edit(name ?? plainName(`Move ${regionName(get(), ref)}`), document);
    },
    setFactor(id, factor) {
      const region = findRegion(get().document, { kind: 'speed', id });
      if (region) edit(speedName(region, factor), setFactor(get().document, id, factor));
    },
    setCutMode(id, mode) {
      edit(plainName(`Mode of ${regionName(get(), { kind: 'cut', id })}: ${CUT_MODE_NAMES[mode]}`), setCutMode(get().document, id, mode));
    },
    setCutModes(ids, mode) {
      const document = ids.reduce((changed, id) => setCutMode(changed, id, mode), get().document);
      edit(plainName(`Mode of ${ids.length === 1 ? '1 cut' : `${ids.length} cuts`}: ${CUT_MODE_NAMES[mode]}`), document);
    },
    remove: (ref) => removeAll([ref]),
    removeAll,
    setFactors(ids, factor) {
      const document = ids.reduce((changed, id) => setFactor(changed, id, factor), get().document);
      edit(plainName(`Speed ${formatFactor(factor)} on ${ids.length === 1 ? '1 region' : `${ids.length} regions`}`), document);
    },
    split(ref, time) {
      const { document, ref: second } = splitRegion(get().document, ref, time);
      const name = stepName((wording) => `Split ${regionName(get(), ref)} at ${wording.time(time)}`);
      edit(name, document, { selected: [second], selection: null });
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
      edit(plainName(micros === null ? 'No idle cap' : `Idle cap ${micros / 1e6} s`), { ...get().document, idleCapMicros: micros });
    },
    keepOwnMarkers() {
      const { markers: _, ...document } = get().document;
      // The recording's own have names that others may have had.
      const selected = get().selected.filter(({ kind }) => kind !== 'marker');
      changeDocument(store, 'Keep the recording’s markers', document, { selected });
    },
    replacePlan(plan, name) {
      cancelGesture();
      const { editSettings } = get().document;
      const document = { ...documentFromPlan(clippedPlan(plan, selectDuration(get()))), ...(editSettings && { editSettings }) };
      changeDocument(store, `Plan ${name}`, document, { selection: null, selected: [], awaitedTargetMicros: null });
    },

    beginGesture(label) {
      if (get().gesture || refusesEdits(store)) return false;
      store.setState({ gesture: { label, before: get().document } });
      return true;
    },
    commitGesture() {
      const state = get();
      const { gesture, document } = state;
      if (!gesture) return;
      // There and back is no change, though the document is another one, in which something may have given way.
      if (setsNothingNew(gesture.before, document) || refusesEdits(store)) {
        cancelGesture();
        return;
      }
      const { targetMicros } = document;
      const isFit = targetMicros !== undefined && targetMicros !== gesture.before.targetMicros;
      const moved = isFit ? fitName(targetMicros) : nameOfChange(withMarkers(state, gesture.before), withMarkers(state, document));
      finishStep(
        store,
        moved ?? plainName(gesture.label),
        { ...state, document: gesture.before },
        { ...solvedAgain(state, document), ...NO_GESTURE },
        targetMicros !== undefined && !isFit,
      );
    },
    cancelGesture,

    undo() {
      const { done } = get().history;
      goTo(done.length - 1, () => `Undid: ${done.at(-1)?.spoken}`);
    },
    redo() {
      const { done } = get().history;
      goTo(done.length + 1, ({ spoken }) => `Redid: ${spoken}`);
    },
    travelTo: (doneCount) => goTo(doneCount, ({ spoken }) => `Now at: ${spoken}`),
  };
}

const holdOf = ({ holds }: EditDocument, { id }: EditRef): DocumentHold | undefined => holds.find((hold) => hold.id === id);

/** Where more changed than there is room for, any of it in sight will do. */
function inSight(viewport: Viewport, changed: Range, durationMicros: number): Viewport {
  const range = { start: changed.start, end: Math.min(changed.end, durationMicros) };
  const isTooLong = range.end - range.start > viewport.end - viewport.start;
  return isTooLong && overlaps(viewport, range) ? viewport : revealRange(viewport, range, durationMicros);
}
