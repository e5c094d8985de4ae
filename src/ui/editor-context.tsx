import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import type { Editor } from '#store/editor-store.ts';
import type { EditorState } from '#store/state.ts';

const EditorContext = createContext<Editor | null>(null);

export function EditorProvider({ editor, children }: { readonly editor: Editor; readonly children: ReactNode }) {
  return <EditorContext value={editor}>{children}</EditorContext>;
}

/** The editor that the page was mounted with. Its parts never change, so this causes no renders. */
export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('a component of the editor stands outside its EditorProvider');
  return editor;
}

/** A part of the state. The selector must return the same value for the same state, or the component renders for ever. */
export function useEditorState<Value>(select: (state: EditorState) => Value): Value {
  return useStore(useEditor().store, select);
}
