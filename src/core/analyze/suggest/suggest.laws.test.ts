import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryAnalysis, steadyRecording } from '#testing/analyses.ts';
import { arbitraryPlan } from '#testing/arbitrary-plans.ts';
import { type Recording, recordingDuration } from '../../cast/recording.ts';
import { overlaps } from '../../lib/ranges.ts';
import { addCuts, addSpeedRegion, documentFromPlan, type EditDocument } from '../../plan/document.ts';
import { DEFAULT_EDITS } from '../../plan/edit-settings.ts';
import { EMPTY_PLAN, type Plan } from '../../plan/plan.ts';
import { createTimeMap } from '../../plan/time-map.ts';
import { suggest } from './suggest.ts';
import type { Suggestion } from './suggestion.ts';

const RECORDING = steadyRecording(120);
const DURATION = recordingDuration(RECORDING);

const pins: fc.Arbitrary<Plan> = arbitraryPlan({
  lastMicros: DURATION,
  stepMicros: 1_500_000,
  modes: ['jump', 'drop', 'collapse'],
  factors: fc.constantFrom(0.5, 1, 3),
});
const withoutCap = ({ idleCapMicros: _, ...plan }: Plan): Plan => plan;

/** Of the events of a recording only the runs of them that are drawn, so that it has pauses; its end is always there. */
function paused(recording: Recording, runs: readonly (readonly [number, number])[]): Recording {
  const { events } = recording;
  const isKept = (_: number, index: number) =>
    index === events.length - 1 || runs.some(([from, length]) => from <= index && index < from + length);
  const times = events.times.filter(isKept);
  const codes = events.codes.filter(isKept);
  return { ...recording, events: { ...events, times, codes, length: times.length } };
}

const arbitraryRecording = fc.oneof(
  fc.constant(RECORDING),
  fc.array(fc.tuple(fc.nat(240), fc.integer({ min: 1, max: 60 })), { maxLength: 5 }).map((runs) => paused(RECORDING, runs)),
);

const cases = fc.record({
  recording: arbitraryRecording,
  analysis: arbitraryAnalysis(DURATION),
  plan: fc.oneof(
    fc.constant(EMPTY_PLAN),
    pins,
    pins.map(withoutCap),
    fc.integer({ min: 1, max: 40 }).map((tenths): Plan => ({ ...EMPTY_PLAN, idleCapMicros: tenths * 100_000 })),
  ),
});

const accepted = (document: EditDocument, one: Suggestion): EditDocument =>
  one.edit === 'cut' ? addCuts(document, [one], 'jump') : addSpeedRegion(document, one, one.factor).document;

/** Without names, which depend on the order in which things were made. */
const edits = ({ cuts, speedRegions }: EditDocument) => ({
  cuts: cuts.map(({ start, end, mode }) => ({ start, end, mode })),
  speedRegions: speedRegions.map(({ start, end, factor }) => ({ start, end, factor })),
});

describe('suggest', () => {
  it('has nothing more to say once everything is accepted', () => {
    fc.assert(
      fc.property(cases, ({ recording, analysis, plan }) => {
        const document = suggest(recording, analysis, plan, DEFAULT_EDITS).reduce(accepted, documentFromPlan(plan));
        expect(suggest(recording, analysis, document, DEFAULT_EDITS)).toEqual([]);
      }),
    );
  });

  it('says the rest again where only some are accepted', () => {
    fc.assert(
      fc.property(cases, fc.nat(), ({ recording, analysis, plan: capped }, pick) => {
        const plan = withoutCap(capped);
        const all = suggest(recording, analysis, plan, DEFAULT_EDITS);
        fc.pre(all.length > 0);
        const one = all[pick % all.length] as Suggestion;
        const rest = suggest(recording, analysis, accepted(documentFromPlan(plan), one), DEFAULT_EDITS);
        const places = (suggestions: readonly Suggestion[]) => suggestions.map(({ start, end, reason }) => ({ start, end, reason }));
        expect(places(rest)).toEqual(places(all.filter((other) => other !== one)));
      }),
    );
  });

  it('leaves alone what the plan holds, and keeps what it suggests apart', () => {
    fc.assert(
      fc.property(cases, ({ recording, analysis, plan }) => {
        const all = suggest(recording, analysis, plan, DEFAULT_EDITS);
        for (const [index, one] of all.entries()) {
          for (const edit of [...plan.cuts, ...plan.speedRegions]) expect(overlaps(edit, one)).toBe(false);
          for (const { at } of plan.holds) expect(one.edit === 'cut' && one.start <= at && at < one.end).toBe(false);
          const next = all[index + 1];
          if (next) expect(next.start).toBeGreaterThanOrEqual(one.end);
          if (one.edit === 'cut') expect(one.end - one.start).toBeGreaterThanOrEqual(DEFAULT_EDITS.shortestCutMicros);
        }
      }),
    );
  });

  it('leaves standing between two cuts what is long enough to be seen', () => {
    fc.assert(
      fc.property(cases, ({ recording, analysis, plan }) => {
        const made = suggest(recording, analysis, plan, DEFAULT_EDITS).filter(({ edit }) => edit === 'cut');
        for (const cut of made) {
          for (const other of [...made, ...plan.cuts]) {
            const between = other.start >= cut.end ? other.start - cut.end : cut.start - other.end;
            if (other !== cut) expect(between).toBeGreaterThanOrEqual(DEFAULT_EDITS.shortestKeptMicros);
          }
        }
      }),
    );
  });

  it('cuts nothing of a moment while it is read', () => {
    fc.assert(
      fc.property(cases, ({ recording, analysis, plan }) => {
        for (const one of suggest(recording, analysis, plan, DEFAULT_EDITS)) {
          for (const { time, goneAt, readingMicros } of analysis.moments) {
            expect(overlaps(one, { start: time, end: Math.min(goneAt, time + readingMicros) })).toBe(false);
          }
        }
      }),
    );
  });

  it('saves what it says', () => {
    fc.assert(
      fc.property(cases, ({ recording, analysis, plan }) => {
        const before = createTimeMap(recording, plan).resultDuration;
        for (const one of suggest(recording, analysis, plan, DEFAULT_EDITS)) {
          const after = createTimeMap(recording, accepted(documentFromPlan(plan), one)).resultDuration;
          expect(before - after).toBeCloseTo(one.savedMicros, 3);
          expect(one.savedMicros).toBeGreaterThanOrEqual(1_000_000);
        }
      }),
    );
  });

  it('makes the same of a document in whatever order everything is accepted', () => {
    fc.assert(
      fc.property(cases, fc.infiniteStream(fc.nat()), ({ recording, analysis, plan }, picks) => {
        const all = suggest(recording, analysis, plan, DEFAULT_EDITS);
        const keys = new Map(all.map((one) => [one, picks.next().value ?? 0]));
        const shuffled = all.toSorted((one, other) => (keys.get(one) as number) - (keys.get(other) as number));
        const document = documentFromPlan(plan);
        expect(edits(shuffled.reduce(accepted, document))).toEqual(edits(all.reduce(accepted, document)));
      }),
    );
  });
});
