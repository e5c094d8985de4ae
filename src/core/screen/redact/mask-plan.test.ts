import { describe, expect, it } from 'vitest';
import { planFromJson } from '../../plan/parse-plan.ts';
import { maskedTextCount, maskPlanTexts } from './mask-plan.ts';

const redactions = [
  { pattern: 'sk-[A-Z]+', with: '*' },
  { pattern: 'pin [0-9]+', start: 1, end: 2 },
];

describe('the texts of a plan', () => {
  it('say nothing that its patterns name', () => {
    const plan = planFromJson({
      title: 'my sk-ABC',
      markers: [
        { time: 1, label: 'a' },
        { time: 2, label: 'pin 1234 and sk-É🙂 sk-ABC' },
      ],
      redactions,
    });
    const masked = maskPlanTexts(plan);
    expect(masked).toEqual({
      ...plan,
      title: 'my ******',
      markers: [plan.markers?.[0], { ...plan.markers?.[1], label: '████████ and sk-É🙂 ******' }],
    });
    expect(maskedTextCount(plan)).toBe(2);
    expect(maskPlanTexts(masked)).toBe(masked);
  });

  it('stay where there is nothing to mask', () => {
    const plan = planFromJson({ title: '', markers: [], redactions });
    expect(maskPlanTexts(plan)).toBe(plan);
    expect(maskedTextCount(plan)).toBe(0);
  });

  it('say nothing either that was masked in the recording', () => {
    const plan = planFromJson({ title: 'letmein, letmein', redactions: [{ rect: { row: 1, col: 1, rows: 1, cols: 7 }, with: '*' }] });
    const seen = plan.redactions.map((redaction) => ({ redaction, texts: ['letmein'], standings: [] }));
    expect(maskPlanTexts(plan, seen).title).toBe('*******, *******');
    expect(maskedTextCount(plan, seen)).toBe(1);
  });
});
