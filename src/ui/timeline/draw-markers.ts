import { lowerBound } from '#core/lib/binary-search.ts';
import { alignPx, type Band } from './canvas.ts';
import type { Palette } from './palette.ts';
import { microsPerPx, type TimeScale, timeToPx } from './time-scale.ts';

/** Markers in order of time; labels are looked up for those only that have room for one. */
export interface MarkerList {
  readonly times: Float64Array;
  labelOf(index: number): string;
}

const DOT_PX = 3;
const LABEL_PX = 11;

/** Markers closer than this are dots only: their lines would cover the lane. */
const MIN_LINE_DISTANCE_PX = 8;

/** A dot for every marker below the lane; a faint line up through it, and the label, where the others leave room. */
export function drawMarkers(
  ctx: CanvasRenderingContext2D,
  lane: Band,
  strip: Band,
  scale: TimeScale,
  markers: MarkerList,
  palette: Palette,
): void {
  const { times } = markers;
  const middle = strip.top + strip.height / 2;
  ctx.font = `450 ${LABEL_PX}px ${palette.font}`;
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  let index = lowerBound(times, scale.viewport.start);
  let previousX = Number.NEGATIVE_INFINITY;
  while (index < times.length && (times[index] as number) <= scale.viewport.end) {
    const time = times[index] as number;
    const x = alignPx(ctx, timeToPx(scale, time));
    // Those of the same pixel are drawn as one.
    const next = lowerBound(times, time + microsPerPx(scale), index + 1);
    const nextX = next < times.length ? timeToPx(scale, times[next] as number) : scale.widthPx;
    ctx.fillStyle = palette.marker;
    if (Math.min(x - previousX, next < times.length ? nextX - x : Number.POSITIVE_INFINITY) >= MIN_LINE_DISTANCE_PX) {
      ctx.globalAlpha = 0.35;
      ctx.fillRect(x, lane.top, 1, lane.height);
      ctx.globalAlpha = 1;
    }
    previousX = x;
    ctx.beginPath();
    ctx.arc(x, middle, DOT_PX, 0, 2 * Math.PI);
    ctx.fill();
    const roomPx = Math.min(nextX, scale.widthPx) - x - 2 * DOT_PX - 10;
    if (roomPx > 24) {
      ctx.fillStyle = palette.textSecondary;
      ctx.fillText(shortened(ctx, markers.labelOf(index), roomPx), x + DOT_PX + 5, middle);
    }
    index = next;
  }
}

/** The text, or as much of its beginning as has room, with an ellipsis. */
function shortened(ctx: CanvasRenderingContext2D, text: string, roomPx: number): string {
  // Nobody reads more in a line, and measuring takes as long as the text is.
  const start = text.slice(0, 200);
  const width = ctx.measureText(start).width;
  if (width <= roomPx && start === text) return text;
  const length = Math.floor((start.length * roomPx) / Math.max(width, roomPx)) - 1;
  return length < 2 ? '' : `${start.slice(0, length).trimEnd()}…`;
}
