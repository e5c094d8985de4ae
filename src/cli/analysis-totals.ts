import type { Span, WaitingKind } from '#core/analyze/analysis.ts';

/** What is seen while waiting, the longest first, in microseconds. */
export function waitingTotals(spans: readonly Span[]): (readonly [WaitingKind, number])[] {
  const totals = new Map<WaitingKind, number>();
  for (const { waiting, start, end } of spans) {
    if (waiting !== undefined) totals.set(waiting, (totals.get(waiting) ?? 0) + end - start);
  }
  return [...totals].sort(([, one], [, other]) => other - one);
}

/** Idle caps whose effect is told, in microseconds: one that is hardly seen, and one that is common. */
export const IDLE_CAPS_MICROS = [500_000, 2_000_000] as const;
