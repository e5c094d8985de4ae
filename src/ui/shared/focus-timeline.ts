/**
 * Puts the focus on the playhead: where it goes when what had it is gone or done with. There single keys are commands
 * again, and Tab goes on through the timeline; on the page itself it would start all over. While nothing is open, on what
 * opens a file.
 */
export function focusTimeline(): void {
  document.querySelector<HTMLElement>('[data-part="playhead"], [data-part="choose-file"]')?.focus({ preventScroll: true });
}
