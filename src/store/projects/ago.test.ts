import { expect, it } from 'vitest';
import { agoInWords } from './ago.ts';

it.each([
  [0, 'just now'],
  [59_999, 'just now'],
  [60_000, '1 minute ago'],
  [59 * 60_000, '59 minutes ago'],
  [3_600_000, '1 hour ago'],
  [86_399_999, '23 hours ago'],
  [86_400_000, 'yesterday'],
  [12.5 * 86_400_000, '12 days ago'],
  // The clock was set back since.
  [-5000, 'just now'],
])('%s ms is %s', (millis, words) => {
  expect(agoInWords(millis)).toBe(words);
});
