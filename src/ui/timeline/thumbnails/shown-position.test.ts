import { expect, it } from 'vitest';
import { buildActivity } from '#core/analyze/activity.ts';
import { readCast } from '#core/cast/reader.ts';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { shownPosition } from './shown-position.ts';

const recording = readCast(bytesOf(castV2('a@1 i:x@2 b@3 c@3 d@4')));
const opened = { fileName: 'a.cast', recording, activity: buildActivity(recording) };
const position = (seconds: number, indexed: number, changes: readonly number[] | null) =>
  shownPosition({ opened, screenIndex: { position: indexed, changes: changes && Uint32Array.from(changes) } }, seconds * 1e6);

it('counts the events up to an instant, those at it too', () => {
  expect([0, 1, 2.5, 3, 9].map((seconds) => position(seconds, 5, null))).toEqual([0, 1, 2, 4, 5]);
});

it('goes back to where the screen became what it is', () => {
  expect([0, 1, 2.5, 3, 9].map((seconds) => position(seconds, 5, [1, 4]))).toEqual([0, 1, 1, 4, 4]);
});

it('knows nothing beyond what is indexed', () => {
  expect([0, 1, 2.5, 3].map((seconds) => position(seconds, 1, null))).toEqual([0, 1, undefined, undefined]);
  expect(shownPosition({ opened: null, screenIndex: { position: 9, changes: null } }, 0)).toBeUndefined();
});
