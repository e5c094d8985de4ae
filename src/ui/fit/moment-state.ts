import type { Moment } from '#core/analyze/analysis.ts';
import type { SourceTime } from '#core/cast/time.ts';
import { overlaps, type Range, subtract } from '#core/lib/ranges.ts';
import type { EditDocument } from '#core/plan/document.ts';

/**
 * What has been said about a moment: by the user, who pins it or cuts it, or else by what fits. `left out`: nothing of it
 * is in the result; `brief`: it is, for less than it takes to read.
 */
export type MomentState = 'pinned' | 'cut' | 'kept' | 'brief' | 'left out' | 'open';

/** `kept`: those that can be read in the result; undefined where it is fitted to nothing. */
export function momentState(moment: Moment, document: EditDocument, kept: ReadonlySet<Moment> | undefined): MomentState {
  const covers = ({ start, end }: Range): boolean => start <= moment.start && moment.time < end;
  if (document.cuts.some((region) => region.by === undefined && covers(region))) return 'cut';
  if (document.speedRegions.some((region) => region.by === undefined && region.factor <= 1 && covers(region))) return 'pinned';
  if (!kept) return 'open';
  if (kept.has(moment)) return 'kept';
  // After a cut that ends before it is gone, it is there still.
  return document.cuts.some(({ start, end }) => start <= moment.time && moment.goneAt <= end) ? 'left out' : 'brief';
}

/** What of a moment's range is none of the others', which stay as they are. All of it, where the moment would stay with them. */
export function rangesOfItsOwn(
  moment: Moment,
  rangeOf: (moment: Moment) => Range<SourceTime>,
  others: readonly Moment[],
): readonly Range<SourceTime>[] {
  const range = rangeOf(moment);
  const own = others.reduce((left, other) => subtract(left, rangeOf(other)), [range]);
  return own.some((piece) => overlaps(piece, { start: moment.start, end: moment.time + 1 })) ? own : [range];
}
