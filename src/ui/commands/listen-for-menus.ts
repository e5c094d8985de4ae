import { type SourceTime, sourceTime } from '#core/cast/time.ts';
import { type EditRef, findRegion, isRegionRef, isSameEdit } from '#core/plan/document.ts';
import type { Editor } from '#store/editor-store.ts';
import { selectDuration, selectMarkers } from '#store/selectors.ts';
import type { ContextMenu, EditorState } from '#store/state.ts';
import { PREVIEW } from '../search/terminal-text.ts';
import { regionAt } from '../timeline/press.ts';
import { microsPerPx, pxToTime } from '../timeline/time-scale.ts';

/** What a menu is of, as the page tells it: an edit, or a part of the page. */
interface Pointed {
  readonly place: ContextMenu['place'];
  readonly ref: EditRef | null;
  /** The instant that was pointed to; undefined where that means nothing, or the keyboard asked. */
  readonly time: SourceTime | undefined;
}

/**
 * Opens a menu where one is asked for, by the pointer or by the keyboard, on anything that has one; everywhere else the
 * browser's own comes. What is pointed to is selected first, and the playhead goes to where the lane was pointed to.
 * Answers how to stop listening.
 */
export function listenForMenus(editor: Editor): () => void {
  const { store, actions } = editor;

  function onContextMenu(event: MouseEvent): void {
    const { target } = event;
    if (event.defaultPrevented || !(target instanceof Element) || store.getState().gesture) return;
    const isByKeyboard = event.button !== RIGHT && !event.ctrlKey;
    const pointed = pointedAt(target, store.getState(), isByKeyboard ? undefined : event.clientX);
    if (!pointed) return;
    event.preventDefault();
    select(pointed);
    const { left, bottom } = target.getBoundingClientRect();
    const at = isByKeyboard ? { clientX: left, clientY: bottom } : { clientX: event.clientX, clientY: event.clientY };
    actions.openContextMenu({ place: pointed.place, ...at });
  }

  function select({ place, ref, time }: Pointed): void {
    const { selected, selection } = store.getState();
    if (ref) {
      const isSelected = selected.some((other) => isSameEdit(other, ref));
      // One of several stands for all of them; it is the one that is looked at.
      actions.selectEdits(isSelected ? [...selected.filter((other) => !isSameEdit(other, ref)), ref] : [ref]);
    } else if (place === 'lane' && time !== undefined && !(selection && contains(selection, time))) {
      actions.select(null);
      actions.selectEdit(null);
    }
    // A hold, and the label of a marker, reach on beyond where they are.
    const isPoint = ref !== null && !isRegionRef(ref);
    const instant = (isPoint ? undefined : time) ?? (ref ? instantOf(store.getState(), ref) : undefined);
    if (instant !== undefined) actions.seek(instant, time === undefined);
  }

  window.addEventListener('contextmenu', onContextMenu);
  return () => window.removeEventListener('contextmenu', onContextMenu);
}

const RIGHT = 2;

const LANE = '[data-part="lane"]';

/** Lane, ruler and all that stands on them. */
const TRACK = '[data-hover="visible"]';

const PLACES = [
  ['[data-hover="whole"]', 'overview'],
  [PREVIEW, 'preview'],
] as const;

/** The edit that an element is of, on the timeline and in the list. */
function refOf({ dataset }: HTMLElement): EditRef | undefined {
  const kind = KINDS.find((candidate) => candidate === dataset.kind);
  return kind && { kind, id: Number(dataset.id) };
}

const KINDS = ['cut', 'speed', 'hold', 'marker'] as const;

function pointedAt(target: Element, state: EditorState, clientX: number | undefined): Pointed | undefined {
  // Fields have the browser's own: it knows about spelling and pasting.
  if (target.closest('input, textarea, select, dialog, [role="menu"]')) return undefined;
  const time = clientX === undefined ? undefined : pointedTime(target, state, clientX);
  const named = target.closest<HTMLElement>('[data-id]');
  const ref = named && refOf(named);
  if (ref) return { place: isRegionRef(ref) ? 'region' : ref.kind, ref, time };
  if (target.closest(TRACK)) {
    const { selection } = state;
    const isOnSelection = time !== undefined && selection !== null && contains(selection, time);
    const under = time === undefined || isOnSelection || !target.closest(LANE) ? null : regionAt(state, time);
    return { place: under ? 'region' : 'lane', ref: under, time };
  }
  const found = PLACES.find(([selector]) => target.closest(selector));
  const isTextMarked = found?.[1] === 'preview' && state.markedText !== '';
  return found && !isTextMarked ? { place: found[1], ref: null, time: undefined } : undefined;
}

/** In whole milliseconds where a pixel is at least one, as a press has it. Undefined off the track. */
function pointedTime(target: Element, state: EditorState, clientX: number): SourceTime | undefined {
  const lane = target.closest(TRACK)?.querySelector(LANE);
  if (!lane) return undefined;
  const { left, width } = lane.getBoundingClientRect();
  const scale = { viewport: state.viewport, widthPx: width };
  const micros = pxToTime(scale, clientX - left);
  const rounded = microsPerPx(scale) >= 1000 ? Math.round(micros / 1000) * 1000 : Math.round(micros);
  return sourceTime(Math.min(Math.max(rounded, 0), selectDuration(state)));
}

/** Where an edit is, for commands that act at the playhead; undefined where that is on it already. */
function instantOf(state: EditorState, ref: EditRef): SourceTime | undefined {
  const { document, playhead } = state;
  if (isRegionRef(ref)) {
    const region = findRegion(document, ref);
    return region && !contains(region, playhead) ? region.start : undefined;
  }
  const { id } = ref;
  return ref.kind === 'hold'
    ? document.holds.find((hold) => hold.id === id)?.at
    : selectMarkers(state).find((marker) => marker.id === id)?.time;
}

const contains = ({ start, end }: { readonly start: number; readonly end: number }, time: number): boolean => start <= time && time < end;
