import type { SourceTime } from '../../cast/time.ts';
import type { Range } from '../../lib/ranges.ts';
import type { SpanKind } from '../analysis.ts';

/** An edit that is proposed, and why. */
export type Suggestion = Range<SourceTime> & {
  /** The kind of span that it shortens. */
  readonly kind: SpanKind;
  /** For people: `3:12 of spinner → 1.0 s`. */
  readonly reason: string;
  /** How much shorter the result gets, in microseconds. */
  readonly savedMicros: number;
} & ({ readonly edit: 'cut' } | { readonly edit: 'speed'; readonly factor: number });
