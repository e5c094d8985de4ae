import { describe, expect, it } from 'vitest';
import type { Fitted } from '#core/analyze/fit/outcome.ts';
import { readCast } from '#core/cast/reader.ts';
import { sourceTime } from '#core/cast/time.ts';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { fitReport } from './fit-report.ts';

const at = (seconds: number) => sourceTime(seconds * 1e6);

const RECORDING = readCast(bytesOf(castV2('a@1 b@3700')));

const FITTED: Fitted = {
  kind: 'fitted',
  edits: {
    cuts: [{ start: at(700), end: at(3690), reason: '49:50 of spinner' }],
    speedRegions: [{ start: at(10), end: at(700), factor: 32.126, reason: 'scrolling output' }],
    holds: [{ at: at(5), durationMicros: 1_500_000, reason: 'time to read: first prompt' }],
  },
  kept: [
    {
      start: at(3),
      end: at(5),
      time: at(5),
      goneAt: at(60),
      kind: 'prompt',
      score: 1,
      isKept: true,
      readingMicros: 2_000_000,
      text: 'Fix the \u202eparser',
      reason: 'first prompt',
    },
  ],
  leftOutCount: 0,
  resultMicros: 40_040_000,
  notes: ['2 stretches are cut: played fast they would flash.'],
};

describe('the report of a fitted plan', () => {
  it('says what was edited and why, what is kept, and what is otherwise than expected', () => {
    expect(fitReport(RECORDING, FITTED)).toEqual([
      '1:01:40 → 0:40.0: adds 1 cut, 1 speed region, 1 hold, at these times of the recording:',
      '  0:05.0 held for 0:01.5: time to read: first prompt',
      '  0:10.0–11:40.0 scrolling output, 32.1×',
      '  11:40.0–1:01:30 cut: 49:50 of spinner',
      'keeps 1 moment:',
      '  0:05.0 first prompt: "Fix the parser"',
      'note: 2 stretches are cut: played fast they would flash.',
    ]);
  });

  it('stays short where there is much to say', () => {
    const edits = { ...FITTED.edits, cuts: Array.from({ length: 500 }, () => FITTED.edits.cuts).flat() };
    const lines = fitReport(RECORDING, { ...FITTED, edits, kept: Array.from({ length: 100 }, () => FITTED.kept).flat() });
    expect(lines).toHaveLength(53);
    expect(lines).toEqual(expect.arrayContaining(['  and 478 more', 'keeps 100 moments:', '  and 76 more']));
  });
});
