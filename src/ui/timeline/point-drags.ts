import { sourceTime } from '#core/cast/time.ts';
import type { PointRef } from '#core/plan/document.ts';
import type { Editor } from '#store/editor-store.ts';
import { selectDuration, selectMarkers } from '#store/selectors.ts';
import { type ActiveDrag, lookAt } from './drags.ts';
import { editName } from './edit-name.ts';
import { editsInOrder, timedEdit } from './edit-order.ts';
import { flagPx, heldMicros } from './hold-flag.ts';

/** Moves a hold or a marker; undefined where it is gone. */
export function pointDrag(editor: Editor, ref: PointRef, pressTime: number): ActiveDrag | undefined {
  const { store, actions } = editor;
  const state = store.getState();
  const before = timedEdit(editsInOrder(state.document, selectMarkers(state)), ref);
  if (!before) return undefined;
  const grabMicros = pressTime - before.start;
  const duration = selectDuration(state);
  return {
    ...gestureOf(editor, ref, `Move ${editName(state, ref)}`),
    cursor: 'grabbing',
    moveTo(pointerTime, attract) {
      // Another recording or plan came meanwhile, and ended the gesture.
      if (!store.getState().gesture) return null;
      const wanted = pointerTime - grabMicros;
      const snapped = attract(wanted);
      const at = sourceTime(Math.round(Math.min(Math.max(snapped ?? wanted, 0), duration)));
      if (ref.kind === 'hold') actions.setHold(ref.id, { at });
      else actions.setMarker(ref.id, { time: at });
      actions.scrub(at);
      return { at, snappedTo: at === snapped ? snapped : null };
    },
  };
}

/** Makes a hold longer or shorter, as the far end of its flag goes; `outwards` is −1 for a flag left of its pole. */
export function holdLengthDrag(
  editor: Editor,
  ref: PointRef,
  pressTime: number,
  pxMicros: number,
  outwards: 1 | -1,
): ActiveDrag | undefined {
  const { store, actions } = editor;
  const state = store.getState();
  const before = state.document.holds.find(({ id }) => id === ref.id);
  if (!before) return undefined;
  const beforePx = flagPx(before.durationMicros);
  return {
    ...gestureOf(editor, ref, `Length of ${editName(state, ref)}`),
    cursor: 'ew-resize',
    // What is pulled is no time of the recording: there is nothing to pan to.
    staysInSight: true,
    moveTo(pointerTime) {
      if (!store.getState().gesture) return null;
      const draggedPx = ((pointerTime - pressTime) / pxMicros) * outwards;
      actions.setHold(ref.id, { durationMicros: heldMicros(beforePx + draggedPx) });
      return null;
    },
  };
}

function gestureOf(editor: Editor, ref: PointRef, label: string): Pick<ActiveDrag, 'startsAtOnce' | 'begin' | 'commit' | 'cancel'> {
  const { actions } = editor;
  return {
    startsAtOnce: false,
    begin() {
      lookAt(editor, ref);
      // A key that is held on a handle began one: the drag takes its place.
      actions.commitGesture();
      actions.beginGesture(label);
    },
    commit: actions.commitGesture,
    cancel: actions.cancelGesture,
  };
}
