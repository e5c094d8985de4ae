import { lowerBound, upperBound } from '../lib/binary-search.ts';
import type { IdleGaps } from './idle-gaps.ts';
import type { Hold, SpeedRegion } from './plan.ts';
import type { Stretch } from './removal.ts';

/**
 * The time map as columns, one element per piece of constant rate, idle gaps aside. Piece k is for the instants t with
 * starts[k] < t ≤ starts[k + 1], the last one for all later ones, and there
 *
 *     W(t) = bases[k] + (t − origins[k] − idle(t)) / factors[k]
 *
 * where idle(t) is what the idle gaps [gapFroms[k], gapTos[k]) have removed up to t. Removed time has an infinite
 * factor. The bracket is an integer: kept microseconds since the factor last changed. It is divided once, so nothing
 * adds up over pieces, and neighbours agree to the last bit where they meet: W never decreases, not even by rounding.
 */
export interface TimePieces {
  readonly starts: Float64Array;
  /** W right after each start, so after a hold there. */
  readonly resultStarts: Float64Array;
  readonly bases: Float64Array;
  readonly origins: Float64Array;
  readonly factors: Float64Array;
  readonly gapFroms: Int32Array;
  readonly gapTos: Int32Array;
}

/** `holds` are those that have an effect, in order. Takes time in the number of stretches, regions and holds, not of events or gaps. */
export function buildPieces(
  stretches: readonly Stretch[],
  gaps: IdleGaps,
  speedRegions: readonly SpeedRegion[],
  holds: readonly Hold[],
): TimePieces {
  const columns = { starts: [] as number[], resultStarts: [] as number[], bases: [] as number[], origins: [] as number[] };
  const factors: number[] = [];
  const gapFroms: number[] = [];
  const gapTos: number[] = [];

  let position = 0;
  let factor = 1;
  /** W where the factor last changed, plus the holds since. */
  let base = 0;
  /** Kept microseconds since then. */
  let kept = 0;
  let region = 0;
  let hold = 0;

  function addPiece(start: number, origin: number, isRemoved: boolean, gapFrom: number, gapTo: number): void {
    const result = base + kept / factor;
    columns.starts.push(start);
    columns.resultStarts.push(result);
    columns.bases.push(isRemoved ? result : base);
    columns.origins.push(origin);
    factors.push(isRemoved ? Number.POSITIVE_INFINITY : factor);
    gapFroms.push(gapFrom);
    gapTos.push(gapTo);
  }

  /** Adds the holds at `position` and takes the factor that holds from there on. */
  function turn(): void {
    for (let next = holds[hold]; next !== undefined && next.at <= position; next = holds[++hold]) base += next.durationMicros;
    while ((speedRegions[region]?.end ?? Number.POSITIVE_INFINITY) <= position) region++;
    const current = speedRegions[region];
    const nextFactor = current !== undefined && current.start <= position ? current.factor : 1;
    if (nextFactor === factor) return;
    base += kept / factor;
    kept = 0;
    factor = nextFactor;
  }

  /** Where the hold or the speed region that comes next lets a piece end. */
  function nextTurn(): number {
    const holdAt = holds[hold]?.at ?? Number.POSITIVE_INFINITY;
    const current = speedRegions[region];
    if (current === undefined) return holdAt;
    return Math.min(holdAt, current.start > position ? current.start : current.end);
  }

  // An instant at 0 is before a hold at 0.
  addPiece(Number.NEGATIVE_INFINITY, 0, true, 0, 0);
  for (const stretch of stretches) {
    while (position < stretch.end) {
      turn();
      const end = Math.min(stretch.end, nextTurn());
      if (stretch.kind === 'kept') {
        addPiece(position, position - kept, false, 0, 0);
        kept += end - position;
      } else if (stretch.kind === 'paused') {
        const gapFrom = upperBound(gaps.ends, position);
        const gapTo = lowerBound(gaps.starts, end, gapFrom);
        const idleAtStart = idleUntil(gaps, gapFrom, gapTo, position);
        addPiece(position, position - idleAtStart - kept, false, gapFrom, gapTo);
        kept += end - position - (idleUntil(gaps, gapFrom, gapTo, end) - idleAtStart);
      } else {
        addPiece(position, 0, true, 0, 0);
      }
      position = end;
    }
  }
  turn();
  addPiece(position, 0, true, 0, 0);

  return {
    starts: Float64Array.from(columns.starts),
    resultStarts: Float64Array.from(columns.resultStarts),
    bases: Float64Array.from(columns.bases),
    origins: Float64Array.from(columns.origins),
    factors: Float64Array.from(factors),
    gapFroms: Int32Array.from(gapFroms),
    gapTos: Int32Array.from(gapTos),
  };
}

/** What the gaps [from, to) remove of the time before `instant`, in microseconds. */
export function idleUntil(gaps: IdleGaps, from: number, to: number, instant: number): number {
  const last = lowerBound(gaps.starts, instant, from, to) - 1;
  if (last < from) return 0;
  const before = (gaps.removedBefore[last] as number) - (gaps.removedBefore[from] as number);
  return before + Math.min(instant, gaps.ends[last] as number) - (gaps.starts[last] as number);
}
