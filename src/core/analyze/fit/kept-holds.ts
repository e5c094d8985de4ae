import { type Recording, recordingDuration } from '../../cast/recording.ts';
import { type SourceTime, sourceTime } from '../../cast/time.ts';
import { overlaps, type Range } from '../../lib/ranges.ts';
import type { Plan } from '../../plan/plan.ts';
import { createTimeMap } from '../../plan/time-map.ts';
import type { Analysis, Moment } from '../analysis.ts';
import type { FittedEdits } from './outcome.ts';
import { SHORTEST_HOLD_MICROS } from './showing.ts';

/** A longer stretch is kept for its own sake, and passes as it was recorded, unless half of it is one moment. */
const FOR_MOMENTS_MICROS = 10_000_000;

/**
 * Holds for moments in what the user keeps at the speed it was recorded at, where they are gone before they can be read.
 * None of his edits is another for it.
 */
export function keptHolds(recording: Recording, { moments }: Analysis, pins: Plan): FittedEdits['holds'] {
  const regions = pins.speedRegions.filter(({ factor }) => factor === 1);
  if (regions.length === 0) return [];
  const duration = recordingDuration(recording);
  const stretches = joined(regions);
  const map = createTimeMap(recording, pins);
  const holds: FittedEdits['holds'][number][] = [];

  /** The kept stretch in which a moment is to be read; undefined where it is in none, or none is kept for it. */
  function stretchFor(moment: Moment): Range<SourceTime> | undefined {
    const { start, time, goneAt, readingMicros } = moment;
    const end = sourceTime(Math.min(duration, Math.max(moment.end, Math.min(goneAt, time + readingMicros))));
    const region = regions.find((one) => one.start <= time && time < one.end);
    if (!region || region.end - region.start > Math.max(FOR_MOMENTS_MICROS, 2 * (end - start))) return undefined;
    const isUndone = pins.cuts.some(
      (cut) => overlaps(cut, { start: time, end: end + 1 }) || (cut.mode === 'drop' && overlaps(cut, { start, end: time + 1 })),
    );
    return isUndone ? undefined : stretches.find((one) => one.start <= start && end <= one.end);
  }

  // The last one first: while the screen is held for it, those before it can still be read.
  for (const moment of moments.toReversed()) {
    const stretch = stretchFor(moment);
    if (!stretch) continue;
    const { time, readingMicros, reason } = moment;
    const until = sourceTime(Math.min(moment.goneAt, stretch.end));
    const seenMicros = (until >= duration ? map.resultDuration : map.toResult(until)) - map.toResult(time);
    const heldMicros = holds.reduce((sum, { at, durationMicros }) => (at < until ? sum + durationMicros : sum), 0);
    const durationMicros = Math.ceil(readingMicros - seenMicros - heldMicros);
    if (durationMicros >= SHORTEST_HOLD_MICROS) holds.unshift({ at: time, durationMicros, reason: `time to read: ${reason}` });
  }
  return holds;
}

/** Stretches that touch are one. They are in order. */
function joined(regions: readonly Range<SourceTime>[]): Range<SourceTime>[] {
  const stretches: Range<SourceTime>[] = [];
  for (const { start, end } of regions) {
    const last = stretches.at(-1);
    if (last?.end === start) stretches[stretches.length - 1] = { start: last.start, end };
    else stretches.push({ start, end });
  }
  return stretches;
}
