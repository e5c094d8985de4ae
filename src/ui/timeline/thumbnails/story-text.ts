import type { SourceTime } from '#core/cast/time.ts';
import { upperBound } from '#core/lib/binary-search.ts';
import { selectSuggestions } from '#store/analysis-selectors.ts';
import type { EditorState } from '#store/state.ts';
import { KIND_WORDS, WAITING_WORDS } from '../../story/kind-words.ts';
import { suggestionAt } from '../ghosts/ghost-boxes.ts';
import { momentAt } from '../story/moment-marks.ts';
import { storyView } from '../story/story-view.ts';

/** What a card says of the story at an instant, the most telling of it. */
export interface StoryText {
  readonly about: 'moment' | 'suggestion' | 'kind';
  readonly text: string;
}

/** Undefined while it is not known what the recording is about. `pxMicros`: a moment is pointed at from some pixels around it. */
export function storyText(state: EditorState, time: SourceTime, pxMicros: number): StoryText | undefined {
  const { analysis } = state.analysis;
  if (!analysis) return undefined;
  const { kinds, moments } = storyView(analysis);
  const moment = momentAt(moments, time, pxMicros);
  if (moment) return { about: 'moment', text: moment.text ? `${moment.reason}: ${moment.text}` : moment.reason };
  const suggestion = state.proposal ? undefined : suggestionAt(selectSuggestions(state), time);
  if (suggestion) return { about: 'suggestion', text: `Suggested: ${suggestion.reason}` };
  const span = analysis.spans[upperBound(kinds.starts, time) - 1];
  if (!span) return undefined;
  const { name } = KIND_WORDS[span.kind];
  return { about: 'kind', text: span.waiting ? `${name}: ${WAITING_WORDS[span.waiting]}` : name };
}
