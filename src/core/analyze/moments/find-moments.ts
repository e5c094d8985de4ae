import type { SourceTime } from '../../cast/time.ts';
import type { AnalysisSettings, Moment, TypingRun } from '../analysis.ts';
import type { Appearances } from '../lines/appearances.ts';
import { within } from '../within.ts';
import { findBursts } from './bursts.ts';
import { findCandidates } from './candidates.ts';
import { findLastScreen } from './last-screen.ts';
import { followLines } from './lines.ts';
import { rankMoments } from './ranking.ts';
import { readTypedLines } from './typed-lines.ts';

export interface MomentSources {
  readonly appearances: Appearances;
  readonly typingRuns: readonly TypingRun[];
  /** Of the recording. */
  readonly duration: SourceTime;
}

/** How far the work is where a part of it ends, as it was measured on long recordings. */
const LINES_DONE = 0.1;
const TYPED_DONE = 0.15;
const BURSTS_DONE = 0.5;

/**
 * The places worth seeing, in order of `time`. Works in short steps; each yields how much is done, from 0 to 1.
 *
 * New text comes in bursts, and what a viewer can read of one is what stands when it ends: that is a moment, beside what
 * somebody typed and the last screen. What it is about is told from its lines; what it is worth from its kind, from how
 * much of it was never read before, and from how long it stood.
 */
export function* findMoments(
  { appearances, typingRuns, duration }: MomentSources,
  settings: AnalysisSettings,
): Generator<number, Moment[], void> {
  if (duration === 0) return [];
  const lines = yield* within(followLines(appearances), appearances.length, 0, LINES_DONE);
  const typedLines = yield* within(readTypedLines(appearances, lines, typingRuns), 1, LINES_DONE, TYPED_DONE);
  const { typed } = typedLines;
  const findingBursts = findBursts({ appearances, lines, typedLines, duration, settings });
  const bursts = yield* within(findingBursts, appearances.length, TYPED_DONE, BURSTS_DONE);
  const candidates = yield* within(findCandidates(typed, bursts), typed.length + bursts.length, BURSTS_DONE, 1);
  yield 1;
  const lastScreen = findLastScreen(appearances, candidates, duration);
  if (!lastScreen) return rankMoments(candidates, duration, settings);
  // What comes last is what one is left with: not another place.
  const others = candidates.filter(({ time, isKept }) => isKept || time !== lastScreen.time);
  return rankMoments([...others, lastScreen], duration, settings);
}
