import { alignPx, type Band } from './canvas.ts';
import type { Palette } from './palette.ts';
import { labelWidthPx, rulerTicks } from './ruler-ticks.ts';
import { type TimeScale, timeToPx } from './time-scale.ts';

const LABEL_PX = 11;

/** Paints the ruler; its ticks stand on the lower edge of the band. */
export function drawRuler(ctx: CanvasRenderingContext2D, { top, height }: Band, scale: TimeScale, palette: Palette): void {
  const bottom = top + height;
  ctx.font = `450 ${LABEL_PX}px ${palette.font}`;
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  for (const { time, label } of rulerTicks(scale)) {
    const x = alignPx(ctx, timeToPx(scale, time));
    const tickPx = label === undefined ? 3 : 8;
    ctx.fillStyle = palette.lineStrong;
    ctx.fillRect(x, bottom - tickPx, 1, tickPx);
    if (label === undefined || x + 5 + labelWidthPx(label) > scale.widthPx) continue;
    ctx.fillStyle = palette.textSecondary;
    ctx.fillText(label, x + 5, top + height / 2);
  }
}
