import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Analysis, DEFAULT_ANALYSIS } from '#core/analyze/analysis.ts';
import { analyze } from '#core/analyze/analyze.ts';
import { readCast } from '#core/cast/reader.ts';
import { parsePlan } from '#core/plan/parse-plan.ts';
import { planWarnings } from '#core/plan/plan-warnings.ts';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { seenRecording } from '#testing/seen-recording.ts';
import { analysisJson } from './analysis-json.ts';

const page = readFileSync(new URL('../../docs/analysis.md', import.meta.url), 'utf8');
const example = /```json\n(.+?)```/s.exec(page)?.[1] ?? '';

const spaced = (text: string): string => text.replaceAll(' ', '␣');

const typed = (text: string, start: number): string =>
  [...spaced(text), String.raw`\r\n`].map((key, index) => `${key}@${(start + index / 8).toFixed(3)}`).join(' ');

/** A spinner that turns for half a minute. */
const SPINNER = Array.from({ length: 300 }, (_, tick) => String.raw`\r${'⠋⠙⠹⠸'[tick % 4]}␣running␣tests@${(2 + tick / 10).toFixed(1)}`);

const FILES = ['codes', 'events', 'header', 'index', 'lines', 'marks', 'times'].map((name) => String.raw`✓ ${name}.test.ts\r\n`);
const RESULT = String.raw`${spaced(FILES.join(''))}FAIL␣parser.test.ts\r\n2␣failed,␣40␣passed\r\n$␣@32`;

/** What the page tells of: tests are run at a shell, and fail. */
const TEXT = castV2(['$␣@0.5', typed('npm test', 0.75), ...SPINNER, String.raw`\r\u001b[K${RESULT}`, typed('exit', 39.5)].join(' '));
const RECORDING = readCast(bytesOf(TEXT));
const ANALYSIS = analyze(seenRecording(RECORDING), DEFAULT_ANALYSIS);
const SOURCE = { name: 'session.cast', sha256: createHash('sha256').update(TEXT).digest('hex'), events: RECORDING.events.length };

const document = (): Record<string, unknown> => JSON.parse(example) as Record<string, unknown>;

describe('the JSON document of an analysis', () => {
  it('is the example of its page', () => {
    expect(analysisJson(SOURCE, RECORDING, ANALYSIS)).toBe(example);
  });

  it('has its keys explained on the page, each in the table of its object, and no others', () => {
    const { spans, typing_runs, moments, settings } = document();
    const itemKeys = (list: unknown) => [...new Set((list as object[]).flatMap(Object.keys))];
    expect(explained('## The document')).toEqual(Object.keys(document()));
    expect(explained('### `settings`')).toEqual(Object.keys(settings as object));
    expect(explained('### An item of `spans`')).toEqual(itemKeys(spans));
    expect(explained('### An item of `typing_runs`')).toEqual(itemKeys(typing_runs));
    expect(explained('### An item of `moments`')).toEqual(itemKeys(moments));
  });

  it('has a source that a plan takes', () => {
    const plan = parsePlan(JSON.stringify({ source: document().source }));
    expect(planWarnings(plan, RECORDING)).toEqual([]);
  });

  it('is JSON in which hostile text stays text, on lines of its own', () => {
    const text = '"},\n\u001b[2J\ud800\u2028\u2029\u202e\u2066\u{e0041}\\';
    const hostile: Analysis = { ...ANALYSIS, typingRuns: ANALYSIS.typingRuns.map((run) => ({ ...run, text })) };
    const json = analysisJson({ name: text, events: 1 }, RECORDING, hostile);
    expect(json.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(json.split('\n')).toHaveLength(example.split('\n').length);
    expect(JSON.parse(json)).toMatchObject({ source: { name: text }, typing_runs: ANALYSIS.typingRuns.map(() => ({ text })) });
  });

  it('says of an empty recording that there is nothing', () => {
    const nothing: Analysis = { ...ANALYSIS, spans: [], typingRuns: [], idleGaps: [], moments: [], flashes: { times: new Float64Array() } };
    expect(JSON.parse(analysisJson({ events: 0 }, readCast(bytesOf(castV2(''))), nothing))).toMatchObject({
      source: { duration: 0, events: 0 },
      totals: { waiting: 0, typing: 0, scrolling: 0, reading: 0 },
      waiting_totals: {},
      spans: [],
      moments: [],
    });
  });
});

/** The keys in the first column of the table below a heading. */
function explained(heading: string): string[] {
  const [table = ''] = page.slice(page.indexOf(`${heading}\n`) + heading.length).split(/^#/m);
  return [...table.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell = '']) => [...cell.matchAll(/`(\w+)`/g)].map(([, key = '']) => key));
}
