/** Reading, applying and exporting in Node, on bundled code as users run it. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BENCH_FOLDER } from './data.mjs';
import { AGENT_SESSION, coreJob } from './jobs.mjs';

const COMMAND = fileURLToPath(new URL('../../dist/node/castfold.js', import.meta.url));
const PROBE = new URL('probe.mjs', import.meta.url).href;
const REWRITE = fileURLToPath(new URL('rewrite.mjs', import.meta.url));
const RUNS = 5;

/**
 * The jobs have to be built.
 *
 * @param {import('./data.mjs').Data} data
 * @returns {import('./figures.mjs').Figure[]}
 */
export function measureCore(data) {
  const [v2, v3] = [coreJob('read', data.v2), coreJob('read', data.v3)];
  const exported = coreJob('export', data.v3);
  const map = coreJob('map', data.million);
  const screens = coreJob('screens', data.v3);
  const found = coreJob('search', AGENT_SESSION);
  const seams = coreJob('seams', AGENT_SESSION);
  const redacted = coreJob('redact', data.v2);
  const applied = apply(data.million);
  const rewritten = rewrite(data.million);
  return [
    { what: 'Reading v2, 100 MB at once', value: rate(v2.bytes, v2.wholeMillis), unit: 'MB/s', budget: 500, bound: 'at least' },
    { what: 'Reading v3, 100 MB at once', value: rate(v3.bytes, v3.wholeMillis), unit: 'MB/s', budget: 500, bound: 'at least' },
    { what: 'Reading v3 in pieces of 4 MiB', value: rate(v3.bytes, v3.piecesMillis), unit: 'MB/s' },
    { what: 'Exporting v3 with an idle cap and a speed region', value: rate(exported.bytes, exported.millis), unit: 'MB/s' },
    { what: 'Activity of a million events', value: map.activityMillis ?? 0, unit: 'ms', budget: 30 },
    { what: 'Time map of a million events and 200 regions', value: map.millis ?? 0, unit: 'ms', budget: 1 },
    { what: 'Keyframes of 100 MB', value: rate(screens.bytes, screens.keyframeMillis), unit: 'MB/s', budget: 30, bound: 'at least' },
    { what: 'Keyframes of 100 MB, memory', value: (screens.keyframeBytes ?? 0) / 1e6, unit: 'MB', budget: 64 },
    { what: 'Keyframes, screen changes and texts of 100 MB', value: rate(screens.bytes, screens.indexMillis), unit: 'MB/s' },
    { what: 'Screen at a place in 100 MB, median of 200', value: screens.medianMillis ?? 0, unit: 'ms' },
    { what: 'Screen at a place in 100 MB, 99 of 100', value: screens.nearlyLongestMillis ?? 0, unit: 'ms' },
    { what: 'Screen at a place in 100 MB, longest', value: screens.longestMillis ?? 0, unit: 'ms', budget: 16 },
    { what: 'Searching 85 minutes for a word', value: found.wordMillis ?? 0, unit: 'ms', budget: 300 },
    { what: 'Searching 85 minutes for what is nowhere', value: found.nowhereMillis ?? 0, unit: 'ms', budget: 300 },
    { what: 'Searching 85 minutes for an expression', value: found.patternMillis ?? 0, unit: 'ms', budget: 300 },
    { what: `Making and checking a seam, mean of ${seams.seams} in 85 minutes`, value: seams.millis ?? 0, unit: 'ms' },
    { what: 'Size of a seam of 110×36, mean', value: (seams.bytes ?? 0) / 1000, unit: 'kB' },
    { what: 'Tracing what is printed in 100 MB, for one mask', value: rate(redacted.bytes, redacted.traceMillis), unit: 'MB/s' },
    { what: 'Looking for secrets in 100 MB', value: rate(redacted.bytes, redacted.secretsMillis), unit: 'MB/s' },
    { what: 'castfold apply on 52 MB, a million events: CPU', value: applied.cpuMillis, unit: 'ms' },
    { what: 'JSON.parse of each line, the same job: CPU', value: rewritten.cpuMillis, unit: 'ms' },
    { what: 'castfold apply in relation to it', value: applied.cpuMillis / rewritten.cpuMillis, unit: '', budget: 0.35 },
    { what: 'castfold apply, peak memory', value: applied.peakMegabytes, unit: 'MB', budget: 280 },
  ];
}

const rate = (bytes = 0, millis = 1) => bytes / 1e6 / (millis / 1e3);

/** An idle cap of two seconds, a region of double speed, a cut: what rewrite.mjs does, too. @param {string} path */
function apply(path) {
  const duration = durationOf(path);
  const plan = join(BENCH_FOLDER, 'plan.json');
  const speed = { start: duration * 0.25, end: duration * 0.5, factor: 2 };
  writeFileSync(plan, JSON.stringify({ idle_cap: 2, speed_regions: [speed], cuts: [{ start: duration * 0.9, end: duration }] }));
  return leastCpu([COMMAND, 'apply', plan, path, '-o', join(BENCH_FOLDER, 'applied.cast')]);
}

/** @param {string} path */
const rewrite = (path) => leastCpu([REWRITE, path, join(BENCH_FOLDER, 'rewritten.cast')]);

/** Time of its last event, in seconds. @param {string} path */
function durationOf(path) {
  const text = readFileSync(path);
  return Number(JSON.parse(text.subarray(text.lastIndexOf('\n', -2)).toString())[0]);
}

/**
 * The whole process, from its start to its end; the quickest of several.
 *
 * @param {string[]} args
 * @returns {{ cpuMillis: number, peakMegabytes: number }}
 */
function leastCpu(args) {
  const runs = Array.from({ length: RUNS }, () => {
    const { status, output } = spawnSync(process.execPath, ['--import', PROBE, ...args], {
      stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
    });
    if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
    return JSON.parse(String(output[3]));
  });
  return runs.reduce((least, run) => (run.cpuMillis < least.cpuMillis ? run : least));
}
