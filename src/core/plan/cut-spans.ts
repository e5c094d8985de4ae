import { Code, type Recording, recordingDuration } from '../cast/recording.ts';
import type { SourceTime } from '../cast/time.ts';
import { lowerBound } from '../lib/binary-search.ts';
import type { CutMode, Plan } from './plan.ts';

/** What one cut of a plan means for one recording (plan-format §3, §5): the events in it, and what is left in their place. */
export interface CutSpan {
  readonly start: SourceTime;
  /** Clipped to the end of the recording. Equal to `start` where a cut holds nothing but the events at the end. */
  readonly end: SourceTime;
  readonly mode: CutMode;
  /** The events inside are those of the index range [from, to). */
  readonly from: number;
  readonly to: number;
  readonly reachesEnd: boolean;
  readonly holdsOutput: boolean;
  /** Whether an output event stands at the end of the cut: not for `drop`, and only where there is output inside and a kept event after. */
  readonly hasSeamEvent: boolean;
  /** Index of the last resize inside, which survives in every mode; −1 where there is none. */
  readonly lastResize: number;
}

/** The cuts of a plan that do something to this recording, in order. One wholly past the end has no span. */
export function cutSpans(recording: Pick<Recording, 'events'>, plan: Pick<Plan, 'cuts'>): readonly CutSpan[] {
  const { codes, times, length } = recording.events;
  const duration = recordingDuration(recording);
  // Cuts that meet at the end both include the events there (plan-format §3): the first of them has them.
  let taken = 0;
  const spans = plan.cuts
    .filter(({ start }) => start <= duration)
    .map(({ start, end, mode }) => {
      const reachesEnd = end >= duration;
      const from = Math.max(taken, lowerBound(times, start));
      const to = reachesEnd ? length : lowerBound(times, end, from);
      taken = to;
      const inside = codes.subarray(from, to);
      const resizeOffset = inside.lastIndexOf(Code.resize);
      return {
        start,
        end: reachesEnd ? duration : end,
        mode,
        from,
        to,
        reachesEnd,
        holdsOutput: inside.includes(Code.output),
        lastResize: resizeOffset < 0 ? -1 : from + resizeOffset,
      };
    });
  const keptEnd = endOfKeptEvents(length, spans);
  return spans.map((span) => ({ ...span, hasSeamEvent: span.mode !== 'drop' && span.holdsOutput && span.to < keptEnd }));
}

/** Whether an event at that instant, not past the end, is inside a cut (plan-format §3). */
export function isCut(spans: readonly CutSpan[], instant: SourceTime): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle] as CutSpan).start <= instant) low = middle + 1;
    else high = middle;
  }
  const last = spans[low - 1];
  return last !== undefined && (instant < last.end || last.reachesEnd);
}

/** One past the last event outside every cut; 0 where there is none. */
export function endOfKeptEvents(eventCount: number, spans: readonly Pick<CutSpan, 'from' | 'to'>[]): number {
  return spans.reduceRight((end, { from, to }) => (to === end ? from : end), eventCount);
}
