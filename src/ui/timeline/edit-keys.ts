import { type SourceTime, sourceTime } from '#core/cast/time.ts';
import { type EditRef, findRegion, isRegionRef, type PointRef, type RegionRef, regionLimits } from '#core/plan/document.ts';
import { findCommand } from '#store/commands.ts';
import type { Editor } from '#store/editor-store.ts';
import { selectDuration, selectMarkers, selectStepTimes } from '#store/selectors.ts';
import { focusTimeline } from '../shared/focus-timeline.ts';
import type { Grip } from './edit-elements.ts';
import { editName } from './edit-name.ts';
import { editsBetween, editsInOrder, timedEdit, walkTo } from './edit-order.ts';
import { type Edge, moveRange, resizeRange } from './gestures.ts';
import type { HeldKey } from './held-key.ts';
import { withinHold } from './hold-flag.ts';
import { nudgeEdge, nudgeLength, nudgeWhole } from './nudge.ts';
import type { Roving } from './roving.ts';

/** The keys of the edits: those of their strips, which walk and select, and those of their handles, which change them. */
export interface EditKeys {
  /** Both answer whether the key meant something. */
  onStrip(event: KeyboardEvent, ref: EditRef): boolean;
  onHandle(event: KeyboardEvent, ref: EditRef, grip: Grip): boolean;
}

export function createEditKeys(editor: Editor, roving: Roving, held: HeldKey, showInstant: (time: SourceTime) => void): EditKeys {
  const { store, actions } = editor;

  function remove(refs: readonly EditRef[]): void {
    held.release();
    // In a drag by the pointer: it would become part of that step.
    if (store.getState().gesture) return;
    const [ref] = refs;
    // What is selected when a step is made is selected again when it is undone, and has the focus then.
    if (refs.length === 1 && ref) actions.selectEdit(ref);
    if (refs.length === 1 && ref && isRegionRef(ref)) actions.remove(ref);
    else actions.removeAll(refs);
    focusTimeline();
  }

  function nudgeRegion(event: KeyboardEvent, ref: RegionRef, edge: Edge): boolean {
    const state = store.getState();
    const region = findRegion(state.document, ref);
    if (!region) return false;
    const limits = regionLimits(state.document, ref, selectDuration(state));
    const name = editName(state, ref);
    if (event.altKey) {
      const micros = nudgeWhole(event);
      if (micros === undefined) return false;
      held.step(event, `Move ${name}`, () => {
        const range = moveRange(region, region.start + micros, limits);
        actions.place(ref, range);
        showInstant(range[edge]);
      });
      return true;
    }
    const time = nudgeEdge(event, region[edge], selectStepTimes(state));
    if (time === undefined) return false;
    held.step(event, `Resize ${name}`, () => {
      const range = resizeRange(region, edge, time, limits);
      actions.place(ref, range);
      showInstant(range[edge]);
    });
    return true;
  }

  function nudgePlace(event: KeyboardEvent, ref: PointRef): boolean {
    const state = store.getState();
    const edit = timedEdit(editsInOrder(state.document, selectMarkers(state)), ref);
    const shift = event.altKey ? nudgeWhole(event) : undefined;
    const wanted =
      edit && (event.altKey ? shift !== undefined && edit.start + shift : nudgeEdge(event, edit.start, selectStepTimes(state)));
    if (wanted === undefined || wanted === false) return false;
    const time = sourceTime(Math.min(Math.max(wanted, 0), selectDuration(state)));
    held.step(event, `Move ${editName(state, ref)}`, () => {
      if (ref.kind === 'hold') actions.setHold(ref.id, { at: time });
      else actions.setMarker(ref.id, { time });
      showInstant(time);
    });
    return true;
  }

  function nudgeHeld(event: KeyboardEvent, ref: PointRef): boolean {
    const state = store.getState();
    const hold = state.document.holds.find(({ id }) => id === ref.id);
    const wanted = hold && !event.altKey ? nudgeLength(event, hold.durationMicros) : undefined;
    if (wanted === undefined) return false;
    held.step(event, `Length of ${editName(state, ref)}`, () => actions.setHold(ref.id, { durationMicros: withinHold(wanted) }));
    return true;
  }

  /** On to the field that says the most of it. */
  function askFor(ref: EditRef): void {
    actions.selectEdit(ref);
    if (ref.kind === 'speed') actions.askForFactor(ref.id);
    else if (ref.kind === 'marker') actions.askForLabel(ref.id);
    else actions.askForPlace(ref);
  }

  return {
    onStrip(event, ref) {
      const { key, shiftKey, altKey } = event;
      if (altKey) return false;
      const isMod = event.ctrlKey || event.metaKey;
      const state = store.getState();
      const order = editsInOrder(state.document, selectMarkers(state));
      // Nothing was left for the command to cancel.
      if (key === 'Escape') {
        focusTimeline();
        return true;
      }
      if (key === 'Delete' || key === 'Backspace') {
        const isSelected = state.selected.some((other) => other.kind === ref.kind && other.id === ref.id);
        remove(isSelected ? state.selected : [ref]);
        return true;
      }
      if (isMod && (key === ' ' || key === 'Enter')) {
        actions.toggleSelected(ref);
        return true;
      }
      if (key === 'Enter') {
        roving.enter(ref);
        return true;
      }
      if (key === ' ') {
        // As after a click on any button: what was taken by the pointer is done with, and the space bar plays.
        if (roving.isTaken()) findCommand('play').run(state, actions);
        else actions.toggleSelected(ref);
        return true;
      }
      const next = walkTo(order, ref, key);
      if (!next) return false;
      if (shiftKey) actions.selectEdits(editsBetween(order, state.selected[0] ?? ref, next));
      else if (!isMod) actions.selectEdit(next);
      roving.walkOnto(next);
      return true;
    },
    onHandle(event, ref, grip) {
      const { key, ctrlKey, metaKey } = event;
      if (ctrlKey || metaKey) return false;
      if (key === 'Escape') {
        if (store.getState().gesture) actions.cancelGesture();
        else roving.walkOnto(ref);
        return true;
      }
      const isLastOfSpeed = ref.kind === 'speed' && grip === 'end';
      if (key === 'Enter' || (key === 'Tab' && !event.shiftKey && isLastOfSpeed)) {
        held.release();
        askFor(ref);
        return true;
      }
      if (key === 'Delete' || key === 'Backspace') {
        remove([ref]);
        return true;
      }
      if (isRegionRef(ref)) return nudgeRegion(event, ref, grip as Edge);
      return grip === 'length' ? nudgeHeld(event, ref) : nudgePlace(event, ref);
    },
  };
}
