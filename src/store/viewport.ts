import type { Range } from '#core/lib/ranges.ts';

/** The visible part of the source time line, in microseconds; its ends may have fractions while zooming. */
export type Viewport = Range;

/** The closest look: a lane of a thousand pixels then shows a microsecond per pixel, the finest time there is. */
const MIN_SPAN_MICROS = 1000;

/** What an empty recording, or one with all events at 0, is shown on. */
const EMPTY_SPAN_MICROS = 1_000_000;

/** Everything. */
export const fitViewport = (durationMicros: number): Viewport => ({
  start: 0,
  end: durationMicros > 0 ? durationMicros : EMPTY_SPAN_MICROS,
});

/** The nearest viewport that lies within the recording and is no narrower than the closest look. */
export function clampViewport({ start, end }: Viewport, durationMicros: number): Viewport {
  const whole = fitViewport(durationMicros).end;
  const span = Math.min(Math.max(end - start, Math.min(MIN_SPAN_MICROS, whole)), whole);
  const clamped = Math.min(Math.max(start, 0), whole - span);
  return { start: clamped, end: clamped + span };
}

/** Shows `factor` times less (above 1) or more (below 1) around an instant, which keeps its place on the screen. */
export function zoomAt(viewport: Viewport, time: number, factor: number, durationMicros: number): Viewport {
  const whole = fitViewport(durationMicros).end;
  const span = Math.min(Math.max((viewport.end - viewport.start) / factor, Math.min(MIN_SPAN_MICROS, whole)), whole);
  const share = (time - viewport.start) / (viewport.end - viewport.start);
  const start = time - share * span;
  return clampViewport({ start, end: start + span }, durationMicros);
}

export const pan = (viewport: Viewport, deltaMicros: number, durationMicros: number): Viewport =>
  clampViewport({ start: viewport.start + deltaMicros, end: viewport.end + deltaMicros }, durationMicros);

/** Moves just far enough, or not at all, that an instant is on the screen; when it was off, it comes a tenth from the edge. */
export function reveal(viewport: Viewport, time: number, durationMicros: number): Viewport {
  if (time >= viewport.start && time <= viewport.end) return viewport;
  const span = viewport.end - viewport.start;
  const start = time > viewport.end ? time - span * 0.1 : time - span * 0.9;
  return clampViewport({ start, end: start + span }, durationMicros);
}

/** Shows all of a range: from as close as now where it has room, and else from just far enough away. */
export function revealRange(viewport: Viewport, range: Range, durationMicros: number): Viewport {
  if (range.start >= viewport.start && range.end <= viewport.end) return viewport;
  const span = Math.max(viewport.end - viewport.start, (range.end - range.start) * 1.2);
  const middle = (range.start + range.end) / 2;
  return clampViewport({ start: middle - span / 2, end: middle + span / 2 }, durationMicros);
}
