import type { SourceTime } from '#core/cast/time.ts';
import { lowerBound, upperBound } from '#core/lib/binary-search.ts';

const SECOND = 1_000_000;

/** What an arrow moves a whole region by, and an edge where no change of the screen lies in that direction. */
const TENTH = SECOND / 10;

const DIRECTIONS: Readonly<Record<string, 1 | -1>> = { ArrowLeft: -1, ArrowDown: -1, PageDown: -1, ArrowRight: 1, ArrowUp: 1, PageUp: 1 };

interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
}

/**
 * Where a key takes the edge of a region: arrows to the next change of the screen, with Shift by 1 s, pages by 10 s, Home and End as
 * far as it goes (±∞: the caller has the limits). Undefined for a key that means nothing to an edge.
 */
export function nudgeEdge({ key, shiftKey }: Key, time: SourceTime, stepTimes: ArrayLike<number>): number | undefined {
  if (key === 'Home') return Number.NEGATIVE_INFINITY;
  if (key === 'End') return Number.POSITIVE_INFINITY;
  const direction = DIRECTIONS[key];
  if (!direction) return undefined;
  if (key.startsWith('Page')) return time + direction * 10 * SECOND;
  if (shiftKey) return time + direction * SECOND;
  const step = direction > 0 ? stepTimes[upperBound(stepTimes, time)] : stepTimes[lowerBound(stepTimes, time) - 1];
  return step ?? time + direction * TENTH;
}

/** Where a key takes the playhead: arrows by 1 s, with Shift by 10 s, pages by 60 s. */
export function nudgePlayhead({ key, shiftKey }: Key, time: SourceTime): number | undefined {
  if (key === 'Home') return Number.NEGATIVE_INFINITY;
  if (key === 'End') return Number.POSITIVE_INFINITY;
  const direction = DIRECTIONS[key];
  if (!direction) return undefined;
  const step = key.startsWith('Page') ? 60 : shiftKey ? 10 : 1;
  return time + direction * step * SECOND;
}

/** How far a key moves a region as a whole: arrows by 0.1 s, with Shift by 1 s, pages by 10 s. */
export function nudgeWhole({ key, shiftKey }: Key): number | undefined {
  const direction = DIRECTIONS[key];
  if (!direction) return undefined;
  return direction * (key.startsWith('Page') ? 10 * SECOND : shiftKey ? SECOND : TENTH);
}

/** How long a key makes a hold, in the same steps; Home and End as short and as long as it goes (±∞: the caller has the limits). */
export function nudgeLength(key: Key, micros: number): number | undefined {
  if (key.key === 'Home') return Number.NEGATIVE_INFINITY;
  if (key.key === 'End') return Number.POSITIVE_INFINITY;
  const change = nudgeWhole(key);
  return change === undefined ? undefined : micros + change;
}
