import { createStore, type StoreApi } from 'zustand/vanilla';
import { createEditActions, type EditActions } from './edit-actions.ts';
import { createFileActions, type FileActions } from './file-actions.ts';
import { createSessionActions, type SessionActions } from './session-actions.ts';
import { type EditorState, INITIAL_STATE } from './state.ts';

/** State that the interface shows, and everything that may change it. Made once, by the composition root or a test. */
export interface Editor {
  readonly store: StoreApi<EditorState>;
  readonly actions: EditorActions;
}

export type EditorActions = EditActions & SessionActions & FileActions;

export function createEditor(initial: Partial<EditorState> = {}): Editor {
  const store = createStore<EditorState>()(() => ({ ...INITIAL_STATE, ...initial }));
  return { store, actions: { ...createEditActions(store), ...createSessionActions(store), ...createFileActions(store) } };
}
