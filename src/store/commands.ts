import { type SourceTime, sourceTime } from '#core/cast/time.ts';
import { lowerBound, upperBound } from '#core/lib/binary-search.ts';
import type { Range } from '#core/lib/ranges.ts';
import { hasEdits, spanBetweenEdits } from '#core/plan/document.ts';
import { selectMomentAtPlayhead, selectSuggestions, selectWhyNoTarget } from './analysis-selectors.ts';
import type { EditorActions } from './editor-store.ts';
import { isRangeKept, momentRange, withMargins } from './moment-range.ts';
import { selectDuration, selectEditSettings, selectSelectedRegion, selectStepTimes } from './selectors.ts';
import type { EditorState, SidePanel } from './state.ts';
import { fitViewport, zoomAt } from './viewport.ts';

/**
 * What a user can do, as data: buttons, keys and the help read this one list.
 *
 * `run` answers whether the command applies to the state; with `actions` it also does it. So a button asks the same
 * code whether to be enabled that acts when it is pressed.
 */
export interface Command {
  readonly id: CommandId;
  /** The name of its button. */
  readonly label: string;
  /** Keys as `KeyboardEvent.key`, with `Mod+` for Ctrl or Cmd and `Shift+`. The first is shown on the button. */
  readonly keys: readonly string[];
  readonly run: (state: EditorState, actions?: EditorActions) => boolean;
  /** Why it does not apply, for people; empty where it does, or that needs no words. */
  readonly whyNot: (state: EditorState) => string;
}

export type CommandId =
  | 'undo'
  | 'redo'
  | 'cut'
  | 'remove'
  | 'speed'
  | 'play'
  | 'nextChange'
  | 'previousChange'
  | 'forward'
  | 'back'
  | 'farForward'
  | 'farBack'
  | 'toStart'
  | 'toEnd'
  | 'zoomIn'
  | 'zoomOut'
  | 'fit'
  | 'find'
  | 'nextHit'
  | 'previousHit'
  | 'keepHits'
  | 'locate'
  | 'keepAtOne'
  | 'target'
  | 'suggestions'
  | 'acceptAll'
  | 'moments'
  | 'export'
  | 'escape';

const SECOND = 1_000_000;
const ZOOM_STEP = 2;

/** A cut made without a selection or other edits takes this share of the lane: about 96 of 1200 pixels. */
const NEW_CUT_SHARE = 0.08;

