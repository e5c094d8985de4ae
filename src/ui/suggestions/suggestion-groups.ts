import { SPAN_KINDS, type SpanKind } from '#core/analyze/analysis.ts';
import type { Suggestion } from '#core/analyze/suggest/suggestion.ts';

export interface SuggestionGroup {
  readonly kind: SpanKind;
  readonly suggestions: readonly Suggestion[];
  readonly savedMicros: number;
}

/** Suggestions by the kind of what they shorten, each in order of time; kinds without any are left away. */
export const groupSuggestions = (suggestions: readonly Suggestion[]): readonly SuggestionGroup[] =>
  SPAN_KINDS.map((kind) => {
    const own = suggestions.filter((suggestion) => suggestion.kind === kind);
    return { kind, suggestions: own, savedMicros: savedBy(own) };
  }).filter((group) => group.suggestions.length > 0);

/** How much shorter they make the result together: they are apart, so each saves what it saves alone. */
export const savedBy = (suggestions: readonly Suggestion[]): number => suggestions.reduce((sum, { savedMicros }) => sum + savedMicros, 0);
