import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planFromJson } from './parse-plan.ts';
import { PlanError } from './plan-error.ts';

const schema = JSON.parse(readFileSync(new URL('../../../public/plan.schema.json', import.meta.url), 'utf8')) as Schema;

const page = readFileSync(new URL('../../../docs/plan-format.md', import.meta.url), 'utf8');

/** The words of JSON Schema (draft 2020-12) that the schema of plans uses. */
interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly prefixItems?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean;
  readonly required?: readonly string[];
  readonly dependentRequired?: Readonly<Record<string, readonly string[]>>;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** Words that say something to people only. */
const NOTES = ['$schema', 'title', 'description', 'default'];

/** Each answers whether a value is as its word says; a word that is not here would be passed over, so it is an error. */
const RULES: { readonly [word in keyof Required<Schema>]: (value: unknown, schema: Required<Schema>) => boolean } = {
  $defs: () => true,
  $ref: (value, { $ref }) => fits(value, schema.$defs?.[$ref.replace('#/$defs/', '')] as Schema),
  type: (value, { type }) => (type === 'integer' ? Number.isInteger(value) : typeOf(value) === type),
  const: (value, rule) => value === rule.const,
  enum: (value, rule) => rule.enum.includes(value),
  minimum: (value, { minimum }) => typeof value !== 'number' || value >= minimum,
  maximum: (value, { maximum }) => typeof value !== 'number' || value <= maximum,
  minLength: (value, { minLength }) => typeof value !== 'string' || value.length >= minLength,
  maxLength: (value, { maxLength }) => typeof value !== 'string' || value.length <= maxLength,
  pattern: (value, { pattern }) => typeof value !== 'string' || new RegExp(pattern, 'u').test(value),
  minItems: (value, { minItems }) => !Array.isArray(value) || value.length >= minItems,
  maxItems: (value, { maxItems }) => !Array.isArray(value) || value.length <= maxItems,
  prefixItems: (value, { prefixItems }) => !Array.isArray(value) || prefixItems.every((item, index) => fits(value[index], item)),
  items: (value, { items }) => !Array.isArray(value) || value.every((item) => fits(item, items)),
  properties: (value, { properties }) =>
    typeOf(value) !== 'object' || Object.entries(properties).every(([key, rule]) => !has(value, key) || fits(member(value, key), rule)),
  additionalProperties: (value, { properties }) =>
    typeOf(value) !== 'object' || Object.keys(value as object).every((key) => has(properties, key)),
  required: (value, { required }) => typeOf(value) !== 'object' || required.every((key) => has(value, key)),
  dependentRequired: (value, { dependentRequired }) =>
    Object.entries(dependentRequired).every(([key, others]) => !has(value, key) || others.every((other) => has(value, other))),
  anyOf: (value, { anyOf }) => anyOf.some((rule) => fits(value, rule)),
  oneOf: (value, { oneOf }) => oneOf.filter((rule) => fits(value, rule)).length === 1,
};

function fits(value: unknown, rule: Schema): boolean {
  const words = Object.keys(rule).filter((word) => !NOTES.includes(word)) as (keyof Schema)[];
  return words.every((word) => RULES[word](value, rule as Required<Schema>));
}

const typeOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);
const has = (value: unknown, key: string): boolean => typeOf(value) === 'object' && Object.hasOwn(value as object, key);
const member = (value: unknown, key: string): unknown => (value as Record<string, unknown>)[key];

function isRead(document: unknown): boolean {
  try {
    planFromJson(document);
    return true;
  } catch (error) {
    if (error instanceof PlanError) return false;
    throw error;
  }
}

const RECT = { row: 1, col: 1, rows: 2, cols: 20 };

describe('the published schema', () => {
  it('takes the examples of the format’s page, which can be read', () => {
    const examples = [...page.matchAll(/```json\n([^`]+)```/g)].map(([, text]) => JSON.parse(text as string) as unknown);
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) expect([fits(example, schema), isRead(example)]).toEqual([true, true]);
  });

  it.each([
    [{}],
    [{ version: 1, source: {}, idle_cap: null, speed_regions: [], cuts: [], holds: [], markers: [], title: '', redactions: [] }],
    [{ source: { name: 'a', sha256: 'b', duration: 1.5, events: 2 } }],
    [{ idle_cap: 0.0000005, holds: [{ at: 0, duration: 0.0000005 }] }],
    [{ speed_regions: [[0, 1, 0.01], { start: 1, end: 9e9, factor: 10_000 }] }],
    [{ cuts: [[0, 1], { start: 2, end: 3 }, { start: 4, end: 5, mode: 'jump' }, { start: 6, end: 7, mode: 'collapse' }] }],
    [{ markers: [{ time: 1, label: 'x'.repeat(10_000) }] }],
    [
      {
        redactions: [
          { pattern: 'a', ignore_case: true, start: 0, end: 1, with: '*' },
          { rect: RECT, with: '⣿' },
        ],
      },
    ],
  ])('takes what can be read: %j', (document) => {
    expect([fits(document, schema), isRead(document)]).toEqual([true, true]);
  });

  it.each([
    [[]],
    [null],
    [{ version: 2 }],
    [{ version: '1' }],
    [{ cut: [] }],
    [{ source: { events: 1.5 } }],
    [{ source: { size: 1 } }],
    [{ idle_cap: 0 }],
    [{ idle_cap: 0.0000004 }],
    [{ idle_cap: '2' }],
    [{ speed_regions: [[0, 1]] }],
    [{ speed_regions: [[0, 1, 2, 3]] }],
    [{ speed_regions: [{ start: 0, end: 1 }] }],
    [{ speed_regions: [{ start: 0, end: 1, factor: 10_001 }] }],
    [{ speed_regions: {} }],
    [{ cuts: [[0, 1, 2]] }],
    [{ cuts: [[-1, 1]] }],
    [{ cuts: [[0, 1e10]] }],
    [{ cuts: [{ start: 0, end: 1, mode: 'squash' }] }],
    [{ cuts: [3] }],
    [{ holds: [{ at: 1, duration: 0 }] }],
    [{ holds: [[1, 2]] }],
    [{ markers: [{ time: 1, label: 'x'.repeat(10_001) }] }],
    [{ markers: [{ time: 1 }] }],
    [{ title: null }],
    [{ redactions: [{}] }],
    [{ redactions: [{ pattern: 'a', rect: RECT }] }],
    [{ redactions: [{ pattern: '' }] }],
    [{ redactions: [{ pattern: 'x'.repeat(1001) }] }],
    [{ redactions: [{ rect: RECT, ignore_case: false }] }],
    [{ redactions: [{ rect: { ...RECT, row: 0 } }] }],
    [{ redactions: [{ rect: { ...RECT, extra: 1 } }] }],
  ])('refuses what cannot: %j', (document) => {
    expect([fits(document, schema), isRead(document)]).toEqual([false, false]);
  });

  it.each(['~', ' ', '¡', '¬', '®', '˿', '‐', '‧', '‰', '⁞', '←', '⋿', '─', '◼', '⠀'])('takes a mask that can be read: %j', (mask) => {
    const document = { redactions: [{ pattern: 'a', with: mask }] };
    expect([fits(document, schema), isRead(document)]).toEqual([true, true]);
  });

  it.each(['', '**', '\x1f', '\x7f', '\u00ad', '\u0300', '\u2028', '◽', '漢', '😀'])('refuses a mask that cannot: %j', (mask) => {
    const document = { redactions: [{ pattern: 'a', with: mask }] };
    expect([fits(document, schema), isRead(document)]).toEqual([false, false]);
  });
});
