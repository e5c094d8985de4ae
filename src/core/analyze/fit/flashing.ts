import type { SourceTime } from '../../cast/time.ts';
import { lowerBound } from '../../lib/binary-search.ts';
import { firstEndingAfter, type Range } from '../../lib/ranges.ts';
import type { TimeMap } from '../../plan/time-map.ts';
import { MAX_FLASHES_PER_SECOND } from '../analysis.ts';
import { surplusFlashes } from '../flash-rule.ts';
import type { BareEdits } from './edits.ts';
import type { Stage } from './showing.ts';

/** A flash as edits make it: it comes faster than recorded, or at the seam of a cut in which it happened. */
interface MadeFlash {
  readonly result: number;
  readonly at: number;
  readonly isCut: boolean;
}

function flashesWithin({ start, end }: Range<SourceTime>, map: TimeMap, flashTimes: Float64Array): MadeFlash[] {
  const from = lowerBound(flashTimes, start);
  const to = lowerBound(flashTimes, end, from);
  const results = new Float64Array(to - from);
  map.toResults(flashTimes, from, to, results);
  return Array.from(results, (result, index) => ({ result, at: flashTimes[from + index] as number, isCut: false }));
}

/** In the order of the result. However often it flashed in a cut, at its seam it does so once. */
function madeFlashes(map: TimeMap, { cuts, speedRegions }: BareEdits, flashTimes: Float64Array): MadeFlash[] {
  if (flashTimes.length === 0) return [];
  const made = speedRegions.flatMap((region) => flashesWithin(region, map, flashTimes));
  for (const { start, end } of cuts) {
    const first = flashTimes[lowerBound(flashTimes, start)];
    if (first !== undefined && first < end) made.push({ result: map.toResult(end), at: first, isCut: true });
  }
  return made.sort((one, other) => one.result - other.result);
}

/** Ranges that have a share in more flashes within a second than may be. */
export interface Flashing<R> {
  /** By what is played fast in them. */
  readonly played: ReadonlySet<R>;
  /** By the seams of their cuts. */
  readonly cut: ReadonlySet<R>;
}

/** `ranges` are in order and apart. */
export function flashingRanges<R extends Range>(
  map: TimeMap,
  edits: BareEdits,
  ranges: readonly R[],
  flashTimes: Float64Array,
): Flashing<R> {
  const made = madeFlashes(map, edits, flashTimes);
  const [played, cut] = [new Set<R>(), new Set<R>()];
  for (const last of surplusFlashes(made.map(({ result }) => result))) {
    for (const { at, isCut } of made.slice(last - MAX_FLASHES_PER_SECOND, last + 1)) {
      const range = ranges[firstEndingAfter(ranges, at)];
      if (range !== undefined && range.start <= at) (isCut ? cut : played).add(range);
    }
  }
  return { played, cut };
}

/** Whether the user's own edits play something so fast that it flashes more often than may be. */
export const doPinsFlash = ({ pins, pinMap, flashTimes }: Stage): boolean =>
  pins.speedRegions.some((region) => {
    const results = region.factor > 1 ? flashesWithin(region, pinMap, flashTimes).map(({ result }) => result) : [];
    return surplusFlashes(results).length > 0;
  });
