import { lowerBound } from '#core/lib/binary-search.ts';
import type { Range } from '#core/lib/ranges.ts';
import type { RangeColumns } from '#core/plan/time-map.ts';
import { alignPx, type Band } from './canvas.ts';
import type { Bars } from './density.ts';
import { drawChevrons } from './draw-chevrons.ts';
import { createHatch } from './hatch.ts';
import type { RegionBox } from './layout.ts';
import type { Palette } from './palette.ts';
import { microsPerPx, type TimeScale, timeToPx } from './time-scale.ts';

export interface LanePicture {
  readonly scale: TimeScale;
  readonly bars: Bars;
  readonly barWidthPx: number;
  readonly waiting: RangeColumns;
  readonly removedIdle: RangeColumns;
  readonly regions: readonly RegionBox[];
  readonly selectedRegions: readonly RegionBox[];
  readonly selection: Range | null;
  /** Where a dragged edge has snapped to. */
  readonly snappedTo: number | null;
}

/** Left between the highest bar and the strips of the regions above it. */
const HEADROOM = 0.2;

/** How much of the ground covers what the result does not hold. */
const CUT_VEIL = 0.55;
const IDLE_VEIL = 0.5;

const EDGE_PX = 1.5;

/** A region as narrow as this, and as near to the next, has its fill alone. */
const CROWDED_PX = 6;

/** Paints a lane: what was printed and typed, what is waiting, and what the edits make of it. */
export function drawLane(ctx: CanvasRenderingContext2D, band: Band, picture: LanePicture, palette: Palette): void {
  const { scale, regions, selection } = picture;
  const { top, height } = band;
  const cuts = regions.filter(({ ref }) => ref.kind === 'cut');
  const speeds = regions.filter(({ ref }) => ref.kind === 'speed');
  const fillSpan = (left: number, right: number) => ctx.fillRect(left, top, Math.max(right - left, 1), height);

  ctx.fillStyle = palette.ground;
  ctx.fillRect(0, top, scale.widthPx, height);

  ctx.fillStyle = palette.waiting;
  forEachVisible(picture.waiting, scale, fillSpan);
  ctx.fillStyle = palette.accentSoft;
  for (const { left, right } of speeds) fillSpan(left, right);

  drawBars(ctx, band, picture.bars, picture.barWidthPx, palette);

  ctx.fillStyle = palette.ground;
  ctx.globalAlpha = IDLE_VEIL;
  forEachVisible(picture.removedIdle, scale, fillSpan);
  ctx.globalAlpha = 1;

  // Where a cut lies over a speed region, its hatch does, too.
  drawChevrons(ctx, band, scale, speeds, palette.accent);

  if (cuts.length > 0) {
    const look = { line: palette.cut, lineOpacity: 0.4, washes: [[palette.ground, CUT_VEIL] as const, [palette.cutSoft, 0.3] as const] };
    ctx.fillStyle = createHatch(ctx, look, timeToPx(scale, 0));
    ctx.beginPath();
    for (const { left, right } of cuts) ctx.rect(alignPx(ctx, left), top, Math.max(alignPx(ctx, right - left), 1), height);
    // One fill for all: to set up a pattern takes longer than to paint most cuts with it.
    ctx.fill();
  }

  drawEdges(ctx, band, speeds, palette.accent);
  drawEdges(ctx, band, cuts, palette.cut);
  for (const box of picture.selectedRegions) drawSelectedEdges(ctx, band, box, box.ref.kind === 'cut' ? palette.cut : palette.accent);

  if (selection) {
    const left = timeToPx(scale, selection.start);
    const right = timeToPx(scale, selection.end);
    ctx.fillStyle = palette.accentSoft;
    fillSpan(left, right);
    ctx.fillStyle = palette.accent;
    ctx.fillRect(alignPx(ctx, left), top, 1, height);
    ctx.fillRect(alignPx(ctx, right) - 1, top, 1, height);
    ctx.fillRect(left, top, right - left, 2);
    ctx.fillRect(left, top + height - 2, right - left, 2);
  }
  if (picture.snappedTo !== null) drawGuide(ctx, band, timeToPx(scale, picture.snappedTo), palette);
}

