import { describe, expect, it } from 'vitest';
import type { FeedStep } from '#core/plan/feed.ts';
import { appendStep, routeTo } from './feed-route.ts';

/** Steps drawn as index ranges: `0-5` events, `(5-9)` a seam, `(5-9r7)` one whose last resize is event 7. */
function steps(drawn: string): FeedStep[] {
  return drawn
    .split(' ')
    .filter(Boolean)
    .map((step) => {
      const [, bracket, from, to, lastResize] = /^(\()?(\d+)-(\d+)(?:r(\d+))?\)?$/.exec(step) ?? [];
      const range = { from: Number(from), to: Number(to) };
      return bracket
        ? { kind: 'seam', ...range, lastResize: lastResize === undefined ? -1 : Number(lastResize) }
        : { kind: 'events', ...range };
    });
}

function draw(list: readonly FeedStep[]): string {
  const text = (step: FeedStep) =>
    step.kind === 'events' ? `${step.from}-${step.to}` : `(${step.from}-${step.to}${step.lastResize < 0 ? '' : `r${step.lastResize}`})`;
  return list.map(text).join(' ');
}

function route(told: string, goal: string): string {
  const { isRestart, steps: rest } = routeTo(steps(told), steps(goal));
  return `${isRestart ? 'restart ' : ''}${draw(rest)}`.trim();
}

describe('the way from what was told to what should be', () => {
  it.each([
    ['', '0-9', '0-9'],
    ['0-4', '0-9', '4-9'],
    ['0-4', '0-5 (5-8) 8-9', '4-5 (5-8) 8-9'],
    ['0-5', '0-5 (5-8) 8-9', '(5-8) 8-9'],
    ['0-5 (5-8) 8-9', '0-5 (5-8) 8-12', '9-12'],
    ['0-5 (5-8r6)', '0-5 (5-8r6) 8-9', '8-9'],
  ])('goes on: told %j, goal %j', (told, goal, rest) => {
    expect(route(told, goal)).toBe(rest);
  });

  it.each(['', '0-9', '0-5 (5-8) 8-9', '0-5 8-9'])('is nothing where all was told: %j', (told) => {
    expect(route(told, told)).toBe('');
  });

  it.each([
    ['0-9', '0-4'],
    ['0-9', ''],
    ['0-5 8-9', '0-6 8-9'],
    ['0-5 8-9', '0-5 7-9'],
    ['0-5 (5-8)', '0-8'],
    ['0-8', '0-5 (5-8)'],
    ['0-5 (5-8)', '0-5 (5-9)'],
    ['0-5 (5-8r6)', '0-5 (5-8r7)'],
    ['0-5 (5-8) 8-9', '0-5 (5-8)'],
  ])('is all over again: told %j, goal %j', (told, goal) => {
    expect(route(told, goal)).toBe(`restart ${goal}`.trim());
  });
});

describe('what was told', () => {
  it('carries a run of events on', () => {
    expect(draw(appendStep(steps('0-4'), { kind: 'events', from: 4, to: 6 }))).toBe('0-6');
  });

  it('keeps apart what is not adjacent', () => {
    expect(draw(appendStep(steps('0-4'), { kind: 'events', from: 5, to: 6 }))).toBe('0-4 5-6');
    expect(draw(appendStep(steps('0-4 (4-6)'), { kind: 'events', from: 6, to: 7 }))).toBe('0-4 (4-6) 6-7');
  });
});
