import { expect, it } from 'vitest';
import { changedLines } from './changed-lines.ts';

it('reads out the lines that stood nowhere before', () => {
  expect(changedLines(['$ make', 'ok'], ['ok', '  done', '$'])).toBe('2 new lines: done. $');
  expect(changedLines(['a'], ['a', '', 'b'])).toBe('1 new line: b');
  expect(changedLines(['a', 'b'], ['b'])).toBe('No new lines');
});

it('breaks off what nobody listens to', () => {
  expect(changedLines([], ['x'.repeat(1000)])).toBe(`1 new line: ${'x'.repeat(300)}…`);
});
