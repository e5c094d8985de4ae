import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCast } from '#core/cast/reader.ts';
import { Code, type Recording } from '#core/cast/recording.ts';
import { sourceTime } from '#core/cast/time.ts';
import { cutSpans } from '#core/plan/cut-spans.ts';
import { createFeed, type FeedStep, shownSteps } from '#core/plan/feed.ts';
import { CUT_MODES, EMPTY_PLAN } from '#core/plan/plan.ts';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { appendStep, routeTo, shortcutTo } from './feed-route.ts';

const LAST_SECOND = 16;

const recordings = fc
  .array(fc.constantFrom('a', 'word', '\\u001b[3', '1mred', 'i:k', 'm:here', 'r:100x30', 'r:90x20'), { maxLength: LAST_SECOND })
  .map((events) => readCast(bytesOf(castV2(events.map((drawn, second) => `${drawn}@${second}`).join(' ')))));

const cut = fc.record({
  start: fc.integer({ min: 0, max: LAST_SECOND }),
  seconds: fc.integer({ min: 1, max: 6 }),
  mode: fc.constantFrom(...CUT_MODES),
});
const cuts = fc.array(cut, { maxLength: 3 }).map((drawn) => {
  let end = 0;
  return drawn
    .sort((a, b) => a.start - b.start)
    .flatMap(({ start, seconds, mode }) => {
      if (start < end) return [];
      end = start + seconds;
      return [{ start: sourceTime(start * 1e6), end: sourceTime(end * 1e6), mode }];
    });
});

/** Somewhere to go under cuts of its own, and whether the seams of its jumps are known. */
const place = fc.record({ second: fc.integer({ min: 0, max: LAST_SECOND }), cuts, knowsSeams: fc.boolean() });

type Place = ReturnType<typeof place.generate>['value'];

function goalOf(recording: Recording, { second, cuts, knowsSeams }: Place): readonly FeedStep[] {
  const jumps = cutSpans(recording, { cuts }).filter(({ mode }) => mode === 'jump');
  const seams = knowsSeams ? jumps.map(({ from, to }) => ({ from, to, repaint: `screen ${to}` })) : [];
  return shownSteps(createFeed(recording, { ...EMPTY_PLAN, cuts }, seams), sourceTime(second * 1e6));
}

/** What stands for a terminal: the events that it was told, and mends. Its screen is the recording's own where they are the first so many. */
type State = readonly string[];

const heard = ({ events }: Recording, from: number, to: number, ...codes: number[]): State =>
  Array.from({ length: to - from }, (_, offset) => from + offset)
    .filter((index) => codes.includes(events.codes[index] as number))
    .map(String);

const ownState = (recording: Recording, position: number): State => heard(recording, 0, position, Code.output, Code.resize);

function tell(recording: Recording, state: State, step: FeedStep): State {
  if (step.kind === 'mend') return [...state, step.text];
  if (step.kind === 'events') return [...state, ...heard(recording, step.from, step.to, Code.output, Code.resize)];
  // A repaint leads from any state to the recording's own screen.
  if (step.repaint !== undefined) return ownState(recording, step.to);
  const size = step.lastResize < 0 ? [] : [String(step.lastResize)];
  return [...state, ...size, ...heard(recording, step.from, step.to, Code.output)];
}

/** Every event is a long one. */
const bytesOfStep = (step: FeedStep): number => (step.kind === 'mend' ? step.text.length : (step.to - step.from) * 100_000);

it('a terminal that takes every shortcut stands as one that was told everything', () => {
  fc.assert(
    fc.property(recordings, fc.array(place, { minLength: 1, maxLength: 6 }), fc.boolean(), (recording, places, isPlaying) => {
      let state: State = [];
      let told: readonly FeedStep[] = [];
      for (const next of places) {
        const goal = goalOf(recording, next);
        const shortcut = shortcutTo(told, goal, bytesOfStep, isPlaying);
        if (shortcut) {
          state = ownState(recording, shortcut.position);
          told = shortcut.told;
        }
        const { isRestart, steps } = routeTo(told, goal);
        if (isRestart) [state, told] = [[], []];
        for (const step of steps) {
          state = tell(recording, state, step);
          told = appendStep(told, step);
        }
        expect(told).toEqual(goal);
        expect(state).toEqual(goal.reduce((fresh: State, step) => tell(recording, fresh, step), []));
      }
    }),
    { numRuns: 1000 },
  );
});
