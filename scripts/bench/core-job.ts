import { readFileSync } from 'node:fs';
import { buildActivity } from '#core/analyze/activity.ts';
import { CastReader, readCast } from '#core/cast/reader.ts';
import { type Recording, recordingDuration } from '#core/cast/recording.ts';
import { type SourceTime, sourceTime } from '#core/cast/time.ts';
import { applyPlan } from '#core/plan/apply-plan.ts';
import { EMPTY_PLAN, type Plan, type SpeedRegion } from '#core/plan/plan.ts';
import { createTimeMap } from '#core/plan/time-map.ts';

/** A process of its own, so that one measurement does not run on what another left warm. Prints its figures as JSON. */
const [job = '', path = ''] = process.argv.slice(2);
const bytes = new Uint8Array(readFileSync(path));
console.log(JSON.stringify(measure(job)));

function measure(name: string): Record<string, number> {
  switch (name) {
    case 'read':
      return { wholeMillis: best(() => readCast(bytes)), piecesMillis: best(readInPieces), bytes: bytes.length };
    case 'export':
      return measureExport(readCast(bytes));
    case 'map':
      return measureMap(readCast(bytes));
    default:
      throw new RangeError(`there is no job ${name}`);
  }
}

/** As the page reads: pieces of four megabytes. */
function readInPieces(): Recording {
  const reader = new CastReader({ expectedBytes: bytes.length });
  for (let at = 0; at < bytes.length; at += 4 * 1024 * 1024) reader.push(bytes.subarray(at, at + 4 * 1024 * 1024));
  return reader.finish();
}

function measureExport(recording: Recording): Record<string, number> {
  const plan: Plan = { ...EMPTY_PLAN, idleCapMicros: 1_000_000, speedRegions: [quarter(recording, 1)] };
  const write = () => {
    let written = 0;
    for (const chunk of applyPlan(recording, plan)) written += chunk.length;
    return written;
  };
  return { millis: best(write), bytes: write() };
}

/** What a drag of an edge costs on every frame: the map is built anew, with another place of one of 200 regions. */
function measureMap(recording: Recording): Record<string, number> {
  const duration = recordingDuration(recording);
  const regions = Array.from({ length: 200 }, (_, index): SpeedRegion => ({ ...span(duration, index, 200), factor: 2 + (index % 7) }));
  let turn = 0;
  const millis = best(() => {
    turn += 1;
    const dragged = { ...(regions[50] as SpeedRegion), start: sourceTime((regions[50] as SpeedRegion).start + turn) };
    return createTimeMap(recording, { ...EMPTY_PLAN, idleCapMicros: 2_000_000, speedRegions: regions.with(50, dragged) }).resultDuration;
  }, 50);
  return { millis, activityMillis: best(() => buildActivity(recording)), events: recording.events.length };
}

function quarter(recording: Recording, index: number): SpeedRegion {
  return { ...span(recordingDuration(recording), index, 4), factor: 2 };
}

/** The `index`th of `count` equal parts, without its last tenth. */
function span(duration: SourceTime, index: number, count: number) {
  const length = Math.floor(duration / count);
  return { start: sourceTime(index * length), end: sourceTime(index * length + Math.floor(length * 0.9)) };
}

/** Milliseconds of CPU time of the quickest run: the others were disturbed by something. */
function best(run: () => unknown, runs = 5): number {
  let fastest = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < runs; turn++) {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    fastest = Math.min(fastest, (user + system) / 1000);
  }
  return fastest;
}
