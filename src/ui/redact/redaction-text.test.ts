import { expect, it } from 'vitest';
import { type Redaction, WHOLE_RECORDING } from '#core/plan/plan.ts';
import { BUILT_IN_PATTERNS } from '#core/screen/redact/built-in-patterns.ts';
import { isOwnPattern, redactionTitle } from './redaction-text.ts';

const redaction = (what: Redaction['what']): Redaction => ({ ...WHOLE_RECORDING, what, with: '█' });
const rect = (row: number, col: number, rows: number, cols: number) => redaction({ kind: 'rect', row, col, rows, cols });

it('says what a redaction masks', () => {
  expect(redactionTitle(rect(3, 5, 1, 8))).toBe('Row 3, columns 5–12');
  expect(redactionTitle(rect(3, 5, 2, 1))).toBe('Rows 3–4, column 5');
  for (const { label, what } of BUILT_IN_PATTERNS) {
    expect(redactionTitle(redaction(what))).toBe(label);
    expect(isOwnPattern(redaction(what))).toBe(false);
  }
  const own = redaction({ kind: 'pattern', pattern: 'ab+', ignoreCase: true });
  expect(redactionTitle(own)).toBe('ab+');
  expect(isOwnPattern(own)).toBe(true);
});
