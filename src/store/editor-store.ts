import { createStore, type StoreApi } from 'zustand/vanilla';
import { createEditActions, type EditActions } from './edit-actions.ts';
import { createFileActions, type FileActions } from './file-actions.ts';
import { createLocateActions, type LocateActions } from './locate-actions.ts';
import { keepMasks } from './masks.ts';
import { createRedactionActions, type RedactionActions } from './redaction-actions.ts';
import { keepSeams } from './seams.ts';
import { createSearchActions, type SearchActions } from './search-actions.ts';
import { createSessionActions, type SessionActions } from './session-actions.ts';
import { type EditorState, INITIAL_STATE } from './state.ts';

/** State that the interface shows, and everything that may change it. Made once, by the composition root or a test. */
export interface Editor {
  readonly store: StoreApi<EditorState>;
  readonly actions: EditorActions;
}

export type EditorActions = EditActions & SessionActions & FileActions & SearchActions & LocateActions & RedactionActions;

export function createEditor(initial: Partial<EditorState> = {}): Editor {
  const store = createStore<EditorState>()(() => ({ ...INITIAL_STATE, ...initial }));
  keepMasks(store);
  keepSeams(store);
  return {
    store,
    actions: {
      ...createEditActions(store),
      ...createSessionActions(store),
      ...createFileActions(store),
      ...createSearchActions(store),
      ...createLocateActions(store),
      ...createRedactionActions(store),
    },
  };
}
