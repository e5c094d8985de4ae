import type { Suggestion } from '#core/analyze/suggest/suggestion.ts';
import { formatTime } from '#core/cast/format-time.ts';
import { MICROS_PER_SECOND } from '#core/cast/time.ts';
import type { Range } from '#core/lib/ranges.ts';
import { formatFactor } from '#core/plan/factor.ts';
import { type TimeScale, timeToPx } from '../time-scale.ts';

/** Where a suggestion lies in the lane, in CSS pixels: what of it is in sight. */
export interface GhostBox {
  readonly suggestion: Suggestion;
  readonly left: number;
  readonly right: number;
}

/** Narrower ghosts have no outline of their own: it would be all that one sees of them. */
const MIN_BOX_PX = 16;

/** Of suggestions, which are in order and apart, those in sight that are wide enough to be told from their neighbours. */
export function ghostBoxes(suggestions: readonly Suggestion[], scale: TimeScale): readonly GhostBox[] {
  const boxes: GhostBox[] = [];
  for (const suggestion of suggestions) {
    if (suggestion.start > scale.viewport.end) break;
    if (suggestion.end < scale.viewport.start) continue;
    const left = Math.max(timeToPx(scale, suggestion.start), 0);
    const right = Math.min(timeToPx(scale, suggestion.end), scale.widthPx);
    if (right - left >= MIN_BOX_PX) boxes.push({ suggestion, left, right });
  }
  return boxes;
}

/** The suggestion at an instant. */
export const suggestionAt = (suggestions: readonly Suggestion[], time: number): Suggestion | undefined =>
  suggestions.find(({ start, end }) => start <= time && time < end);

/** Suggestions are made anew with every edit: they are the same where they say the same of the same stretch. */
export const isSameSuggestion = (one: Suggestion | null, other: Suggestion | null): boolean =>
  one === other || (one !== null && isSameRange(one, other) && one.edit === other?.edit);

const isSameRange = (one: Range, other: Range | null): boolean => one.start === other?.start && one.end === other.end;

/** Of so much time the tenths say little. */
const LONG_MICROS = 10 * MICROS_PER_SECOND;

/** What the plate of a ghost may say, the most telling first. */
export function ghostLabels(suggestion: Suggestion): readonly string[] {
  const verb = suggestion.edit === 'cut' ? 'Cut' : formatFactor(suggestion.factor);
  const { savedMicros } = suggestion;
  const saved = `− ${formatTime(savedMicros)}`;
  const inSeconds = savedMicros >= LONG_MICROS ? [`− ${formatTime(savedMicros, 0)}`] : [];
  return [`Accept: ${suggestion.reason}`, suggestion.reason, `${verb}  ${saved}`, saved, ...inSeconds, verb];
}
