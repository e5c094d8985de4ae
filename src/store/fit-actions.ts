import type { StoreApi } from 'zustand/vanilla';
import { MIN_TARGET_MICROS } from '#core/analyze/fit/outcome.ts';
import { speakTime } from '#core/cast/format-time.ts';
import type { SourceTime } from '#core/cast/time.ts';
import type { Range } from '#core/lib/ranges.ts';
import { findRegion, type RegionRef, removeRegion } from '#core/plan/document.ts';
import { formatFactor } from '#core/plan/factor.ts';
import { keepRange, pinRegion, releaseRanges, speedUpPins, withoutTarget } from '#core/plan/made-edits.ts';
import type { AnalysisActions } from './analysis-actions.ts';
import { changeDocument, changeEdits, refusesEdits } from './editing.ts';
import { fitted } from './fitting.ts';
import { partOfNoOther } from './moment-range.ts';
import { regionName } from './selectors.ts';
import type { EditorState } from './state.ts';
import { fitName, keepName, stepName } from './step-name.ts';

/** Bringing the result to a length. What the user has set is a pin, which nothing here changes but `keep` and `release`. */
export interface FitActions {
  /**
   * Fits the result to a target, as one undo step, or as a part of the gesture under way (`beginGesture`): so a slider
   * that is dragged is one step. Before the analysis is there it is remembered, and done then.
   */
  fitTo(targetMicros: number): void;
  /** Fits no longer; `keepsEdits`: what was fitted becomes the user's own. */
  stopFitting(keepsEdits: boolean): void;
  /** Pins a range at the speed it was recorded at: nothing of it is cut or sped up. */
  keep(range: Range<SourceTime>): void;
  /** Makes a region that was fitted the user's own. */
  pin(ref: RegionRef): void;
  /** Gives a region of the user's own back to be solved; without a target it is gone. */
  release(ref: RegionRef): void;
  /** The same for that range of what the user has set, but for what other moments need that are kept. */
  releaseRange(range: Range<SourceTime>): void;
  /** A way out of what cannot be met: all speed regions of the user's own run so many times faster. */
  speedPinsUp(times: number): void;
  askForTarget(): void;
  /** The field has the focus that it was asked to take. */
  enteredTarget(): void;
}

export function createFitActions(store: StoreApi<EditorState>, { analyze }: AnalysisActions): FitActions {
  const get = store.getState;

  return {
    fitTo(micros) {
      const state = get();
      if (!state.opened || refusesEdits(store)) return;
      const targetMicros = Math.max(MIN_TARGET_MICROS, Math.round(micros));
      if (state.analysis.analysis) {
        fitDocument(store, targetMicros);
        return;
      }
      // Whoever wants a length wants what it takes.
      analyze();
      store.setState({
        awaitedTargetMicros: targetMicros,
        announcement: `Will be fitted to ${speakTime(targetMicros)} once the recording has been looked through`,
      });
    },
    stopFitting(keepsEdits) {
      const { document } = get();
      store.setState({ awaitedTargetMicros: null });
      if (document.targetMicros !== undefined) changeDocument(store, 'Stop fitting', withoutTarget(document, keepsEdits));
    },
    keep(range) {
      const { document, ref } = keepRange(get().document, range);
      const { label, spoken } = keepName(range);
      changeEdits(store, label, document, { selection: null, selected: [ref] }, spoken);
    },
    pin(ref) {
      changeEdits(store, `Pin ${regionName(get(), ref)}`, pinRegion(get().document, ref));
    },
    release(ref) {
      const { document } = get();
      const region = findRegion(document, ref);
      if (!region || region.by !== undefined) return;
      changeEdits(store, `Release ${regionName(get(), ref)}`, removeRegion(document, ref));
    },
    releaseRange(range) {
      const state = get();
      const released = releaseRanges(state.document, partOfNoOther(range, state));
      // Others may need all of it; then it is theirs that gives way.
      const document = released === state.document ? releaseRanges(state.document, [range]) : released;
      const { label, spoken } = stepName((wording) => `Release ${wording.range(range)}`);
      changeEdits(store, label, document, {}, spoken);
    },
    speedPinsUp(times) {
      changeEdits(store, `Speed pins up ${formatFactor(times)}`, speedUpPins(get().document, times));
    },
    askForTarget: () => store.setState({ isTargetAskedFor: true }),
    enteredTarget: () => store.setState({ isTargetAskedFor: false }),
  };
}

/** Fits to a target that was asked for before the analysis was there, once it is, and no drag is under way. */
export function keepAwaitedTarget(store: StoreApi<EditorState>): void {
  store.subscribe(() => {
    const { awaitedTargetMicros, analysis, gesture, project } = store.getState();
    if (awaitedTargetMicros === null || gesture) return;
    // There it is for the other tab to fit to it.
    if (project.keeping.kind === 'elsewhere') store.setState({ awaitedTargetMicros: null });
    else if (analysis.status === 'done') fitDocument(store, awaitedTargetMicros);
    else if (analysis.status === 'failed') store.setState({ awaitedTargetMicros: null });
  });
}

function fitDocument(store: StoreApi<EditorState>, targetMicros: number): void {
  const state = store.getState();
  const document = state.document.targetMicros === targetMicros ? state.document : { ...state.document, targetMicros };
  // One that is asked for anew while the analysis is made anew is fitted to again when it is there.
  const isAwaited = state.analysis.status === 'running' && state.awaitedTargetMicros !== null;
  store.setState({ awaitedTargetMicros: isAwaited ? targetMicros : null });
  const { label, spoken } = fitName(targetMicros);
  changeDocument(store, label, fitted(state, document), {}, spoken);
}
