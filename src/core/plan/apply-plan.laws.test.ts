import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appliedText } from '#testing/apply.ts';
import { arbitraryCastText } from '#testing/arbitrary-casts.ts';
import { arbitraryPlan } from '#testing/arbitrary-plans.ts';
import { bytesOf } from '#testing/recordings.ts';
import { readCast } from '../cast/reader.ts';
import { Code, type Recording, recordingDuration } from '../cast/recording.ts';
import { sourceTime } from '../cast/time.ts';
import type { Plan } from './plan.ts';
import { EMPTY_PLAN } from './plan.ts';
import { createTimeMap } from './time-map.ts';

const STEP = 250;
const plans = arbitraryPlan({ lastMicros: 70 * STEP, stepMicros: STEP });
const version = fc.constantFrom<2 | 3>(2, 3);

const read = (text: string): Recording => readCast(bytesOf(text));

/** In microseconds, as a file of that version can say it. */
function rounded(result: number, { isSubMillisecond }: Recording, version: 2 | 3): number {
  const unit = version === 3 && !isSubMillisecond ? 1000 : 1;
  return Math.floor(result / unit + 0.5) * unit;
}

/** The text of a line after its time. */
function tails(text: string): string[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim().startsWith('['));
  return lines.map((line) => line.replace(/^\s*\[\s*[-+.\deE]+/, ''));
}

describe('applying a plan', () => {
  it('that is empty gives the same bytes', () => {
    fc.assert(
      fc.property(arbitraryCastText({ stepMicros: STEP, hasOtherLines: true }), (text) => {
        expect(appliedText(text, EMPTY_PLAN)).toBe(text);
      }),
    );
  });

  it('gives a recording that lasts W(D)', () => {
    fc.assert(
      fc.property(arbitraryCastText({ stepMicros: STEP, hasOtherLines: true }), plans, version, (text, plan, to) => {
        const recording = read(text);
        const result = read(appliedText(text, { title: '', ...plan }, to));
        expect(recordingDuration(result)).toBe(rounded(createTimeMap(recording, plan).resultDuration, recording, to));
        expect(result.report.unreadableCount).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  it('moves every kept event to W of its time, and leaves everything after its time as it was', () => {
    const casts = arbitraryCastText({ stepMicros: STEP, hasOtherLines: false });
    fc.assert(
      fc.property(casts, plans, version, (text, plan, to) => {
        const { cuts, ...rest } = plan;
        const timed: Plan = { ...rest, cuts: [] };
        delete (timed as { markers?: unknown }).markers;
        const recording = read(text);
        const map = createTimeMap(recording, timed);
        const written = appliedText(text, timed, to);
        const result = read(written);
        const times = Array.from(recording.events.times, (time) => rounded(map.toResult(sourceTime(time)), recording, to));
        expect(Array.from(result.events.times).slice(0, times.length)).toEqual(times);
        expect(tails(written).slice(0, times.length)).toEqual(tails(text));
      }),
      { numRuns: 500 },
    );
  });

  it('shows all output of the recording, in order, under collapse cuts that do not reach the end', () => {
    const casts = arbitraryCastText({ stepMicros: STEP, hasOtherLines: false });
    fc.assert(
      fc.property(casts, plans, version, (text, plan, to) => {
        const recording = read(text);
        const duration = recordingDuration(recording);
        const lastTime = recording.events.times.at(-2) ?? 0;
        const cuts = plan.cuts.filter(({ end }) => end < duration && end <= lastTime).map((cut) => ({ ...cut, mode: 'collapse' as const }));
        const printed = (cast: string) =>
          tails(cast)
            .filter((tail) => /^,\s*"o"/.test(tail))
            .map((tail) => /"o",\s*"(.*)"\]$/.exec(tail)?.[1])
            .join('');
        expect(printed(appliedText(text, { ...plan, cuts }, to))).toBe(printed(text));
      }),
    );
  });

  it('never loses the size of the terminal', () => {
    fc.assert(
      fc.property(arbitraryCastText({ stepMicros: STEP, hasOtherLines: true }), plans, (text, plan) => {
        const lastResize = (cast: string) =>
          tails(cast)
            .findLast((tail) => /^,\s*"r"/.test(tail))
            ?.replaceAll(/[\t ]/g, '');
        expect(lastResize(appliedText(text, plan))).toBe(
          lastResize(
            text
              .split(/\r?\n/)
              .filter((line) => line !== '[1, "o"' && line !== '[true, "o", ""]')
              .join('\n'),
          ),
        );
      }),
    );
  });

  it('again with a plan that changes nothing gives the same bytes', () => {
    const idle: Plan = { ...EMPTY_PLAN, speedRegions: [{ start: sourceTime(0), end: sourceTime(1000 * STEP), factor: 1 }] };
    fc.assert(
      fc.property(arbitraryCastText({ stepMicros: STEP, hasOtherLines: true }), plans, version, (text, plan, to) => {
        // The empty plan alone would leave unreadable lines in.
        const once = appliedText(text, { title: '', ...plan }, to);
        expect(appliedText(once, idle)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  it('replaces all markers by those of the plan', () => {
    fc.assert(
      fc.property(arbitraryCastText({ stepMicros: STEP, hasOtherLines: true }), plans, (text, plan) => {
        const markers = plan.markers ?? [];
        const source = read(text);
        const result = read(appliedText(text, { ...plan, markers }));
        const expected = markers.filter(({ time }) => time <= recordingDuration(source));
        const map = createTimeMap(source, plan);
        const times = Array.from(result.events.times).filter((_, index) => result.events.codes[index] === Code.marker);
        expect(times).toEqual(expected.map(({ time }) => rounded(map.toResult(time), source, source.textVersion)));
      }),
    );
  });
});
