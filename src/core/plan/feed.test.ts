import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatenated, drawnSeams } from '#testing/apply.ts';
import { arbitrarySequenceCast } from '#testing/arbitrary-casts.ts';
import { arbitraryPlan } from '#testing/arbitrary-plans.ts';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { eventData } from '../cast/events.ts';
import { readCast } from '../cast/reader.ts';
import { Code, type Recording } from '../cast/recording.ts';
import { secondsToMicros, sourceTime } from '../cast/time.ts';
import { upperBound } from '../lib/binary-search.ts';
import { applyPlan } from './apply-plan.ts';
import { createFeed, type FeedStep, shownSteps } from './feed.ts';
import { planFromJson } from './parse-plan.ts';
import { CUT_MODES } from './plan.ts';
import type { Seam } from './seam.ts';
import { createTimeMap } from './time-map.ts';

/** `0-3` for a run of events, `[2-5]` for a seam with its output, `[r3 "…"]` for one that resizes first, then repaints; `"…"` for a mend. */
function drawSteps(steps: readonly FeedStep[]): string {
  return steps
    .map((step) => {
      if (step.kind === 'mend') return JSON.stringify(step.text);
      const range = `${step.from}-${step.to}`;
      if (step.kind === 'events') return range;
      const output = step.repaint !== undefined ? [JSON.stringify(step.repaint)] : step.from < step.to ? [range] : [];
      return `[${[...(step.lastResize < 0 ? [] : [`r${step.lastResize}`]), ...output].join(' ')}]`;
    })
    .join(' ');
}

const shown = (events: string, cuts: object[], seconds: number, seams: readonly Seam[] = []): string =>
  drawSteps(shownSteps(createFeed(readCast(bytesOf(castV2(events))), planFromJson({ cuts }), seams), sourceTime(secondsToMicros(seconds))));

const collapse = (start: number, end: number) => ({ start, end, mode: 'collapse' });

describe('what a terminal is told', () => {
  const events = 'a@1 b@2 c@3 d@4 e@5 f@6';

  it('are the events up to an instant, those at it included', () => {
    expect([0.9, 1, 2.5, 99].map((seconds) => shown(events, [], seconds))).toEqual(['', '0-1', '0-2', '0-6']);
  });

  it('leaves out what is dropped', () => {
    expect([2, 3, 5, 6].map((seconds) => shown(events, [[2, 5]], seconds))).toEqual(['0-1', '0-1', '0-1 4-5', '0-1 4-6']);
  });

  it('of a collapse cut is all, at its end: without resizes no different from its events', () => {
    expect([1, 4.9, 5, 6].map((seconds) => shown(events, [collapse(2, 5)], seconds))).toEqual(['0-1', '0-1', '0-5', '0-6']);
  });

  it('of a collapse cut with resizes is the last one, then all output', () => {
    expect(shown('a@1 b@2 r:90x20@3 c@4 r:80x20@4 d@5 e@6', [collapse(2, 5)], 5)).toBe('0-1 [r4 1-5] 5-6');
  });

  const jump = { start: 2, end: 5, mode: 'jump' };

  it('of a jump is the last resize, then the repaint of its seam', () => {
    expect(shown('a@1 b@2 r:90x20@3 c@4 r:80x20@4 d@5 e@6', [jump], 5, [{ from: 1, to: 5, repaint: 'R' }])).toBe('0-1 [r4 "R"] 5-6');
    expect(shown('a@1 b@2 c@4 d@5 e@6', [jump], 4.9, [{ from: 1, to: 3, repaint: 'R' }])).toBe('0-1');
  });

  it('of a jump without a repaint is the same as of a collapse', () => {
    const events = 'a@1 b@2 r:90x20@3 c@4 r:80x20@4 d@5 e@6';
    expect(shown(events, [jump], 5)).toBe('0-1 [r4 1-5] 5-6');
    expect(shown(events, [jump], 5, [{ from: 1, to: 5, problem: 'it is one column wide' }])).toBe('0-1 [r4 1-5] 5-6');
    expect(shown(events, [jump], 5, [{ from: 1, to: 4, repaint: 'R' }])).toBe('0-1 [r4 1-5] 5-6');
  });

  it('has the mend of a broken sequence before the first output after it', () => {
    const broken = String.raw`a\u001b[@1 1mb@3 \u001b[3@4 i:x@5 2mc@6 d@7`;
    expect([4.9, 5, 6, 7].map((seconds) => shown(broken, [[2, 5]], seconds))).toEqual([
      '0-1',
      '0-1 3-4',
      String.raw`0-1 3-4 "\u0018\u001b[3" 4-5`,
      String.raw`0-1 3-4 "\u0018\u001b[3" 4-6`,
    ]);
    expect(shown(broken, [[2, 7]], 7)).toBe(String.raw`0-1 "\u0018"`);
  });

  it('has the mend of a broken sequence before a seam that comes first', () => {
    const cuts = [[2, 5], { start: 6, end: 7, mode: 'collapse' }];
    expect(shown(String.raw`a\u001b[@1 1mb@3 c@6 d@7 e@8`, cuts, 7)).toBe(String.raw`0-1 "\u0018" 2-4`);
  });

  it('of a drop cut is its last resize', () => {
    expect(shown('a@1 b@2 r:90x20@3 c@4 r:80x20@4 d@5 e@6', [[2, 5]], 5)).toBe('0-1 [r4] 5-6');
  });

  it('of a cut at the end is its last resize in every mode', () => {
    expect(shown('a@1 b@2 r:90x20@3 c@4', [collapse(2, 4)], 4)).toBe('0-1 [r2]');
  });

  it('does not change by a cut that removes nothing a terminal hears of', () => {
    expect(shown('a@1 i:b@2 m:c@3 d@5', [[2, 4]], 5)).toBe('0-4');
    expect(shown('a@1 r:90x20@2 m:c@3 d@5', [[2, 4]], 5)).toBe('0-4');
  });
});

