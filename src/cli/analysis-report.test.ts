import { describe, expect, it } from 'vitest';
import { type Analysis, DEFAULT_ANALYSIS, type Moment, type Span, type WaitingKind } from '#core/analyze/analysis.ts';
import { readCast } from '#core/cast/reader.ts';
import { sourceTime } from '#core/cast/time.ts';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { analysisReport } from './analysis-report.ts';

const span = (start: number, end: number) => ({ start: sourceTime(start * 1e6), end: sourceTime(end * 1e6) });

const NOTHING: Analysis = {
  spans: [],
  typingRuns: [],
  idleGaps: [],
  moments: [],
  flashes: { times: new Float64Array() },
  settings: DEFAULT_ANALYSIS,
  isComplete: true,
};

const moment = (time: number, score: number, more: Partial<Moment> = {}): Moment => ({
  ...span(time - 0.5, time),
  time: sourceTime(time * 1e6),
  goneAt: sourceTime((time + 5) * 1e6),
  kind: 'output',
  score,
  isKept: false,
  readingMicros: 1_200_000,
  text: `text at ${time}`,
  reason: 'output',
  ...more,
});

const wait = (start: number, end: number, waiting: WaitingKind): Span => ({ ...span(start, end), kind: 'waiting', waiting });

const recordingOf = (events: string) => readCast(bytesOf(castV2(events)));

const RECORDING = recordingOf('a@0.5 b@2 c@32 d@33 e@4000');

const report = (analysis: Partial<Analysis>): string[] => analysisReport('in.cast', RECORDING, { ...NOTHING, ...analysis });

const lineWith = (start: string, lines: readonly string[]): string | undefined => lines.find((line) => line.startsWith(start));

