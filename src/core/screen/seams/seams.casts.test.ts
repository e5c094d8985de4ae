import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryCuts } from '#testing/arbitrary-cuts.ts';
import { checkSeams, type SeamReport, withPositions, withPositionsInSequences } from '#testing/check-seams.ts';
import { sharedCasts } from '#testing/shared-casts.ts';
import { unfinishedBefore } from '../../cast/escape-sequence.ts';
import { readCast } from '../../cast/reader.ts';
import { Code, type Recording } from '../../cast/recording.ts';
import type { Plan } from '../../plan/plan.ts';

/** The same cuts on every run. */
const SEED = 20_251_120;
const TIMEOUT_MILLIS = 120_000;

/** How many cells of screens the plans of a recording may have together. */
const CELLS_OF_PLANS = 12_000;

/** A recording of so many events is told to terminals a few times only, with more cuts each time. */
const LONG_EVENTS = 5_000;

const casts = sharedCasts()
  .filter((cast) => Number(cast.column('events')) > 1)
  .map((cast) => ({ name: cast.name, recording: readCast(cast.read()) }));

/** Recordings in which cuts have no repaint that is right in every terminal, how many of them at most, and why. */
const WITHOUT_REPAINT: Readonly<Record<string, number>> = {
  // Vim draws a row of joined emoji partly by their widths, partly to columns: what is right where they join is not where they do not.
  'v2-self-vim-cjk.cast': 80,
};

interface Run {
  readonly recording: Recording;
  readonly plans: readonly Plan[];
}

/**
 * Cuts as they come, cuts in a recording whose events end inside escape sequences, and cuts among which some drop their
 * output. Of long recordings and of large screens, which take their time, fewer plans than of others.
 */
function* runs(recording: Recording): Generator<Run> {
  const { cols, rows } = recording.header.size;
  const isLong = recording.events.length > LONG_EVENTS;
  // Few recordings have resizes at all: they are cut more often.
  const resizes = recording.events.codes.includes(Code.resize) ? 2 : 0;
  const count = resizes + (isLong ? 1 : Math.min(7, Math.ceil(CELLS_OF_PLANS / (cols * rows))));
  const maxCuts = isLong ? 40 : 16;
  const plain = withPositions(recording);
  yield { recording: plain, plans: randomPlans(plain, { count, maxCuts, hasDrops: false }) };
  const parted = withPositionsInSequences(recording);
  yield { recording: parted, plans: randomPlans(parted, { count, maxCuts, hasDrops: false }) };
  if (!isLong) yield { recording: parted, plans: randomPlans(parted, { count: 1, maxCuts, hasDrops: true }) };
}

interface PlanOptions {
  readonly count: number;
  readonly maxCuts: number;
  readonly hasDrops: boolean;
}

function randomPlans(recording: Recording, { count, maxCuts, hasDrops }: PlanOptions): readonly Plan[] {
  const maxEvents = Math.ceil(recording.events.length / maxCuts / 3);
  const options = { maxCuts, maxEvents, edges: likelyEdges(recording), hasDrops };
  return fc.sample(arbitraryCuts(recording, options), { numRuns: count, seed: SEED });
}

const totals = { seams: 0, inSequence: 0, inAlternate: 0, overResizes: 0, comparisons: 0 };

const playerTotals = { seams: 0, comparisons: 0 };

function addToTotals(report: SeamReport): void {
  for (const key of Object.keys(totals) as (keyof typeof totals)[]) totals[key] += report[key];
}

describe.runIf(casts.length > 0)('behind a jump over a random stretch of a real recording', () => {
  test.each(casts)(
    'the screen is as recorded, and stays so: $name',
    ({ name, recording }) => {
      let problems = 0;
      for (const { recording: marked, plans } of runs(recording)) {
        for (const plan of plans) {
          const report = checkSeams(marked, plan);
          expect(report.differences).toEqual([]);
          problems += report.problems.length;
          addToTotals(report);
        }
      }
      expect(problems).toBeLessThanOrEqual(WITHOUT_REPAINT[name] ?? 0);
    },
    TIMEOUT_MILLIS,
  );

  test.each(casts)(
    'the player shows it as recorded: $name',
    ({ recording }) => {
      const marked = withPositions(recording);
      for (const plan of randomPlans(marked, { count: 1, maxCuts: 8, hasDrops: false })) {
        const report = checkSeams(marked, plan, 'asciinema', true);
        expect(report.differences).toEqual([]);
        playerTotals.seams += report.seams;
        playerTotals.comparisons += report.playerComparisons;
      }
    },
    TIMEOUT_MILLIS,
  );

  test('that was tried often enough, and at the places that matter', () => {
    expect(totals.seams).toBeGreaterThanOrEqual(2_000);
    expect(totals.comparisons).toBeGreaterThanOrEqual(5_000);
    expect(totals.inSequence).toBeGreaterThanOrEqual(350);
    expect(totals.inAlternate).toBeGreaterThanOrEqual(350);
    expect(totals.overResizes).toBeGreaterThanOrEqual(20);
    expect(playerTotals.seams).toBeGreaterThanOrEqual(100);
    expect(playerTotals.comparisons).toBeGreaterThanOrEqual(250);
  });
});

/** Positions around resizes, and those at which an escape sequence is under way. */
function likelyEdges(recording: Recording): readonly number[] {
  const { codes, length } = recording.events;
  let place = { event: 0, unfinished: '' };
  const edges: number[] = [];
  for (let event = 1; event < length; event++) {
    place = { event, unfinished: unfinishedBefore(recording, event, place) };
    if (place.unfinished !== '' || codes[event] === Code.resize || codes[event - 1] === Code.resize) edges.push(event);
  }
  return edges;
}
