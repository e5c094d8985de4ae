import { Code, type Recording } from '#core/cast/recording.ts';

/** Where the events that are no output are: few, and looked for in every drawing of the lane. */
export interface EventIndex {
  /** Times of input, in order. */
  readonly inputTimes: Float64Array;
  /** Times of all events but output, in order. */
  readonly silentTimes: Float64Array;
}

export function indexEvents({ events: { length, codes, times } }: Pick<Recording, 'events'>): EventIndex {
  const silent: number[] = [];
  for (let index = 0; index < length; index++) if (codes[index] !== Code.output) silent.push(index);
  const withCode = (code: number) => silent.filter((index) => codes[index] === code);
  const timesOf = (indices: readonly number[]) => Float64Array.from(indices, (index) => times[index] as number);
  return {
    inputTimes: timesOf(withCode(Code.input)),
    silentTimes: timesOf(silent),
  };
}
