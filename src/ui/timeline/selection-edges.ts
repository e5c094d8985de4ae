import { speakTime } from '#core/cast/format-time.ts';
import { MICROS_PER_SECOND, type SourceTime, sourceTime } from '#core/cast/time.ts';
import type { Range } from '#core/lib/ranges.ts';
import { focusTimeline } from '../shared/focus-timeline.ts';
import { edgeReach } from './gestures.ts';
import { type TimeScale, timeToPx } from './time-scale.ts';

export interface SelectionEdges {
  readonly start: HTMLElement;
  readonly end: HTMLElement;
}

/** Puts the two handles of the selection to its edges; without a selection there are none. */
export function placeSelectionEdges(
  edges: SelectionEdges,
  scale: TimeScale,
  selection: Range<SourceTime> | null,
  duration: SourceTime,
): void {
  for (const edge of ['start', 'end'] as const) {
    const handle = edges[edge];
    if (selection === null && handle === document.activeElement) focusTimeline();
    handle.hidden = selection === null;
    if (!selection) continue;
    const time = selection[edge];
    const cssX = Math.min(Math.max(timeToPx(scale, time), -100), scale.widthPx + 100);
    handle.style.transform = `translateX(${cssX.toFixed(2)}px)`;
    const reach = edgeReach(selection, edge, { start: sourceTime(0), end: duration });
    handle.setAttribute('aria-valuemin', String(reach.start / MICROS_PER_SECOND));
    handle.setAttribute('aria-valuemax', String(reach.end / MICROS_PER_SECOND));
    handle.setAttribute('aria-valuenow', String(time / MICROS_PER_SECOND));
    handle.setAttribute('aria-valuetext', speakTime(time));
  }
}
