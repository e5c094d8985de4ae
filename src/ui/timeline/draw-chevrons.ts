import type { Band } from './canvas.ts';
import type { RegionBox } from './layout.ts';
import { type TimeScale, timeToPx } from './time-scale.ts';

const PITCH_PX = 18;
const WIDTH_PX = 4;
const HEIGHT_PX = 8;
const MARGIN_PX = 5;
const OPACITY = 0.6;

/**
 * Chevrons along the middle of speed regions, which are told apart from the rest by more than their colour then, as cuts
 * are by their hatch. They are anchored to an instant, and travel with what they stand on.
 */
export function drawChevrons(
  ctx: CanvasRenderingContext2D,
  { top, height }: Band,
  scale: TimeScale,
  boxes: readonly RegionBox[],
  color: string,
): void {
  const middle = top + height / 2;
  ctx.beginPath();
  for (const { left, right } of boxes) {
    for (const x of chevronsIn(Math.max(left, 0), Math.min(right, scale.widthPx), timeToPx(scale, 0))) {
      ctx.moveTo(x, middle - HEIGHT_PX / 2);
      ctx.lineTo(x + WIDTH_PX, middle);
      ctx.lineTo(x, middle + HEIGHT_PX / 2);
    }
  }
  ctx.globalAlpha = OPACITY;
  ctx.strokeStyle = color;
  ctx.lineWidth = 1.5;
  ctx.stroke();
  ctx.globalAlpha = 1;
}

/** Where those of a region begin, in px: on a grid through `originPx`, apart from both edges; none where there is no room. */
export function chevronsIn(left: number, right: number, originPx: number): number[] {
  const offset = ((originPx % PITCH_PX) + PITCH_PX) % PITCH_PX;
  const found: number[] = [];
  let x = offset + Math.ceil((left + MARGIN_PX - offset) / PITCH_PX) * PITCH_PX;
  for (; x + WIDTH_PX <= right - MARGIN_PX; x += PITCH_PX) found.push(x);
  const hasRoom = right - left >= WIDTH_PX + 2 * MARGIN_PX;
  // Between two of the grid: one of its own, so that a narrow region is told apart as well.
  return found.length > 0 || !hasRoom ? found : [(left + right - WIDTH_PX) / 2];
}
