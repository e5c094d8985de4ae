import { focusTimeline } from '../shared/focus-timeline.ts';

/**
 * Does something that was chosen in a window that is closed by now. What had the focus before that window may go with
 * it: all that is drawn is drawn with the next frame, and is there before the one after it.
 */
export function runAndCatchFocus(run: () => void): void {
  run();
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) focusTimeline();
    }),
  );
}
