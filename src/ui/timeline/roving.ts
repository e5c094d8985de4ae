import { type EditRef, isSameEdit } from '#core/plan/document.ts';
import type { Editor } from '#store/editor-store.ts';
import { selectDuration, selectMarkers } from '#store/selectors.ts';
import type { EditorState } from '#store/state.ts';
import { revealRange } from '#store/viewport.ts';
import { editsInOrder, nearestEdit, type TimedEdit, timedEdit } from './edit-order.ts';
import type { EditsView, Stops } from './edits-view.ts';
import { refOf } from './press.ts';

/**
 * The focus that walks. All edits on the lane are one stop of Tab: a strip, from which the arrow keys go to those of the
 * others. An edit that is entered lets Tab find its handles too, until the focus leaves it.
 */
export interface Roving {
  stopsIn(state: EditorState): Stops;
  /** Gives an edit the focus, wherever it is, and brings it into sight. */
  walkOnto(ref: EditRef): void;
  /** Whether the strip that has the focus got it from a click or an edit, and nobody walked there: its keys are commands. */
  isTaken(): boolean;
  /** Selects an edit and gives its first handle the focus. */
  enter(ref: EditRef): void;
  dispose(): void;
}

/** `requestPicture`: the stops are others now. */
export function createRoving(track: HTMLElement, editor: Editor, view: EditsView, requestPicture: () => void): Roving {
  const { store, actions } = editor;
  let current: EditRef | null = null;
  let entered: EditRef | null = null;
  let taken: HTMLElement | null = null;

  const order = (state: EditorState) => editsInOrder(state.document, selectMarkers(state));

  function reveal(ref: EditRef): void {
    const state = store.getState();
    const edit = timedEdit(order(state), ref);
    if (!edit || isInSight(edit, state)) return;
    actions.show(revealRange(state.viewport, edit, selectDuration(state)));
  }

  function walkOnto(ref: EditRef): void {
    current = ref;
    view.stripOf(ref).focus({ preventScroll: true });
    reveal(ref);
    requestPicture();
  }

  function take(strip: HTMLElement | null): void {
    delete taken?.dataset.keys;
    taken = strip;
  }

  /** After an edit, and after undoing one, the focus goes to it, if it was on the track: where it was may be gone. */
  const unsubscribe = store.subscribe((state, previous) => {
    const looked = state.selected.at(-1);
    if (looked && state.selected !== previous.selected) current = looked;
    if (state.document === previous.document || state.gesture || previous.gesture) return;
    const isElsewhere = state.factorAskedFor !== null || state.labelAskedFor !== null;
    const focused = document.activeElement;
    if (!looked || isElsewhere || !(focused instanceof HTMLElement) || !track.contains(focused)) return;
    if (focused.dataset.id !== undefined && isSameEdit(refOf(focused), looked)) return;
    const now = timedEdit(order(state), looked);
    const before = timedEdit(order(previous), looked);
    if (now && (now.start !== before?.start || now.end !== before.end)) {
      walkOnto(looked);
      take(view.stripOf(looked));
      // Its arrow keys are commands, too: whoever cuts goes on stepping.
      view.stripOf(looked).dataset.keys = 'commands';
    }
  });

  function onPointerDown({ target }: PointerEvent): void {
    take(target instanceof Element ? target.closest<HTMLElement>('[data-part="strip"]') : null);
  }

  function onFocusIn({ target }: FocusEvent): void {
    if (!(target instanceof HTMLElement)) return;
    if (target !== taken) take(null);
    const ref = target.dataset.id === undefined ? null : refOf(target);
    const isHandle = target.dataset.part === 'handle';
    current = ref ?? current;
    entered = isHandle || isSameEdit(entered, ref) ? ref : null;
    requestPicture();
  }

  function onFocusOut({ relatedTarget }: FocusEvent): void {
    if (relatedTarget instanceof Node && track.contains(relatedTarget)) return;
    take(null);
    if (entered === null) return;
    entered = null;
    requestPicture();
  }

  // Before the press gives the focus.
  track.addEventListener('pointerdown', onPointerDown, true);
  track.addEventListener('focusin', onFocusIn);
  track.addEventListener('focusout', onFocusOut);
  return {
    stopsIn(state) {
      const all = order(state);
      const there = current && timedEdit(all, current);
      return { stop: there && isInSight(there, state) ? there.ref : (firstInSight(all, state) ?? there?.ref ?? null), entered };
    },
    walkOnto,
    isTaken: () => taken !== null && taken === document.activeElement,
    enter(ref) {
      actions.selectEdit(ref);
      entered = ref;
      view.handlesOf(ref)[0]?.focus({ preventScroll: true });
      requestPicture();
    },
    dispose() {
      unsubscribe();
      track.removeEventListener('pointerdown', onPointerDown, true);
      track.removeEventListener('focusin', onFocusIn);
      track.removeEventListener('focusout', onFocusOut);
    },
  };
}

const isInSight = ({ start, end }: TimedEdit, { viewport }: EditorState): boolean => end >= viewport.start && start <= viewport.end;

/** Where none is in sight, the nearest: by Tab it comes into sight. */
function firstInSight(order: readonly TimedEdit[], state: EditorState): EditRef | undefined {
  const first = order.find((edit) => isInSight(edit, state));
  return first?.ref ?? nearestEdit(order, (state.viewport.start + state.viewport.end) / 2);
}
