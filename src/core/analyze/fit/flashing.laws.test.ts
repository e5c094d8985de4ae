import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyCase, arbitraryCase, type FitCase } from '#testing/fit-cases.ts';
import { recordingDuration } from '../../cast/recording.ts';
import { type SourceTime, sourceTime } from '../../cast/time.ts';
import { lowerBound } from '../../lib/binary-search.ts';
import type { Range } from '../../lib/ranges.ts';
import { DEFAULT_EDITS } from '../../plan/edit-settings.ts';
import { EMPTY_PLAN } from '../../plan/plan.ts';
import { createTimeMap } from '../../plan/time-map.ts';
import { MAX_FLASHES_PER_SECOND, type Span } from '../analysis.ts';
import { withEdits } from './edits.ts';
import { fitToTarget } from './fit.ts';
import type { FittedEdits } from './outcome.ts';

/** One that flashes for much of its time, in bursts: some as fast as may be, some faster than that already as recorded. */
function flashing(cases: fc.Arbitrary<FitCase>): fc.Arbitrary<FitCase> {
  const burst = fc.record({
    permille: fc.nat(1000),
    count: fc.integer({ min: 1, max: 80 }),
    stepMicros: fc.oneof(fc.integer({ min: 50_000, max: 400_000 }), fc.integer({ min: 400_000, max: 5_000_000 })),
  });
  return fc.record({ drawn: cases, bursts: fc.array(burst, { minLength: 1, maxLength: 12, size: 'max' }) }).map(({ drawn, bursts }) => {
    const duration = recordingDuration(drawn.recording);
    const times = bursts.flatMap(({ permille, count, stepMicros }) =>
      Array.from({ length: count }, (_, index) => Math.round((permille / 1000) * duration) + index * stepMicros),
    );
    const inside = [...new Set(times)].filter((time) => time <= duration).sort((one, other) => one - other);
    return { ...drawn, analysis: { ...drawn.analysis, flashes: { times: Float64Array.from(inside) } } };
  });
}

/** One that waits, with something between that is soon over and flashes all the while. */
function flashingAtOnce(cases: fc.Arbitrary<FitCase>): fc.Arbitrary<FitCase> {
  const burst = fc.record({
    waits: fc.integer({ min: 1, max: 9 }),
    what: fc.constantFrom<Pick<Span, 'kind' | 'waiting'>>({ kind: 'reading' }, { kind: 'waiting', waiting: 'spinner' }),
    lengthMicros: fc.integer({ min: 300_000, max: 5_000_000 }),
    stepMicros: fc.integer({ min: 50_000, max: 400_000 }),
  });
  return fc.record({ drawn: cases, bursts: fc.array(burst, { minLength: 2, maxLength: 8 }) }).map(({ drawn, bursts }) => {
    const duration = recordingDuration(drawn.recording);
    const waited = duration - bursts.reduce((sum, { lengthMicros }) => sum + lengthMicros, 0);
    const shares = bursts.reduce((sum, { waits }) => sum + waits, 1);
    if (waited < duration / 2) return drawn;
    const spans: Span[] = [];
    const times: number[] = [];
    let position = sourceTime(0);
    const pass = (span: Pick<Span, 'kind' | 'waiting'>, end: number) => {
      spans.push({ ...span, start: position, end: sourceTime(end) });
      position = sourceTime(end);
    };
    for (const { waits, what, lengthMicros, stepMicros } of bursts) {
      pass({ kind: 'waiting', waiting: 'silence' }, position + Math.floor((waits * waited) / shares));
      for (let at = position; at < position + lengthMicros; at = sourceTime(at + stepMicros)) times.push(at);
      pass(what, position + lengthMicros);
    }
    pass({ kind: 'waiting', waiting: 'silence' }, duration);
    return { ...drawn, analysis: { ...drawn.analysis, spans, flashes: { times: Float64Array.from(times) } } };
  });
}

const flashy = (cases: fc.Arbitrary<FitCase>) => fc.oneof(cases, flashing(cases), flashingAtOnce(cases));

interface MadeFlash {
  readonly result: number;
  readonly isSeam: boolean;
}

/** When it flashes in the result where something is played fast, and at the seams of cuts in which it flashed. */
function flashesMade({ recording, analysis, pins }: FitCase, edits: FittedEdits): MadeFlash[] {
  const map = createTimeMap(recording, withEdits(pins, edits));
  const { times } = analysis.flashes;
  const within = ({ start, end }: Range<SourceTime>) => [...times.subarray(lowerBound(times, start), lowerBound(times, end))];
  return [
    ...edits.speedRegions.flatMap((region) => within(region).map((time) => ({ result: map.toResult(sourceTime(time)), isSeam: false }))),
    ...edits.cuts.filter((cut) => within(cut).length > 0).map((cut) => ({ result: map.toResult(cut.end), isSeam: true })),
  ].sort((one, other) => one.result - other.result);
}

/** As many flashes as are one too many, where they come within a second. */
function tooManyAtOnce(drawn: FitCase): MadeFlash[][] {
  const { recording, analysis, pins, targetMicros, settings } = drawn;
  const made = flashesMade(drawn, fitToTarget(recording, analysis, pins, targetMicros, settings).edits);
  return made
    .map((_, index) => made.slice(index, index + MAX_FLASHES_PER_SECOND + 1))
    .filter((few) => few.length > MAX_FLASHES_PER_SECOND && (few.at(-1)?.result ?? 0) - (few[0]?.result ?? 0) < 1_000_000 - 1);
}

const RUNS = { numRuns: 400 };
const withoutPins = arbitraryCase(() => fc.constant(EMPTY_PLAN));

it('lets nothing flash more than three times a second that it plays fast or cuts', () => {
  fc.assert(
    fc.property(flashy(withoutPins), (drawn) => {
      expect(tooManyAtOnce(drawn)).toEqual([]);
      expect(tooManyAtOnce({ ...drawn, settings: DEFAULT_EDITS })).toEqual([]);
    }),
    RUNS,
  );
});

it('plays nothing so fast that it flashes, whatever the user has set, even where seams between his edits come too close', () => {
  fc.assert(
    fc.property(flashy(anyCase), (drawn) => {
      for (const few of tooManyAtOnce(drawn)) expect(few.every(({ isSeam }) => isSeam)).toBe(true);
    }),
    RUNS,
  );
});

it('cuts nothing shorter than the settings allow, whatever is not played since it would flash', () => {
  const limits = fc.record({ shortestCutMicros: fc.constantFrom(1_000_000, 5_000_000), maxFactor: fc.constantFrom(2, 4, 64) });
  fc.assert(
    fc.property(flashy(withoutPins), limits, ({ recording, analysis, pins, targetMicros }, { shortestCutMicros, maxFactor }) => {
      const settings = { ...DEFAULT_EDITS, shortestCutMicros, maxFactor };
      const { cuts } = fitToTarget(recording, analysis, pins, targetMicros, settings).edits;
      for (const { start, end } of cuts) expect(end - start).toBeGreaterThanOrEqual(shortestCutMicros);
    }),
    RUNS,
  );
});