describe('the feed', () => {
  const STEP = 1e6;
  const casts = arbitrarySequenceCast({ stepMicros: STEP });
  const plans = arbitraryPlan({ lastMicros: 70 * STEP, stepMicros: STEP, modes: CUT_MODES });

  /** The texts and sizes of a stretch, as a terminal hears them; texts that follow each other as one. */
  function heard(recording: Recording, from: number, to: number, codes: readonly number[]): string {
    let all = '';
    for (let index = from; index < to; index++) {
      if (!codes.includes(recording.events.codes[index] as number)) continue;
      const data = eventData(recording, index);
      all += recording.events.codes[index] === Code.resize ? `<${data}>` : data;
    }
    return all;
  }

  it('tells at every instant what the result has told by then', () => {
    fc.assert(
      fc.property(casts, plans, fc.nat(70), (text, plan, at) => {
        const recording = readCast(bytesOf(text));
        const seams = drawnSeams(recording, plan);
        const map = createTimeMap(recording, plan);
        const instant = map.toSource(map.toResult(sourceTime(at * STEP)));
        const told = shownSteps(createFeed(recording, plan, seams), instant).map((step) => {
          if (step.kind === 'mend') return step.text;
          if (step.kind === 'events') return heard(recording, step.from, step.to, [Code.output, Code.resize]);
          const resize = step.lastResize < 0 ? '' : heard(recording, step.lastResize, step.lastResize + 1, [Code.resize]);
          return resize + (step.repaint ?? heard(recording, step.from, step.to, [Code.output]));
        });
        const result = readCast(concatenated(applyPlan(recording, { ...plan, title: '' }, { version: 2, seams })));
        const end = upperBound(result.events.times, Math.round(map.toResult(instant)));
        expect(told.join('')).toBe(heard(result, 0, end, [Code.output, Code.resize]));
      }),
      { numRuns: 400 },
    );
  });

  it('only ever tells more as time goes on', () => {
    fc.assert(
      fc.property(casts, plans, (text, plan) => {
        const recording = readCast(bytesOf(text));
        const feed = createFeed(recording, plan, drawnSeams(recording, plan));
        const told = (instant: number) =>
          shownSteps(feed, sourceTime(instant)).flatMap((step): readonly (string | number)[] =>
            step.kind === 'mend' ? [step.text] : Array.from({ length: step.to - step.from }, (_, offset) => step.from + offset),
          );
        for (let at = 1; at <= 60; at++) {
          const before = told((at - 1) * STEP);
          expect(told(at * STEP).slice(0, before.length)).toEqual(before);
        }
      }),
      { numRuns: 100 },
    );
  });
});
