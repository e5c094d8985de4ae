import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryEvents, arbitraryPlan } from '#testing/arbitrary-plans.ts';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { readCast } from '../cast/reader.ts';
import { Code } from '../cast/recording.ts';
import { secondsToMicros, sourceTime } from '../cast/time.ts';
import { createFeed, type FeedStep, shownSteps } from './feed.ts';
import { planFromJson } from './parse-plan.ts';
import { createTimeMap } from './time-map.ts';

/** `0-3` for a run of events, `[2-5]` for a seam with its output, `[r3 2-5]` for one that resizes first. */
function drawSteps(steps: readonly FeedStep[]): string {
  return steps
    .map((step) => {
      const range = `${step.from}-${step.to}`;
      if (step.kind === 'events') return range;
      const output = step.from < step.to ? [range] : [];
      return `[${[...(step.lastResize < 0 ? [] : [`r${step.lastResize}`]), ...output].join(' ')}]`;
    })
    .join(' ');
}

const shown = (events: string, cuts: object[], seconds: number): string =>
  drawSteps(shownSteps(createFeed(readCast(bytesOf(castV2(events))), planFromJson({ cuts })), sourceTime(secondsToMicros(seconds))));

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

  it('of a jump is the same as of a collapse', () => {
    const jump = { start: 2, end: 5, mode: 'jump' };
    expect(shown('a@1 b@2 r:90x20@3 c@4 r:80x20@4 d@5 e@6', [jump], 5)).toBe('0-1 [r4 1-5] 5-6');
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
  it('tells at the end of the result what applying the plan writes', () => {
    const cases = fc.record({ events: arbitraryEvents(60), plan: arbitraryPlan({ lastMicros: 70 }) });
    fc.assert(
      fc.property(cases, ({ events, plan }) => {
        const heard = (from: number, to: number, ...codes: number[]) =>
          Array.from({ length: to - from }, (_, offset) => from + offset).filter((index) => codes.includes(events.codes[index] as number));

        const map = createTimeMap({ events }, plan);
        const written: number[] = [];
        let event = 0;
        for (const cut of map.cuts) {
          written.push(...heard(event, cut.from, Code.output, Code.resize));
          written.push(...heard(cut.from, cut.to, Code.resize).slice(-1));
          if (cut.hasSeamEvent) written.push(...heard(cut.from, cut.to, Code.output));
          event = cut.to;
        }
        written.push(...heard(event, events.length, Code.output, Code.resize));

        const told = shownSteps(createFeed({ events }, plan), map.toSource(map.resultDuration)).flatMap((step) => {
          if (step.kind === 'events') return heard(step.from, step.to, Code.output, Code.resize);
          return [...(step.lastResize < 0 ? [] : [step.lastResize]), ...heard(step.from, step.to, Code.output)];
        });
        expect(told).toEqual(written);
      }),
      { numRuns: 1000 },
    );
  });

  it('only ever tells more as time goes on', () => {
    const cases = fc.record({ events: arbitraryEvents(60), plan: arbitraryPlan({ lastMicros: 70 }) });
    fc.assert(
      fc.property(cases, ({ events, plan }) => {
        const feed = createFeed({ events }, plan);
        const indices = (instant: number) =>
          shownSteps(feed, sourceTime(instant)).flatMap((step) =>
            Array.from({ length: step.to - step.from }, (_, offset) => step.from + offset),
          );
        for (let instant = 1; instant <= 60; instant++) {
          const before = indices(instant - 1);
          expect(indices(instant).slice(0, before.length)).toEqual(before);
        }
      }),
      { numRuns: 200 },
    );
  });
});
