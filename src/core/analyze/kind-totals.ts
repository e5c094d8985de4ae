import { SPAN_KINDS, type Span, type SpanKind } from './analysis.ts';

/** How long each kind takes of a recording, in microseconds, in the order of `SPAN_KINDS`; of those that there are none of, 0. */
export const kindTotals = (spans: readonly Span[]): readonly (readonly [SpanKind, number])[] =>
  SPAN_KINDS.map((kind) => [kind, spans.reduce((sum, span) => (span.kind === kind ? sum + span.end - span.start : sum), 0)] as const);
