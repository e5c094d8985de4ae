import type { Recording } from '../cast/recording.ts';
import type { Range } from '../lib/ranges.ts';
import type { Analysis } from './analysis.ts';
import { findGaps } from './gaps.ts';

/** Of each wait so much is left, that a viewer sees that time passes. */
export const WAIT_LEFT_MICROS = 1_000_000;

/** How much shorter an idle cap would make a recording, in microseconds. Gaps are those between any events, as the cap takes them. */
export function reclaimedByIdleCap({ events }: Pick<Recording, 'events'>, idleCapMicros: number): number {
  const { starts, ends } = findGaps(events.times, idleCapMicros);
  return starts.reduce((sum, start, index) => sum + (ends[index] as number) - start - idleCapMicros, 0);
}

/** How much shorter it would be if of each wait a second were left, whatever is seen meanwhile. */
export function reclaimedByIgnoringWaiting({ spans }: Pick<Analysis, 'spans'>): number {
  return waits(spans).reduce((sum, { start, end }) => sum + Math.max(0, end - start - WAIT_LEFT_MICROS), 0);
}

/** Stretches of waiting, of one way or several. */
function waits(spans: Analysis['spans']): Range[] {
  const found: Range[] = [];
  for (const { kind, start, end } of spans) {
    if (kind !== 'waiting') continue;
    const last = found.at(-1);
    if (last?.end === start) found[found.length - 1] = { start: last.start, end };
    else found.push({ start, end });
  }
  return found;
}
