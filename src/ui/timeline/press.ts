import { type SourceTime, sourceTime } from '#core/cast/time.ts';
import { type EditRef, isRegionRef, isSameEdit, type RegionRef, regionsOf } from '#core/plan/document.ts';
import type { Editor } from '#store/editor-store.ts';
import { selectDuration, selectMarkers, selectStepTimes, selectWaiting } from '#store/selectors.ts';
import type { EditorState } from '#store/state.ts';
import { type ActiveDrag, type Reach, regionDrag, scrubDrag, selectionDrag } from './drags.ts';
import type { Grip } from './edit-elements.ts';
import { editsBetween, editsInOrder } from './edit-order.ts';
import type { Edge } from './gestures.ts';
import { holdLengthDrag, pointDrag } from './point-drags.ts';
import type { PressHandlers } from './pointer-control.ts';
import { snap } from './snap.ts';

/**
 * What a press does, by where it falls: the ruler, what is free of the markers' strip, and the playhead's head scrub; a
 * handle and a strip change or move their edit; the edges of the selection adjust it; anything else in the lane selects when dragged and seeks when
 * clicked. So one can always select across regions, and selecting never edits.
 */
export function pressHandlers(editor: Editor, showReach: (reach: Reach | null) => void, requestFrame: () => void): PressHandlers {
  const { store } = editor;
  return {
    showReach,
    requestFrame,
    attract(pxMicros) {
      const targets = snapTargets(store.getState());
      return (time) => snap(time, targets, pxMicros);
    },
    press(target, time, event, pxMicros) {
      const part = target.closest<HTMLElement>('[data-part]');
      const state = store.getState();
      switch (part?.dataset.part) {
        case 'playhead':
          part.focus({ preventScroll: true });
          return { drag: scrubDrag(editor, time - state.playhead) };
        case 'ruler':
        case 'marker-strip':
          return { drag: scrubDrag(editor) };
        case 'handle':
        case 'strip': {
          const ref = refOf(part);
          return withClick(editDrag(editor, part, time, pxMicros), () => {
            // Most browsers have given it the focus with the press, and know then that it needs no ring.
            if (document.activeElement !== part) part.focus({ preventScroll: true });
            selectBy(editor, ref, event);
          });
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
          return pressLane(editor, time, event);
        default:
          return undefined;
      }
    },
  };
}

/** A double click selects an edit and asks for what is typed of it: the factor of a speed region, the label of a marker. */
export function doubleClick({ store, actions }: Editor, target: Element, time: number): void {
  const part = target.closest<HTMLElement>('[data-part]');
  const name = part?.dataset.part;
  // The handle of a hold and of a marker is what there is of it; that of a region is an edge.
  const isEdit = part && (name === 'strip' || (name === 'handle' && !isRegionRef(refOf(part))));
  const ref = isEdit ? refOf(part) : name === 'lane' ? regionAt(store.getState(), sourceTime(time)) : null;
  if (ref?.kind !== 'speed' && ref?.kind !== 'marker') return;
  actions.selectEdit(ref);
  if (ref.kind === 'speed') actions.askForFactor(ref.id);
  else actions.askForLabel(ref.id);
}

function editDrag(editor: Editor, { dataset }: HTMLElement, time: number, pxMicros: number): ActiveDrag | undefined {
  const ref = refOf({ dataset });
  const grip = dataset.edge as Grip | undefined;
  if (isRegionRef(ref)) return regionDrag(editor, ref, (grip as Edge | undefined) ?? null, time);
  if (grip === 'length') return holdLengthDrag(editor, ref, time, pxMicros, dataset.outwards === '-1' ? -1 : 1);
  return pointDrag(editor, ref, time);
}

/** Ctrl or Cmd adds an edit to the selected ones, Shift all that lie between. */
function selectBy({ store, actions }: Editor, ref: EditRef, { ctrlKey, metaKey, shiftKey }: PointerEvent): void {
  const state = store.getState();
  const [anchor] = state.selected;
  if (ctrlKey || metaKey) actions.toggleSelected(ref);
  else if (shiftKey && anchor) actions.selectEdits(editsBetween(editsInOrder(state.document, selectMarkers(state)), anchor, ref));
  else actions.selectEdit(ref);
}

function pressLane(editor: Editor, time: number, event: PointerEvent): { drag: ActiveDrag; click: () => void } {
  const { store, actions } = editor;
  const state = store.getState();
  const pressed = clamped(time, state);
  if (event.shiftKey) {
    const anchor = farEnd(state, pressed);
    const drag = selectionDrag(editor, anchor, 0, 'text');
    const [start, end] = anchor < pressed ? [anchor, pressed] : [pressed, anchor];
    return { drag, click: () => actions.select(start < end ? { start, end } : null) };
  }
  return {
    drag: selectionDrag(editor, pressed, 0, 'text'),
    click() {
      const ref = regionAt(store.getState(), pressed);
      if ((event.ctrlKey || event.metaKey) && ref) {
        actions.toggleSelected(ref);
        return;
      }
      actions.seek(pressed);
      actions.select(null);
      actions.selectEdit(ref);
    },
  };
}

/** Shift extends from the far end of what is selected, or from the playhead. */
function farEnd({ selection, playhead }: EditorState, time: SourceTime): SourceTime {
  if (!selection) return playhead;
  return time - selection.start > selection.end - time ? selection.start : selection.end;
}

/** The shortest region at an instant: the one that is most easily missed. */
export function regionAt({ document }: EditorState, time: SourceTime): RegionRef | null {
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

/** The edit that an element belongs to. */
export const refOf = ({ dataset }: Pick<HTMLElement, 'dataset'>): EditRef =>
  ({ kind: dataset.kind as EditRef['kind'], id: Number(dataset.id) }) as EditRef;

const clamped = (time: number, state: EditorState): SourceTime =>
  sourceTime(Math.round(Math.min(Math.max(time, 0), selectDuration(state))));

function snapTargets(state: EditorState) {
  const { document, gesture, playhead, selected } = state;
  const none = new Float64Array();
  const fixed = [0, selectDuration(state), playhead];
  // An edit must not snap to where it is itself: the one under a gesture is the one that is looked at.
  const dragged = gesture === null ? null : (selected.at(-1) ?? null);
  const edits = editsInOrder(document, selectMarkers(state));
  for (const { ref, start, end } of edits) if (!isSameEdit(dragged, ref)) fixed.push(start, end);
  return {
    stepTimes: selectStepTimes(state),
    waiting: selectWaiting(state) ?? { starts: none, ends: none },
    fixed: [Float64Array.from(fixed).sort()],
  };
}
