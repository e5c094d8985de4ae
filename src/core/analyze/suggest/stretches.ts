import { formatTime } from '../../cast/format-time.ts';
import { MICROS_PER_SECOND, type SourceTime, sourceTime } from '../../cast/time.ts';
import { firstEndingAfter, type Range } from '../../lib/ranges.ts';
import type { Span, SpanKind, WaitingKind } from '../analysis.ts';

/** Spans of one kind side by side, whatever the way of waiting: to a viewer they are one. (A stretch of spans/timeline.ts is smaller: spans are made of those.) */
export interface Stretch extends Range<SourceTime> {
  readonly kind: SpanKind;
}

export function stretchesOf(spans: readonly Span[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { kind, start, end } of spans) {
    const last = stretches.at(-1);
    if (last?.kind === kind) stretches[stretches.length - 1] = { ...last, end };
    else stretches.push({ kind, start, end });
  }
  return stretches;
}

/** Goes through the spans that share an instant with a range, each with the part of it that lies inside. `spans` are side by side. */
export function visitSpans(
  spans: readonly Span[],
  range: Range<SourceTime>,
  visit: (span: Span, start: SourceTime, end: SourceTime) => void,
): void {
  let index = firstEndingAfter(spans, range.start);
  for (let span = spans[index]; span !== undefined && span.start < range.end; span = spans[++index]) {
    visit(span, sourceTime(Math.max(span.start, range.start)), sourceTime(Math.min(span.end, range.end)));
  }
}

/** A stretch is called after what most of it is. */
const MAIN_SHARE = 0.7;

const WAITING_WORDS: Readonly<Record<WaitingKind, string>> = {
  silence: 'silence',
  spinner: 'spinner',
  counter: 'a running counter',
  progress: 'progress',
  repaint: 'the same text drawn again',
};

/** What a range holds, in a few words for people: `3:12 of spinner`, `scrolling output`; `between moments` where it is several things. */
export function describeStretch(spans: readonly Span[], range: Range<SourceTime>): string {
  const length = range.end - range.start;
  const byKind = new Map<SpanKind | WaitingKind, number>();
  const add = (kind: SpanKind | WaitingKind, micros: number) => byKind.set(kind, (byKind.get(kind) ?? 0) + micros);
  visitSpans(spans, range, ({ kind, waiting }, start, end) => {
    add(kind, end - start);
    if (waiting !== undefined) add(waiting, end - start);
  });
  const isMostly = (kind: SpanKind | WaitingKind) => (byKind.get(kind) ?? 0) >= MAIN_SHARE * length;
  if (isMostly('waiting')) {
    const way = (Object.keys(WAITING_WORDS) as WaitingKind[]).find(isMostly);
    return `${shortLength(length)} of ${way === undefined ? 'waiting' : WAITING_WORDS[way]}`;
  }
  if (isMostly('scrolling')) return 'scrolling output';
  if (isMostly('typing')) return 'typing';
  return 'between moments';
}

/** A length in a sentence: `4.2 s`, `3:12`. */
export const shortLength = (micros: number): string =>
  micros < 60 * MICROS_PER_SECOND - 50_000 ? `${(micros / MICROS_PER_SECOND).toFixed(1)} s` : formatTime(micros, 0);
