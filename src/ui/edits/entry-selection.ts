import type { EditRef } from '#core/plan/document.ts';
import { selectMarkers } from '#store/selectors.ts';
import type { EditorState } from '#store/state.ts';

/** Alone; besides the others, or no longer; with all from the one that is looked at. */
export type SelectWay = 'alone' | 'toggled' | 'through';

/** As file managers and lists have it. */
export function selectWay({ ctrlKey, metaKey, shiftKey }: Record<'ctrlKey' | 'metaKey' | 'shiftKey', boolean>): SelectWay {
  if (shiftKey) return 'through';
  return ctrlKey || metaKey ? 'toggled' : 'alone';
}

/** What is selected once all entries of a list are from the last selected one there to `ref`, which is the last then. */
export function selectedThrough(selected: readonly EditRef[], listed: readonly EditRef[], ref: EditRef): readonly EditRef[] {
  const names = listed.map(refName);
  const to = names.indexOf(refName(ref));
  const from = selected.map((each) => names.indexOf(refName(each))).findLast((index) => index >= 0) ?? to;
  const passed = listed.slice(Math.min(from, to), Math.max(from, to) + 1);
  const inOrder = from > to ? passed.toReversed() : passed;
  const passedNames = new Set(inOrder.map(refName));
  return [...selected.filter((each) => !passedNames.has(refName(each))), ...inOrder];
}

/** What stands in the list that an edit is in, in its order. */
export function listWith(kind: EditRef['kind'], state: EditorState): readonly EditRef[] {
  const { cuts, holds, speedRegions } = state.document;
  if (kind === 'hold') return holds.map(({ id }) => ({ kind, id }));
  if (kind === 'marker') return selectMarkers(state).map(({ id }) => ({ kind, id }));
  const regions = [
    ...cuts.map(({ id, start }) => ({ kind: 'cut' as const, id, start })),
    ...speedRegions.map(({ id, start }) => ({ kind: 'speed' as const, id, start })),
  ];
  return regions.sort((one, other) => one.start - other.start).map(({ kind, id }) => ({ kind, id }));
}

/** To look up many at once. */
export const refName = ({ kind, id }: EditRef): string => `${kind} ${id}`;
