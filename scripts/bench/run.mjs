/**
 * Prints what the program takes against its budgets; ends with 1 where one is exceeded.
 *
 *     npm run bench                everything
 *     npm run bench -- core        reading, applying and exporting in Node
 *     npm run bench -- analysis    what an analysis takes, and how far it agrees with viewers
 *     npm run bench -- page        the built page in Chromium
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { measureAnalysis } from './analysis.mjs';
import { measureCore } from './core.mjs';
import { makeData } from './data.mjs';
import { printFigures } from './figures.mjs';
import { buildJobs } from './jobs.mjs';
import { measurePage } from './page.mjs';

const asked = process.argv[2];
const root = fileURLToPath(new URL('../..', import.meta.url));

const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
  shell: process.platform === 'win32',
});
if (status !== 0) process.exit(1);

const data = makeData();
let isWithin = true;
if (asked !== 'page') await buildJobs();
if (asked === undefined || asked === 'core') isWithin = printFigures(`Node ${process.versions.node}`, measureCore(data)) && isWithin;
if (asked === undefined || asked === 'analysis') isWithin = printFigures('Analysis', measureAnalysis(data)) && isWithin;
if (asked === undefined || asked === 'page') isWithin = printFigures('The page in Chromium', await measurePage(data)) && isWithin;
process.exit(isWithin ? 0 : 1);
