import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryEvents, arbitraryPlan } from '#testing/arbitrary-plans.ts';
import { Code, type EventColumns } from '../cast/recording.ts';
import { resultTime, sourceTime } from '../cast/time.ts';
import type { Cut, Plan } from './plan.ts';
import { createTimeMap } from './time-map.ts';

const LAST = 60;
const cases = fc.record({ events: arbitraryEvents(LAST), plan: arbitraryPlan({ lastMicros: LAST + 10 }) });

/** Every instant of a short recording. */
const instants = (duration: number) => Array.from({ length: duration + 1 }, (_, micros) => sourceTime(micros));

const holdsInstant = ({ start, end }: Cut, instant: number, duration: number): boolean =>
  start <= instant && (instant < end || end >= duration);

/** plan-format §4 word by word, a microsecond at a time: W right before and right after the holds at every instant. */
function walkEveryMicrosecond(events: EventColumns, plan: Plan): { before: number[]; after: number[] } {
  const all = Array.from(events.times, (time, index) => ({ time, code: events.codes[index] }));
  const duration = all.at(-1)?.time ?? 0;
  const isCut = (instant: number) => plan.cuts.some((cut) => holdsInstant(cut, instant, duration));
  const kept = all.filter(({ time }) => !isCut(time)).map(({ time }) => time);
  const seams = plan.cuts.filter((cut) => {
    const inside = all.filter(({ time, code }) => code === Code.output && holdsInstant(cut, time, duration));
    return cut.mode === 'collapse' && inside.length > 0 && kept.some((time) => time >= cut.end);
  });
  const points = new Set<number>([...kept, ...seams.map(({ end }) => end)]);

  const before: number[] = [];
  const after: number[] = [];
  let result = 0;
  let walked = 0;
  for (let instant = 0; instant <= duration; instant++) {
    before.push(result);
    for (const { at, durationMicros } of plan.holds) if (at === instant && !isCut(at)) result += durationMicros;
    after.push(result);
    if (points.has(instant)) walked = 0;
    const isRemoved = isCut(instant) || walked >= (plan.idleCapMicros ?? Number.POSITIVE_INFINITY);
    if (!isCut(instant)) walked++;
    const region = plan.speedRegions.find(({ start, end }) => start <= instant && instant < end);
    if (!isRemoved) result += 1 / (region?.factor ?? 1);
  }
  return { before, after };
}

describe('the time map', () => {
  it('is the integral of plan-format §4', () => {
    fc.assert(
      fc.property(cases, ({ events, plan }) => {
        const map = createTimeMap({ events }, plan);
        const { before, after } = walkEveryMicrosecond(events, plan);
        instants(map.sourceDuration).forEach((instant) => {
          expect(map.toResult(instant)).toBeCloseTo(before[instant] as number, 6);
        });
        expect(map.resultDuration).toBeCloseTo(after.at(-1) as number, 6);
      }),
      { numRuns: 1500 },
    );
  });

  it('never decreases, to the last bit', () => {
    fc.assert(
      fc.property(cases, ({ events, plan }) => {
        const map = createTimeMap({ events }, plan);
        const results = [...instants(map.sourceDuration).map((instant) => map.toResult(instant)), map.resultDuration];
        expect(results).toEqual(results.toSorted((one, other) => one - other));
        expect(results[0]).toBe(0);
      }),
    );
  });

  it('gives every event its time in one pass', () => {
    fc.assert(
      fc.property(cases, fc.nat(12), fc.nat(12), ({ events, plan }, one, other) => {
        const map = createTimeMap({ events }, plan);
        const [from, to] = [Math.min(one, other, events.length), Math.min(Math.max(one, other), events.length)];
        const results = new Float64Array(to - from);
        map.toResults(events.times, from, to, results);
        expect(Array.from(results)).toEqual(Array.from(events.times.subarray(from, to), (time) => map.toResult(sourceTime(time))));
      }),
    );
  });

  it('leads back to the instant it came from where time is kept', () => {
    fc.assert(
      fc.property(cases, ({ events, plan }) => {
        const map = createTimeMap({ events }, plan);
        for (const instant of instants(map.sourceDuration)) {
          if (map.rateAt(instant) > 0) expect(map.toSource(map.toResult(instant))).toBe(instant);
        }
      }),
    );
  });

  it('leads back to the latest instant that is shown', () => {
    fc.assert(
      fc.property(cases, fc.nat(1000), ({ events, plan }, permille) => {
        const map = createTimeMap({ events }, plan);
        const result = resultTime((map.resultDuration * permille) / 1000);
        const shown = instants(map.sourceDuration).filter((instant) => map.toResult(instant) <= result);
        expect(map.toSource(result)).toBe(shown.at(-1));
      }),
    );
  });

  it('has the rate at which it grows', () => {
    fc.assert(
      fc.property(cases, ({ events, plan }) => {
        const map = createTimeMap({ events }, { ...plan, holds: [] });
        for (const instant of instants(map.sourceDuration).slice(0, -1)) {
          const growth = map.toResult(sourceTime(instant + 1)) - map.toResult(instant);
          expect(map.rateAt(instant)).toBeCloseTo(growth, 6);
        }
      }),
    );
  });

  it('names as removed idle time exactly what is neither cut nor shown', () => {
    fc.assert(
      fc.property(cases, ({ events, plan }) => {
        const map = createTimeMap({ events }, plan);
        const { starts, ends } = map.removedIdle({ start: sourceTime(0), end: map.sourceDuration });
        for (const instant of instants(map.sourceDuration).slice(0, -1)) {
          const isNamed = starts.some((start, index) => start <= instant && instant < (ends[index] as number));
          const isCut = plan.cuts.some(({ start, end }) => start <= instant && instant < end);
          expect(isNamed).toBe(map.rateAt(instant) === 0 && !isCut);
        }
      }),
    );
  });
});