describe('the report of an analysis', () => {
  it('begins with the recording', () => {
    expect(report({})[0]).toBe('in.cast: asciicast v2, 80x24, 5 events, 4000.0 s (1:06:40)');
  });

  it('says how much there is of each kind, and what would be saved', () => {
    const spans: Span[] = [
      { ...span(0, 1000), kind: 'waiting', waiting: 'silence' },
      { ...span(1000, 1400), kind: 'typing' },
      { ...span(1400, 3000), kind: 'waiting', waiting: 'spinner' },
      { ...span(3000, 4000), kind: 'reading' },
    ];
    const lines = report({ spans });
    expect(lines[2]).toBe('waiting 2600 (65%): spinner 1600, silence 1000; typing 400 (10%); reading 1000 (25%)');
    // The pauses: 0.5, 1.5, 30, 1 and 3967 s.
    expect(lines[3]).toBe('would save: 3998 by an idle cap of 0.5, 3993 by an idle cap of 2, 2598 by cutting each wait to 1');
  });

  it('names the longest waits in the order of time, rounded inwards so that a cut may take them as they are', () => {
    const waits = [3, 9.97, 1, 7, 8, 2, 5, 4].map((length, index) => wait(index * 100 + 0.04, index * 100 + length, 'spinner'));
    expect(lineWith('longest waits', report({ spans: waits }))).toBe(
      'longest waits (5 of 8): 100.1-109.9 spinner, 300.1-307.0 spinner, 400.1-408.0 spinner, 600.1-605.0 spinner, 700.1-704.0 spinner',
    );
  });

  it('takes waits that touch for one, and names what most of it goes to', () => {
    const spans = [wait(0, 9, 'silence'), wait(9, 29, 'spinner'), wait(29, 41, 'silence'), wait(50, 60, 'progress')];
    expect(lineWith('longest waits', report({ spans }))).toBe('longest waits: 0.0-41.0 silence, 50.0-60.0 progress');
  });

  it('says how many pauses there are from the threshold on, and which is the longest', () => {
    expect(lineWith('pauses', report({ idleGaps: [span(2, 32), span(33, 4000)] }))).toBe(
      'pauses from 0.7 on: 2, together 3997, longest 33.0-4000.0',
    );
  });

  it('says what was typed, the longest runs, rounded outwards', () => {
    const run = (start: number, text: string) => ({ ...span(start, start + 1.25), text, keys: text.length, from: 'echo' as const });
    const runs = ['ls', 'npm test', 'git status', 'git "push"', 'exit now'].map((text, index) => run(index * 10 + 0.25, text));
    const lines = report({ typingRuns: runs });
    expect(lines.slice(lines.indexOf('typed (3 of 5):'), -2)).toEqual([
      'typed (3 of 5):',
      '  10.2-11.5 "npm test"',
      '  20.2-21.5 "git status"',
      String.raw`  30.2-31.5 "git \"push\""`,
    ]);
  });

  it('says of what was typed and not shown how many keys it were', () => {
    const run = (start: number, text: string, keys: number) => ({ ...span(start, start + 2), text, keys, from: 'input' as const });
    const lines = report({ typingRuns: [run(12, '', 14), run(20, '', 1), run(30, 'ls', 3)] });
    expect(lines.slice(lines.indexOf('typed:'), -2)).toEqual([
      'typed:',
      '  12.0-14.0 (14 keys, not shown)',
      '  20.0-22.0 (1 key, not shown)',
      '  30.0-32.0 "ls"',
    ]);
  });

  it('shows the moments of the highest scores, in the order of time, those first that are always kept', () => {
    const many = Array.from({ length: 20 }, (_, index) => moment(index + 1, index / 20));
    const kept = moment(21, 0.01, { isKept: true, kind: 'end', reason: 'last screen', text: 'bye', readingMicros: 3_456_000 });
    const lines = report({ moments: [...many, kept] });
    const shown = lines.slice(
      lines.findIndex((line) => line.startsWith('moments')),
      -1,
    );
    expect(shown[0]).toBe('moments (10 of 21), with seconds to read:');
    expect(shown.slice(1).map((line) => line.trim().split(' ')[0])).toEqual([
      ...many.slice(-9).map(({ time }) => (time / 1e6).toFixed(1)),
      '21.0',
    ]);
    expect(shown.at(-1)).toBe('  21.0 3.5 last screen: "bye"');
  });

  it.each([
    ['a@4000', 'castfold fit IN.cast --target 40 -o PLAN.json'],
    ['a@40', 'castfold fit IN.cast --target 15 -o PLAN.json'],
    ['a@9', 'write PLAN.json'],
  ])('says what to do next with %s', (events, plan) => {
    const lines = analysisReport('in.cast', recordingOf(events), NOTHING);
    expect(lines.at(-1)).toBe(`next: ${plan}, castfold apply PLAN.json IN.cast -o OUT.cast`);
  });

  it('says that it does not know all of the text', () => {
    expect(report({ isComplete: false }).join('\n')).toContain('more text than is looked at');
  });

  it('says of a recording without length that there is nothing in it', () => {
    expect(analysisReport('in.cast', recordingOf(''), NOTHING)).toEqual([
      'in.cast: asciicast v2, 80x24, 0 events, 0.0 s (0:00.0)',
      expect.any(String),
      'Nothing lasts: there is nothing to shorten.',
    ]);
  });

  it.each([
    ['long', 'a long text of many words that goes on '.repeat(50)],
    ['Chinese', '汉字'.repeat(500)],
    ['made of controls', '\u001b[2J\u0007\u009b'.repeat(200)],
    ['made of quotes', '"\\'.repeat(300)],
  ])('stays small, whatever the recording holds: texts are %s', (_, text) => {
    const places = Array.from({ length: 5000 }, (_, index) => span(index + 3_999_000, index + 3_999_000.9));
    const lines = analysisReport(text, RECORDING, {
      ...NOTHING,
      isComplete: false,
      spans: places.map((place) => ({ ...place, kind: 'waiting', waiting: 'progress' })),
      idleGaps: places,
      typingRuns: places.map((place) => ({ ...place, text, keys: 1000, from: 'input' })),
      moments: places.map(({ start }) => moment(start / 1e6, 0.5, { text, reason: text })),
    });
    expect(lines.length).toBeLessThanOrEqual(24);
    expect(Buffer.byteLength(lines.join('\n'))).toBeLessThanOrEqual(1850);
    expect(lines.join('')).not.toMatch(/\p{Cc}/u);
  });
});
