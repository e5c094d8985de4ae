import type { Moment } from '#core/analyze/analysis.ts';
import { type SourceTime, sourceTime } from '#core/cast/time.ts';
import { overlaps, type Range, subtract } from '#core/lib/ranges.ts';
import type { EditDocument } from '#core/plan/document.ts';
import type { EditSettings } from '#core/plan/edit-settings.ts';
import { selectDuration, selectEditSettings } from './selectors.ts';
import type { EditorState } from './state.ts';

/** From when the text of a moment appears to when it is read, or gone before that. */
export const momentRange = ({ start, end }: Moment): Range<SourceTime> => ({ start, end });

/** A range with what is seen before it and after it. */
export const withMargins = (
  { start, end }: Range<SourceTime>,
  { marginBeforeMicros, marginAfterMicros }: EditSettings,
  duration: SourceTime,
): Range<SourceTime> => ({
  start: sourceTime(Math.max(0, start - marginBeforeMicros)),
  end: sourceTime(Math.min(duration, end + marginAfterMicros)),
});

/** Whether the user keeps a range at the speed it was recorded at: several regions may do so together, and no cut undoes it. */
export const isRangeKept = ({ cuts, speedRegions }: EditDocument, range: Range<SourceTime>): boolean =>
  !cuts.some((cut) => overlaps(cut, range)) &&
  speedRegions.reduce((left, region) => (region.factor === 1 && region.by === undefined ? subtract(left, region) : left), [range])
    .length === 0;

/** What of a range is not needed by other moments that are kept, and reach beyond it. */
export function partOfNoOther(range: Range<SourceTime>, state: EditorState): readonly Range<SourceTime>[] {
  const others = (state.analysis.analysis?.moments ?? []).map(momentRange).filter((other) => {
    const isOther = other.start < range.start || other.end > range.end;
    return isOther && overlaps(other, range) && isRangeKept(state.document, other);
  });
  const settings = selectEditSettings(state);
  return others.reduce<readonly Range<SourceTime>[]>(
    (left, other) => subtract(left, withMargins(other, settings, selectDuration(state))),
    [range],
  );
}
