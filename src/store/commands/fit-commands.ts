import type { SourceTime } from '#core/cast/time.ts';
import type { Range } from '#core/lib/ranges.ts';
import { selectMomentAtPlayhead, selectSuggestions, selectWhyNoTarget } from '../analysis-selectors.ts';
import type { EditorActions } from '../editor-store.ts';
import { isRangeKept, momentRange, withMargins } from '../moment-range.ts';
import { selectDuration, selectEditSettings, selectSelectedRegion } from '../selectors.ts';
import type { EditorState } from '../state.ts';
import { type Command, commandsOf, when } from './command.ts';

const command = commandsOf('fit');

export const FIT_COMMANDS: readonly Command[] = [
  command('keepAtOne', 'Keep at 1×', runKeep, { whyNot: whyNotKeep }),
  command('target', 'Fit to length', (state, actions) => when(selectWhyNoTarget(state) === '', actions?.askForTarget), {
    whyNot: selectWhyNoTarget,
  }),
  command('suggestions', 'Suggestions', (_, actions) => when(true, actions && (() => actions.askForPanel('suggestions')))),
  command('acceptAll', 'Accept all', (state, actions) => when(selectSuggestions(state).length > 0, actions?.acceptAll), {
    whyNot: () => 'There are no suggestions to accept.',
  }),
  command('moments', 'Moments', (_, actions) => when(true, actions && (() => actions.askForPanel('moments')))),
];

/** Keeps the selection, or else where the selected region is, or the moment at the playhead. Does not apply to what is kept already. */
function runKeep(state: EditorState, actions: EditorActions | undefined): boolean {
  const range = rangeToKeep(state);
  if (!range) return false;
  return when(!isRangeKept(state.document, range), actions && (() => actions.keep({ start: range.start, end: range.end })));
}

function rangeToKeep(state: EditorState): Range<SourceTime> | undefined {
  const moment = selectMomentAtPlayhead(state);
  const momentSeen = moment && withMargins(momentRange(moment), selectEditSettings(state), selectDuration(state));
  const range = state.selection ?? selectSelectedRegion(state) ?? momentSeen;
  return range && range.start < range.end ? range : undefined;
}

function whyNotKeep(state: EditorState): string {
  if (rangeToKeep(state)) return 'This is kept at 1× already.';
  const where = state.analysis.analysis ? 'No moment is on the screen at the playhead. ' : '';
  return `${where}Select a stretch to keep it at 1×.`;
}
