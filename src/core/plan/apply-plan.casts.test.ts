import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { concatenated } from '#testing/apply.ts';
import { CastError } from '../cast/cast-error.ts';
import { readCast } from '../cast/reader.ts';
import { type Recording, recordingDuration } from '../cast/recording.ts';
import { microsToSeconds } from '../cast/time.ts';
import { applyPlan } from './apply-plan.ts';
import { planFromJson } from './parse-plan.ts';
import { EMPTY_PLAN, type Plan } from './plan.ts';
import { createTimeMap } from './time-map.ts';

/** Recordings of the world, where there are any. */
const CASTS = new URL('../../../../shared/casts/', import.meta.url);

/** All that can be read. Some files are there to be refused. */
function* recordings(): Generator<{ readonly name: string; readonly recording: Recording }> {
  const names = existsSync(CASTS) ? readdirSync(CASTS).filter((name) => /\.cast(\.gz)?$/.test(name)) : [];
  for (const name of names) {
    const file = readFileSync(new URL(name, CASTS));
    try {
      yield { name, recording: readCast(new Uint8Array(name.endsWith('.gz') ? gunzipSync(file) : file)) };
    } catch (error) {
      if (!(error instanceof CastError)) throw error;
    }
  }
}

/** A bit of everything, spread over the recording. */
function variedPlan(recording: Recording): Plan {
  const at = (part: number) => microsToSeconds(Math.round(recordingDuration(recording) * part));
  if (at(0.001) === 0) return planFromJson({ holds: [{ at: 0, duration: 1 }] });
  return planFromJson({
    idle_cap: 1,
    speed_regions: [[at(0.25), at(0.5), 3]],
    cuts: [[at(0.1), at(0.2)], { start: at(0.6), end: at(0.7), mode: 'collapse' }, [at(0.9), at(1)]],
    holds: [{ at: at(0.3), duration: 2 }],
    markers: [{ time: at(0.65), label: 'a marker' }],
  });
}

it('real recordings pass the empty plan as they are', () => {
  for (const { name, recording } of recordings()) {
    const result = concatenated(applyPlan(recording, EMPTY_PLAN));
    expect(Buffer.from(result).equals(Buffer.from(recording.bytes)), name).toBe(true);
  }
});

it('real recordings become recordings without a flaw that last W(D), in both versions', () => {
  for (const { name, recording } of recordings()) {
    const plan = variedPlan(recording);
    const { resultDuration } = createTimeMap(recording, plan);
    for (const version of [2, 3] as const) {
      const unit = version === 3 && !recording.isSubMillisecond ? 1000 : 1;
      const result = readCast(concatenated(applyPlan(recording, plan, { version })));
      expect(recordingDuration(result), name).toBe(Math.floor(resultDuration / unit + 0.5) * unit);
      expect(result.report.unreadable, name).toEqual([]);
      expect(result.textVersion, name).toBe(version);
    }
  }
});
