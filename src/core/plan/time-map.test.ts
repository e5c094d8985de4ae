import { describe, expect, it } from 'vitest';
import { eventColumns } from '#testing/arbitrary-plans.ts';
import { Code, type EventColumns } from '../cast/recording.ts';
import { microsToSeconds, resultTime, secondsToMicros, sourceTime } from '../cast/time.ts';
import { planFromJson } from './parse-plan.ts';
import { createTimeMap, type TimeMap } from './time-map.ts';

/** Output events at these seconds. */
const outputAt = (...seconds: number[]): { events: EventColumns } => ({
  events: eventColumns(seconds.map((time) => ({ time: secondsToMicros(time), code: Code.output }))),
});

const mapOf = (recording: { events: EventColumns }, plan: unknown): TimeMap => createTimeMap(recording, planFromJson(plan));

const resultSeconds = (map: TimeMap, seconds: number): number => microsToSeconds(map.toResult(sourceTime(secondsToMicros(seconds))));
const sourceSeconds = (map: TimeMap, seconds: number): number => microsToSeconds(map.toSource(resultTime(secondsToMicros(seconds))));
const resultDuration = (map: TimeMap): number => microsToSeconds(map.resultDuration);

const SIX = [1, 2, 5, 9, 10, 11] as const;

/** Result times of the events at 1, 2, 5, 9, 10 and 11 s. */
const sixUnder = (plan: unknown): number[] => {
  const map = mapOf(outputAt(...SIX), plan);
  return SIX.map((seconds) => resultSeconds(map, seconds));
};

describe('a map', () => {
  it('gives the worked example of plan-format §8', () => {
    const events = [1, 2, 5, 9, 30, 31];
    const map = mapOf(outputAt(...events), { idle_cap: 4, speed_regions: [[0, 6, 2]], cuts: [{ start: 9.5, end: 12 }] });
    expect(events.map((seconds) => resultSeconds(map, seconds))).toEqual([0.5, 1, 2.5, 6, 10, 11]);
    expect(resultDuration(map)).toBe(11);
  });

  it('is the identity under the empty plan', () => {
    expect(sixUnder({})).toEqual(SIX);
  });

  it('is empty for a recording without events', () => {
    const map = mapOf(outputAt(), { idle_cap: 1, speed_regions: [[0, 6, 2]], cuts: [[0, 3]] });
    expect([map.sourceDuration, map.resultDuration, resultSeconds(map, 0), sourceSeconds(map, 0)]).toEqual([0, 0, 0, 0]);
  });
});

