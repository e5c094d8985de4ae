import { lowerBound } from '#core/lib/binary-search.ts';
import type { DocumentMarker, EditRef } from '#core/plan/document.ts';
import { alignPx, type Band } from './canvas.ts';
import type { Palette } from './palette.ts';
import { timesOf } from './point-layout.ts';
import { microsPerPx, type TimeScale, timeToPx } from './time-scale.ts';

const POLE_PX = 1.5;
const FLAG_WIDTH_PX = 8;
const FLAG_HEIGHT_PX = 7;
const LABEL_PX = 11;

/** Markers closer than this are flags only: their lines would cover the lane. */
const MIN_LINE_DISTANCE_PX = 8;

/** A flag for every marker below the lane; a faint line up through it, and the label, where the others leave room. */
export function drawMarkers(
  ctx: CanvasRenderingContext2D,
  lane: Band,
  strip: Band,
  scale: TimeScale,
  markers: readonly DocumentMarker[],
  selected: readonly EditRef[],
  palette: Palette,
): void {
  const times = timesOf(markers, ({ time }) => time);
  const ids = new Set(selected.filter(({ kind }) => kind === 'marker').map(({ id }) => id));
  const middle = strip.top + strip.height / 2;
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
    const isSelected = ids.size > 0 && markers.slice(index, next).some(({ id }) => ids.has(id));
    ctx.fillStyle = palette.marker;
    const distance = Math.min(x - previousX, next < times.length ? nextX - x : Number.POSITIVE_INFINITY);
    if (isSelected || distance >= MIN_LINE_DISTANCE_PX) {
      ctx.globalAlpha = isSelected ? 1 : 0.35;
      ctx.fillRect(x, lane.top, 1, strip.top - lane.top);
      ctx.globalAlpha = 1;
    }
    previousX = x;
    drawFlag(ctx, x, middle, isSelected);
    const roomPx = Math.min(nextX, scale.widthPx) - x - FLAG_WIDTH_PX - 10;
    if (roomPx > 24) {
      ctx.font = `${isSelected ? 650 : 450} ${LABEL_PX}px ${palette.font}`;
      ctx.fillStyle = isSelected ? palette.text : palette.textSecondary;
      ctx.fillText(shortened(ctx, markers[index]?.label ?? '', roomPx), x + FLAG_WIDTH_PX + 5, middle);
    }
    index = next;
  }
}

/** Filled where it is selected, and else a pennant on its pole. */
function drawFlag(ctx: CanvasRenderingContext2D, x: number, middle: number, isSelected: boolean): void {
  const top = middle - FLAG_HEIGHT_PX;
  ctx.fillRect(x, top, POLE_PX, 2 * FLAG_HEIGHT_PX);
  ctx.beginPath();
  ctx.moveTo(x, top);
  ctx.lineTo(x + FLAG_WIDTH_PX, isSelected ? top : top + FLAG_HEIGHT_PX / 2);
  if (isSelected) ctx.lineTo(x + FLAG_WIDTH_PX, top + FLAG_HEIGHT_PX);
  ctx.lineTo(x, top + FLAG_HEIGHT_PX);
  ctx.fill();
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
