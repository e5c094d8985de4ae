import fc from 'fast-check';
import type { Analysis } from '#core/analyze/analysis.ts';
import { MIN_TARGET_MICROS } from '#core/analyze/fit/outcome.ts';
import { readCast } from '#core/cast/reader.ts';
import { Code, type Recording, recordingDuration } from '#core/cast/recording.ts';
import { DEFAULT_EDITS, type EditSettings } from '#core/plan/edit-settings.ts';
import { EMPTY_PLAN, type Plan } from '#core/plan/plan.ts';
import { createTimeMap } from '#core/plan/time-map.ts';
import { arbitraryAnalysis } from './analyses.ts';
import { arbitraryPlan, eventColumns } from './arbitrary-plans.ts';
import { bytesOf, castText } from './recordings.ts';

const EMPTY_RECORDING = readCast(bytesOf(castText('')));

const recordingOf = (events: readonly { time: number; code: number }[]): Recording => ({
  ...EMPTY_RECORDING,
  events: eventColumns(events.toSorted((one, other) => one.time - other.time)),
});

/** Of lengths from nothing to an hour, mostly of minutes; events in bursts and alone. */
const arbitraryRecording: fc.Arbitrary<Recording> = fc
  .record({
    lengthMicros: fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: 20, max: 300 }).map((seconds) => seconds * 1_000_003) },
      { weight: 1, arbitrary: fc.constantFrom(0, 1, 700, 3_600_000_000) },
    ),
    events: fc.array(fc.record({ share: fc.double({ min: 0, max: 1, noNaN: true }), count: fc.nat(5), step: fc.nat(400_000) }), {
      maxLength: 30,
    }),
    codes: fc.array(fc.constantFrom<number>(Code.output, Code.output, Code.output, Code.input, Code.marker), {
      minLength: 1,
      maxLength: 7,
    }),
  })
  .map(({ lengthMicros, events, codes }) => {
    const times = events.flatMap(({ share, count, step }) =>
      Array.from({ length: count + 1 }, (_, index) => Math.min(lengthMicros, Math.round(share * lengthMicros) + index * step)),
    );
    return recordingOf([...times, lengthMicros].map((time, index) => ({ time, code: codes[index % codes.length] as number })));
  });

/** What is to be brought to a length. */
export interface FitCase {
  readonly recording: Recording;
  readonly analysis: Analysis;
  readonly pins: Plan;
  readonly targetMicros: number;
  readonly settings: EditSettings;
}

const arbitrarySettings: fc.Arbitrary<EditSettings> = fc.oneof(
  fc.constant(DEFAULT_EDITS),
  fc.record({
    marginBeforeMicros: fc.constantFrom(0, 2_000_000),
    marginAfterMicros: fc.constantFrom(0, 3_000_000),
    shortestKeptMicros: fc.constantFrom(0, 4_000_000),
    shortestCutMicros: fc.constantFrom(0, 300_000, 5_000_000),
    maxFactor: fc.constantFrom(1, 1.5, 2, 1000),
  }),
);

export const withoutCap = ({ idleCapMicros: _, ...plan }: Plan): Plan => plan;

export function arbitraryCase(pins: (durationMicros: number) => fc.Arbitrary<Plan>): fc.Arbitrary<FitCase> {
  return arbitraryRecording.chain((recording) => {
    const duration = recordingDuration(recording);
    return fc
      .record({
        analysis: arbitraryAnalysis(duration),
        pins: pins(duration),
        permille: fc.integer({ min: 0, max: 1020 }),
        settings: arbitrarySettings,
      })
      .map(({ analysis, pins: plan, permille, settings }) => {
        const longest = createTimeMap(recording, plan).resultDuration;
        const targetMicros = Math.round(MIN_TARGET_MICROS + (permille / 1000) ** 2 * Math.max(0, longest - MIN_TARGET_MICROS));
        return { recording, analysis, pins: plan, targetMicros, settings };
      });
  });
}

export const arbitraryPins = (durationMicros: number): fc.Arbitrary<Plan> =>
  arbitraryPlan({
    lastMicros: durationMicros + 10,
    stepMicros: Math.max(1, Math.floor(durationMicros / 40)),
    modes: ['jump', 'drop', 'collapse'],
    factors: fc.constantFrom(0.5, 1, 1, 2, 8),
  }).map((plan) => ({ ...plan, holds: plan.holds.map((hold) => ({ ...hold, durationMicros: Math.min(hold.durationMicros, 3_000_000) })) }));

export const anyCase = fc.oneof(
  arbitraryCase(() => fc.constant(EMPTY_PLAN)),
  arbitraryCase((duration) => arbitraryPins(duration).map(withoutCap)),
  arbitraryCase(arbitraryPins),
);
