import { describe, expect, it } from 'vitest';
import { hintsOf } from './line-hints.ts';
import { readTestResult } from './test-results.ts';

const read = (line: string) => readTestResult(line, hintsOf(line));

describe('a line says how tests ended', () => {
  it.each([
    ['12 passed in 0.3s', { passed: 12, failed: undefined, isFailing: false }],
    ['Tests: 3 failed, 20 passed', { passed: 20, failed: 3, isFailing: true }],
    ['25 passing (2s)', { passed: 25, failed: undefined, isFailing: false }],
    ['8 tests succeeded', { passed: 8, failed: undefined, isFailing: false }],
    ['ok (4 tests, 9 assertions)', { passed: 4, failed: undefined, isFailing: false }],
    ['# pass 31', { passed: 31, failed: undefined, isFailing: false }],
    ['passed: 6', { passed: 6, failed: undefined, isFailing: false }],
    ['Tests run, failures: 5', { passed: undefined, failed: 5, isFailing: true }],
    ['2 specs failing', { passed: undefined, failed: 2, isFailing: true }],
    ['ok 3', { passed: undefined, failed: undefined, isFailing: false }],
    ['not ok 3', { passed: undefined, failed: undefined, isFailing: true }],
    ['PASS src/a.test.ts', { passed: undefined, failed: undefined, isFailing: false }],
    ['FAIL src/a.test.ts', { passed: undefined, failed: undefined, isFailing: true }],
    ['All tests pass', { passed: undefined, failed: undefined, isFailing: false }],
    ['all 9 unit tests have passed', { passed: undefined, failed: undefined, isFailing: false }],
  ])('%s', (line, result) => {
    expect(read(line)).toEqual(result);
  });

  it.each(['the cache passed', 'line 42 of it', 'compiled 14 modules'])('%s: it does not', (line) => {
    expect(read(line)).toBeUndefined();
  });
});
