import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCastText } from '#testing/arbitrary-casts.ts';
import { arbitraryOutput } from '#testing/arbitrary-output.ts';
import { bytesOf } from '#testing/recordings.ts';
import { seenRecording } from '#testing/seen-recording.ts';
import { readCast } from '../../cast/reader.ts';
import { recordingDuration } from '../../cast/recording.ts';
import { DEFAULT_ANALYSIS, type Moment } from '../analysis.ts';
import { analyze } from '../analyze.ts';

const SAID = [
  '$ npm test\r\n',
  '2 failed, 40 passed\r\n',
  'error: no such file\r\n',
  '⏺ It is done, and it is fast now.\r\n',
  '│ > ab▌ │\r',
  '│ > abc▌ │\r',
  '│ > abcd▌ │\r',
  '日本語のテキスト\r\n',
];

/** Recordings of a small screen, on which programs say what they do, and anything else. */
const sessions = fc
  .array(fc.record({ steps: fc.nat(30), data: fc.oneof(fc.constantFrom(...SAID), arbitraryOutput(6)) }), { maxLength: 30 })
  .map((events) => {
    let time = 0;
    const lines = events.map(({ steps, data }) => {
      time += steps / 10;
      return JSON.stringify([time, 'o', data]);
    });
    return [JSON.stringify({ version: 2, width: 30, height: 6 }), ...lines].join('\n');
  });

const casts = fc.oneof(sessions, arbitraryCastText({ stepMicros: 400_000, hasOtherLines: false }));

const read = (text: string) => readCast(bytesOf(text));

const momentsOf = (text: string): readonly Moment[] => analyze(seenRecording(read(text)), DEFAULT_ANALYSIS).moments;

describe('moments of any recording', () => {
  it('lie in it, in order, and can be read where they are', () => {
    fc.assert(
      fc.property(casts, (text) => {
        const duration = recordingDuration(read(text));
        let before = 0;
        for (const { start, end, time, goneAt, readingMicros } of momentsOf(text)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(time).toBeGreaterThanOrEqual(Math.max(start, before));
          expect(goneAt).toBeGreaterThan(time);
          expect(goneAt).toBeLessThanOrEqual(duration);
          expect(end).toBeGreaterThan(time);
          expect(end).toBeLessThanOrEqual(goneAt);
          expect(readingMicros).toBeGreaterThanOrEqual(DEFAULT_ANALYSIS.minReadingMicros);
          expect(readingMicros).toBeLessThanOrEqual(DEFAULT_ANALYSIS.maxReadingMicros);
          before = time;
        }
      }),
    );
  });

  it('are scored from 0 to 1, said in short, and end with the last screen', () => {
    fc.assert(
      fc.property(casts, (text) => {
        const moments = momentsOf(text);
        expect(moments.slice(0, -1).filter(({ kind }) => kind === 'end')).toEqual([]);
        if (moments.length > 0) expect(moments.at(-1)).toMatchObject({ kind: 'end', isKept: true });
        for (const moment of moments) {
          expect(moment.score).toBeGreaterThanOrEqual(0);
          expect(moment.score).toBeLessThanOrEqual(1);
          expect(moment.text.length).toBeLessThanOrEqual(80);
          expect(moment.reason.length).toBeLessThanOrEqual(80);
        }
      }),
    );
  });

  it('are the same each time', () => {
    fc.assert(
      fc.property(casts, (text) => {
        expect(momentsOf(text)).toEqual(momentsOf(text));
      }),
      { numRuns: 30 },
    );
  });
});
