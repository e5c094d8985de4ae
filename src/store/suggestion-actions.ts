import type { StoreApi } from 'zustand/vanilla';
import type { SpanKind } from '#core/analyze/analysis.ts';
import type { Suggestion } from '#core/analyze/suggest/suggestion.ts';
import { withEditSettings } from '#core/plan/document.ts';
import type { EditSettings } from '#core/plan/edit-settings.ts';
import { withSuggested } from '#core/plan/made-edits.ts';
import { selectSuggestions } from './analysis-selectors.ts';
import { changeDocument, changeEdits } from './editing.ts';
import { selectEditSettings } from './selectors.ts';
import type { EditorState, SidePanel } from './state.ts';

/** Edits that are proposed. Each of these that changes the document is one undo step. */
export interface SuggestionActions {
  accept(suggestion: Suggestion): void;
  acceptKind(kind: SpanKind): void;
  acceptAll(): void;
  pointAt(suggestion: Suggestion | null): void;
  /** With a target the rest is solved again. */
  setEditSettings(change: Partial<EditSettings>): void;
  showPanel(panel: SidePanel): void;
  /** Shows it, and has it take the focus. */
  askForPanel(panel: SidePanel): void;
  /** The panel has the focus that it was asked to take. */
  enteredPanel(): void;
}

export function createSuggestionActions(store: StoreApi<EditorState>): SuggestionActions {
  const get = store.getState;

  /** Those that are still proposed: what was edited meanwhile is left alone. */
  function acceptThose(isMeant: (suggestion: Suggestion) => boolean): void {
    const state = get();
    const suggestions = selectSuggestions(state).filter(isMeant);
    const { document, added } = withSuggested(state.document, {
      cuts: suggestions.flatMap(({ start, end, reason, edit }) => (edit === 'cut' ? [{ start, end, reason }] : [])),
      speedRegions: suggestions.flatMap((suggestion) => {
        if (suggestion.edit === 'cut') return [];
        const { start, end, reason, factor } = suggestion;
        return [{ start, end, reason, factor }];
      }),
    });
    if (added === 0) return;
    changeDocument(store, `Accept ${added === 1 ? '1 suggestion' : `${added} suggestions`}`, document, { pointedSuggestion: null });
  }

  return {
    accept: ({ start, end }) => acceptThose((suggestion) => suggestion.start === start && suggestion.end === end),
    acceptKind: (kind) => acceptThose((suggestion) => suggestion.kind === kind),
    acceptAll: () => acceptThose(() => true),
    pointAt: (pointedSuggestion) => store.setState({ pointedSuggestion }),
    setEditSettings(change) {
      const { document } = get();
      changeEdits(store, 'Margins and limits', withEditSettings(document, { ...selectEditSettings(get()), ...change }));
    },
    showPanel: (sidePanel) => store.setState({ sidePanel }),
    askForPanel: (sidePanel) => store.setState({ sidePanel, isPanelAskedFor: true }),
    enteredPanel: () => store.setState({ isPanelAskedFor: false }),
  };
}