export const COMMANDS: readonly Command[] = [
  command('undo', 'Undo', ['Mod+z'], (state, actions) => when(state.history.done.length > 0, actions?.undo)),
  command('redo', 'Redo', ['Mod+Shift+z', 'Mod+y'], (state, actions) => when(state.history.undone.length > 0, actions?.redo)),
  command('cut', 'Cut', ['x'], runCut),
  command('remove', 'Remove', ['Delete', 'Backspace'], (state, actions) => {
    const { selection, selectedRegion } = state;
    if (selection) return runCut(state, actions);
    if (!selectedRegion) return false;
    return when(isOpen(state), actions && (() => actions.remove(selectedRegion)));
  }),
  command('speed', 'Speed', ['s'], runSpeed),
  command('play', 'Play', [' ', 'k'], (state, actions) => when(isOpen(state), state.isPlaying ? actions?.pause : actions?.play)),
  command('previousChange', 'Previous screen change', [','], (state, actions) => step(state, actions, changeTime(state, -1))),
  command('nextChange', 'Next screen change', ['.'], (state, actions) => step(state, actions, changeTime(state, 1))),
  command('back', 'Back 1 second', ['ArrowLeft'], (state, actions) => step(state, actions, state.playhead - SECOND)),
  command('forward', 'Forward 1 second', ['ArrowRight'], (state, actions) => step(state, actions, state.playhead + SECOND)),
  command('farBack', 'Back 10 seconds', ['Shift+ArrowLeft'], (state, actions) => step(state, actions, state.playhead - 10 * SECOND)),
  command('farForward', 'Forward 10 seconds', ['Shift+ArrowRight'], (state, actions) => step(state, actions, state.playhead + 10 * SECOND)),
  command('toStart', 'Start', ['Home'], (state, actions) => step(state, actions, 0)),
  command('toEnd', 'End', ['End'], (state, actions) => step(state, actions, selectDuration(state))),
  command('zoomIn', 'Zoom in', ['+', '='], (state, actions) => zoom(state, actions, ZOOM_STEP)),
  command('zoomOut', 'Zoom out', ['-'], (state, actions) => zoom(state, actions, 1 / ZOOM_STEP)),
  command('fit', 'Fit', ['\\', 'Shift+Z'], (state, actions) =>
    when(isOpen(state), actions && (() => actions.show(fitViewport(selectDuration(state))))),
  ),
  command('find', 'Find', ['/', 'Mod+f'], (state, actions) => when(isOpen(state), actions?.openSearch)),
  command('nextHit', 'Next hit', ['F3', 'Mod+g', 'n'], (state, actions) => when(hasHits(state), actions && (() => actions.goToHit(1)))),
  command('previousHit', 'Previous hit', ['Shift+F3', 'Mod+Shift+g', 'Shift+N'], (state, actions) =>
    when(hasHits(state), actions && (() => actions.goToHit(-1))),
  ),
  command('keepHits', 'Keep the hits', [], (state, actions) => when(hasAllHits(state) && isOpen(state), actions?.proposeKeeping)),
  command('locate', 'When was this on screen?', ['w'], (state, actions) =>
    when(state.markedText !== '' || (hasHits(state) && state.search.current >= 0), actions?.locate),
  ),
  command('keepAtOne', 'Keep at 1×', ['1'], runKeep, whyNotKeep),
  command(
    'target',
    'Fit to length',
    ['t'],
    (state, actions) => when(isOpen(state) && selectWhyNoTarget(state) === '', actions?.askForTarget),
    selectWhyNoTarget,
  ),
  command('suggestions', 'Suggestions', ['u'], (state, actions) => askForPanel(state, actions, 'suggestions')),
  command('acceptAll', 'Accept all', ['Shift+U'], (state, actions) =>
    when(isOpen(state) && selectSuggestions(state).length > 0, actions?.acceptAll),
  ),
  command('moments', 'Moments', ['Shift+M'], (state, actions) => askForPanel(state, actions, 'moments')),
  command('export', 'Export', ['e'], (state, actions) => when(isOpen(state), actions?.openExport)),
  command('escape', 'Cancel', ['Escape'], (state, actions) => {
    if (state.gesture) return when(true, actions?.cancelGesture);
    if (state.proposal) return when(true, actions?.rejectProposal);
    if (state.selection) return when(true, actions && (() => actions.select(null)));
    if (state.selectedRegion) return when(true, actions && (() => actions.selectRegion(null)));
    return when(state.search.isOpen, actions?.closeSearch);
  }),
];

/** A key that is held down gives these again and again; the others, once. */
const REPEATED = new Set<CommandId>([
  'undo',
  'redo',
  'previousChange',
  'nextChange',
  'back',
  'forward',
  'farBack',
  'farForward',
  'zoomIn',
  'zoomOut',
  'nextHit',
  'previousHit',
]);

export const isRepeated = ({ id }: Command): boolean => REPEATED.has(id);

export function findCommand(id: CommandId): Command {
  return COMMANDS.find((candidate) => candidate.id === id) as Command;
}

/** In the middle of a drag a command would become part of that step, or take away what is dragged: it can only be cancelled. */
function command(
  id: CommandId,
  label: string,
  keys: readonly string[],
  run: Command['run'],
  whyNot: Command['whyNot'] = () => '',
): Command {
  const isUnavailable = ({ gesture }: EditorState): boolean => gesture !== null && id !== 'escape';
  return {
    id,
    label,
    keys,
    run: (state, actions) => !isUnavailable(state) && run(state, actions),
    whyNot: (state) => (isUnavailable(state) || run(state) ? '' : whyNot(state)),
  };
}

/** Does it where it applies and there is something to do it with; says whether it applies. */
function when(applies: boolean, act: (() => void) | undefined): boolean {
  if (applies) act?.();
  return applies;
}

const isOpen = (state: EditorState): boolean => state.opened !== null;

