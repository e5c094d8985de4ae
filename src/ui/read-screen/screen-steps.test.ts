import { expect, it } from 'vitest';
import { buildActivity } from '#core/analyze/activity.ts';
import { readCast } from '#core/cast/reader.ts';
import { sourceTime } from '#core/cast/time.ts';
import { documentFromPlan } from '#core/plan/document.ts';
import { planFromJson } from '#core/plan/parse-plan.ts';
import { type EditorState, INITIAL_STATE } from '#store/state.ts';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { otherScreenTime } from './screen-steps.ts';

const recording = readCast(bytesOf(castV2('a@1 b@2 c@3 d@4 e@5 f@6')));

/** The seconds that the next (1) or previous (−1) steps from an instant lead to, until there are no more. */
function steps(from: number, direction: 1 | -1, plan: object = {}, rest: Partial<EditorState> = {}): string {
  const opened = { fileName: 'a.cast', recording, activity: buildActivity(recording) };
  const document = documentFromPlan(planFromJson(plan));
  const seen: number[] = [];
  for (let time: number | undefined = from * 1e6; seen.length < 10; ) {
    time = otherScreenTime({ ...INITIAL_STATE, opened, document, playhead: sourceTime(time), ...rest }, direction);
    if (time === undefined) break;
    seen.push(time / 1e6);
  }
  return seen.join(' ');
}

it('goes from one change to the next, either way, to the last', () => {
  expect(steps(0, 1)).toBe('1 2 3 4 5 6');
  expect(steps(3.5, -1)).toBe('3 2 1');
});

const CUTS = {
  cuts: [
    { start: 1.5, end: 3.5 },
    { start: 3.5, end: 4.5 },
  ],
};

it('shows a cut as the one screen after it', () => {
  expect(steps(0, 1, CUTS)).toBe('1 4.5 5 6');
  expect(steps(5, -1, CUTS)).toBe('4.5 1');
});

it('goes on from within a cut as from after it', () => {
  expect(steps(2, 1, CUTS)).toBe('5 6');
  expect(steps(2, -1, CUTS)).toBe('1');
});

it('shows all of the recording where that is played', () => {
  expect(steps(0, 1, CUTS, { playing: 'source' })).toBe('1 2 3 4 5 6');
});
