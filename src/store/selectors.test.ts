import { expect, it } from 'vitest';
import { buildActivity } from '#core/analyze/activity.ts';
import { readCast } from '#core/cast/reader.ts';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { selectChangeTimes } from './selectors.ts';
import { INITIAL_STATE } from './state.ts';

it('the times of screen changes are those of the events that made them', () => {
  const recording = readCast(bytesOf(castV2('a@1 \\u0007@2 b@3 c@3 d@9')));
  const state = { ...INITIAL_STATE, opened: { fileName: 'a.cast', recording, activity: buildActivity(recording) } };
  expect(selectChangeTimes(state)).toBeNull();
  const indexed = { ...state, screenIndex: { position: 5, changes: Uint32Array.of(1, 4, 5) } };
  expect(selectChangeTimes(indexed)).toEqual(Float64Array.of(1e6, 3e6, 9e6));
  expect(selectChangeTimes(indexed)).toBe(selectChangeTimes({ ...indexed }));
  expect(selectChangeTimes({ ...indexed, opened: null })).toBeNull();
});
