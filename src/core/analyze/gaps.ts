/** Stretches without events, in microseconds of source time, in order: the i-th from `starts[i]` to `ends[i]`. */
export interface Gaps {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
}

/**
 * The pauses of at least `minMicros` between consecutive events, and from 0 to the first one. `times` is sorted. Events
 * of the same time have no pause between them, whatever `minMicros`.
 */
export function findGaps(times: Float64Array, minMicros: number): Gaps {
  const starts: number[] = [];
  const ends: number[] = [];
  let previous = 0;
  // By index: what iterates takes several times as long until it is compiled.
  for (let index = 0; index < times.length; index++) {
    const time = times[index] as number;
    if (time - previous >= minMicros && time > previous) {
      starts.push(previous);
      ends.push(time);
    }
    previous = time;
  }
  return { starts: Float64Array.from(starts), ends: Float64Array.from(ends) };
}
