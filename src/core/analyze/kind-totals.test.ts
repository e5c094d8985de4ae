import { expect, it } from 'vitest';
import { sourceTime } from '../cast/time.ts';
import type { SpanKind } from './analysis.ts';
import { kindTotals } from './kind-totals.ts';

const span = (kind: SpanKind, from: number, to: number) => ({ kind, start: sourceTime(from), end: sourceTime(to) });

it('adds up what there is of each kind, and names those that there are none of', () => {
  expect(kindTotals([span('typing', 0, 3), span('waiting', 3, 63), span('reading', 63, 65), span('waiting', 65, 70)])).toEqual([
    ['waiting', 65],
    ['typing', 3],
    ['scrolling', 0],
    ['reading', 2],
  ]);
});
