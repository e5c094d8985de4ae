/** What is measured in a process of its own: core-job.ts, bundled as users run it. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { BENCH_FOLDER } from './data.mjs';

const CORE_JOB = join(BENCH_FOLDER, 'built', 'core-job.js');

/** A sample of the page's. */
export const AGENT_SESSION = fileURLToPath(new URL('../../public/samples/agent-session.cast.gz', import.meta.url));

export async function buildJobs() {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: join(BENCH_FOLDER, 'built'),
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rolldownOptions: { input: { 'core-job': fileURLToPath(new URL('core-job.ts', import.meta.url)) } },
    },
  });
}

/**
 * @param {'read' | 'export' | 'map' | 'screens' | 'analyze' | 'compare' | 'search' | 'seams' | 'redact'} job
 * @param {string} path
 * @param {string} [label]
 * @returns {Record<string, number>}
 */
export const coreJob = (job, path, label = '') =>
  JSON.parse(execFileSync(process.execPath, [CORE_JOB, job, path, label], { encoding: 'utf8' }));
