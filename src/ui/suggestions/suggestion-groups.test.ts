import { expect, it } from 'vitest';
import type { SpanKind } from '#core/analyze/analysis.ts';
import type { Suggestion } from '#core/analyze/suggest/suggestion.ts';
import { sourceTime } from '#core/cast/time.ts';
import { groupSuggestions, savedBy } from './suggestion-groups.ts';

/** One a minute, drawn as `kind:seconds saved`. */
const suggestionsOf = (drawn: string): Suggestion[] =>
  drawn.split(' ').map((text, index) => {
    const [kind, seconds] = text.split(':');
    const start = index * 60e6;
    return {
      kind: kind as SpanKind,
      start: sourceTime(start),
      end: sourceTime(start + 30e6),
      edit: 'cut',
      reason: text,
      savedMicros: Number(seconds) * 1e6,
    };
  });

it('are by what they shorten, in order of time, with what they save together', () => {
  const suggestions = suggestionsOf('scrolling:3 waiting:10 waiting:5 scrolling:1');
  expect(groupSuggestions(suggestions).map(({ kind, savedMicros, suggestions: own }) => [kind, savedMicros / 1e6, own.length])).toEqual([
    ['waiting', 15, 2],
    ['scrolling', 4, 2],
  ]);
  expect(groupSuggestions(suggestions)[0]?.suggestions.map(({ reason }) => reason)).toEqual(['waiting:10', 'waiting:5']);
  expect(savedBy(suggestions)).toBe(19e6);
});

it('are none where there is nothing to suggest', () => {
  expect(groupSuggestions([])).toEqual([]);
});
