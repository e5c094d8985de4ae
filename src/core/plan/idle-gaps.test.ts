import { expect, it } from 'vitest';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { readCast } from '../cast/reader.ts';
import { microsToSeconds } from '../cast/time.ts';
import { planFromJson } from './parse-plan.ts';
import { createTimeMap } from './time-map.ts';

it('each cap has its own gaps, whichever was asked before for the recording', () => {
  const recording = readCast(bytesOf(castV2('a@1 b@2 c@5 d@9 e@10 f@11')));
  const underCap = (cap: number | null) => createTimeMap(recording, planFromJson({ idle_cap: cap }));
  const maps = [2, 3, 2, null].map(underCap);
  expect(maps.map(({ resultDuration }) => microsToSeconds(resultDuration))).toEqual([8, 10, 8, 11]);
});

it('each recording has its own gaps under the same cap', () => {
  const durations = ['a@0 b@10', 'a@0 b@10 c@20'].map((events) => {
    const recording = readCast(bytesOf(castV2(events)));
    return microsToSeconds(createTimeMap(recording, planFromJson({ idle_cap: 2 })).resultDuration);
  });
  expect(durations).toEqual([2, 4]);
});
