import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCase, arbitraryCase, arbitraryPins, type FitCase, withoutCap } from '#testing/fit-cases.ts';
import { recordingDuration } from '../../cast/recording.ts';
import { type SourceTime, sourceTime } from '../../cast/time.ts';
import { overlaps, type Range } from '../../lib/ranges.ts';
import { DEFAULT_EDITS } from '../../plan/edit-settings.ts';
import { parsePlan } from '../../plan/parse-plan.ts';
import { EMPTY_PLAN } from '../../plan/plan.ts';
import { serializePlan } from '../../plan/serialize-plan.ts';
import { createTimeMap, type TimeMap } from '../../plan/time-map.ts';
import type { Moment } from '../analysis.ts';
import { withEdits } from './edits.ts';
import { fitToTarget } from './fit.ts';
import { type Fitted, type FittedEdits, MIN_TARGET_MICROS, TARGET_TOLERANCE_MICROS } from './outcome.ts';

const solved = ({ recording, analysis, pins, targetMicros, settings }: FitCase) =>
  fitToTarget(recording, analysis, pins, targetMicros, settings);
const mapOf = ({ recording, pins }: FitCase, edits: FittedEdits): TimeMap => createTimeMap(recording, withEdits(pins, edits));

function fitted(drawn: FitCase): Fitted {
  const outcome = solved(drawn);
  fc.pre(outcome.kind === 'fitted');
  return outcome as Fitted;
}

const RUNS = { numRuns: 400 };

describe('fit', () => {
  it('meets every target that can be met, and names the nearest of one that cannot', () => {
    fc.assert(
      fc.property(anyCase, (drawn) => {
        const outcome = solved(drawn);
        const result = mapOf(drawn, outcome.edits).resultDuration;
        const wanted = outcome.kind === 'fitted' ? drawn.targetMicros : outcome.nearestMicros;
        expect(Math.abs(result - wanted)).toBeLessThanOrEqual(TARGET_TOLERANCE_MICROS);
        expect(outcome.resultMicros).toBe(result);
        if (outcome.kind === 'infeasible') {
          expect(outcome.nearestMicros < drawn.targetMicros).toBe(outcome.reason === 'short');
          if (outcome.reason === 'limits') expect(solved({ ...drawn, settings: DEFAULT_EDITS }).kind).toBe('fitted');
          if (outcome.reason === 'pins') expect(drawn.pins).not.toEqual(EMPTY_PLAN);
          if (outcome.speedUp !== undefined) expect(solved(spedUp(drawn, outcome.speedUp)).kind).toBe('fitted');
        }
      }),
      RUNS,
    );
  });

  it('gives edits that are a plan together with those of the user, apart from them and from each other', () => {
    fc.assert(
      fc.property(anyCase, (drawn) => {
        const { edits } = solved(drawn);
        const duration = recordingDuration(drawn.recording);
        const plan = withEdits(drawn.pins, edits);
        expect(parsePlan(serializePlan(plan)).cuts.length).toBe(plan.cuts.length);
        const own = [...edits.cuts, ...edits.speedRegions];
        for (const range of own) {
          for (const bound of [range.start, range.end]) expect(Number.isInteger(bound) && bound >= 0 && bound <= duration).toBe(true);
          for (const pin of [...drawn.pins.cuts, ...drawn.pins.speedRegions]) expect(overlaps(pin, range)).toBe(false);
          for (const other of own) expect(other !== range && overlaps(other, range)).toBe(false);
        }
        for (const cut of edits.cuts) {
          expect(cut.end - cut.start).toBeGreaterThanOrEqual(drawn.settings.shortestCutMicros);
          expect(edits.cuts.some(({ start }) => start === cut.end)).toBe(false);
          for (const { at } of [...drawn.pins.holds, ...edits.holds]) expect(cut.start <= at && at < cut.end).toBe(false);
        }
        for (const { factor } of edits.speedRegions) expect(factor > 1 && factor <= drawn.settings.maxFactor).toBe(true);
        for (const { at, durationMicros } of edits.holds)
          expect(at <= duration && Number.isInteger(durationMicros) && durationMicros > 0).toBe(true);
        for (const { reason } of [...own, ...edits.holds]) expect(reason).not.toBe('');
      }),
      RUNS,
    );
  });

  it('lets every moment that it keeps be read', () => {
    fc.assert(
      fc.property(anyCase, (drawn) => {
        const { edits, kept } = fitted(drawn);
        const map = mapOf(drawn, edits);
        for (const moment of kept) {
          expect(readingTime(moment, drawn, edits, map)).toBeGreaterThanOrEqual(moment.readingMicros - 51_000);
        }
      }),
      RUNS,
    );
  });

  it('lets every moment be read that is kept at the speed it was recorded at', () => {
    fc.assert(
      fc.property(
        arbitraryCase(() => fc.constant(EMPTY_PLAN)),
        fc.nat(),
        (drawn, which) => {
          const { moments } = drawn.analysis;
          const moment = moments[which % Math.max(1, moments.length)];
          fc.pre(moment !== undefined && moment.time < recordingDuration(drawn.recording));
          const kept = { ...drawn, pins: { ...EMPTY_PLAN, speedRegions: [{ ...keepRange(moment as Moment, drawn), factor: 1 }] } };
          const { edits } = solved(kept);
          const read = readingTime(moment as Moment, kept, edits, mapOf(kept, edits));
          expect(read).toBeGreaterThanOrEqual((moment as Moment).readingMicros - 51_000);
        },
      ),
      RUNS,
    );
  });

  it('spends the time on what there is to see, and holds the last screen no longer than it takes to read it', () => {
    fc.assert(
      fc.property(
        arbitraryCase(() => fc.constant(EMPTY_PLAN)),
        (drawn) => {
          const { edits } = fitted({ ...drawn, settings: DEFAULT_EDITS });
          const held = edits.holds.filter(({ at }) => at === recordingDuration(drawn.recording));
          const reading = Math.max(3_000_000, ...drawn.analysis.moments.map(({ readingMicros }) => readingMicros));
          for (const { durationMicros } of held) expect(durationMicros).toBeLessThanOrEqual(reading + 2_000_000);
        },
      ),
      RUNS,
    );
  });

  it('says the same every time', () => {
    fc.assert(
      fc.property(anyCase, (drawn) => {
        expect(solved(structuredClone(drawn))).toEqual(solved(drawn));
      }),
      { numRuns: 50 },
    );
  });

  it('keeps of a shorter result no moment that a longer one does not keep', () => {
    const cases = arbitraryCase((duration) => fc.oneof(fc.constant(EMPTY_PLAN), arbitraryPins(duration).map(withoutCap)));
    fc.assert(
      fc.property(cases, fc.integer({ min: 5, max: 100 }), (drawn, percent) => {
        const longer = fitted(drawn);
        fc.pre(longer.edits.cuts.length + longer.edits.speedRegions.length > 0);
        const shorter = fitted({ ...drawn, targetMicros: Math.max(MIN_TARGET_MICROS, Math.round((drawn.targetMicros * percent) / 100)) });
        for (const moment of shorter.kept) expect(longer.kept).toContain(moment);
      }),
      RUNS,
    );
  });
});

