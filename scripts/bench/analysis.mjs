/** What an analysis takes, and how far it agrees with viewers. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BENCH_FOLDER } from './data.mjs';
import { AGENT_SESSION, coreJob } from './jobs.mjs';

/** Beside the project: labelled recordings, and a generator of recordings whose parts are known. */
const SHARED = fileURLToPath(new URL('../../../shared', import.meta.url));
const GENERATED = 'agent-85min';

/** Those with agents that wait under a spinner, among the labelled ones. */
const AGENTS = ['v2-allende-003.cast', 'v2-pocketcast-chat.cast', 'v2-claudechic-foo.cast', 'v3-nyx-claude.cast'];

/** @typedef {import('./figures.mjs').Figure} Figure */

/**
 * @param {import('./data.mjs').Data} data
 * @returns {Figure[]}
 */
export function measureAnalysis(data) {
  const sample = coreJob('analyze', AGENT_SESSION);
  const long = coreJob('analyze', data.half);
  return [
    { what: 'Analysis of 85 minutes', value: sample.millis ?? 0, unit: 'ms', budget: 200 },
    { what: 'Analysis of 85 minutes, the first time', value: sample.coldMillis ?? 0, unit: 'ms' },
    { what: `Analysis of 50 MB, ${long.events} events`, value: long.millis ?? 0, unit: 'ms', budget: 1500 },
    { what: `Analysis of 50 MB, ${long.events} events, the first time`, value: long.coldMillis ?? 0, unit: 'ms' },
    ...reclaimed('sample', AGENT_SESSION, sample),
    ...generatedFigures(),
    ...labelledFigures(),
  ];
}

/** @returns {Figure[]} */
function generatedFigures() {
  const generator = join(SHARED, 'tools', 'make_synth.py');
  if (!existsSync(generator)) return [];
  const path = join(BENCH_FOLDER, `${GENERATED}.cast`);
  if (!existsSync(path)) execFileSync('python3', [generator, '--out', BENCH_FOLDER, GENERATED], { stdio: 'ignore' });
  return [...agreement(GENERATED, coreJob('compare', path), ['waiting', 'typing', 'news'], 0.95), ...reclaimed(GENERATED, path)];
}

/** @returns {Figure[]} */
function labelledFigures() {
  const folder = join(SHARED, 'casts');
  if (!existsSync(folder)) return [];
  /** @type {Record<string, number>} */
  const sums = {};
  for (const name of readdirSync(folder)) {
    if (!name.endsWith('.cast')) continue;
    for (const [part, seconds] of Object.entries(coreJob('compare', join(folder, name), name))) sums[part] = (sums[part] ?? 0) + seconds;
  }
  const kinds = ['waiting', 'typing', 'scrolling', 'reading', 'news'];
  return [...agreement('labelled', sums, kinds), ...AGENTS.flatMap((name) => reclaimed(name, join(folder, name)))];
}

/**
 * @param {string} name
 * @param {Record<string, number>} seconds
 * @param {string[]} kinds
 * @param {number} [waitingBudget]
 * @returns {Figure[]}
 */
function agreement(name, seconds, kinds, waitingBudget = 0.85) {
  return kinds.flatMap((kind) => {
    const right = seconds[`${kind} right`] ?? 0;
    const limits = kind === 'waiting' ? /** @type {const} */ ({ budget: waitingBudget, bound: 'at least' }) : {};
    return [
      { what: `${name}: precision of ${kind}`, value: right / (seconds[`${kind} told`] || 1), unit: '', ...limits },
      { what: `${name}: recall of ${kind}`, value: right / (seconds[`${kind} labelled`] || 1), unit: '', ...limits },
    ];
  });
}

/**
 * @param {string} name
 * @param {string} path
 * @returns {Figure[]}
 */
function reclaimed(name, path, { idleCapMicros = 0, waitingMicros = 0, tickingMicros = 0 } = coreJob('analyze', path)) {
  return [
    { what: `${name}: waits in which something ticks`, value: tickingMicros / 1e6, unit: 's' },
    { what: `${name}: reclaimed by ignoring waiting`, value: waitingMicros / 1e6, unit: 's' },
    { what: `${name}: reclaimed by an idle cap of 0.5 s`, value: idleCapMicros / 1e6, unit: 's' },
  ];
}
