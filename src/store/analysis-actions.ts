import type { StoreApi } from 'zustand/vanilla';
import type { AnalysisSettings } from '#core/analyze/analysis.ts';
import { speakTime } from '#core/cast/format-time.ts';
import { type EditorState, NO_ANALYSIS } from './state.ts';

/** Finding out what the open recording is about. It begins by itself once its screens are indexed. */
export interface AnalysisActions {
  cancelAnalysis(): void;
  /** Begins again after it was cancelled, or has failed. */
  analyze(): void;
  setAnalysisSettings(change: Partial<AnalysisSettings>): void;
}

/** `indexAgain` has the screens worked out, where that is what has failed. */
export function createAnalysisActions(store: StoreApi<EditorState>, indexAgain: () => void): AnalysisActions {
  const get = store.getState;
  return {
    cancelAnalysis() {
      const { analysis, awaitedTargetMicros, document } = get();
      if (analysis.status !== 'running') return;
      const isFitLost = awaitedTargetMicros !== null && awaitedTargetMicros !== document.targetMicros;
      store.setState({
        analysis: { ...NO_ANALYSIS, status: 'cancelled', analysis: analysis.analysis },
        awaitedTargetMicros: null,
        announcement: `Analysis cancelled${isFitLost ? `, and with it the fit to ${speakTime(awaitedTargetMicros)}` : ''}`,
      });
    },
    analyze() {
      const { analysis, screens } = get();
      if (analysis.status !== 'cancelled' && analysis.status !== 'failed') return;
      store.setState({ analysis: { ...analysis, status: 'running', share: 0, message: '' } });
      if (!screens) indexAgain();
    },
    setAnalysisSettings(change) {
      const { analysis, analysisSettings, awaitedTargetMicros, document } = get();
      store.setState({ analysisSettings: { ...analysisSettings, ...change } });
      if (analysis.status !== 'done') return;
      // What is fitted is fitted anew once it is known to what.
      store.setState({
        analysis: { ...analysis, status: 'running', share: 0 },
        awaitedTargetMicros: document.targetMicros ?? awaitedTargetMicros,
      });
    },
  };
}
