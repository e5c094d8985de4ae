import type { SourceTime } from '../../cast/time.ts';
import type { Range } from '../../lib/ranges.ts';
import type { Span } from '../analysis.ts';
import { visitSpans } from '../suggest/stretches.ts';
import type { FreeTime } from './free-time.ts';

/**
 * The order of sacrifice, and how many times longer than a spinner the same length of each is played: where a text that can
 * be read is played as it was recorded, bulk output runs at 6× and a spinner at 24×. Silence comes back last.
 */
const WEIGHTS = { silence: 1 / 64, waiting: 1, repaint: 2, scrolling: 4, typing: 12, reading: 24 } as const;

/** However fast a longer silence is played, one would take it for a standstill. A shorter one is a wait like others. */
const SILENCE_MICROS = 10_000_000;

/** Something of one weight, and how long it lasts in the result at factor 1. */
interface Weighed {
  readonly weight: number;
  readonly micros: number;
}

export interface Segment extends Range<SourceTime>, Weighed {}

/** How much there is to see in a second of it, beside other things: in silence nothing. */
export const worthOf = ({ weight }: Weighed): number => (weight === WEIGHTS.silence ? 0 : weight);

export interface GapPart extends Range<SourceTime> {
  /** How long it lasts in the result at factor 1. */
  readonly micros: number;
  readonly segments: readonly Segment[];
}

/** Free time between what is shown, which is played fast, cut, or both. (Those of gaps.ts are pauses of the recording.) */
export interface Gap extends GapPart {
  /** What leads up to a moment is played as a whole, and no faster than this. Undefined: it may be cut. */
  readonly leadFactor: number | undefined;
  /** How much of it is no silence. While that is played fast, one does not see that time passes. */
  readonly livelyMicros: number;
  /** What there is of each weight. */
  readonly totals: readonly Weighed[];
}

export function gapOf(range: Range<SourceTime>, spans: readonly Span[], free: FreeTime, leadFactor?: number): Gap {
  const segments: Segment[] = [];
  visitSpans(spans, range, (span, spanStart, end) => {
    const weight = weightOf(span, end - spanStart);
    const start = segments.at(-1)?.weight === weight ? (segments.pop() as Segment).start : spanStart;
    segments.push({ start, end, weight, micros: free.lengthOf(start, end) });
  });
  const totals = new Map<number, number>();
  for (const { weight, micros } of segments) totals.set(weight, (totals.get(weight) ?? 0) + micros);
  const micros = free.lengthOf(range.start, range.end);
  return {
    start: range.start,
    end: range.end,
    micros,
    leadFactor,
    livelyMicros: segments.reduce((sum, segment) => (worthOf(segment) > 0 ? sum + segment.micros : sum), 0),
    segments,
    totals: Array.from(totals, ([weight, micros]) => ({ weight, micros })),
  };
}

function weightOf({ kind, waiting }: Span, micros: number): number {
  if (kind !== 'waiting') return WEIGHTS[kind];
  if (waiting === 'repaint' || waiting === 'progress') return WEIGHTS.repaint;
  return waiting === 'silence' && micros >= SILENCE_MICROS ? WEIGHTS.silence : WEIGHTS.waiting;
}

/** How many times longer than recorded something is played: 1 / factor. Of silence a part is cut rather than all of it played too fast. */
export function slowness({ weight }: Pick<Weighed, 'weight'>, pace: number, maxFactor: number): number {
  const slow = Math.min(1, weight * pace);
  return weight === WEIGHTS.silence ? slow : Math.max(1 / maxFactor, slow);
}

/** How long all of it is played at a pace. */
export const pacedMicros = (all: readonly Weighed[], pace: number, maxFactor: number): number =>
  all.reduce((sum, one) => sum + one.micros * slowness(one, pace, maxFactor), 0);

/** The pace, from 0 to where all is played as recorded, at which what takes longer the higher it is takes `wantedMicros`. */
export function paceFor(wantedMicros: number, taken: (pace: number) => number): number {
  let low = 0;
  let high = 1 / WEIGHTS.silence;
  // In the end 2⁻⁵⁰ of a pace is left: less than a microsecond of a result that lasts for years.
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (taken(middle) <= wantedMicros) low = middle;
    else high = middle;
  }
  return low;
}
