import { describe, expect, it } from 'vitest';
import type { FeedStep } from '#core/plan/feed.ts';
import { appendStep, routeTo, shortcutTo } from './feed-route.ts';

/** Steps drawn as index ranges: `0-5` events, `(5-9)` a seam, `(5-9r7)` one whose last resize is event 7, `(5-9!)` one with a repaint, `~` a mend. */
function steps(drawn: string): FeedStep[] {
  return drawn
    .split(' ')
    .filter(Boolean)
    .map((step) => {
      if (step.startsWith('~')) return { kind: 'mend', text: step };
      const [, bracket, from, to, lastResize, repaint] = /^(\()?(\d+)-(\d+)(?:r(\d+))?(!)?\)?$/.exec(step) ?? [];
      const range = { from: Number(from), to: Number(to) };
      return bracket
        ? { kind: 'seam', ...range, lastResize: Number(lastResize ?? -1), ...(repaint && { repaint: `screen ${to}` }) }
        : { kind: 'events', ...range };
    });
}

const marksOf = (seam: FeedStep & { kind: 'seam' }): string =>
  `${seam.lastResize < 0 ? '' : `r${seam.lastResize}`}${seam.repaint === undefined ? '' : '!'}`;

function draw(list: readonly FeedStep[]): string {
  const text = (step: FeedStep) =>
    step.kind === 'mend' ? step.text : step.kind === 'events' ? `${step.from}-${step.to}` : `(${step.from}-${step.to}${marksOf(step)})`;
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
    ['0-5', '0-5 ~a 8-9', '~a 8-9'],
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
    ['0-5 (5-8)', '0-5 (5-8!)'],
    ['0-5 ~a 8-9', '0-5 ~b 8-9'],
    ['0-5 (5-8) 8-9', '0-5 (5-8)'],
  ])('is all over again: told %j, goal %j', (told, goal) => {
    expect(route(told, goal)).toBe(`restart ${goal}`.trim());
  });
});

/** An event stands for 100 KB. Answers the position to be repainted, and what is left to tell then. */
function shortcut(told: string, goal: string, isPlaying = false): string {
  const bytesOf = (step: FeedStep) =>
    step.kind === 'mend' || (step.kind === 'seam' && step.repaint !== undefined) ? 1 : (step.to - step.from) * 100_000;
  const place = shortcutTo(steps(told), steps(goal), bytesOf, isPlaying);
  return place ? `${place.position}, then ${draw(steps(goal).slice(place.told.length)) || 'nothing'}` : 'none';
}

describe('a shortcut', () => {
  it('is a repaint where it is far back, or far ahead', () => {
    expect(shortcut('0-90', '0-80')).toBe('80, then nothing');
    expect(shortcut('0-10', '0-80')).toBe('80, then nothing');
  });

  it('is not taken where it is near', () => {
    expect(shortcut('0-90', '0-2')).toBe('none');
    expect(shortcut('0-78', '0-80')).toBe('none');
    expect(shortcut('0-80', '0-80')).toBe('none');
  });

  it('leads past cuts that leave the screen as it was recorded', () => {
    expect(shortcut('', '0-20 (20-40!) 40-80')).toBe('80, then nothing');
    expect(shortcut('0-90', '0-20 (20-40r30!)')).toBe('40, then nothing');
  });

  it('leads as far as a cut that does not, and what follows is told', () => {
    expect(shortcut('', '0-50 60-70')).toBe('50, then 60-70');
    expect(shortcut('', '0-50 ~a 60-70')).toBe('50, then ~a 60-70');
    expect(shortcut('', '0-50 (55-55r52) 55-60')).toBe('50, then (55-55r52) 55-60');
    expect(shortcut('', '0-50 (50-55r52) 55-60')).toBe('50, then (50-55r52) 55-60');
  });

  it('leads on from a repaint after such a cut', () => {
    expect(shortcut('', '0-50 60-70 (70-75!) 75-80 90-91')).toBe('80, then 90-91');
  });

  it('is no use where the screen is hardly ever the one that was recorded', () => {
    expect(shortcut('', '0-2 5-80')).toBe('none');
    expect(shortcut('0-2 5-70', '0-2 5-80')).toBe('none');
  });

  it('is taken while playing only where there is no way on', () => {
    expect(shortcut('0-10', '0-80', true)).toBe('none');
    expect(shortcut('0-90', '0-80', true)).toBe('80, then nothing');
  });

  it('is taken back while playing however near the start that is: screen after screen would be told from there', () => {
    expect(shortcut('0-3', '0-2', true)).toBe('2, then nothing');
    expect(shortcut('0-3', '0-2')).toBe('none');
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
