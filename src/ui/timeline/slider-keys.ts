import { type SourceTime, sourceTime } from '#core/cast/time.ts';
import type { Editor } from '#store/editor-store.ts';
import { selectDuration, selectMarkers, selectStepTimes } from '#store/selectors.ts';
import { reveal } from '#store/viewport.ts';
import type { Grip } from './edit-elements.ts';
import { createEditKeys } from './edit-keys.ts';
import { editsInOrder, timedEdit } from './edit-order.ts';
import { type Edge, resizeRange } from './gestures.ts';
import { createHeldKey } from './held-key.ts';
import { nudgeEdge, nudgePlayhead } from './nudge.ts';
import { refOf } from './press.ts';
import type { Roving } from './roving.ts';

/** The keys of what can be focused on the track: playhead, edges of the selection, edits. Answers how to stop listening. */
export function listenToKeys(track: HTMLElement, editor: Editor, roving: Roving): () => void {
  const { store, actions } = editor;
  const held = createHeldKey(editor);
  const edits = createEditKeys(editor, roving, held, showInstant);

  function nudgeSelection(event: KeyboardEvent, edge: Edge): boolean {
    const { selection } = store.getState();
    const time = selection ? nudgeEdge(event, selection[edge], selectStepTimes(store.getState())) : undefined;
    if (!selection || time === undefined) return false;
    const range = resizeRange(selection, edge, time, { start: sourceTime(0), end: selectDuration(store.getState()) });
    actions.select(range);
    showInstant(range[edge]);
    return true;
  }

  function movePlayhead(event: KeyboardEvent): boolean {
    const time = nudgePlayhead(event, store.getState().playhead);
    if (time !== undefined) actions.seek(sourceTime(time), true);
    return time !== undefined;
  }

  function showInstant(time: SourceTime): void {
    const state = store.getState();
    const viewport = reveal(state.viewport, time, selectDuration(state));
    if (viewport !== state.viewport) actions.show(viewport);
  }

  function isHandled(event: KeyboardEvent, target: HTMLElement): boolean {
    const { part, edge } = target.dataset;
    if (part === 'strip') return edits.onStrip(event, refOf(target));
    if (part === 'handle') return edits.onHandle(event, refOf(target), edge as Grip);
    if (event.altKey || event.ctrlKey || event.metaKey) return false;
    return (part === 'selection-edge' && nudgeSelection(event, edge as Edge)) || (part === 'playhead' && movePlayhead(event));
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!(event.target instanceof HTMLElement) || !isHandled(event, event.target)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** What is reached by Tab comes into sight. */
  function onFocusIn({ target }: FocusEvent): void {
    if (!(target instanceof HTMLElement) || !target.matches(':focus-visible')) return;
    const state = store.getState();
    const { part, edge, id } = target.dataset;
    const order = id === undefined ? [] : editsInOrder(state.document, selectMarkers(state));
    const range = id === undefined ? state.selection : timedEdit(order, refOf(target));
    const time = part === 'playhead' ? state.playhead : range?.[edge === 'end' ? 'end' : 'start'];
    if (time !== undefined) showInstant(time);
  }

  track.addEventListener('keydown', onKeyDown);
  track.addEventListener('keyup', held.keyUp);
  track.addEventListener('focusin', onFocusIn);
  track.addEventListener('focusout', held.release);
  return () => {
    held.dispose();
    track.removeEventListener('keydown', onKeyDown);
    track.removeEventListener('keyup', held.keyUp);
    track.removeEventListener('focusin', onFocusIn);
    track.removeEventListener('focusout', held.release);
  };
}
