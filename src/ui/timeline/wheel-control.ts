import type { Editor } from '#store/editor-store.ts';
import { selectDuration } from '#store/selectors.ts';
import { pan, zoomAt } from '#store/viewport.ts';

/** Zoom per pixel of wheel: a pinch gives a few pixels an event, a notch of a mouse wheel is cut to `NOTCH_PX`. */
const ZOOM_PER_PX = 0.01;
const NOTCH_PX = 45;

const LINE_PX = 16;

/**
 * Ctrl, Cmd, Alt or a pinch (which browsers report as a wheel with Ctrl) zooms at the pointer; any other wheel pans, for
 * one lane has nothing to scroll up and down. Listens on the timeline only: elsewhere Ctrl and wheel zoom the page.
 */
export function listenToWheel(element: HTMLElement, editor: Editor, timeAt: (clientX: number) => number): () => void {
  function onWheel(event: WheelEvent): void {
    event.preventDefault();
    const { store, actions } = editor;
    const { viewport } = store.getState();
    const duration = selectDuration(store.getState());
    const unit =
      event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : event.deltaMode === WheelEvent.DOM_DELTA_PAGE ? element.clientWidth : 1;
    const deltaX = event.deltaX * unit;
    const deltaY = event.deltaY * unit;
    if (event.ctrlKey || event.metaKey || event.altKey) {
      const factor = Math.exp(-Math.min(Math.max(deltaY, -NOTCH_PX), NOTCH_PX) * ZOOM_PER_PX);
      actions.show(zoomAt(viewport, timeAt(event.clientX), factor, duration));
    } else {
      const deltaPx = Math.abs(deltaX) > Math.abs(deltaY) ? deltaX : deltaY;
      actions.show(pan(viewport, (deltaPx / element.clientWidth) * (viewport.end - viewport.start), duration));
    }
  }
  element.addEventListener('wheel', onWheel, { passive: false });
  return () => element.removeEventListener('wheel', onWheel);
}
