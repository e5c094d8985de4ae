import { describe, expect, it } from 'vitest';
import { parsePlan, planFromJson } from './parse-plan.ts';
import { EMPTY_PLAN, WHOLE_RECORDING } from './plan.ts';
import { PlanError } from './plan-error.ts';

const RECT = { row: 1, col: 1, rows: 1, cols: 1 };

function refusal(read: () => unknown): { path: string; message: string } {
  try {
    read();
  } catch (error) {
    if (error instanceof PlanError) return { path: error.path, message: error.message };
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('a plan is read', () => {
  it('from the example of plan-format §2', () => {
    const text = `{
      "version": 1,
      "source": { "name": "session.cast", "sha256": "…", "duration": 5087.0, "events": 12577 },
      "idle_cap": 2.0,
      "speed_regions": [ { "start": 50.0, "end": 1115.0, "factor": 250 } ],
      "cuts": [ { "start": 5083.15, "end": 5087.0, "mode": "drop" } ],
      "holds": [ { "at": 1304.0, "duration": 3.0 } ],
      "markers": [ { "time": 11.5, "label": "prompt" } ],
      "title": "Fine-tuning in 40 seconds",
      "redactions": [
        { "rect": { "row": 1, "col": 2, "rows": 3, "cols": 20 }, "start": 3.0, "end": 4.0 },
        { "pattern": "sk-[A-Za-z0-9]{20,}", "ignore_case": true, "with": "*" }
      ]
    }`;
    expect(parsePlan(text)).toEqual({
      source: { name: 'session.cast', sha256: '…', durationMicros: 5_087_000_000, events: 12_577 },
      idleCapMicros: 2_000_000,
      speedRegions: [{ start: 50_000_000, end: 1_115_000_000, factor: 250 }],
      cuts: [{ start: 5_083_150_000, end: 5_087_000_000, mode: 'drop' }],
      holds: [{ at: 1_304_000_000, durationMicros: 3_000_000 }],
      markers: [{ time: 11_500_000, label: 'prompt' }],
      title: 'Fine-tuning in 40 seconds',
      redactions: [
        { what: { kind: 'pattern', pattern: 'sk-[A-Za-z0-9]{20,}', ignoreCase: true }, ...WHOLE_RECORDING, with: '*' },
        { what: { kind: 'rect', row: 1, col: 2, rows: 3, cols: 20 }, start: 3_000_000, end: 4_000_000, with: '█' },
      ],
    });
  });

  it('from nothing at all, to a plan that says nothing', () => {
    expect(parsePlan('{}')).toEqual(EMPTY_PLAN);
    expect(parsePlan('\uFEFF{"version": 1}\r\n')).toEqual(EMPTY_PLAN);
  });

  it('in the short forms of cast-edit', () => {
    const plan = parsePlan('{"idle_cap": 2, "speed_regions": [[1, 2, 10], {"start": 3, "end": 4, "factor": 0.5}], "cuts": [[5, 6]]}');
    expect(plan.speedRegions).toEqual([
      { start: 1_000_000, end: 2_000_000, factor: 10 },
      { start: 3_000_000, end: 4_000_000, factor: 0.5 },
    ]);
    expect(plan.cuts).toEqual([{ start: 5_000_000, end: 6_000_000, mode: 'drop' }]);
  });

  it('with a cap of null apart from none', () => {
    expect(parsePlan('{"idle_cap": null}').idleCapMicros).toBeNull();
    expect(parsePlan('{}')).not.toHaveProperty('idleCapMicros');
  });

  it('with an empty list of markers apart from none', () => {
    expect(parsePlan('{"markers": []}').markers).toEqual([]);
    expect(parsePlan('{}')).not.toHaveProperty('markers');
  });

  it('with times rounded half up to the microsecond', () => {
    const [cut] = parsePlan('{"cuts": [[0.0000014, 0.0000025]]}').cuts;
    expect([cut?.start, cut?.end]).toEqual([1, 3]);
  });

  it('with everything in order', () => {
    const plan = planFromJson({
      speed_regions: [
        [4, 5, 2],
        [1, 2, 3],
      ],
      cuts: [
        [7, 8],
        [5, 6],
      ],
      holds: [
        { at: 2, duration: 1 },
        { at: 1, duration: 2 },
      ],
      markers: [
        { time: 3, label: 'c' },
        { time: 1, label: 'a' },
        { time: 3, label: 'b' },
      ],
    });
    expect(plan.speedRegions.map(({ factor }) => factor)).toEqual([3, 2]);
    expect(plan.cuts.map(({ start }) => start)).toEqual([5_000_000, 7_000_000]);
    expect(plan.holds.map(({ durationMicros }) => durationMicros)).toEqual([2_000_000, 1_000_000]);
    expect(plan.markers?.map(({ label }) => label).join('')).toBe('acb');
  });

  it.each([
    [
      'overlapping',
      [
        [1, 4],
        [3, 6],
      ],
      [[1, 6]],
    ],
    [
      'one within another',
      [
        [1, 9],
        [3, 6],
      ],
      [[1, 9]],
    ],
    [
      'a chain',
      [
        [5, 8],
        [1, 3],
        [2, 6],
      ],
      [[1, 8]],
    ],
    [
      'touching, which is not overlapping',
      [
        [1, 3],
        [3, 6],
      ],
      [
        [1, 3],
        [3, 6],
      ],
    ],
  ])('with cuts of one mode made one: %s', (_, given, merged) => {
    const { cuts } = planFromJson({ cuts: given });
    expect(cuts.map(({ start, end }) => [start / 1e6, end / 1e6])).toEqual(merged);
  });
});

it('a plan that is nested without end is refused, and not a fault of the program', () => {
  for (const depth of [5000, 5_000_000]) {
    const nested = '['.repeat(depth) + ']'.repeat(depth);
    expect(() => parsePlan(`{"title":${nested}}`)).toThrow(PlanError);
  }
});

it('times are rounded from their digits, as those of recordings are', () => {
  expect(planFromJson({ holds: [{ at: 8.2061105, duration: 0.0000005 }] }).holds).toEqual([{ at: 8_206_111, durationMicros: 1 }]);
});

it('ten thousand cuts within each other are one', () => {
  const cuts = Array.from({ length: 10_000 }, (_, index) => [index, 100_000 - index]);
  expect(planFromJson({ cuts }).cuts).toEqual([{ start: 0, end: 100_000e6, mode: 'drop' }]);
});

describe('a plan is refused', () => {
  it.each([
    ['', 'line 1, column 1'],
    ['{"cuts": [\n  {"start": 1, "end": 2}\n  {"start": 3, "end": 4}\n]}', 'line 3, column 3'],
  ])('that is not JSON, saying where: %j', (text, place) => {
    expect(refusal(() => parsePlan(text)).message).toBe(`not JSON: the error is at ${place}`);
  });

  it('of a higher version, naming both', () => {
    const { path, message } = refusal(() => planFromJson({ version: 2, teleports: [] }));
    expect(path).toBe('version');
    expect(message).toMatch(/version 2\b.*\b1\b/);
  });

  it.each([
    [[], 'must be an object, is a list'],
    [null, 'must be an object, is null'],
    ['plan', 'must be an object, is "plan"'],
    [{ version: 0 }, 'version: must be 1, is 0'],
    [{ idle_cap: 0 }, 'idle_cap: must be at least a microsecond, is 0'],
    [{ idle_cap: '2' }, 'idle_cap: must be a number, is "2"'],
    [{ cuts: {} }, 'cuts: must be a list, is an object'],
    [{ cuts: [[1, 2], 3] }, 'cuts[1]: must be an object, is 3'],
    [{ cuts: [[1]] }, 'cuts[0][1]: must be a number, is undefined'],
    [{ cuts: [[1, 2, 3]] }, 'cuts[0][2]: must be [start, end], is 3'],
    [{ cuts: [{ start: 1 }] }, 'cuts[0].end: is missing'],
    [{ cuts: [{ start: -1, end: 2 }] }, 'cuts[0].start: must not be negative, is -1'],
    [{ cuts: [{ start: 1, end: 1e300 }] }, 'cuts[0].end: must be at most 9007199254.740992, is 1e+300'],
    [{ cuts: [{ start: 1, end: Number.POSITIVE_INFINITY }] }, 'cuts[0].end: must be finite, is Infinity'],
    [{ cuts: [{ start: Number.NaN, end: 1 }] }, 'cuts[0].start: must be a number, is NaN'],
    [{ cuts: [{ start: 2, end: 2 }] }, 'cuts[0].end: must be after the start 2, is 2'],
    [
      {
        cuts: [
          [3, 4],
          [2, 1],
        ],
      },
      'cuts[1].end: must be after the start 2, is 1',
    ],
    [{ cuts: [[1, 1.0000001]] }, 'cuts[0].end: must be after the start 1, is 1'],
    [{ cuts: [{ start: 1, end: 2, mode: 'squash' }] }, 'cuts[0].mode: must be one of "drop", "collapse", "jump", is "squash"'],
    [
      {
        speed_regions: [
          [1, 2, 1],
          [2, 3, 1],
          [3, 4, 0],
        ],
      },
      'speed_regions[2][2]: must be from 0.01 to 10000, is 0',
    ],
    [{ speed_regions: [{ start: 1, end: 2, factor: 10_001 }] }, 'speed_regions[0].factor: must be from 0.01 to 10000, is 10001'],
    [{ speed_regions: [{ start: 1, end: 2 }] }, 'speed_regions[0].factor: is missing'],
    [{ holds: [{ at: 1, duration: 0 }] }, 'holds[0].duration: must be at least a microsecond, is 0'],
    [{ holds: [{ at: 1, duration: -1 }] }, 'holds[0].duration: must not be negative, is -1'],
    [{ holds: [[1, 2]] }, 'holds[0]: must be an object, is a list'],
    [{ markers: [{ time: 1, label: 5 }] }, 'markers[0].label: must be a text, is 5'],
    [{ title: null }, 'title: must be a text, is null'],
    [{ source: { events: 1.5 } }, 'source.events: must be a whole number, is 1.5'],
  ])('for %j', (document, message) => {
    expect(refusal(() => planFromJson(document)).message).toBe(message);
  });

  it('for two speed regions that overlap, naming both as they stand in the document', () => {
    const { message } = refusal(() =>
      planFromJson({
        speed_regions: [
          [5, 9, 2],
          [20, 30, 2],
          [1, 6, 3],
        ],
      }),
    );
    expect(message).toBe('speed_regions[0]: 5…9 overlaps speed_regions[2], 1…6');
  });

  it('for overlapping speed regions of the same factor too', () => {
    expect(
      refusal(() =>
        planFromJson({
          speed_regions: [
            [1, 5, 2],
            [4, 6, 2],
          ],
        }),
      ).path,
    ).toBe('speed_regions[1]');
  });

  it('not for speed regions that touch', () => {
    expect(
      planFromJson({
        speed_regions: [
          [1, 5, 2],
          [5, 6, 3],
        ],
      }).speedRegions,
    ).toHaveLength(2);
  });

  it('for overlapping cuts of different modes, also where another one lies between them', () => {
    const cuts = [
      { start: 1, end: 10 },
      { start: 2, end: 3 },
      { start: 4, end: 5, mode: 'collapse' },
    ];
    expect(refusal(() => planFromJson({ cuts })).message).toBe('cuts[2]: 4…5 overlaps cuts[0], 1…10');
  });

  it.each([
    [{ speed_region: [] }, 'speed_region: unknown key, the nearest known one is speed_regions'],
    [{ cut: [] }, 'cut: unknown key, the nearest known one is cuts'],
    [{ cuts: [{ strat: 1, end: 2 }] }, 'cuts[0].strat: unknown key, the nearest known one is start'],
    [{ markers: [{ time: 1, labels: '' }] }, 'markers[0].labels: unknown key, the nearest known one is label'],
    [{ source: { hash: '' } }, 'source.hash: unknown key, the nearest known one is name'],
    [{ 'idle cap': 2 }, '["idle cap"]: unknown key, the nearest known one is idle_cap'],
    [{ constructor: 1 }, 'constructor: unknown key, the nearest known one is source'],
    [JSON.parse('{"__proto__": 1}'), '__proto__: unknown key, the nearest known one is version'],
  ])('for an unknown key: %j', (document, message) => {
    expect(refusal(() => planFromJson(document)).message).toBe(message);
  });

  it.each([
    [{ redactions: {} }, 'redactions: must be a list, is an object'],
    [{ redactions: ['secret'] }, 'redactions[0]: must be an object, is "secret"'],
    [{ redactions: [{}] }, 'redactions[0]: must have a pattern or a rect'],
    [{ redactions: [{ pattern: 'a', rect: RECT }] }, 'redactions[0]: has a pattern and a rect, of which it must have one'],
    [{ redactions: [{ pattern: 'x'.repeat(1001) }] }, 'redactions[0].pattern: must have at most 1000 characters, is '],
    [{ redactions: [{ pattern: 'a*' }] }, 'redactions[0].pattern: must not match the empty text, is "a*"'],
    [{ redactions: [{ pattern: '' }] }, 'redactions[0].pattern: must not match the empty text, is ""'],
    [{ redactions: [{ rect: RECT, ignore_case: true }] }, 'redactions[0].ignore_case: goes with a pattern only'],
    [{ redactions: [{ pattern: 'a', ignore_case: 1 }] }, 'redactions[0].ignore_case: must be true or false, is 1'],
    [{ redactions: [{ rect: { ...RECT, row: 0 } }] }, 'redactions[0].rect.row: must be from 1 to 10000, is 0'],
    [{ redactions: [{ rect: { ...RECT, cols: 10_001 } }] }, 'redactions[0].rect.cols: must be from 1 to 10000, is 10001'],
    [{ redactions: [{ rect: { ...RECT, col: 1.5 } }] }, 'redactions[0].rect.col: must be a whole number, is 1.5'],
    [{ redactions: [{ rect: { row: 1, col: 1, rows: 1 } }] }, 'redactions[0].rect.cols: is missing'],
    [{ redactions: [{ rect: RECT, start: 4, end: 4 }] }, 'redactions[0].end: must be after the start 4, is 4'],
    [{ redactions: [{ patern: 'a' }] }, 'redactions[0].patern: unknown key, the nearest known one is pattern'],
    [{ redactions: [{ rect: { ...RECT, colls: 1 } }] }, 'redactions[0].rect.colls: unknown key, the nearest known one is cols'],
  ])('for a redaction that says nothing one could do: %j', (document, message) => {
    expect(refusal(() => planFromJson(document)).message).toContain(message);
  });

  it('for a pattern that is no regular expression, naming the fault', () => {
    const { path, message } = refusal(() => planFromJson({ redactions: [{ pattern: 'a' }, { pattern: 'a(' }] }));
    expect(path).toBe('redactions[1].pattern');
    expect(message).toMatch(/^redactions\[1\]\.pattern: must be a regular expression \(.+\), is "a\("$/);
    // Only with the flag `u` is this a fault.
    expect(refusal(() => planFromJson({ redactions: [{ pattern: '\\-' }] })).path).toBe('redactions[0].pattern');
  });

  it.each(['', '**', '\n', '\u00ad', '\u0301', '漢', '😀', '\u200b', '◽'])('for a mask that does not take one column: %j', (mask) => {
    expect(refusal(() => planFromJson({ redactions: [{ pattern: 'a', with: mask }] })).path).toBe('redactions[0].with');
  });

  it.each(['*', ' ', 'x', '█', '•', '░', '·', '⣿', '→'])('not for a mask that does: %j', (mask) => {
    expect(planFromJson({ redactions: [{ pattern: 'a', with: mask }] }).redactions[0]?.with).toBe(mask);
  });

  it('with only the beginning of a long value', () => {
    expect(refusal(() => planFromJson({ cuts: 'x'.repeat(1000) })).message.length).toBeLessThan(120);
  });
});
