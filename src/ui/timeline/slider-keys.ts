import { type SourceTime, sourceTime } from '#core/cast/time.ts';
import { findRegion, type RegionRef, regionLimits } from '#core/plan/document.ts';
import type { Editor } from '#store/editor-store.ts';
import { regionName, selectDuration, selectStepTimes } from '#store/selectors.ts';
import { reveal } from '#store/viewport.ts';
import { type Edge, resizeRange } from './gestures.ts';
import { nudgeEdge, nudgePlayhead } from './nudge.ts';
import { refOf } from './press.ts';

/**
 * The keys of the sliders on the track: playhead, edges of the selection, edges of regions. A key that is held down
 * is one step to undo, like a drag; it ends when it is let go. Answers how to stop listening.
 */
export function listenToKeys(track: HTMLElement, editor: Editor): () => void {
  const { store, actions } = editor;
  let heldKey: string | undefined;
  let cancelledKey: string | undefined;

  function release(): void {
    if (heldKey === undefined) return;
    heldKey = undefined;
    actions.commitGesture();
  }

  // Escape takes a step back while its key is still held; what the key repeats after that is not wanted any more.
  const unsubscribe = store.subscribe(({ gesture }) => {
    if (!gesture && heldKey !== undefined) cancelledKey = heldKey;
    if (!gesture) heldKey = undefined;
  });

  function nudgeRegion(event: KeyboardEvent, ref: RegionRef, edge: Edge): boolean {
    const state = store.getState();
    const region = findRegion(state.document, ref);
    if (!region) return false;
    if (event.key === 'Enter') {
      actions.selectRegion(ref);
      return true;
    }
    if (event.key === 'Delete' || event.key === 'Backspace') {
      release();
      // In a drag by the pointer: it would become part of that step.
      if (store.getState().gesture) return true;
      actions.remove(ref);
      // The handle is gone with its region; the focus must not fall out of the timeline.
      track.querySelector<HTMLElement>('[data-part="playhead"]')?.focus({ preventScroll: true });
      return true;
    }
    const time = nudgeEdge(event, region[edge], selectStepTimes(store.getState()));
    if (time === undefined) return false;
    if (event.repeat && cancelledKey === event.key) return true;
    if (heldKey !== event.key) {
      release();
      // A drag by the pointer is under way.
      if (!actions.beginGesture(`Resize ${regionName(state, ref)}`)) return true;
      heldKey = event.key;
      cancelledKey = undefined;
    }
    const range = resizeRange(region, edge, time, regionLimits(state.document, ref, selectDuration(state)));
    actions.place(ref, range);
    showInstant(range[edge]);
    return true;
  }

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

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement)) return;
    const { part, edge } = event.target.dataset;
    const isHandled =
      (part === 'handle' && nudgeRegion(event, refOf(event.target), edge as Edge)) ||
      (part === 'selection-edge' && nudgeSelection(event, edge as Edge)) ||
      (part === 'playhead' && movePlayhead(event));
    if (!isHandled) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** What is reached by Tab comes into sight. */
  function onFocusIn({ target }: FocusEvent): void {
    if (!(target instanceof HTMLElement) || !target.matches(':focus-visible')) return;
    const { playhead, selection, document } = store.getState();
    const edge = target.dataset.edge as Edge;
    const { part } = target.dataset;
    const range = part === 'handle' ? findRegion(document, refOf(target)) : part === 'selection-edge' ? selection : undefined;
    const time = part === 'playhead' ? playhead : range?.[edge];
    if (time !== undefined) showInstant(time);
  }

  function onKeyUp(event: KeyboardEvent): void {
    cancelledKey = undefined;
    if (event.key === heldKey) release();
  }

  track.addEventListener('keydown', onKeyDown);
  track.addEventListener('keyup', onKeyUp);
  track.addEventListener('focusin', onFocusIn);
  track.addEventListener('focusout', release);
  return () => {
    unsubscribe();
    release();
    track.removeEventListener('keydown', onKeyDown);
    track.removeEventListener('keyup', onKeyUp);
    track.removeEventListener('focusin', onFocusIn);
    track.removeEventListener('focusout', release);
  };
}
