import { type SourceTime, sourceTime } from '../../cast/time.ts';
import type { AnalysisSettings, Moment } from '../analysis.ts';
import { readingMicros } from '../lines/reading-time.ts';
import type { Candidate } from './candidates.ts';

/** More could not be looked through, and no highlight has room for a tenth of them. */
const MAX_MOMENTS = 400;

/** So many novel words, so much text, so long a stand: more says no more. */
const MANY_NOVEL_WORDS = 15;
const MANY_WORDS = 40;
const LONG_STAND_SECONDS = 20;

/** Of two moments as near as this, the lesser gives way: who sees the one has seen the place. */
const NEAR_MICROS = 4_000_000;
const NEAR_SHARE = 0.8;

/** Scores candidates, which are in order of `time`, and leaves the best in that order. */
export function rankMoments(candidates: readonly Candidate[], duration: SourceTime, settings: AnalysisSettings): Moment[] {
  const kinds = new Set<string>();
  const moments = candidates.map((candidate) => {
    const isFirst = !kinds.has(candidate.kind);
    kinds.add(candidate.kind);
    return momentOf(candidate, scoreOf(candidate, isFirst), duration, settings);
  });
  return bestOf(moments.map((moment, index) => ({ ...moment, score: rounded(moment.score * shareBeside(moments, index)) })));
}

function momentOf(candidate: Candidate, score: number, duration: SourceTime, settings: AnalysisSettings): Moment {
  const { kind, isKept, text, reason } = candidate;
  const reading = readingMicros(candidate.words, settings);
  // What comes with the last event stands for no time at all, but it is where the recording ends.
  const time = sourceTime(Math.min(candidate.time, duration - 1));
  const goneAt = sourceTime(Math.max(time + 1, candidate.goneAt));
  const start = sourceTime(Math.min(candidate.start, time));
  return {
    kind,
    start,
    end: sourceTime(Math.min(goneAt, time + reading)),
    time,
    goneAt,
    score,
    isKept,
    readingMicros: reading,
    text,
    reason,
  };
}

function scoreOf({ worth: [least, most], words, novelWords, standMicros }: Candidate, isFirst: boolean): number {
  const novelty = Math.min(1, novelWords / MANY_NOVEL_WORDS);
  const size = Math.min(1, words / MANY_WORDS);
  const stand = Math.min(1, Math.log2(1 + standMicros / 1_000_000) / Math.log2(1 + LONG_STAND_SECONDS));
  return least + (most - least) * (0.5 * novelty + 0.2 * size + 0.2 * stand + (isFirst ? 0.1 : 0));
}

function shareBeside(moments: readonly Moment[], index: number): number {
  const { isKept, time, score } = moments[index] as Moment;
  if (isKept) return 1;
  for (const step of [-1, 1]) {
    for (let at = index + step; ; at += step) {
      const other = moments[at];
      if (!other || Math.abs(other.time - time) > NEAR_MICROS) break;
      if (other.score > score) return NEAR_SHARE;
    }
  }
  return 1;
}

/** Three decimals tell moments apart, and read well where they are written. */
const rounded = (score: number): number => Math.round(score * 1000) / 1000;

function bestOf(moments: readonly Moment[]): Moment[] {
  if (moments.length <= MAX_MOMENTS) return [...moments];
  const ranked = moments.toSorted((one, other) => Number(other.isKept) - Number(one.isKept) || other.score - one.score);
  return ranked.slice(0, MAX_MOMENTS).toSorted((one, other) => one.time - other.time);
}
