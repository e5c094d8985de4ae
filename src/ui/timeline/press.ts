import { type SourceTime, sourceTime } from '#core/cast/time.ts';
import { isSameEdit, type RegionRef, regionsOf } from '#core/plan/document.ts';
import type { Editor } from '#store/editor-store.ts';
import { selectDuration, selectStepTimes, selectWaiting } from '#store/selectors.ts';
import type { EditorState } from '#store/state.ts';
import { type ActiveDrag, type Reach, regionDrag, scrubDrag, selectionDrag } from './drags.ts';
import type { Edge } from './gestures.ts';
import type { PressHandlers } from './pointer-control.ts';
import { recordingView } from './recording-view.ts';
import { snap } from './snap.ts';

/**
 * What a press does, by where it falls: the ruler and the playhead's head scrub; a handle resizes and a strip moves
 * its region; the edges of the selection adjust it; anything else in the lane selects when dragged and seeks when
 * clicked. So one can always select across regions, and selecting never edits.
 */
export function pressHandlers(editor: Editor, showReach: (reach: Reach | null) => void, requestFrame: () => void): PressHandlers {
  const { store, actions } = editor;
  return {
    showReach,
    requestFrame,
    attract(pxMicros) {
      const targets = snapTargets(store.getState());
      return (time) => snap(time, targets, pxMicros);
    },
    press(target, time, event) {
      const part = target.closest<HTMLElement>('[data-part]');
      const state = store.getState();
      switch (part?.dataset.part) {
        case 'playhead':
          part.focus({ preventScroll: true });
          return { drag: scrubDrag(editor, time - state.playhead) };
        case 'ruler':
          return { drag: scrubDrag(editor) };
        case 'handle': {
          part.focus({ preventScroll: true });
          const ref = refOf(part);
          return withClick(regionDrag(editor, ref, part.dataset.edge as Edge, time), () => actions.selectRegion(ref));
        }
        case 'strip': {
          const ref = refOf(part);
          return withClick(regionDrag(editor, ref, null, time), () => actions.selectRegion(ref));
        }
        case 'selection-edge': {
          const { selection } = state;
          if (!selection) return undefined;
          part.focus({ preventScroll: true });
          const isStart = part.dataset.edge === 'start';
          const anchor = isStart ? selection.end : selection.start;
          return { drag: selectionDrag(editor, anchor, time - (isStart ? selection.start : selection.end), 'ew-resize') };
        }
        case 'lane':
          return pressLane(editor, time, event.shiftKey);
        default:
          return undefined;
      }
    },
  };
}

/** A double click selects a speed region and asks for its factor, ready to be typed over. */
export function doubleClick({ store, actions }: Editor, target: Element, time: number): void {
  const strip = target.closest<HTMLElement>('[data-part="strip"]');
  const ref = strip ? refOf(strip) : target.closest('[data-part="lane"]') && regionAt(store.getState(), sourceTime(time));
  if (ref?.kind !== 'speed') return;
  actions.selectRegion(ref);
  actions.askForFactor(ref.id);
}

function pressLane(editor: Editor, time: number, isExtending: boolean): { drag: ActiveDrag; click: () => void } {
  const { store, actions } = editor;
  const state = store.getState();
  const pressed = clamped(time, state);
  if (isExtending) {
    const anchor = farEnd(state, pressed);
    const drag = selectionDrag(editor, anchor, 0, 'text');
    const [start, end] = anchor < pressed ? [anchor, pressed] : [pressed, anchor];
    return { drag, click: () => actions.select(start < end ? { start, end } : null) };
  }
  return {
    drag: selectionDrag(editor, pressed, 0, 'text'),
    click() {
      actions.seek(pressed);
      actions.select(null);
      actions.selectRegion(regionAt(store.getState(), pressed));
    },
  };
}

/** Shift extends from the far end of what is selected, or from the playhead. */
function farEnd({ selection, playhead }: EditorState, time: SourceTime): SourceTime {
  if (!selection) return playhead;
  return time - selection.start > selection.end - time ? selection.start : selection.end;
}

/** The shortest region at an instant: the one that is most easily missed. */
function regionAt({ document }: EditorState, time: SourceTime): RegionRef | null {
  let shortest: { readonly ref: RegionRef; readonly micros: number } | undefined;
  for (const kind of ['cut', 'speed'] as const) {
    const region = regionsOf(document, kind).find(({ start, end }) => start <= time && time < end);
    const micros = region ? region.end - region.start : 0;
    if (region && (!shortest || micros < shortest.micros)) shortest = { ref: { kind, id: region.id }, micros };
  }
  return shortest?.ref ?? null;
}

function withClick(drag: ActiveDrag | undefined, click: () => void): { drag: ActiveDrag; click: () => void } | undefined {
  return drag && { drag, click };
}

export const refOf = ({ dataset }: HTMLElement): RegionRef => ({ kind: dataset.kind as RegionRef['kind'], id: Number(dataset.id) });

const clamped = (time: number, state: EditorState): SourceTime =>
  sourceTime(Math.round(Math.min(Math.max(time, 0), selectDuration(state))));

function snapTargets(state: EditorState) {
  const { opened, document, gesture, playhead, selectedRegion } = state;
  const none = new Float64Array();
  const edges = [0, selectDuration(state), playhead];
  // A region must not snap to where it is itself: the one under a gesture is the selected one.
  const isDragged = (kind: RegionRef['kind'], id: number) => gesture !== null && isSameEdit(selectedRegion, { kind, id });
  for (const { id, start, end } of document.cuts) if (!isDragged('cut', id)) edges.push(start, end);
  for (const { id, start, end } of document.speedRegions) if (!isDragged('speed', id)) edges.push(start, end);
  const markers = opened ? recordingView(opened).markersOf(document).times : none;
  return {
    stepTimes: selectStepTimes(state),
    waiting: selectWaiting(state) ?? { starts: none, ends: none },
    fixed: [Float64Array.from(edges).sort(), markers],
  };
}
