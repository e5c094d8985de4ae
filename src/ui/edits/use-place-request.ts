import { useCallback } from 'react';
import { type EditRef, isSameEdit } from '#core/plan/document.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';

/** For the field that says where an edit is: there while it should take the focus, and to be called once it has. */
export function usePlaceRequest(kind: EditRef['kind'], id: number): (() => void) | undefined {
  const { actions } = useEditor();
  const isAskedFor = useEditorState(({ placeAskedFor }) => isSameEdit(placeAskedFor, { kind, id } as EditRef));
  const answer = useCallback(() => actions.askForPlace(null), [actions]);
  return isAskedFor ? answer : undefined;
}
