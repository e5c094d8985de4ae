import type { Range } from '#core/lib/ranges.ts';
import { alignPx, type Band } from './canvas.ts';
import { coveredSpans } from './covered-spans.ts';
import { createHatch } from './hatch.ts';
import type { Palette } from './palette.ts';
import { type TimeScale, timeToPx } from './time-scale.ts';

export interface HitPicture {
  /** In order of their starts. */
  readonly hits: readonly Range[];
  readonly current: Range | undefined;
}

/** Narrower nobody would see one. */
const MIN_HIT_PX = 2;

/** Ticks closer than this would cover what they stand on. */
const MIN_TICK_DISTANCE_PX = 8;

export const HIT_BAR_PX = 4;

/**
 * When what was searched for is on screen: bars on the upper edge of a strip, and through it a faint line where each
 * appears, as long as there is room between them. The one that was gone to stands out.
 */
export function drawHits(
  ctx: CanvasRenderingContext2D,
  band: Band,
  scale: TimeScale,
  { hits, current }: HitPicture,
  palette: Palette,
): void {
  const { top, height } = band;
  const spans = coveredSpans(hits, scale, MIN_HIT_PX);
  const bar = ({ left, right }: { left: number; right: number }, heightPx: number) =>
    ctx.fillRect(alignPx(ctx, left), top, Math.max(alignPx(ctx, right - left), MIN_HIT_PX), heightPx);

  ctx.fillStyle = palette.accent;
  ctx.globalAlpha = 0.35;
  for (const [index, { left }] of spans.entries()) {
    if (left - (spans[index - 1]?.left ?? Number.NEGATIVE_INFINITY) < MIN_TICK_DISTANCE_PX) continue;
    if ((spans[index + 1]?.left ?? Number.POSITIVE_INFINITY) - left >= MIN_TICK_DISTANCE_PX)
      ctx.fillRect(alignPx(ctx, left), top, 1, height);
  }
  ctx.globalAlpha = 0.6;
  for (const span of spans) bar(span, HIT_BAR_PX);
  ctx.globalAlpha = 1;

  const [shown] = current ? coveredSpans([current], scale, MIN_HIT_PX) : [];
  if (!shown) return;
  ctx.fillStyle = palette.accentSoft;
  bar(shown, height);
  ctx.fillStyle = palette.accent;
  bar(shown, HIT_BAR_PX);
  ctx.fillRect(alignPx(ctx, shown.left), top, MIN_HIT_PX, height);
}

/** Cuts that are only proposed: fainter than those that are made, and with broken edges. */
export function drawProposedCuts(
  ctx: CanvasRenderingContext2D,
  { top, height }: Band,
  scale: TimeScale,
  cuts: readonly Range[],
  palette: Palette,
): void {
  const spans = coveredSpans(cuts, scale, 1);
  const look = { line: palette.cut, lineOpacity: 0.3, washes: [[palette.ground, 0.4] as const] };
  ctx.fillStyle = createHatch(ctx, look, timeToPx(scale, 0));
  ctx.beginPath();
  for (const { left, right } of spans) ctx.rect(alignPx(ctx, left), top, alignPx(ctx, right - left), height);
  ctx.fill();
  ctx.strokeStyle = palette.cut;
  ctx.lineWidth = 1;
  ctx.setLineDash([4, 3]);
  ctx.beginPath();
  for (const { left, right } of spans) {
    for (const px of [left, right]) {
      // An edge out of sight has no place here.
      if (px <= 0 || px >= scale.widthPx) continue;
      ctx.moveTo(alignPx(ctx, px) + 0.5, top);
      ctx.lineTo(alignPx(ctx, px) + 0.5, top + height);
    }
  }
  ctx.stroke();
  ctx.setLineDash([]);
}
