/**
 * The pauses of a recording that an idle cap shortens, when nothing is cut: what the cap takes away of each, as
 * half-open ranges of source time in order, and how much it has taken away before each. All in microseconds.
 */
export interface IdleGaps {
  /** Where a pause has lasted as long as the cap. */
  readonly starts: Float64Array;
  /** Where it ends: the time of the next event. */
  readonly ends: Float64Array;
  /** Removed by the gaps before this one; one element more than there are gaps, the last being the sum of all. */
  readonly removedBefore: Float64Array;
}

const NO_GAPS: IdleGaps = { starts: new Float64Array(), ends: new Float64Array(), removedBefore: new Float64Array(1) };

const latest = new WeakMap<Float64Array, { readonly capMicros: number; readonly gaps: IdleGaps }>();

/**
 * The gaps between consecutive events that are longer than the cap (the time before the first event is not among
 * them); none for no cap. Looking at every event takes a few milliseconds per million, which a drag cannot spend on
 * each of its frames: the answer for the cap asked last is kept for as long as the recording lives.
 */
export function idleGaps(times: Float64Array, capMicros: number | null | undefined): IdleGaps {
  if (capMicros === undefined || capMicros === null) return NO_GAPS;
  const known = latest.get(times);
  if (known?.capMicros === capMicros) return known.gaps;
  const gaps = findGaps(times, capMicros);
  latest.set(times, { capMicros, gaps });
  return gaps;
}

/** Counts before it fills: typed arrays of the right length are cheaper than a list that grows. */
function findGaps(times: Float64Array, capMicros: number): IdleGaps {
  let count = 0;
  for (let index = 1; index < times.length; index++) {
    if ((times[index] as number) - (times[index - 1] as number) > capMicros) count++;
  }
  const starts = new Float64Array(count);
  const ends = new Float64Array(count);
  const removedBefore = new Float64Array(count + 1);
  let gap = 0;
  let removed = 0;
  for (let index = 1; index < times.length; index++) {
    const start = (times[index - 1] as number) + capMicros;
    const end = times[index] as number;
    if (end <= start) continue;
    starts[gap] = start;
    ends[gap] = end;
    removed += end - start;
    removedBefore[++gap] = removed;
  }
  return { starts, ends, removedBefore };
}
