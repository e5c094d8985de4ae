import { describe, expect, it } from 'vitest';
import { isFailure } from './failures.ts';

describe('a line tells of a failure', () => {
  it.each([
    'error: file not found',
    'npm error code E404',
    'cc: fatal error: stdio.h',
    '(error) ERR unknown command',
    '   │ Failed   to   load 3 modules │',
    'failure in step 2',
    'panic: runtime error',
    'Exception in thread "main"',
    'Traceback (most recent call last):',
    'Segmentation fault (core dumped)',
    'zsh: command not found: foo',
    "thread 'main' panicked at src/main.rs:4",
    'ls: x: No such file or directory',
    'git@example.org: Permission denied (publickey).',
    'Access denied for user',
    'dial tcp: connection refused',
    'Cannot find module left-pad',
    'Could not resolve host',
    "the server couldn't start",
    'step 3: failed with status 4',
    'process exited with code 2',
    'an error[E0308]: mismatched types',
    'Found 3 errors in 2 files',
    '12 failed, 3 passed',
    'the build said FAILED',
    'TypeError: x is no function',
    'npm ERR! missing script',
    '✗ parses dates',
    '│ ❌ lint │',
  ])('%s', (line) => {
    expect(isFailure(line)).toBe(true);
  });
});

describe('a line tells of no failure', () => {
  it.each([
    '0 errors, 0 warnings',
    'done without errors',
    'no failures',
    'failed: 0',
    'errors = 0',
    'Better error handling and error messages',
    'if (error) throw error;',
    '2024-05-01 12:00:00 INFO error budget left: 3 errors',
    'the terror of the trailing comma',
    '完了しました',
  ])('%s', (line) => {
    expect(isFailure(line)).toBe(false);
  });
});
