import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryCuts } from '#testing/arbitrary-cuts.ts';
import { arbitraryOutput } from '#testing/arbitrary-output.ts';
import { checkSeams, withPositions } from '#testing/check-seams.ts';
import { bytesOf } from '#testing/recordings.ts';
import { readCast } from '../../cast/reader.ts';
import type { Recording } from '../../cast/recording.ts';
import type { Plan } from '../../plan/plan.ts';
import type { WidthProfile } from '../terminal/widths.ts';

const TIMEOUT_MILLIS = 120_000;

/** What terminals do not agree on, and sequences that are never ended. */
const oddText = fc.constantFrom(
  'e\u0301',
  '👩\u200d💻',
  '❤\ufe0f',
  '1\ufe0f\u20e3',
  '🇩🇪',
  '\u0301',
  '\ufeff',
  '\u007f',
  '\x1b[3',
  '\x1b[38;5;',
  '\x1b]0;title',
  '\x1bP',
  '\x1b(',
  '\u009b',
  '\ud83d',
);

/** Output in the pieces of events, which part sequences and characters wherever they like. */
const arbitraryPieces: fc.Arbitrary<readonly string[]> = fc
  .tuple(
    fc.array(fc.oneof({ weight: 3, arbitrary: arbitraryOutput(6) }, { weight: 1, arbitrary: oddText }), { minLength: 6, maxLength: 16 }),
    fc.array(fc.integer({ min: 1, max: 24 }), { minLength: 8, maxLength: 16 }),
  )
  .map(([texts, lengths]) => {
    const text = texts.join('');
    const ends = lengths.map((_, index) => lengths.slice(0, index + 1).reduce((sum, length) => sum + length, 0));
    const pieces = [...ends, text.length].map((end, index) => text.slice(ends[index - 1] ?? 0, end));
    return pieces.filter((piece) => piece !== '');
  });

/** The text of a recording of a small terminal that was told anything, and had other sizes. */
const arbitraryText: fc.Arbitrary<string> = fc
  .tuple(arbitraryPieces, fc.array(fc.tuple(fc.nat({ max: 20 }), fc.constantFrom('14x6', '9x4', '2x2', '20x6', '14x9')), { maxLength: 2 }))
  .map(([pieces, resizes]) => {
    const events = pieces.map((data) => ['o', data] as const);
    return castOf(resizes.reduce<readonly (readonly [string, string])[]>((told, [at, size]) => told.toSpliced(at, 0, ['r', size]), events));
  });

const castOf = (events: readonly (readonly [code: string, data: string])[]): string =>
  ['{"version": 2, "width": 14, "height": 6}', ...events.map(([code, data], index) => JSON.stringify([index + 1, code, data]))].join('\n');

const recordingOf = (text: string): Recording => withPositions(readCast(bytesOf(text)));

function arbitraryCase(hasDrops: boolean): fc.Arbitrary<readonly [text: string, plan: Plan]> {
  return arbitraryText.chain((text) => {
    const recording = recordingOf(text);
    const cuts = arbitraryCuts(recording, { maxCuts: 3, maxEvents: Math.ceil(recording.events.length / 3) + 1, edges: [], hasDrops });
    return fc.tuple(fc.constant(text), cuts);
  });
}

test.each<[WidthProfile, boolean]>([
  ['asciinema', false],
  ['asciinema', true],
  ['unicode', false],
])(
  'whatever a terminal was told, the screen behind a jump is as recorded: %s widths, with drops: %s',
  (profile, hasDrops) => {
    const counts = { seams: 0, problems: 0 };
    fc.assert(
      fc.property(arbitraryCase(hasDrops), ([text, plan]) => {
        const report = checkSeams(recordingOf(text), plan, profile);
        expect(report.differences).toEqual([]);
        counts.seams += report.seams;
        counts.problems += report.problems.length;
      }),
      { numRuns: 300 },
    );
    // Mostly characters that join in one terminal and not in the other, at random: more than any program prints.
    expect(counts.seams).toBeGreaterThan(150);
    expect(counts.problems / counts.seams).toBeLessThan(0.3);
  },
  TIMEOUT_MILLIS,
);
