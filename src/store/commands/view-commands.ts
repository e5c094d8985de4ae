import type { Range } from '#core/lib/ranges.ts';
import { findRegion, isRegionRef } from '#core/plan/document.ts';
import type { EditorActions } from '../editor-store.ts';
import { selectDuration, selectMarkers } from '../selectors.ts';
import type { EditorState } from '../state.ts';
import { fitViewport, pan, zoomAt } from '../viewport.ts';
import { type Command, commandsOf, when } from './command.ts';

const command = commandsOf('view');

const ZOOM_STEP = 2;

/** What of the lane a step to the side goes past. */
const PAN_SHARE = 0.25;

/** What is left free at either side of what is zoomed to, of its length. */
const MARGIN_SHARE = 0.1;

/** Around a single instant so much is shown. */
const AROUND_POINT_MICROS = 2_000_000;

export const VIEW_COMMANDS: readonly Command[] = [
  command('zoomIn', 'Zoom in', (state, actions) => zoom(state, actions, ZOOM_STEP)),
  command('zoomOut', 'Zoom out', (state, actions) => zoom(state, actions, 1 / ZOOM_STEP)),
  command('fit', 'Fit', (state, actions) => when(true, actions && (() => actions.show(fitViewport(selectDuration(state)))))),
  command('zoomSelection', 'Zoom to selection', runZoomSelection, { whyNot: () => 'Select a stretch or an edit to zoom to it.' }),
  command('panBack', 'Move view back', (state, actions) => panBy(state, actions, -PAN_SHARE)),
  command('panForward', 'Move view forward', (state, actions) => panBy(state, actions, PAN_SHARE)),
];

function zoom(state: EditorState, actions: EditorActions | undefined, factor: number): boolean {
  const { viewport, playhead } = state;
  const isVisible = playhead >= viewport.start && playhead <= viewport.end;
  const anchor = isVisible ? playhead : (viewport.start + viewport.end) / 2;
  return when(true, actions && (() => actions.show(zoomAt(viewport, anchor, factor, selectDuration(state)))));
}

function panBy(state: EditorState, actions: EditorActions | undefined, share: number): boolean {
  const { viewport } = state;
  const deltaMicros = (viewport.end - viewport.start) * share;
  return when(true, actions && (() => actions.show(pan(viewport, deltaMicros, selectDuration(state)))));
}

/** Zooms to the selection, or the selected edits; once there, back to what was in sight before. */
function runZoomSelection(state: EditorState, actions: EditorActions | undefined): boolean {
  const { viewportBefore } = state;
  if (viewportBefore) return when(true, actions && (() => actions.show(viewportBefore)));
  const range = state.selection ?? rangeOfSelected(state);
  if (!range) return false;
  const marginMicros = (range.end - range.start) * MARGIN_SHARE || AROUND_POINT_MICROS / 2;
  return when(true, actions && (() => actions.zoomTo({ start: range.start - marginMicros, end: range.end + marginMicros })));
}

function rangeOfSelected(state: EditorState): Range | undefined {
  const { document, selected } = state;
  const markers = selectMarkers(state);
  const ranges = selected.flatMap((ref): Range[] => {
    if (isRegionRef(ref)) return [findRegion(document, ref) ?? []].flat();
    const time = ref.kind === 'hold' ? document.holds.find(({ id }) => id === ref.id)?.at : markers.find(({ id }) => id === ref.id)?.time;
    return time === undefined ? [] : [{ start: time, end: time }];
  });
  if (ranges.length === 0) return undefined;
  return { start: Math.min(...ranges.map(({ start }) => start)), end: Math.max(...ranges.map(({ end }) => end)) };
}
