import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryPlan, arbitraryRedactions } from '#testing/arbitrary-plans.ts';
import { documentFromPlan } from './document.ts';
import { DEFAULT_EDITS } from './edit-settings.ts';
import { parsePlan, planFromJson } from './parse-plan.ts';
import { CUT_MODES } from './plan.ts';
import { serializePlan } from './serialize-plan.ts';

describe('serializePlan', () => {
  it('writes a region a line, keys in the order of plan-format §2', () => {
    const plan = planFromJson({
      redactions: [
        { with: '*', end: 4, rect: { cols: 20, rows: 3, col: 2, row: 1 } },
        { ignore_case: true, pattern: 'sk-"\\w+' },
        { start: 1, pattern: 'a', ignore_case: false },
      ],
      title: 'Fine-tuning in 40 seconds',
      markers: [{ time: 11.5, label: 'prompt "▸"' }],
      holds: [{ at: 1304, duration: 3 }],
      cuts: [[1, 2.5], { start: 5083.15, end: 5087, mode: 'collapse' }],
      speed_regions: [[50, 1115, 250]],
      idle_cap: 2.000001,
      source: { events: 12577, duration: 5087, name: 'session.cast' },
    });
    expect(serializePlan(plan)).toBe(`{
  "version": 1,
  "source": { "name": "session.cast", "duration": 5087, "events": 12577 },
  "idle_cap": 2.000001,
  "speed_regions": [
    { "start": 50, "end": 1115, "factor": 250 }
  ],
  "cuts": [
    { "start": 1, "end": 2.5, "mode": "drop" },
    { "start": 5083.15, "end": 5087, "mode": "collapse" }
  ],
  "holds": [
    { "at": 1304, "duration": 3 }
  ],
  "markers": [
    { "time": 11.5, "label": "prompt \\"▸\\"" }
  ],
  "title": "Fine-tuning in 40 seconds",
  "redactions": [
    { "rect": { "row": 1, "col": 2, "rows": 3, "cols": 20 }, "end": 4, "with": "*" },
    { "pattern": "sk-\\"\\\\w+", "ignore_case": true },
    { "pattern": "a", "start": 1 }
  ]
}
`);
  });

  it('writes of a document what is of a plan: not whose edits they are, nor what for', () => {
    const plan = planFromJson({ cuts: [[1, 2]], speed_regions: [[3, 4, 2]], holds: [{ at: 5, duration: 1 }] });
    const { cuts, speedRegions, holds, ...document } = documentFromPlan(plan);
    const made = <Edit extends object>(edit: Edit) => ({ ...edit, by: 'fit' as const, reason: 'between moments' });
    const fitted = {
      ...document,
      cuts: cuts.map(made),
      speedRegions: speedRegions.map(made),
      holds: holds.map(made),
      targetMicros: 4e6,
      putAside: { cuts, speedRegions },
      editSettings: { ...DEFAULT_EDITS, maxFactor: 8 },
    };
    expect(serializePlan(fitted)).toBe(serializePlan(plan));
  });

  it('leaves out what is empty, but not what says something', () => {
    expect(serializePlan(planFromJson({}))).toBe('{\n  "version": 1\n}\n');
    expect(serializePlan(planFromJson({ idle_cap: null, markers: [], title: '', source: {} }))).toBe(
      '{\n  "version": 1,\n  "source": {},\n  "idle_cap": null,\n  "markers": [],\n  "title": ""\n}\n',
    );
  });

  it('writes what parsePlan reads back', () => {
    const tenYears = 10 * 365 * 86_400 * 1e6;
    const source = fc.record(
      { name: fc.string(), sha256: fc.string(), durationMicros: fc.nat(1e12), events: fc.nat() },
      { requiredKeys: [] },
    );
    const plans = arbitraryPlan({ lastMicros: tenYears, modes: CUT_MODES });
    fc.assert(
      fc.property(plans, fc.option(source), arbitraryRedactions(tenYears), (plan, planSource, redactions) => {
        const whole = { ...plan, redactions, ...(planSource !== null && { source: planSource }) };
        expect(parsePlan(serializePlan(whole))).toEqual(whole);
      }),
    );
  });

  it('writes the same whatever order the regions came in', () => {
    fc.assert(
      fc.property(arbitraryPlan({ lastMicros: 1e9 }), fc.nat(), (plan, seed) => {
        const document = JSON.parse(serializePlan(plan));
        for (const key of ['speed_regions', 'cuts']) if (key in document) document[key] = shuffled(document[key], seed);
        expect(serializePlan(planFromJson(document))).toBe(serializePlan(plan));
      }),
    );
  });
});

const shuffled = <T>(items: readonly T[], seed: number): T[] =>
  items
    .map((item, index) => ({ item, key: (index * 7919 + seed) % 13 }))
    .sort((one, other) => one.key - other.key)
    .map(({ item }) => item);