function drawBars(ctx: CanvasRenderingContext2D, { top, height }: Band, bars: Bars, widthPx: number, palette: Palette): void {
  const { length, lefts, outputs, inputs } = bars;
  const ratio = ctx.getTransform().a;
  const bottom = top + height;
  const room = height * (1 - HEADROOM);
  const align = (px: number) => Math.round(px * ratio) / ratio;
  ctx.fillStyle = palette.activity;
  for (let bar = 0; bar < length; bar++) {
    const output = outputs[bar] as number;
    if (output === 0) continue;
    const barHeight = Math.max(2, align(output * room));
    ctx.fillRect(align(lefts[bar] as number), bottom - barHeight, widthPx, barHeight);
  }
  ctx.fillStyle = palette.input;
  for (let bar = 0; bar < length; bar++) {
    const input = inputs[bar] as number;
    if (input === 0) continue;
    const barHeight = align(3 + input * Math.min(8, height * 0.08));
    ctx.fillRect(align(lefts[bar] as number), bottom - barHeight, widthPx, barHeight);
  }
}

/** Calls back with the pixels of every range that is at least one wide; skips to the next pixel over those that are not. */
function forEachVisible({ starts, ends }: RangeColumns, scale: TimeScale, draw: (left: number, right: number) => void): void {
  const { viewport, widthPx } = scale;
  const pxMicros = microsPerPx(scale);
  let index = lowerBound(ends, viewport.start);
  while (index < starts.length && (starts[index] as number) < viewport.end) {
    const start = starts[index] as number;
    const end = ends[index] as number;
    if (end - start >= pxMicros) {
      draw(Math.max(0, timeToPx(scale, start)), Math.min(widthPx, timeToPx(scale, end)));
      index++;
    } else {
      index = lowerBound(ends, start + pxMicros, index + 1);
    }
  }
}

function drawEdges(ctx: CanvasRenderingContext2D, { top, height }: Band, boxes: readonly RegionBox[], color: string): void {
  const width = alignPx(ctx, EDGE_PX);
  ctx.fillStyle = color;
  for (const [index, { left, right }] of boxes.entries()) {
    if (isCrowded(boxes, index)) continue;
    ctx.fillRect(alignPx(ctx, left), top, width, height);
    ctx.fillRect(alignPx(ctx, right) - width, top, width, height);
  }
}

/** Whether the edges of a region, and those of its neighbour, would run together into a slab of colour. */
function isCrowded(boxes: readonly RegionBox[], index: number): boolean {
  const { left, right } = boxes[index] as RegionBox;
  if (right - left >= CROWDED_PX) return false;
  const before = boxes[index - 1]?.right ?? Number.NEGATIVE_INFINITY;
  const after = boxes[index + 1]?.left ?? Number.POSITIVE_INFINITY;
  return left - before < CROWDED_PX || after - right < CROWDED_PX;
}

/** Thicker edges, joined above and below, so that the selected region reads as one thing. */
function drawSelectedEdges(ctx: CanvasRenderingContext2D, { top, height }: Band, { left, right }: RegionBox, color: string): void {
  const from = alignPx(ctx, left);
  const to = Math.max(alignPx(ctx, right), from + 3);
  ctx.fillStyle = color;
  ctx.fillRect(from - 1, top, 3, height);
  ctx.fillRect(to - 2, top, 3, height);
  ctx.fillRect(from, top, to - from, 1.5);
  ctx.fillRect(from, top + height - 1.5, to - from, 1.5);
}

function drawGuide(ctx: CanvasRenderingContext2D, { top, height }: Band, cssX: number, palette: Palette): void {
  const x = alignPx(ctx, cssX);
  ctx.fillStyle = palette.text;
  for (let y = 0; y < height; y += 6) ctx.fillRect(x, top + y, 1, 3);
}
