import type { EditRef } from '#core/plan/document.ts';
import { regionsOf } from '#core/plan/document.ts';
import { selectMarkers } from '#store/selectors.ts';
import type { EditorState } from '#store/state.ts';

/** What people and assistive technology call an edit: its kind and its place among its kind, from 1. */
export function editName(state: EditorState, { kind, id }: EditRef): string {
  const { document } = state;
  const edits: readonly { readonly id: number }[] =
    kind === 'hold' ? document.holds : kind === 'marker' ? selectMarkers(state) : regionsOf(document, kind);
  return `${kind} ${edits.findIndex((edit) => edit.id === id) + 1}`;
}