describe('a cut', () => {
  it('removes its time, wherever its edges fall', () => {
    expect(sixUnder({ cuts: [[3, 8]] })).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('removes exactly its time with both edges on events', () => {
    expect(sixUnder({ cuts: [[2, 9]] })).toEqual([1, 2, 2, 2, 3, 4]);
  });

  it('that reaches the end leaves the time before it', () => {
    expect(resultDuration(mapOf(outputAt(...SIX), { cuts: [[7, 11]] }))).toBe(7);
    expect(resultDuration(mapOf(outputAt(...SIX), { cuts: [[7, 99]] }))).toBe(7);
  });

  it('wins over a speed region', () => {
    expect(sixUnder({ cuts: [[3, 8]], speed_regions: [[2, 9, 2]] })).toEqual([1, 2, 2.5, 3, 4, 5]);
  });
});

describe('a speed region', () => {
  it('divides the time inside, also of pauses that straddle its edges', () => {
    expect(sixUnder({ speed_regions: [[3, 8, 2]] })).toEqual([1, 2, 4, 6.5, 7.5, 8.5]);
    expect(sixUnder({ speed_regions: [[2, 9, 2]] })).toEqual([1, 2, 3.5, 5.5, 6.5, 7.5]);
  });

  it('below 1 is slower', () => {
    expect(sixUnder({ speed_regions: [[9, 10, 0.5]] })).toEqual([1, 2, 5, 9, 11, 12]);
  });
});

describe('the idle cap', () => {
  it('shortens every pause to it', () => {
    expect(sixUnder({ idle_cap: 2 })).toEqual([1, 2, 4, 6, 7, 8]);
  });

  it('shortens the time before the first event', () => {
    expect(sixUnder({ idle_cap: 0.5 })).toEqual([0.5, 1, 1.5, 2, 2.5, 3]);
  });

  it('comes before speed: a pause of 10 s in a 5× region under a cap of 2 lasts 0.4 s', () => {
    const map = mapOf(outputAt(10), { idle_cap: 2, speed_regions: [[0, 20, 5]] });
    expect(resultDuration(map)).toBe(0.4);
  });

  it('keeps the first seconds of a pause and removes the rest', () => {
    const map = mapOf(outputAt(0, 10, 11), { idle_cap: 2 });
    expect([1, 2, 3, 9, 10, 10.5].map((seconds) => resultSeconds(map, seconds))).toEqual([1, 2, 2, 2, 2, 2.5]);
    expect([1, 2, 9.9, 10].map((seconds) => map.rateAt(sourceTime(secondsToMicros(seconds))))).toEqual([1, 0, 0, 1]);
  });

  it('walks across a cut: what was walked before it counts', () => {
    const map = mapOf(outputAt(1, 4, 10), { idle_cap: 2, cuts: [[2, 5]] });
    expect(resultSeconds(map, 10)).toBe(3);
    expect(map.rateAt(sourceTime(5_500_000))).toBe(1);
    expect(map.rateAt(sourceTime(6_000_000))).toBe(0);
  });

  it('begins anew at the seam event of a collapse cut', () => {
    const map = mapOf(outputAt(1, 4, 10), { idle_cap: 2, cuts: [{ start: 2, end: 5, mode: 'collapse' }] });
    expect(resultSeconds(map, 10)).toBe(4);
  });

  it('does not begin anew where a collapse cut has no output and so no seam event', () => {
    const map = mapOf(outputAt(1, 10), { idle_cap: 2, cuts: [{ start: 2, end: 5, mode: 'collapse' }] });
    expect(resultSeconds(map, 10)).toBe(3);
  });

  it('counts events of every code', () => {
    const events = eventColumns([
      { time: 1_000_000, code: Code.output },
      { time: 10_000_000, code: Code.marker },
      { time: 20_000_000, code: 7 },
    ]);
    expect(resultDuration(mapOf({ events }, { idle_cap: 2 }))).toBe(5);
  });

  it('is the longest pause kept also where the end was cut', () => {
    expect(resultDuration(mapOf(outputAt(1, 20), { idle_cap: 2, cuts: [[10, 20]] }))).toBe(3);
  });

  it('of null caps nothing', () => {
    expect(sixUnder({ idle_cap: null })).toEqual(SIX);
  });

  it('is given as ranges for drawing, cut to a window', () => {
    const map = mapOf(outputAt(1, 4, 10, 30), { idle_cap: 2, cuts: [[20, 25]] });
    const window = { start: sourceTime(3_500_000), end: sourceTime(27_000_000) };
    const { starts, ends } = map.removedIdle(window);
    expect(Array.from(starts, (start, index) => [start, ends[index]])).toEqual([
      [3_500_000, 4_000_000],
      [6_000_000, 10_000_000],
      [12_000_000, 20_000_000],
      [25_000_000, 27_000_000],
    ]);
  });

  it('is given without what is too short to draw', () => {
    const map = mapOf(outputAt(1, 2.5, 4, 9, 10.4, 20), { idle_cap: 1 });
    const window = { start: sourceTime(0), end: map.sourceDuration };
    expect(Array.from(map.removedIdle(window, 1_000_000).starts)).toEqual([5_000_000, 11_400_000]);
  });
});

describe('a hold', () => {
  it('comes after the events at its instant', () => {
    expect(sixUnder({ holds: [{ at: 5, duration: 3 }] })).toEqual([1, 2, 5, 12, 13, 14]);
  });

  it('adds up with others at the same instant, and is never capped', () => {
    const holds = [
      { at: 2, duration: 30 },
      { at: 2, duration: 10 },
    ];
    expect(sixUnder({ idle_cap: 1, holds })).toEqual([1, 2, 43, 44, 45, 46]);
  });

  it('inside a cut has no effect, at its end it has', () => {
    expect(sixUnder({ cuts: [[3, 8]], holds: [{ at: 3, duration: 1 }] })).toEqual([1, 2, 3, 4, 5, 6]);
    expect(sixUnder({ cuts: [[3, 8]], holds: [{ at: 8, duration: 1 }] })).toEqual([1, 2, 3, 5, 6, 7]);
  });

  it('at the end lengthens the result after the last event', () => {
    const map = mapOf(outputAt(1, 2), { holds: [{ at: 2, duration: 3 }] });
    expect([resultSeconds(map, 2), resultDuration(map)]).toEqual([2, 5]);
  });

  it('at 0 comes after an event at 0', () => {
    const map = mapOf(outputAt(0, 1), { holds: [{ at: 0, duration: 3 }] });
    expect([resultSeconds(map, 0), resultSeconds(map, 1)]).toEqual([0, 4]);
    expect([sourceSeconds(map, 0), sourceSeconds(map, 2.9), sourceSeconds(map, 3.5)]).toEqual([0, 0, 0.5]);
  });

  it('past the end or in a cut that reaches the end has no effect', () => {
    expect(resultDuration(mapOf(outputAt(1, 2), { holds: [{ at: 2.5, duration: 3 }] }))).toBe(2);
    expect(resultDuration(mapOf(outputAt(1, 2), { cuts: [[1.5, 2]], holds: [{ at: 2, duration: 3 }] }))).toBe(1.5);
  });
});

describe('from the result back to the source', () => {
  it('is the end of what was removed there', () => {
    const map = mapOf(outputAt(...SIX), { cuts: [[3, 8]] });
    expect([2.5, 3, 3.5].map((seconds) => sourceSeconds(map, seconds))).toEqual([2.5, 8, 8.5]);
  });

  it('stays at the hold while it lasts', () => {
    const map = mapOf(outputAt(...SIX), { holds: [{ at: 5, duration: 3 }] });
    expect([4, 5, 7.9, 8, 9].map((seconds) => sourceSeconds(map, seconds))).toEqual([4, 5, 5, 5, 6]);
  });

  it('stays at the hold however long it lasts', () => {
    const map = mapOf(outputAt(...SIX), { speed_regions: [[0, 9, 10_000]], holds: [{ at: 5, duration: 9e9 }] });
    expect(sourceSeconds(map, 8e9)).toBe(5);
  });

  it('passes over the rest of a capped pause', () => {
    const map = mapOf(outputAt(0, 10, 20), { idle_cap: 2 });
    expect([1.5, 2, 3, 4].map((seconds) => sourceSeconds(map, seconds))).toEqual([1.5, 10, 11, 20]);
  });

  it('stays inside the recording', () => {
    const map = mapOf(outputAt(1, 2), {});
    expect([sourceSeconds(map, -1), sourceSeconds(map, 99)]).toEqual([0, 2]);
  });
});

describe('an instant past the end', () => {
  it('is the end, before a hold there', () => {
    expect(resultSeconds(mapOf(outputAt(1, 2), { holds: [{ at: 2, duration: 3 }] }), 99)).toBe(2);
  });
});
