import type { SourceTime } from '../../cast/time.ts';
import { overlaps, type Range } from '../../lib/ranges.ts';
import type { Hold, Plan } from '../../plan/plan.ts';
import type { Span } from '../analysis.ts';
import { describeStretch } from '../suggest/stretches.ts';
import type { FittedEdits } from './outcome.ts';
import type { Showing } from './showing.ts';
import type { Part } from './shown.ts';

export const NO_EDITS: FittedEdits = { cuts: [], speedRegions: [], holds: [] };

/** Edits before they have their reasons: they are tried out many times, and explained once. */
export interface BareEdits {
  readonly cuts: readonly Range<SourceTime>[];
  readonly speedRegions: readonly Part[];
  readonly holds: FittedEdits['holds'];
}

/** The user's edits with those that were fitted around them. */
export function withEdits(pins: Plan, { cuts, speedRegions, holds }: BareEdits): Plan {
  const byStart = (one: Range, other: Range): number => one.start - other.start;
  return {
    ...pins,
    cuts: [...pins.cuts, ...cuts.map((cut) => ({ ...cut, mode: 'jump' as const }))].sort(byStart),
    speedRegions: [...pins.speedRegions, ...speedRegions].sort(byStart),
    holds: inOrder<Hold>([...pins.holds, ...holds]),
  };
}

export const inOrder = <One extends Hold>(holds: readonly One[]): One[] => holds.toSorted((one, other) => one.at - other.at);

/** What leaves of free time these parts. They are in order, and each in one of the ranges. */
export function editsFor(ranges: readonly Range<SourceTime>[], parts: readonly Part[], holds: FittedEdits['holds']): BareEdits {
  const cuts: Range<SourceTime>[] = [];
  let next = 0;
  for (const range of ranges) {
    let start = range.start;
    for (let part = parts[next]; part !== undefined && part.start < range.end; part = parts[++next]) {
      if (start < part.start) cuts.push({ start, end: part.start });
      start = part.end;
    }
    if (start < range.end) cuts.push({ start, end: range.end });
  }
  return { cuts, speedRegions: parts.filter(({ factor }) => factor !== 1), holds };
}

/** `showings`: of the moments that are kept, whose appearance may be what is played fast. */
export function explained({ cuts, speedRegions, holds }: BareEdits, spans: readonly Span[], showings: readonly Showing[]): FittedEdits {
  const isLead = (part: Range) => showings.some(({ start, time: end }) => start < end && overlaps(part, { start, end }));
  return {
    cuts: cuts.map(({ start, end }) => ({ start, end, reason: describeStretch(spans, { start, end }) })),
    speedRegions: speedRegions.map(({ start, end, factor }) => {
      const reason = isLead({ start, end }) ? 'typing' : describeStretch(spans, { start, end });
      return { start, end, factor, reason };
    }),
    holds,
  };
}

/** Where moments do not stand long enough; of several at one instant the longest counts for all. */
export function readingHolds(showings: readonly Showing[]): FittedEdits['holds'] {
  const byInstant = new Map<SourceTime, FittedEdits['holds'][number]>();
  for (const { time, holdMicros, moment } of showings) {
    if (holdMicros === 0 || holdMicros <= (byInstant.get(time)?.durationMicros ?? 0)) continue;
    byInstant.set(time, { at: time, durationMicros: holdMicros, reason: `time to read: ${moment.reason}` });
  }
  return inOrder([...byInstant.values()]);
}
