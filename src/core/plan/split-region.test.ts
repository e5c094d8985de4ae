import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCastText } from '#testing/arbitrary-casts.ts';
import { arbitraryPlan } from '#testing/arbitrary-plans.ts';
import { bytesOf } from '#testing/recordings.ts';
import { readCast } from '../cast/reader.ts';
import { recordingDuration } from '../cast/recording.ts';
import { sourceTime } from '../cast/time.ts';
import { documentFromPlan, type EditDocument, type RegionRef, regionsOf } from './document.ts';
import { planFromJson } from './parse-plan.ts';
import { CUT_MODES } from './plan.ts';
import { splitRegion } from './split-region.ts';
import { createTimeMap } from './time-map.ts';

const document = documentFromPlan(
  planFromJson({
    cuts: [
      { start: 1, end: 4, mode: 'jump' },
      { start: 5, end: 6, mode: 'drop' },
    ],
    speed_regions: [{ start: 2, end: 8, factor: 4 }],
  }),
);
const draw = ({ cuts, speedRegions }: EditDocument) => [
  ...cuts.map(({ id, start, end, mode }) => `${mode} ${id}: ${start / 1e6}-${end / 1e6}`),
  ...speedRegions.map(({ id, start, end, factor }) => `speed ${id}: ${start / 1e6}-${end / 1e6}x${factor}`),
];

describe('splitRegion', () => {
  it.each([
    [{ kind: 'cut', id: 1 }, 3, ['jump 1: 1-3', 'jump 3: 3-4', 'drop 2: 5-6', 'speed 1: 2-8x4'], { kind: 'cut', id: 3 }],
    [{ kind: 'speed', id: 1 }, 3, ['jump 1: 1-4', 'drop 2: 5-6', 'speed 1: 2-3x4', 'speed 2: 3-8x4'], { kind: 'speed', id: 2 }],
  ] as const)('makes two of %j at %d s, and names the second', (ref, seconds, after, second) => {
    const split = splitRegion(document, ref, sourceTime(seconds * 1e6));
    expect(draw(split.document)).toEqual(after);
    expect(split.ref).toEqual(second);
  });

  it.each([
    [{ kind: 'cut', id: 1 }, 1],
    [{ kind: 'cut', id: 1 }, 4],
    [{ kind: 'cut', id: 9 }, 3],
  ] as const)('leaves %j as it is at %d s', (ref, seconds) =>
    expect(splitRegion(document, ref, sourceTime(seconds * 1e6))).toEqual({ document, ref }),
  );

  it('makes both the user’s own', () => {
    const fitted = {
      ...document,
      speedRegions: document.speedRegions.map((region) => ({ ...region, by: 'fit' as const, reason: 'waiting' })),
    };
    const { speedRegions } = splitRegion(fitted, { kind: 'speed', id: 1 }, sourceTime(3e6)).document;
    expect(speedRegions.map(({ by, reason }) => [by, reason])).toEqual([
      [undefined, 'waiting'],
      [undefined, 'waiting'],
    ]);
  });

  it('changes no time of the result', () => {
    const plans = arbitraryPlan({ lastMicros: 9000, modes: CUT_MODES });
    const choice = fc.record({ kind: fc.constantFrom<RegionRef['kind']>('cut', 'speed'), index: fc.nat(3), micros: fc.nat(9000) });
    fc.assert(
      fc.property(arbitraryCastText({ stepMicros: 250, hasOtherLines: false }), plans, choice, (text, plan, { kind, index, micros }) => {
        const whole = documentFromPlan(plan);
        const region = regionsOf(whole, kind)[index];
        fc.pre(region !== undefined && region.end - region.start > 1);
        const time = sourceTime(region.start + 1 + (micros % (region.end - region.start - 1)));
        const { document: split } = splitRegion(whole, { kind, id: region.id }, time);
        expect(regionsOf(split, kind)).toHaveLength(regionsOf(whole, kind).length + 1);
        const recording = readCast(bytesOf(text));
        const [before, after] = [createTimeMap(recording, whole), createTimeMap(recording, split)];
        for (const instant of [0, ...recording.events.times, micros, recordingDuration(recording)]) {
          expect(after.toResult(sourceTime(instant))).toBeCloseTo(before.toResult(sourceTime(instant)), 3);
        }
        expect(after.resultDuration).toBeCloseTo(before.resultDuration, 3);
      }),
      { numRuns: 500 },
    );
  });
});
