import { formatLength, speakTime } from '#core/cast/format-time.ts';
import type { DocumentRegion, RegionRef } from '#core/plan/document.ts';
import { formatFactor } from '#core/plan/factor.ts';
import type { TimeMap } from '#core/plan/time-map.ts';

/** What a region's plate may say, the most telling first. */
export function regionLabels(kind: RegionRef['kind'], region: DocumentRegion, map: TimeMap): readonly string[] {
  const { start, end } = region;
  if (!('factor' in region) || kind === 'cut') return [`${formatLength(end - start)} cut`, 'cut'];
  const resultMicros = map.toResult(end) - map.toResult(start);
  const factor = formatFactor(region.factor);
  return [`${factor}  ${formatLength(end - start)} → ${formatLength(resultMicros)}`, factor];
}

/** Widest character of the plate's font at its size; a label is shown only where it has room for as many of them. */
const CHARACTER_PX = 7;

/** The plate's own padding and its distance from the edges of the region. */
const PLATE_PX = 22;

/** The first label that has room; undefined where none has. */
export const fittingLabel = (labels: readonly string[], roomPx: number): string | undefined =>
  labels.find((label) => label.length * CHARACTER_PX + PLATE_PX <= roomPx);

/** An edge in words, and what becomes of its region: `41 minutes 5.2 seconds, region now 2.9 seconds in output`. */
export function spokenEdge(region: DocumentRegion, edge: 'start' | 'end', map: TimeMap): string {
  const becomes =
    'factor' in region
      ? `region now ${speakTime(map.toResult(region.end) - map.toResult(region.start))} in output`
      : `${speakTime(region.end - region.start)} cut`;
  return `${speakTime(region[edge])}, ${becomes}`;
}
