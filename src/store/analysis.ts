import type { StoreApi } from 'zustand/vanilla';
import type { AnalysisSettings } from '#core/analyze/analysis.ts';
import type { Recording } from '#core/cast/recording.ts';
import { selectShownRecording } from './masks.ts';
import type { Screens } from './screens.ts';
import { type AnalysisState, type EditorState, NO_ANALYSIS, type OpenedRecording } from './state.ts';

/** So much of the way it is until the screens are indexed: running the terminal takes far longer than looking at what it showed. */
const INDEXING_SHARE = 0.8;

/**
 * Has it found out what the open recording is about, once its screens are indexed; and again with other settings, or
 * when it is masked in another way.
 */
export function keepAnalysis(store: StoreApi<EditorState>): void {
  /** What was asked last, until it is answered or nobody waits for it any more. */
  let asked: { readonly settings: AnalysisSettings } | undefined;
  /** What the analysis that is there is about. */
  let analyzed: Recording | null = null;

  const update = (change: Partial<AnalysisState>): void => store.setState({ analysis: { ...store.getState().analysis, ...change } });

  async function ask(screens: Screens, settings: AnalysisSettings): Promise<void> {
    const own = { settings };
    asked = own;
    const onShare = (share: number): void => {
      if (asked === own) update({ share: INDEXING_SHARE + (1 - INDEXING_SHARE) * share });
    };
    const outcome = await screens.ask({ kind: 'analysis', settings }, 'analysis', onShare).then(
      (analysis) => analysis && ({ status: 'done', share: 1, analysis, message: '' } as const),
      (error: unknown) => ({ status: 'failed', message: error instanceof Error ? error.message : String(error) }) as const,
    );
    // Another has been asked for meanwhile, or nobody waits for it any more.
    if (!outcome || asked !== own) return;
    if (outcome.status === 'done') analyzed = selectShownRecording(store.getState());
    update(outcome);
  }

  /** Others are known now, of the same recording or of another, or none any more. */
  function beginWith(state: EditorState, opened: OpenedRecording | null): void {
    const { analysis, screens } = state;
    asked = undefined;
    if (state.opened !== opened) analyzed = null;
    const isSame = analyzed !== null && analyzed === selectShownRecording(state);
    if (isSame && analysis.status === 'done') return;
    if (screens) {
      const status = analysis.status === 'cancelled' ? 'cancelled' : 'running';
      store.setState({ analysis: { ...NO_ANALYSIS, status, analysis: isSame ? analysis.analysis : null } });
    } else if (state.opened === opened) store.setState({ analysis: { ...NO_ANALYSIS, status: 'failed', message: NO_SCREENS } });
  }

  store.subscribe((state, before) => {
    const { screens, screenIndex, analysis, analysisSettings, opened } = state;
    if (screens !== before.screens) {
      beginWith(state, before.opened);
      return;
    }
    if (analysis.status !== 'running') asked = undefined;
    if (analysis.status !== 'running' || !screens || !opened) return;
    if (!screenIndex.changes) {
      const share = (INDEXING_SHARE * screenIndex.position) / Math.max(1, opened.recording.events.length);
      if (share > analysis.share) update({ share });
    } else if (asked?.settings !== analysisSettings) void ask(screens, analysisSettings);
  });
}

const NO_SCREENS =
  'The screens of this recording could not be worked out, and what it is about is told from them. Editing goes on without.';
