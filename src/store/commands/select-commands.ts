import { speakTime } from '#core/cast/format-time.ts';
import { type SourceTime, sourceTime } from '#core/cast/time.ts';
import type { Range } from '#core/lib/ranges.ts';
import { type EditDocument, type EditRef, hasEdits } from '#core/plan/document.ts';
import { copyOfSelected } from '../copied-edit.ts';
import type { EditorActions } from '../editor-store.ts';
import { selectDuration } from '../selectors.ts';
import type { EditorState } from '../state.ts';
import { type Command, commandsOf, when } from './command.ts';

const command = commandsOf('edit');

/** What is acted on, and what of it is taken along. */
export const SELECT_COMMANDS: readonly Command[] = [
  command(
    'markIn',
    'Set in',
    (state, actions) => when(state.playhead < selectDuration(state), actions && (() => selectStretch(actions, fromPlayhead(state)))),
    {
      whyNot: () => 'The playhead is at the end. Go to where the selection should start.',
    },
  ),
  command(
    'markOut',
    'Set out',
    (state, actions) => when(state.playhead > 0, actions && (() => selectStretch(actions, toPlayhead(state)))),
    {
      whyNot: () => 'The playhead is at the start. Go to where the selection should end.',
    },
  ),
  command(
    'selectAll',
    'Select all edits',
    ({ document }, actions) =>
      when(hasEdits(document) || document.holds.length > 0, actions && (() => selectEdits(actions, editsOf(document)))),
    { whyNot: () => 'There are no edits yet.' },
  ),
  command('copyEdit', 'Copy', (state, actions) => when(copyOfSelected(state) !== undefined, actions && (() => void actions.copyEdit())), {
    whyNot: () => 'Select a cut, a speed region or a hold to copy what it says.',
  }),
  command('pasteEdit', 'Paste', ({ selected }, actions) => when(selected.length > 0, actions && (() => void actions.pasteEdit())), {
    whyNot: () => 'Select the edits that the copied factor, mode or length is for.',
  }),
  command('editSelected', 'Edit', runEdit, { whyNot: () => 'Select an edit first.' }),
  command(
    'rename',
    'Rename',
    ({ selected }, actions) => {
      const last = selected.at(-1);
      return when(last?.kind === 'marker', actions && (() => actions.askForLabel(last?.id ?? null)));
    },
    { whyNot: () => 'Select a marker first.' },
  ),
  command('escape', 'Cancel', runEscape, { isForNothingOpen: true }),
];

/** Nothing that has the focus changes with it, so it is said. */
function selectStretch(actions: EditorActions, range: Range<SourceTime>): void {
  const { start, end } = range;
  actions.select(range);
  actions.say(`Selected ${speakTime(end - start)}, from ${speakTime(start)} to ${speakTime(end)}`);
}

function selectEdits(actions: EditorActions, refs: readonly EditRef[]): void {
  actions.selectEdits(refs);
  actions.say(refs.length === 1 ? '1 edit selected' : `${refs.length.toLocaleString('en')} edits selected`);
}

/** To the end of the selection, or else to the next edge. */
function fromPlayhead(state: EditorState): Range<SourceTime> {
  const { playhead, selection } = state;
  const duration = selectDuration(state);
  if (selection && selection.end > playhead) return { start: playhead, end: selection.end };
  const edges = edgesOf(state.document).filter((edge) => edge > playhead);
  return { start: playhead, end: sourceTime(Math.min(duration, ...edges)) };
}

/** From the start of the selection, or else from the edge before. */
function toPlayhead(state: EditorState): Range<SourceTime> {
  const { playhead, selection } = state;
  if (selection && selection.start < playhead) return { start: selection.start, end: playhead };
  const edges = edgesOf(state.document).filter((edge) => edge < playhead);
  return { start: sourceTime(Math.max(0, ...edges)), end: playhead };
}

const edgesOf = ({ cuts, speedRegions }: EditDocument): readonly number[] =>
  [...cuts, ...speedRegions].flatMap(({ start, end }) => [start, end]);

/** Markers are none: they change nothing of the result's length, and are the recording's own at first. */
const editsOf = ({ cuts, speedRegions, holds }: EditDocument): readonly EditRef[] => [
  ...cuts.map(({ id }) => ({ kind: 'cut', id }) as const),
  ...speedRegions.map(({ id }) => ({ kind: 'speed', id }) as const),
  ...holds.map(({ id }) => ({ kind: 'hold', id }) as const),
];

/** Goes to the field in which the edit that is looked at is typed. */
function runEdit({ selected }: EditorState, actions: EditorActions | undefined): boolean {
  const last = selected.at(-1);
  if (!last) return false;
  return when(
    true,
    actions &&
      (() => {
        if (last.kind === 'speed') actions.askForFactor(last.id);
        else if (last.kind === 'marker') actions.askForLabel(last.id);
        else actions.askForPlace(last);
      }),
  );
}

/** The innermost of what is under way. */
function runEscape(state: EditorState, actions: EditorActions | undefined): boolean {
  if (state.gesture) return when(true, actions?.cancelGesture);
  if (state.dialog) return when(true, actions?.closeDialog);
  if (state.contextMenu) return when(true, actions?.closeContextMenu);
  if (state.proposal) return when(true, actions?.rejectProposal);
  if (state.playedRange) return when(true, actions?.pause);
  if (state.selection) return when(true, actions && (() => actions.select(null)));
  if (state.selected.length > 0) return when(true, actions && (() => actions.selectEdit(null)));
  return when(state.search.isOpen, actions?.closeSearch);
}
