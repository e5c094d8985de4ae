import { createStore, type StoreApi } from 'zustand/vanilla';
import { keepAnalysis } from './analysis.ts';
import { type AnalysisActions, createAnalysisActions } from './analysis-actions.ts';
import { createEditActions, type EditActions } from './edit-actions.ts';
import { createFileActions, type FileActions } from './file-actions.ts';
import { createFitActions, type FitActions, keepAwaitedTarget } from './fit-actions.ts';
import { createLocateActions, type LocateActions } from './locate-actions.ts';
import { keepMasks } from './masks.ts';
import { createRedactionActions, type RedactionActions } from './redaction-actions.ts';
import { keepSeams } from './seams.ts';
import { createSearchActions, type SearchActions } from './search-actions.ts';
import { createSessionActions, type SessionActions } from './session-actions.ts';
import { type EditorState, INITIAL_STATE } from './state.ts';
import { createSuggestionActions, type SuggestionActions } from './suggestion-actions.ts';

/** State that the interface shows, and everything that may change it. Made once, by the composition root or a test. */
export interface Editor {
  readonly store: StoreApi<EditorState>;
  readonly actions: EditorActions;
}

export type EditorActions = EditActions &
  SessionActions &
  FileActions &
  SearchActions &
  LocateActions &
  RedactionActions &
  AnalysisActions &
  SuggestionActions &
  FitActions;

export function createEditor(initial: Partial<EditorState> = {}): Editor {
  const store = createStore<EditorState>()(() => ({ ...INITIAL_STATE, ...initial }));
  keepMasks(store);
  keepSeams(store);
  keepAnalysis(store);
  keepAwaitedTarget(store);
  const files = createFileActions(store);
  const analysis = createAnalysisActions(store, files.indexAgain);
  return {
    store,
    actions: {
      ...createEditActions(store),
      ...createSessionActions(store),
      ...files,
      ...createSearchActions(store),
      ...createLocateActions(store),
      ...createRedactionActions(store),
      ...analysis,
      ...createSuggestionActions(store),
      ...createFitActions(store, analysis),
    },
  };
}
