/**
 * Prints the line that says how the tests went, from the reports of Vitest and Playwright, and ends with 1 unless all is well.
 *
 *     node scripts/test-summary.mjs REPORTS-FOLDER [FAILED-STAGE…]
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder = '', ...failedStages] = process.argv.slice(2);

const unit = report('unit.json');
const browser = report('browser.json');
/** What is counted below; a stage that failed without a failed test in its report counts as one. */
const TESTED_STAGES = [
  { stage: 'Unit tests', passed: unit?.numPassedTests ?? 0, failed: unit?.numFailedTests ?? 0, ran: unit !== undefined },
  {
    stage: 'Journeys in the browser',
    passed: browser?.stats.expected ?? 0,
    failed: (browser?.stats.unexpected ?? 0) + (browser?.stats.flaky ?? 0),
    ran: browser !== undefined,
  },
];

let passed = 0;
let failed = 0;
for (const tests of TESTED_STAGES) {
  console.log(tests.ran ? `${tests.stage}: ${tests.passed} passed, ${tests.failed} failed` : `${tests.stage}: not run`);
  passed += tests.passed;
  failed += tests.failed;
}
for (const stage of failedStages) {
  console.log(`Failed: ${stage}`);
  if (!TESTED_STAGES.some((tests) => tests.stage === stage && tests.failed > 0)) failed++;
}
const isComplete = TESTED_STAGES.every(({ passed, failed }) => passed + failed > 0);
if (!isComplete && failed === 0) failed = 1;
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

/** @param {string} name */
function report(name) {
  const path = join(folder, name);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}
