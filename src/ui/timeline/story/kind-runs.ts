import { SPAN_KINDS, type Span, type SpanKind } from '#core/analyze/analysis.ts';
import { upperBound } from '#core/lib/binary-search.ts';
import { microsPerPx, type TimeScale, timeToPx } from '../time-scale.ts';

/** Spans as columns, with the time that each kind has taken before each of them: so a sum over any stretch costs two searches. */
export interface KindColumns {
  readonly starts: Float64Array;
  /** Indices of `SPAN_KINDS`. */
  readonly kinds: Uint8Array;
  /** A column for each of `SPAN_KINDS`. */
  readonly before: readonly Float64Array[];
  /** Of the last span. */
  readonly end: number;
}

/** A stretch of a strip that is of one kind, in CSS pixels from its left edge. */
export interface KindRun {
  readonly kind: SpanKind;
  readonly left: number;
  readonly right: number;
}

export function kindColumns(spans: readonly Span[]): KindColumns {
  const sums = SPAN_KINDS.map(() => 0);
  const before = SPAN_KINDS.map(() => new Float64Array(spans.length));
  const kinds = new Uint8Array(spans.length);
  for (const [index, { start, end, kind }] of spans.entries()) {
    for (const [of, column] of before.entries()) column[index] = sums[of] as number;
    const of = SPAN_KINDS.indexOf(kind);
    kinds[index] = of;
    sums[of] = (sums[of] as number) + end - start;
  }
  return { starts: Float64Array.from(spans, ({ start }) => start), kinds, before, end: spans.at(-1)?.end ?? 0 };
}

/**
 * What a strip shows of the kinds: of each pixel the one that takes most of its time, neighbours of the same kind as one.
 * Pixels lie on a grid of source time, as the bars of the activity do, so that nothing flickers while the lane is panned.
 */
export function kindRuns(columns: KindColumns, scale: TimeScale): readonly KindRun[] {
  const { starts, kinds, end } = columns;
  const pxMicros = microsPerPx(scale);
  const until = Math.min(scale.viewport.end, end);
  const runs: { kind: SpanKind; left: number; right: number }[] = [];
  let px = Math.floor(scale.viewport.start / pxMicros);
  while (px * pxMicros < until) {
    const from = px * pxMicros;
    const index = upperBound(starts, from) - 1;
    // All pixels that lie within the span are done at once.
    const whole = Math.floor(Math.min(starts[index + 1] ?? end, until) / pxMicros);
    const next = Math.max(whole, px + 1);
    const of = whole > px ? (kinds[index] as number) : prevailing(columns, from, Math.min(from + pxMicros, end));
    const kind = SPAN_KINDS[of] as SpanKind;
    const right = Math.min(timeToPx(scale, Math.min(next * pxMicros, end)), scale.widthPx);
    const last = runs.at(-1);
    if (last?.kind === kind) last.right = right;
    else runs.push({ kind, left: last?.right ?? Math.max(timeToPx(scale, from), 0), right });
    px = next;
  }
  return runs;
}

/** The kind that takes most of a stretch; of equals the one that is more to see. */
function prevailing(columns: KindColumns, from: number, to: number): number {
  let best = 0;
  let most = -1;
  const first = upperBound(columns.starts, from) - 1;
  const last = upperBound(columns.starts, to, first) - 1;
  for (let of = 0; of < SPAN_KINDS.length; of++) {
    const micros = timeBefore(columns, of, last, to) - timeBefore(columns, of, first, from);
    if (micros >= most) {
      best = of;
      most = micros;
    }
  }
  return best;
}

function timeBefore({ starts, kinds, before }: KindColumns, of: number, index: number, time: number): number {
  const whole = (before[of] as Float64Array)[index] as number;
  return kinds[index] === of ? whole + time - (starts[index] as number) : whole;
}
