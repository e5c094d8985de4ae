import { type Recording, recordingDuration } from '../cast/recording.ts';
import { type ResultTime, resultTime, type SourceTime, sourceTime } from '../cast/time.ts';
import { lowerBound, upperBound } from '../lib/binary-search.ts';
import type { Range } from '../lib/ranges.ts';
import { type CutSpan, cutSpans, isCut } from './cut-spans.ts';
import { type IdleGaps, idleGaps } from './idle-gaps.ts';
import type { Hold, Plan } from './plan.ts';
import { removalStretches, type Stretch } from './removal.ts';
import { buildPieces, idleUntil, type TimePieces } from './time-pieces.ts';

/** Ranges of source time in microseconds, in order and apart, as two columns of the same length. */
export interface RangeColumns {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
}

/**
 * W of plan-format §4: source time to result time and back. It is non-decreasing and the only place in the program
 * that computes result times, which keep their fraction until they are written. Instants outside the recording or
 * the result are taken for the nearest one inside.
 */
export interface TimeMap {
  readonly sourceDuration: SourceTime;
  /** W at the end, and a hold there. */
  readonly resultDuration: ResultTime;
  /** The cuts, as they fall on this recording's events. */
  readonly cuts: readonly CutSpan[];
  /** When an event of that instant is shown: before the standstill of a hold at the same instant. */
  toResult(instant: SourceTime): ResultTime;
  /** The latest instant, in whole microseconds, that is shown at `result`: the end of what is removed there, `at` during a hold. */
  toSource(result: ResultTime): SourceTime;
  /** Result time per source time from that instant on: 1 / factor, 0 where time is removed and from the recording's end on. */
  rateAt(instant: SourceTime): number;
  /** `toResult` of times[from…to), which must not decrease, written to the beginning of `results`: one pass for all events. */
  toResults(times: Float64Array, from: number, to: number, results: Float64Array): void;
  /** What the idle cap removes, as far as it lies in the window; where `minMicros` is given, without pauses of which less is removed. */
  removedIdle(window: Range<SourceTime>, minMicros?: number): RangeColumns;
}

/**
 * Made anew on every frame of a drag: costs some microseconds per cut, region and hold. What depends on all events,
 * the gaps that the cap shortens, is kept between calls (idle-gaps.ts).
 */
export function createTimeMap(recording: Pick<Recording, 'events'>, plan: Plan): TimeMap {
  const { times } = recording.events;
  const sourceDuration = recordingDuration(recording);
  const cuts = cutSpans(recording, plan);
  const gaps = idleGaps(times, plan.idleCapMicros);
  const stretches = removalStretches(times, cuts, plan.idleCapMicros ?? Number.POSITIVE_INFINITY);
  const pieces = buildPieces(stretches, gaps, plan.speedRegions, effectiveHolds(plan.holds, cuts, sourceDuration));
  const { starts, resultStarts } = pieces;
  const lastPiece = starts.length - 1;
  const resultDuration = resultTime(resultStarts[lastPiece] as number);

  return {
    sourceDuration,
    resultDuration,
    cuts,
    toResult(instant) {
      const inside = Math.min(instant, sourceDuration);
      const piece = Math.max(0, lowerBound(starts, inside) - 1);
      return resultTime(resultAt(pieces, gaps, piece, inside));
    },
    toSource(result) {
      const inside = Math.max(0, result);
      const piece = upperBound(resultStarts, inside) - 1;
      const end = piece < lastPiece ? (starts[piece + 1] as number) : sourceDuration;
      // Removed time as a whole, and a hold that follows the piece.
      const isAtEnd = inside >= resultAt(pieces, gaps, piece, end);
      return sourceTime(isAtEnd ? end : latestInstantAt(pieces, gaps, piece, inside));
    },
    rateAt(instant) {
      const piece = upperBound(starts, instant) - 1;
      const gapFrom = pieces.gapFroms[piece] as number;
      const gap = upperBound(gaps.starts, instant, gapFrom, pieces.gapTos[piece]) - 1;
      const isIdle = gap >= gapFrom && instant < (gaps.ends[gap] as number);
      return isIdle ? 0 : 1 / (pieces.factors[piece] as number);
    },
    toResults(times, from, to, results) {
      let index = from;
      let piece = Math.max(0, lowerBound(starts, times[from] as number) - 1);
      while (index < to) {
        const end = piece < lastPiece ? (starts[piece + 1] as number) : Number.POSITIVE_INFINITY;
        const pieceTo = upperBound(times, end, index, to);
        mapPiece(pieces, gaps, piece, times.subarray(index, pieceTo), results.subarray(index - from));
        index = pieceTo;
        piece++;
      }
    },
    removedIdle: (window, minMicros = 0) => idleInWindow(stretches, gaps, window, minMicros),
  };
}

