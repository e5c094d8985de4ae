import type { Span, SpanKind } from '#core/analyze/analysis.ts';
import { kindTotals } from '#core/analyze/kind-totals.ts';
import { formatTime, speakTime } from '#core/cast/format-time.ts';
import { MICROS_PER_SECOND } from '#core/cast/time.ts';
import { KIND_WORDS } from './kind-words.ts';

/** How long each kind takes of the recording, without those that there is nothing of. */
export const kindsThere = (spans: readonly Span[]): readonly (readonly [SpanKind, number])[] =>
  kindTotals(spans).filter(([, micros]) => micros > 0);

/** The next span of a kind that begins after an instant; after the last one comes the first. */
export function nextOfKind(spans: readonly Span[], kind: SpanKind, time: number): Span | undefined {
  const own = spans.filter((span) => span.kind === kind);
  return own.find(({ start }) => start > time) ?? own[0];
}

/** Parts of a session in whole seconds: they are compared, not added up. Those of a short one would all be alike. */
export const formatPart = (micros: number, wholeMicros: number): string =>
  formatTime(micros, wholeMicros >= 100 * MICROS_PER_SECOND ? 0 : 1);

/** All kinds in words, for assistive technology: `waiting 71 minutes 40 seconds, typing 41 seconds`. */
export const speakKinds = (spans: readonly Span[]): string =>
  kindsThere(spans)
    .map(([kind, micros]) => `${KIND_WORDS[kind].word} ${speakTime(micros)}`)
    .join(', ');
