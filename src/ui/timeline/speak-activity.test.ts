import { expect, it } from 'vitest';
import { speakActivity } from './speak-activity.ts';

const gaps = (...ranges: readonly (readonly [number, number])[]) => ({
  starts: Float64Array.from(ranges, ([start]) => start * 1e6),
  ends: Float64Array.from(ranges, ([, end]) => end * 1e6),
});

it.each([
  [
    'between waits and beside them',
    gaps([10, 20], [30, 192]),
    200,
    '3 minutes 20 seconds; 86% waiting; 3 busy bursts; longest wait 2 minutes 42 seconds at 0:30.0',
  ],
  ['from one end to the other', gaps(), 40, '40 seconds; 0% waiting; 1 busy burst; no wait of a second or more'],
  ['nowhere', gaps([0, 40]), 40, '40 seconds; 100% waiting; 0 busy bursts; longest wait 40 seconds at 0:00.0'],
  ['after waits that touch', gaps([0, 5], [5, 9]), 10, '10 seconds; 90% waiting; 1 busy burst; longest wait 5 seconds at 0:00.0'],
])('says how busy it is: %s', (_, waiting, seconds, text) => {
  expect(speakActivity(waiting, seconds * 1e6)).toBe(text);
});
