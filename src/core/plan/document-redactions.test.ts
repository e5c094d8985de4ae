import { describe, expect, it } from 'vitest';
import { sourceTime } from '../cast/time.ts';
import { documentFromPlan, type EditDocument } from './document.ts';
import { addRedaction, changeRedaction, removeRedaction } from './document-redactions.ts';
import { EMPTY_PLAN, type Redaction } from './plan.ts';

const range = (start: number, end: number) => ({ start: sourceTime(start * 1e6), end: sourceTime(end * 1e6) });

describe('the redactions of a document', () => {
  const rect = (start: number, end: number, row: number): Redaction => ({
    ...range(start, end),
    what: { kind: 'rect', row, col: 1, rows: 1, cols: 1 },
    with: '*',
  });
  const draw = ({ redactions }: EditDocument) =>
    redactions.map(({ id, start, end, what }) => `${id}: ${start / 1e6}-${end / 1e6} row ${what.kind === 'rect' && what.row}`);

  it('are added in order, changed and removed by their ids', () => {
    const first = documentFromPlan({ ...EMPTY_PLAN, redactions: [rect(1, 3, 5), rect(4, 5, 6)] });
    const { document, id } = addRedaction(first, rect(1, 2, 7));
    expect(draw(document)).toEqual(['3: 1-2 row 7', '1: 1-3 row 5', '2: 4-5 row 6']);
    expect(id).toBe(3);
    expect(draw(changeRedaction(document, 3, range(4, 9)))).toEqual(['1: 1-3 row 5', '2: 4-5 row 6', '3: 4-9 row 7']);
    expect(changeRedaction(document, 9, range(4, 9))).toBe(document);
    expect(draw(removeRedaction(document, 1))).toEqual(['3: 1-2 row 7', '2: 4-5 row 6']);
  });
});
