import { reveal, type Viewport } from '#store/viewport.ts';

/**
 * What to show once the playhead has moved while playing: the next page when it has just left the view, and the same
 * as before otherwise. A view that was scrolled away from the playhead is left alone.
 */
export function follow(viewport: Viewport, previous: number, playhead: number, durationMicros: number): Viewport {
  const wasVisible = previous >= viewport.start && previous <= viewport.end;
  return wasVisible ? reveal(viewport, playhead, durationMicros) : viewport;
}
