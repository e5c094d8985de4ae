import { Hint } from './line-hints.ts';

/** What a runner of tests says in a line; undefined where it gives no number. */
export interface TestResult {
  readonly passed: number | undefined;
  readonly failed: number | undefined;
  readonly isFailing: boolean;
}

const TESTS = '(?:tests?|specs?|checks?|suites?|examples?|assertions?)';
const PASSED = new RegExp(`\\b(\\d+) (?:${TESTS} )?(?:passed|passing|succeeded)\\b|^ok \\((\\d+) tests?|\\bpass(?:ed)?:? (\\d+)`, 'iu');
const FAILED = new RegExp(`\\b(\\d+) (?:${TESTS} )?(?:failed|failing|failures?)\\b|\\bfail(?:ed|ures?)?:? (\\d+)`, 'iu');
const ALL_PASSED = new RegExp(`\\ball (?:\\d+ )?(?:\\w+ )?${TESTS} (?:have )?pass`, 'iu');
const MENTIONS_TESTS = new RegExp(TESTS, 'iu');

/** As TAP, Go and Jest put it. */
const VERDICT = /^(?:(ok (?:\d+|\S+ [\d.]+s)|PASS:?)|(not ok \d+|FAIL:?))(?:\s|$)/u;

/** What a line, as one would say it, says of how tests ended; undefined where it does not. `hints` are those of the line. */
export function readTestResult(line: string, hints: number): TestResult | undefined {
  if ((hints & Hint.tests) === 0) return undefined;
  const passed = (hints & Hint.passedCount) === 0 ? undefined : countIn(PASSED, line);
  const failed = (hints & Hint.failedCount) === 0 || (hints & Hint.failed) === 0 ? undefined : countIn(FAILED, line);
  if (passed !== undefined || (failed && MENTIONS_TESTS.test(line))) return { passed, failed, isFailing: (failed ?? 0) > 0 };
  const verdict = VERDICT.exec(line);
  if (verdict) return { passed, failed, isFailing: verdict[2] !== undefined };
  return (hints & Hint.allPassed) !== 0 && ALL_PASSED.test(line) ? { passed, failed, isFailing: false } : undefined;
}

function countIn(pattern: RegExp, line: string): number | undefined {
  const groups = pattern.exec(line)?.slice(1);
  const count = groups?.find((group) => group !== undefined);
  return count === undefined ? undefined : Number(count);
}