const spedUp = (drawn: FitCase, times: number): FitCase => ({
  ...drawn,
  pins: { ...drawn.pins, speedRegions: drawn.pins.speedRegions.map((region) => ({ ...region, factor: region.factor * times })) },
});

/** From when a moment appears until it is read, or gone, with its margins. */
function keepRange({ start, end, time, goneAt, readingMicros }: Moment, { recording, settings }: FitCase): Range<SourceTime> {
  const until = Math.max(end, Math.min(goneAt, time + readingMicros)) + settings.marginAfterMicros;
  return {
    start: sourceTime(Math.max(0, start - settings.marginBeforeMicros)),
    end: sourceTime(Math.min(recordingDuration(recording), until)),
  };
}

/** How long a moment stands in the result: from when it is complete until it is gone, cut or played fast; and at the end, if it stands until then. */
function readingTime({ time, goneAt }: Moment, { recording, pins }: FitCase, edits: FittedEdits, map: TimeMap): number {
  const last = recordingDuration(recording);
  const isPinned = [...pins.cuts, ...pins.speedRegions].some((pin) => overlaps(pin, { start: time, end: goneAt }));
  const breaks = isPinned ? [] : [...edits.cuts, ...edits.speedRegions].map(({ start }) => start).filter((start) => start >= time);
  const until = sourceTime(Math.min(goneAt, ...breaks));
  const own = (until >= last ? map.resultDuration : map.toResult(until)) - map.toResult(time);
  if (goneAt < last || until >= last) return own;
  const lastBreak = Math.max(time, ...edits.cuts.map(({ end }) => end), ...edits.speedRegions.map(({ end }) => end));
  return own + map.resultDuration - map.toResult(sourceTime(Math.min(last, lastBreak)));
}
