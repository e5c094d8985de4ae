import type { Analysis, Moment } from '#core/analyze/analysis.ts';
import { type FitOutcome, MIN_TARGET_MICROS } from '#core/analyze/fit/outcome.ts';
import { nothingToSuggest, suggest } from '#core/analyze/suggest/suggest.ts';
import type { Suggestion } from '#core/analyze/suggest/suggestion.ts';
import { formatTime } from '#core/cast/format-time.ts';
import type { Recording } from '#core/cast/recording.ts';
import type { EditDocument } from '#core/plan/document.ts';
import { outcomeOf } from './fitting.ts';
import { rememberLast, selectDuration, selectEditSettings } from './selectors.ts';
import type { EditorState } from './state.ts';

/** What could be shortened, as the document stands; nothing while it is fitted to a target, and while something is dragged what was before. */
export function selectSuggestions({ opened, analysis: { analysis }, document, gesture }: EditorState): readonly Suggestion[] {
  const now = gesture?.before ?? document;
  if (!opened || !analysis || now.targetMicros !== undefined) return NO_SUGGESTIONS;
  return suggestionsFor(opened.recording, analysis, now);
}

/** Why there is nothing to suggest, for people; empty where there is something, or nothing is known yet. */
export function selectNothingToSuggest(state: EditorState): string {
  const {
    opened,
    analysis: { analysis },
    document,
  } = state;
  if (!opened || !analysis) return '';
  if (document.targetMicros !== undefined) return 'While a target is set there are no suggestions.';
  return nothingToSuggest(opened.recording, analysis, document, selectSuggestions(state));
}

/** Why the recording can be fitted to no length, for people; empty where it can, or nothing is open. */
export function selectWhyNoTarget(state: EditorState): string {
  const duration = selectDuration(state);
  return !state.opened || duration > MIN_TARGET_MICROS ? '' : `The recording is only ${formatTime(duration)} long.`;
}

/** What came of fitting the document to its target; undefined without a target, or an analysis. While something is dragged, of what was before. */
export function selectFit(state: EditorState): FitOutcome | undefined {
  const { document, gesture } = state;
  const isTargetDragged = gesture !== null && document.targetMicros !== gesture.before.targetMicros;
  return outcomeOf(state, gesture && !isTargetDragged ? gesture.before : document);
}

/** The moment that is on the screen at the playhead: the last one to appear, until its place is taken. */
export const selectMomentAtPlayhead = ({ analysis: { analysis }, playhead }: EditorState): Moment | undefined =>
  analysis?.moments.findLast(({ start, goneAt }) => start <= playhead && playhead < goneAt);

const NO_SUGGESTIONS: readonly Suggestion[] = [];

const suggestionsFor = rememberLast((recording: Recording, analysis: Analysis, document: EditDocument) =>
  suggest(recording, analysis, document, selectEditSettings({ document })),
);
