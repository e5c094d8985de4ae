import { type SourceTime, sourceTime } from '#core/cast/time.ts';
import type { Range } from '#core/lib/ranges.ts';
import { type EditRef, hasEdits, inCut, isRegionRef, type RegionRef, spanBetweenEdits } from '#core/plan/document.ts';
import type { EditorActions } from '../editor-store.ts';
import { selectDuration } from '../selectors.ts';
import type { EditorState } from '../state.ts';
import { type Command, commandsOf, when } from './command.ts';
import { SELECT_COMMANDS } from './select-commands.ts';

const command = commandsOf('edit');

/** A cut made without a selection or other edits takes this share of the lane: about 96 of 1200 pixels. */
const NEW_CUT_SHARE = 0.08;

export const EDIT_COMMANDS: readonly Command[] = [
  command('undo', 'Undo', (state, actions) => when(state.history.done.length > 0, actions?.undo), {
    whyNot: () => 'There is nothing to undo.',
  }),
  command('redo', 'Redo', (state, actions) => when(state.history.undone.length > 0, actions?.redo), {
    whyNot: () => 'There is nothing to redo.',
  }),
  command('history', 'History', (_, actions) => when(true, actions && (() => actions.askForPanel('history')))),
  command('cut', 'Cut', runCut, { whyNot: () => 'This is cut already.' }),
  command('speed', 'Speed', runSpeed, {
    whyNot: (state) => (isAllCut(state.document.cuts, speedRange(state)) ? 'This is cut.' : 'This has a speed of its own already.'),
  }),
  command('hold', 'Hold', (state, actions) => when(isShown(state, state.playhead), actions && (() => actions.hold(state.playhead))), {
    whyNot: () => 'The playhead is in a cut. Go to an instant that the result shows.',
  }),
  command('holdLast', 'Hold the last screen', (state, actions) => when(whyNotHoldLast(state) === '', actions?.holdLastScreen), {
    whyNot: whyNotHoldLast,
  }),
  command('marker', 'Marker', (state, actions) => when(true, actions && (() => actions.mark(state.playhead)))),
  command('split', 'Split', runSplit, { whyNot: () => 'Put the playhead inside a cut or a speed region to split it.' }),
  command('remove', 'Remove', runRemove, { whyNot: () => 'Select an edit or a stretch first.' }),
  ...SELECT_COMMANDS,
];

/** A cut that reaches the end takes the last instant, too. */
function isShown(state: EditorState, time: SourceTime): boolean {
  const { document } = state;
  return !inCut(document, time) && !(time === selectDuration(state) && document.cuts.some(({ end }) => end >= time));
}

function whyNotHoldLast(state: EditorState): string {
  const duration = selectDuration(state);
  if (!isShown(state, duration)) return 'The last screen is in a cut.';
  return state.document.holds.some(({ at, by }) => at === duration && by === undefined) ? 'The last screen is held already.' : '';
}

const isAllCut = (cuts: readonly Range[], range: Range): boolean => cuts.some(({ start, end }) => start <= range.start && end >= range.end);

/** Cuts the selection, or the span between the edits around the playhead. Does not apply to what is cut already. */
function runCut(state: EditorState, actions: EditorActions | undefined): boolean {
  const range = state.selection ?? cutSpan(state);
  return when(range.end > range.start && !isAllCut(state.document.cuts, range), actions && (() => actions.cut(range)));
}

/** Without any edit the span around the playhead is the whole recording, which nobody wants gone: a piece at the playhead is cut. */
function cutSpan(state: EditorState): Range<SourceTime> {
  const duration = selectDuration(state);
  if (hasEdits(state.document)) return spanBetweenEdits(state.document, state.playhead, duration);
  const micros = Math.max(1, Math.round((state.viewport.end - state.viewport.start) * NEW_CUT_SHARE));
  const start = Math.max(0, Math.min(state.playhead, duration - micros));
  return { start: sourceTime(start), end: sourceTime(Math.min(start + micros, duration)) };
}

const speedRange = (state: EditorState): Range<SourceTime> =>
  state.selection ?? spanBetweenEdits(state.document, state.playhead, selectDuration(state));

/** Speeds up the selection, or the span around the playhead where that is not cut, or a speed region already. */
function runSpeed(state: EditorState, actions: EditorActions | undefined): boolean {
  const { document, selection } = state;
  const range = speedRange(state);
  const isThere = !selection && document.speedRegions.some(({ start, end }) => start <= range.start && end >= range.end);
  return when(range.end > range.start && !isAllCut(document.cuts, range) && !isThere, actions && (() => actions.speedUp(range)));
}

/** Cuts the selection, or removes the selected edits. */
function runRemove(state: EditorState, actions: EditorActions | undefined): boolean {
  const { selection, selected } = state;
  if (selection) return runCut(state, actions);
  return when(selected.length > 0, actions && (() => actions.removeAll(selected)));
}

/** Splits the region that holds the playhead: a selected one, or else the one that is made last, as it lies on top. */
function runSplit(state: EditorState, actions: EditorActions | undefined): boolean {
  const { document, playhead, selected } = state;
  const holding = (kind: RegionRef['kind'], regions: readonly (Range & { readonly id: number })[]): readonly RegionRef[] =>
    regions.filter(({ start, end }) => start < playhead && playhead < end).map(({ id }) => ({ kind, id }));
  const found = [...holding('cut', document.cuts), ...holding('speed', document.speedRegions)];
  const isSelected = (ref: EditRef): boolean =>
    selected.some((other) => isRegionRef(other) && other.kind === ref.kind && other.id === ref.id);
  const ref = found.find(isSelected) ?? found[0];
  return when(ref !== undefined, actions && (() => actions.split(ref as RegionRef, playhead)));
}
