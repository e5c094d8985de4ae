import { MICROS_PER_SECOND, type SourceTime, sourceTime } from '../../cast/time.ts';
import type { Analysis, Moment } from '../analysis.ts';
import type { Showing, Stage } from './showing.ts';
import type { Wish } from './shown.ts';

/** How the result ends. */
export interface LastScreen {
  /** How long it is to be seen, if it is free to be: what of it is not recorded is held. */
  readonly micros: number;
  /** Since when it stands. */
  readonly standsFrom: SourceTime;
  /** The part of the recording that shows it; undefined where the end is the user's own. */
  readonly wish: Wish | undefined;
}

/** Held so long where there is room, and a fifth of the time where there is little; at least long enough to be seen. */
const GOOD_MICROS = 3 * MICROS_PER_SECOND;
const LEAST_MICROS = MICROS_PER_SECOND;
const SHARE = 1 / 5;

/** `roomMicros`: the length of the result without what the user's edits need. */
export function lastScreenOf({ free, settings }: Stage, { spans, moments }: Analysis, roomMicros: number): LastScreen {
  const range = free.ranges.length - 1;
  const last = free.ranges[range];
  if (last?.end !== free.end) return { micros: 0, standsFrom: free.end, wish: undefined };
  const micros = Math.min(GOOD_MICROS, Math.max(LEAST_MICROS, roomMicros * SHARE));
  const waitsFrom = startOfWaiting(spans, free.end);
  const seenFrom = moments.findLast(({ kind, time, goneAt }) => kind === 'end' && time < free.end && goneAt >= free.end)?.time ?? free.end;
  const standsFrom = sourceTime(Math.min(waitsFrom, seenFrom));
  const wanted = Math.min(free.end - Math.max(1, settings.shortestKeptMicros), Math.max(standsFrom, Math.ceil(free.end - micros)));
  const start = sourceTime(Math.max(last.start, wanted));
  return { micros, standsFrom, wish: { start, end: free.end, factor: 1, range, rank: -1 } };
}

/** Since when nothing readable has changed before an instant. */
function startOfWaiting(spans: Analysis['spans'], end: SourceTime): SourceTime {
  let start = end;
  for (let index = spans.findLastIndex((span) => span.start < end); spans[index]?.kind === 'waiting'; index--) {
    start = (spans[index] as Analysis['spans'][number]).start;
  }
  return start;
}

/**
 * The moments that are read on the last screen: what it is called after, and the last text that has to be seen and still
 * stands. What is typed is seen where it is typed.
 */
export function lastMoments({ free }: Stage, { moments }: Analysis, { wish }: LastScreen): ReadonlySet<Moment> {
  const standing = wish === undefined ? [] : moments.filter(({ time, goneAt }) => time <= free.end && goneAt >= free.end);
  const last = standing.findLast(({ kind, isKept }) => isKept && kind !== 'end' && kind !== 'prompt' && kind !== 'command');
  return new Set(standing.filter((moment) => moment === last || moment.kind === 'end'));
}

/** How long the last screen is held, beyond what is recorded of it: as long as it should stand, and what there is to read takes. */
export function heldMicros({ micros, standsFrom, wish }: LastScreen, showings: readonly Showing[], { free }: Stage): number {
  if (wish === undefined) return 0;
  const recorded = free.lengthOf(sourceTime(Math.max(standsFrom, wish.start)), free.end);
  const toRead = showings
    .filter(({ onLastScreenMicros }) => onLastScreenMicros > 0)
    .map(({ onLastScreenMicros, start, time, end }) => {
      const seenFrom = start < end ? time : Math.max(time, wish.start);
      return onLastScreenMicros - free.lengthOf(sourceTime(seenFrom), free.end);
    });
  return Math.max(0, micros - recorded, ...toRead);
}
