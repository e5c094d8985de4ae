import { describe, expect, it } from 'vitest';
import type { Suggestion } from '#core/analyze/suggest/suggestion.ts';
import { sourceTime } from '#core/cast/time.ts';
import { ghostBoxes, ghostLabels, isSameSuggestion, suggestionAt } from './ghost-boxes.ts';

/** Suggestions to cut, drawn as `10-30`, or to speed up, as `10-30x8`; in seconds. */
function suggestionsOf(drawn: string): Suggestion[] {
  return drawn.split(' ').map((text) => {
    const [, from, to, factor] = /^([\d.]+)-([\d.]+)(?:x([\d.]+))?$/.exec(text) ?? [];
    const range = { start: sourceTime(Number(from) * 1e6), end: sourceTime(Number(to) * 1e6) };
    const savedMicros = (range.end - range.start) / 2;
    const about = { ...range, kind: 'waiting', reason: `why ${text}`, savedMicros } as const;
    return factor ? { ...about, edit: 'speed', factor: Number(factor) } : { ...about, edit: 'cut' };
  });
}

const one = (drawn: string) => suggestionsOf(drawn)[0] as Suggestion;

describe('ghostBoxes', () => {
  /** Of a strip with a pixel for each second, drawn as the suggestions are. */
  function drawn(suggestions: string, [from, to]: [number, number]): string {
    const boxes = ghostBoxes(suggestionsOf(suggestions), { viewport: { start: from * 1e6, end: to * 1e6 }, widthPx: to - from });
    return boxes.map(({ left, right }) => `${left}-${right}`).join(' ');
  }

  it('are what of the suggestions is in sight', () => {
    expect(drawn('0-10 20-40 60-90', [0, 100])).toBe('20-40 60-90');
    expect(drawn('0-10 20-40 60-90', [30, 80])).toBe('30-50');
  });

  it('leave out what is too narrow to be told from its neighbours', () => {
    expect(drawn('10-20 20-40', [0, 100])).toBe('20-40');
  });
});

describe('suggestionAt', () => {
  const at = (seconds: number) => suggestionAt(suggestionsOf('10-20 20-40x8'), seconds * 1e6)?.reason;

  it('has a suggestion until its end', () => {
    expect([at(9.9), at(10), at(19.9), at(20), at(40)]).toEqual([undefined, 'why 10-20', 'why 10-20', 'why 20-40x8', undefined]);
  });
});

describe('isSameSuggestion', () => {
  it('knows one that was made anew', () => {
    expect(isSameSuggestion(one('10-20'), one('10-20'))).toBe(true);
    expect(isSameSuggestion(null, null)).toBe(true);
  });

  it('tells others by where they are, and by what they do', () => {
    expect(isSameSuggestion(one('10-20'), one('10-21'))).toBe(false);
    expect(isSameSuggestion(one('10-20'), one('10-20x8'))).toBe(false);
    expect(isSameSuggestion(one('10-20'), null)).toBe(false);
    expect(isSameSuggestion(null, one('10-20'))).toBe(false);
  });
});

it('a plate says the verb at least, and why where it has room', () => {
  expect(ghostLabels(one('10-20'))).toEqual(['Accept: why 10-20', 'why 10-20', 'Cut  − 0:05.0', '− 0:05.0', 'Cut']);
  expect(ghostLabels(one('10-20x8')).at(-1)).toBe('8×');
  expect(ghostLabels(one('10-60.5')).slice(2)).toEqual(['Cut  − 0:25.3', '− 0:25.3', '− 0:25', 'Cut']);
});
