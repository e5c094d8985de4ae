import { describe, expect, it } from 'vitest';
import { readCast } from '#core/cast/reader.ts';
import { sourceTime } from '#core/cast/time.ts';
import { documentFromPlan } from '#core/plan/document.ts';
import { EMPTY_PLAN } from '#core/plan/plan.ts';
import { createTimeMap } from '#core/plan/time-map.ts';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { fittingLabel, regionLabels, spokenEdge } from './region-label.ts';

const range = (start: number, end: number) => ({ start: sourceTime(start * 1e6), end: sourceTime(end * 1e6) });

const plan = documentFromPlan({
  ...EMPTY_PLAN,
  speedRegions: [{ ...range(0, 150), factor: 5 }],
  cuts: [{ ...range(200, 1042), mode: 'drop' }],
});
const map = createTimeMap(readCast(bytesOf(castV2('a@1 b@100 c@2000'))), plan);

it('a speed region says its factor and what it does', () => {
  const [region] = plan.speedRegions;
  expect(region && regionLabels('speed', region, map)).toEqual(['5×  2:30.0 → 0:30.0', '5×']);
});

it('a cut says how much is gone', () => {
  const [cut] = plan.cuts;
  expect(cut && regionLabels('cut', cut, map)).toEqual(['14:02.0 cut', 'cut']);
});

it('an edge says where it is and what becomes of its region', () => {
  const [region] = plan.speedRegions;
  const [cut] = plan.cuts;
  expect(region && spokenEdge(region, 'end', map)).toBe('2 minutes 30 seconds, region now 30 seconds in output');
  expect(cut && spokenEdge(cut, 'start', map)).toBe('3 minutes 20 seconds, 14 minutes 2 seconds cut');
});

describe('fittingLabel', () => {
  it('takes the most telling one that has room', () => {
    const labels = ['5×  2:30.0 → 0:30.0', '5×'];
    expect(fittingLabel(labels, 400)).toBe(labels[0]);
    expect(fittingLabel(labels, 60)).toBe('5×');
    expect(fittingLabel(labels, 20)).toBeUndefined();
  });
});