/** Those of the query as it stands, not of the one before. */
const hasHits = ({ search }: EditorState): boolean => search.isOpen && search.status === 'done' && search.hits.length > 0;

/** Between some of the hits there may be others, and they would be cut. */
const hasAllHits = (state: EditorState): boolean => hasHits(state) && state.search.isComplete && state.screenIndex.changes !== null;

/** Cuts the selection, or the span between the edits around the playhead. Does not apply to what is cut already. */
function runCut(state: EditorState, actions: EditorActions | undefined): boolean {
  const range = state.selection ?? cutSpan(state);
  const isCut = state.document.cuts.some((cut) => cut.start <= range.start && cut.end >= range.end);
  return when(isOpen(state) && range.end > range.start && !isCut, actions && (() => actions.cut(range)));
}

/** Speeds up the selection, or the span around the playhead where that is not cut, or a speed region already. */
function runSpeed(state: EditorState, actions: EditorActions | undefined): boolean {
  const { document, playhead, selection } = state;
  const range = selection ?? spanBetweenEdits(document, playhead, selectDuration(state));
  const isCut = document.cuts.some((cut) => cut.start <= range.start && cut.end >= range.end);
  const isThere = !selection && document.speedRegions.some(({ start, end }) => start <= range.start && end >= range.end);
  return when(isOpen(state) && range.end > range.start && !isCut && !isThere, actions && (() => actions.speedUp(range)));
}

/** Keeps the selection, or else where the selected region is, or the moment at the playhead. Does not apply to what is kept already. */
function runKeep(state: EditorState, actions: EditorActions | undefined): boolean {
  const range = rangeToKeep(state);
  if (!range) return false;
  const isKept = isRangeKept(state.document, range);
  return when(isOpen(state) && !isKept, actions && (() => actions.keep({ start: range.start, end: range.end })));
}

function rangeToKeep(state: EditorState): Range<SourceTime> | undefined {
  const moment = selectMomentAtPlayhead(state);
  const momentSeen = moment && withMargins(momentRange(moment), selectEditSettings(state), selectDuration(state));
  const range = state.selection ?? selectSelectedRegion(state) ?? momentSeen;
  return range && range.start < range.end ? range : undefined;
}

function whyNotKeep(state: EditorState): string {
  if (!isOpen(state)) return '';
  if (rangeToKeep(state)) return 'This is kept at 1× already.';
  const where = state.analysis.analysis ? 'No moment is on the screen at the playhead. ' : '';
  return `${where}Select a stretch to keep it at 1×.`;
}

function askForPanel(state: EditorState, actions: EditorActions | undefined, panel: SidePanel): boolean {
  return when(isOpen(state), actions && (() => actions.askForPanel(panel)));
}

/** Without any edit the span around the playhead is the whole recording, which nobody wants gone: a piece at the playhead is cut. */
function cutSpan(state: EditorState): Range<SourceTime> {
  const duration = selectDuration(state);
  if (hasEdits(state.document)) return spanBetweenEdits(state.document, state.playhead, duration);
  const micros = Math.max(1, Math.round((state.viewport.end - state.viewport.start) * NEW_CUT_SHARE));
  const start = Math.max(0, Math.min(state.playhead, duration - micros));
  return { start: sourceTime(start), end: sourceTime(Math.min(start + micros, duration)) };
}

function step(state: EditorState, actions: EditorActions | undefined, time: number | undefined): boolean {
  return when(isOpen(state) && time !== undefined, actions && (() => actions.seek(sourceTime(time ?? 0), true)));
}

/** The time of the next or previous change of the screen; changes of the same time are one step. */
function changeTime(state: EditorState, direction: 1 | -1): number | undefined {
  const times = selectStepTimes(state);
  return direction > 0 ? times[upperBound(times, state.playhead)] : times[lowerBound(times, state.playhead) - 1];
}

function zoom(state: EditorState, actions: EditorActions | undefined, factor: number): boolean {
  const { viewport, playhead } = state;
  const isVisible = playhead >= viewport.start && playhead <= viewport.end;
  const anchor = isVisible ? playhead : (viewport.start + viewport.end) / 2;
  return when(isOpen(state), actions && (() => actions.show(zoomAt(viewport, anchor, factor, selectDuration(state)))));
}
