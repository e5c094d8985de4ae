import type { SourceTime } from '#core/cast/time.ts';
import { lowerBound, upperBound } from '#core/lib/binary-search.ts';
import { selectShownTime, selectStepTimes } from '#store/selectors.ts';
import type { EditorState } from '#store/state.ts';

/** The instant of the next or previous screen that is shown. Of a cut that is the one after it; undefined where there is none. */
export function otherScreenTime(state: EditorState, direction: 1 | -1): SourceTime | undefined {
  const times = selectStepTimes(state);
  const shown = selectShownTime(state);
  const shownAt = (time: number) => selectShownTime({ ...state, playhead: time as SourceTime });
  if (direction > 0) {
    const next = times[upperBound(times, shown)];
    return next === undefined ? undefined : shownAt(next);
  }
  let before = times[lowerBound(times, shown) - 1];
  // What is cut shows the screen that one comes from.
  while (before !== undefined && shownAt(before) >= shown) before = times[lowerBound(times, startOfCut(state, before)) - 1];
  return before === undefined ? undefined : shownAt(before);
}

const startOfCut = ({ document }: EditorState, time: number): number =>
  document.cuts.find(({ start, end }) => start <= time && time < end)?.start ?? time;