/** A hold past the end or inside a cut does nothing. Its very instant counts, even where the cut reaches the end. */
function effectiveHolds(holds: readonly Hold[], cuts: readonly CutSpan[], duration: SourceTime): readonly Hold[] {
  return holds.filter(({ at }) => at <= duration && !isCut(cuts, at));
}

function resultAt(pieces: TimePieces, gaps: IdleGaps, piece: number, instant: number): number {
  const idle = idleUntil(gaps, pieces.gapFroms[piece] as number, pieces.gapTos[piece] as number, instant);
  return (pieces.bases[piece] as number) + (instant - (pieces.origins[piece] as number) - idle) / (pieces.factors[piece] as number);
}

/**
 * The latest integer instant of a piece whose result is at most `result`, which is one inside the piece. The inverse
 * of W, computed in floating point, can miss by one; so what it gives is held against W itself.
 */
function latestInstantAt(pieces: TimePieces, gaps: IdleGaps, piece: number, result: number): number {
  const base = pieces.bases[piece] as number;
  const factor = pieces.factors[piece] as number;
  let kept = Math.floor((result - base) * factor);
  while (base + (kept + 1) / factor <= result) kept++;
  while (base + kept / factor > result) kept--;

  const beforeGaps = (pieces.origins[piece] as number) + kept;
  const from = pieces.gapFroms[piece] as number;
  const removedBefore = (gap: number) => (gaps.removedBefore[gap] as number) - (gaps.removedBefore[from] as number);
  let low = from;
  let high = pieces.gapTos[piece] as number;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((gaps.starts[middle] as number) - removedBefore(middle) <= beforeGaps) low = middle + 1;
    else high = middle;
  }
  return beforeGaps + removedBefore(low);
}

/** `resultAt` for many instants in order: walks along the gaps where that would search. */
function mapPiece(pieces: TimePieces, gaps: IdleGaps, piece: number, instants: Float64Array, results: Float64Array): void {
  const base = pieces.bases[piece] as number;
  const factor = pieces.factors[piece] as number;
  const origin = pieces.origins[piece] as number;
  const gapFrom = pieces.gapFroms[piece] as number;
  const gapTo = pieces.gapTos[piece] as number;
  const removedBeforePiece = gaps.removedBefore[gapFrom] as number;
  let gap = lowerBound(gaps.starts, instants[0] ?? 0, gapFrom, gapTo);
  let next = gap < gapTo ? (gaps.starts[gap] as number) : Number.POSITIVE_INFINITY;
  for (let index = 0; index < instants.length; index++) {
    const instant = instants[index] as number;
    while (next < instant) next = ++gap < gapTo ? (gaps.starts[gap] as number) : Number.POSITIVE_INFINITY;
    let idle = 0;
    if (gap > gapFrom) {
      const last = gap - 1;
      const inLast = Math.min(instant, gaps.ends[last] as number) - (gaps.starts[last] as number);
      idle = (gaps.removedBefore[last] as number) - removedBeforePiece + inLast;
    }
    results[index] = base + (instant - origin - idle) / factor;
  }
}

function idleInWindow(stretches: readonly Stretch[], gaps: IdleGaps, window: Range<SourceTime>, minMicros: number): RangeColumns {
  const starts: number[] = [];
  const ends: number[] = [];
  function add(start: number, end: number): void {
    if (end <= window.start || start >= window.end) return;
    starts.push(Math.max(start, window.start));
    ends.push(Math.min(end, window.end));
  }

  let position = 0;
  for (const { end, kind } of stretches) {
    if (kind === 'idle') add(position, end);
    if (kind === 'paused') {
      const from = upperBound(gaps.ends, Math.max(position, window.start));
      const to = lowerBound(gaps.starts, Math.min(end, window.end), from);
      for (let gap = from; gap < to; ) {
        const start = gaps.starts[gap] as number;
        const isLongEnough = (gaps.ends[gap] as number) - start >= minMicros;
        if (isLongEnough) add(start, gaps.ends[gap] as number);
        // Those that end before a long enough one could are skipped together: a drawing of a million stays cheap.
        gap = isLongEnough ? gap + 1 : lowerBound(gaps.ends, start + minMicros, gap + 1, to);
      }
    }
    position = end;
  }
  return { starts: Float64Array.from(starts), ends: Float64Array.from(ends) };
}
