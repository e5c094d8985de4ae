import { type SourceTime, sourceTime } from '#core/cast/time.ts';
import type { Range } from '#core/lib/ranges.ts';

export type Edge = 'start' | 'end';

/**
 * A drag under way, as it stood when it began. Where it leads is computed from this and from where the pointer is
 * now, never from the step before: so nothing drifts, and what was passed over on the way leaves no trace.
 */
export type Drag =
  | {
      readonly kind: 'resize';
      readonly edge: Edge;
      readonly before: Range<SourceTime>;
      readonly limits: Range<SourceTime>;
      /** Pointer minus edge: the edge keeps its distance to the pointer that took it. */
      readonly grabMicros: number;
    }
  | { readonly kind: 'move'; readonly before: Range<SourceTime>; readonly limits: Range<SourceTime>; readonly grabMicros: number }
  | { readonly kind: 'select'; readonly anchor: SourceTime; readonly limits: Range<SourceTime>; readonly grabMicros: number };

export interface Pull {
  /** Null where nothing is selected: the pointer is at the anchor. */
  readonly range: Range<SourceTime> | null;
  /** The instant that is dragged: the edge, or the start of what moves. */
  readonly at: SourceTime;
  /** What `at`, or the other end of what moves, snapped to. */
  readonly snappedTo: SourceTime | null;
}

/** Answers what attracts an instant; null where nothing does. */
export type Attract = (time: number) => SourceTime | null;

/** No region is made shorter than this by hand, where it was not already. */
const MIN_REGION_MICROS = 1000;

export function pull(drag: Drag, pointerTime: number, attract: Attract): Pull {
  const wanted = pointerTime - drag.grabMicros;
  switch (drag.kind) {
    case 'resize': {
      const snapped = attract(wanted);
      const range = resizeRange(drag.before, drag.edge, snapped ?? wanted, drag.limits);
      const at = range[drag.edge];
      return { range, at, snappedTo: at === snapped ? snapped : null };
    }
    case 'move':
      return pullWhole(drag.before, drag.limits, wanted, attract);
    case 'select': {
      const snapped = attract(wanted);
      const at = within(snapped ?? wanted, drag.limits.start, drag.limits.end);
      const [start, end] = at < drag.anchor ? [at, drag.anchor] : [drag.anchor, at];
      return { range: start < end ? { start, end } : null, at, snappedTo: at === snapped ? snapped : null };
    }
  }
}

/** Sets one edge of a range, kept within the limits and apart from the other edge. */
export function resizeRange(range: Range<SourceTime>, edge: Edge, time: number, limits: Range<SourceTime>): Range<SourceTime> {
  const reach = edgeReach(range, edge, limits);
  return { ...pick(range), [edge]: within(time, reach.start, reach.end) };
}

/** From where to where an edge can go; both included. */
export function edgeReach(range: Range<SourceTime>, edge: Edge, limits: Range<SourceTime>): { start: SourceTime; end: SourceTime } {
  const shortest = Math.max(1, Math.min(MIN_REGION_MICROS, range.end - range.start));
  return edge === 'start'
    ? { start: limits.start, end: sourceTime(range.end - shortest) }
    : { start: sourceTime(range.start + shortest), end: sourceTime(Math.max(limits.end, range.end)) };
}

/** Puts a range elsewhere within the limits; its length stays. */
export function moveRange(range: Range<SourceTime>, start: number, limits: Range<SourceTime>): Range<SourceTime> {
  const length = range.end - range.start;
  const moved = within(start, limits.start, Math.max(limits.start, limits.end - length));
  return { start: moved, end: sourceTime(moved + length) };
}

/** Either end may snap; the one that is nearer to its target wins. */
function pullWhole(before: Range<SourceTime>, limits: Range<SourceTime>, wantedStart: number, attract: Attract): Pull {
  const wantedEnd = wantedStart + (before.end - before.start);
  const atStart = attract(wantedStart);
  const atEnd = attract(wantedEnd);
  const byStart = atStart === null ? Number.POSITIVE_INFINITY : Math.abs(atStart - wantedStart);
  const byEnd = atEnd === null ? Number.POSITIVE_INFINITY : Math.abs(atEnd - wantedEnd);
  const target = byStart <= byEnd ? atStart : atEnd;
  const shift = target === null ? 0 : target - (byStart <= byEnd ? wantedStart : wantedEnd);
  const range = moveRange(before, wantedStart + shift, limits);
  const isSnapped = target === range.start || target === range.end;
  return { range, at: range.start, snappedTo: isSnapped ? target : null };
}

const pick = ({ start, end }: Range<SourceTime>): Range<SourceTime> => ({ start, end });

const within = (time: number, low: number, high: number): SourceTime => sourceTime(Math.round(Math.min(Math.max(time, low), high)));
