import { createStore, type StoreApi } from 'zustand/vanilla';
import { keepAnalysis } from './analysis.ts';
import { type AnalysisActions, createAnalysisActions } from './analysis-actions.ts';
import { type ClipboardActions, createClipboardActions } from './clipboard-actions.ts';
import { createEditActions, type EditActions } from './edit-actions.ts';
import { createFileActions, type FileActions } from './file-actions.ts';
import { createFitActions, type FitActions, keepAwaitedTarget } from './fit-actions.ts';
import { createKeymapActions, type KeymapActions } from './keymap-actions.ts';
import { createLocateActions, type LocateActions } from './locate-actions.ts';
import { keepMasks } from './masks.ts';
import { createPlaybackActions, type PlaybackActions } from './playback-actions.ts';
import { createPointActions, type PointActions } from './point-actions.ts';
import { createProjectActions, type KeepWork, type ProjectActions } from './projects/project-actions.ts';
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
  FitActions &
  PlaybackActions &
  PointActions &
  KeymapActions &
  ClipboardActions &
  ProjectActions;

export function createEditor(initial: Partial<EditorState> = {}, keepWork?: KeepWork): Editor {
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
      ...createPlaybackActions(store),
      ...createPointActions(store),
      ...createKeymapActions(store),
      ...createClipboardActions(store),
      ...createProjectActions(store, files, keepWork),
    },
  };
}
