import fc from 'fast-check';
import { Code, type EventColumns } from '#core/cast/recording.ts';
import { sourceTime } from '#core/cast/time.ts';
import { overlaps, type Range } from '#core/lib/ranges.ts';
import {
  type Cut,
  type CutMode,
  DEFAULT_MASK,
  type Hold,
  type Marker,
  type Plan,
  type Redaction,
  type SpeedRegion,
  WHOLE_RECORDING,
} from '#core/plan/plan.ts';

/** What the reader would give for events of these times (integer microseconds, in order) and codes. The places in the text are not filled in. */
export function eventColumns(events: readonly { readonly time: number; readonly code: number }[]): EventColumns {
  return {
    length: events.length,
    times: Float64Array.from(events, ({ time }) => time),
    codes: Uint8Array.from(events, ({ code }) => code),
    timeStarts: new Uint32Array(events.length),
    lineEnds: new Uint32Array(events.length),
  };
}

/** Up to 12 events of any code in the first `lastMicros` microseconds, often several at an instant. */
export function arbitraryEvents(lastMicros: number): fc.Arbitrary<EventColumns> {
  const event = fc.record({ time: fc.nat(lastMicros), code: fc.constantFrom<Code>(...Object.values(Code), Code.output, Code.output) });
  return fc.array(event, { maxLength: 12 }).map((events) => eventColumns(events.sort((one, other) => one.time - other.time)));
}

export interface ArbitraryPlanOptions {
  /** Regions may reach to here, so past the end of a shorter recording. */
  readonly lastMicros: number;
  /** Times are multiples of this. 1 where absent. */
  readonly stepMicros?: number;
  readonly modes?: readonly CutMode[];
  readonly factors?: fc.Arbitrary<number>;
}

/** A plan as `parsePlan` gives it: sorted, speed regions apart, cuts apart. */
export function arbitraryPlan({
  lastMicros,
  stepMicros = 1,
  modes = ['drop', 'collapse'],
  factors = arbitraryFactor,
}: ArbitraryPlanOptions): fc.Arbitrary<Plan> {
  const micros = fc.nat(Math.floor(lastMicros / stepMicros)).map((steps) => steps * stepMicros);
  const length = micros.map((value) => value + stepMicros);
  const range = fc.tuple(micros, length).map(([start, added]) => ({ start: sourceTime(start), end: sourceTime(start + added) }));
  const speedRegion: fc.Arbitrary<SpeedRegion> = fc.tuple(range, factors).map(([region, factor]) => ({ ...region, factor }));
  const cut: fc.Arbitrary<Cut> = fc.tuple(range, fc.constantFrom(...modes)).map(([region, mode]) => ({ ...region, mode }));
  const hold: fc.Arbitrary<Hold> = fc.record({ at: micros.map(sourceTime), durationMicros: length });
  const marker: fc.Arbitrary<Marker> = fc.record({ time: micros.map(sourceTime), label: fc.string({ unit: 'grapheme', maxLength: 4 }) });
  return fc.record(
    {
      idleCapMicros: fc.option(length),
      speedRegions: fc.array(speedRegion, { maxLength: 4 }).map(apart),
      cuts: fc.array(cut, { maxLength: 4 }).map(apart),
      holds: fc.array(hold, { maxLength: 3 }).map((holds) => holds.toSorted((one, other) => one.at - other.at)),
      markers: fc.array(marker, { maxLength: 3 }).map((markers) => markers.toSorted((one, other) => one.time - other.time)),
      title: fc.string({ unit: 'grapheme' }),
      redactions: fc.constant([]),
    },
    { requiredKeys: ['speedRegions', 'cuts', 'holds', 'redactions'] },
  );
}

/** Redactions as `parsePlan` gives them: sorted. */
export function arbitraryRedactions(lastMicros: number): fc.Arbitrary<readonly Redaction[]> {
  const side = fc.integer({ min: 1, max: 10_000 });
  const pattern = fc.constantFrom('a', 'sk-[A-Za-z0-9]{20,}', '\\p{L}+@', '"█"');
  const redaction: fc.Arbitrary<Redaction> = fc.record({
    what: fc.oneof(
      fc.record({ kind: fc.constant('pattern' as const), pattern, ignoreCase: fc.boolean() }),
      fc.record({ kind: fc.constant('rect' as const), row: side, col: side, rows: side, cols: side }),
    ),
    start: fc.oneof(fc.constant(0), fc.nat(lastMicros)).map(sourceTime),
    end: fc.oneof(fc.constant(WHOLE_RECORDING.end), fc.integer({ min: lastMicros + 1, max: 2 * lastMicros }).map(sourceTime)),
    with: fc.constantFrom(DEFAULT_MASK, '*', ' ', '•'),
  });
  const inOrder = (one: Redaction, other: Redaction) => one.start - other.start || one.end - other.end;
  return fc.array(redaction, { maxLength: 4 }).map((redactions) => redactions.toSorted(inOrder));
}

export const arbitraryFactor: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(0.01, 0.5, 2, 3, 10_000),
  fc.integer({ min: 10, max: 100_000 }).map((tenths) => tenths / 10),
);

/** In order, without those that overlap one before them. */
function apart<R extends Range>(ranges: readonly R[]): R[] {
  const kept: R[] = [];
  for (const range of ranges.toSorted((one, other) => one.start - other.start)) {
    const last = kept.at(-1);
    if (last === undefined || !overlaps(last, range)) kept.push(range);
  }
  return kept;
}
