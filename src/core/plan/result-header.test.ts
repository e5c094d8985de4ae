import { expect, it } from 'vitest';
import { appliedText } from '#testing/apply.ts';
import { castV2 } from '#testing/recordings.ts';
import { planFromJson } from './parse-plan.ts';

function headerUnder(plan: object): unknown {
  const result = appliedText(castV2('a@1 b@10', { header: { duration: 12.5 } }), planFromJson(plan));
  return JSON.parse(result.split('\n')[0] as string);
}

it.each([
  ['an idle cap', { idle_cap: 2 }, 3],
  ['a cut', { cuts: [[2, 4]] }, 8],
  ['a speed region', { speed_regions: [[2, 4, 2]] }, 9],
  ['a hold', { holds: [{ at: 1, duration: 4 }] }, 14],
])('the duration becomes that of the result under %s alone', (_, plan, duration) => {
  expect(headerUnder(plan)).toHaveProperty('duration', duration);
});

it.each([
  ['a lifted idle cap', { idle_cap: null }],
  ['a title', { title: 't' }],
  ['markers', { markers: [] }],
])('the duration stays, right or wrong, under %s alone', (_, plan) => {
  expect(headerUnder(plan)).toHaveProperty('duration', 12.5);
});
