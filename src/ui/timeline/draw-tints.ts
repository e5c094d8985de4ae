import { alignPx, type Band } from './canvas.ts';
import { createHatch } from './hatch.ts';
import type { RegionBox } from './layout.ts';
import type { Palette } from './palette.ts';

/** Washes the overview with the edits: where time runs at another speed, and where it is cut, hatched. */
export function drawTints(ctx: CanvasRenderingContext2D, { top, height }: Band, boxes: readonly RegionBox[], palette: Palette): void {
  const fill = (kind: RegionBox['ref']['kind'], style: CanvasPattern | string) => {
    ctx.fillStyle = style;
    ctx.beginPath();
    for (const { ref, left, right } of boxes) {
      if (ref.kind === kind) ctx.rect(alignPx(ctx, left), top, Math.max(alignPx(ctx, right - left), 1), height);
    }
    ctx.fill();
  };
  fill('speed', palette.accentSoft);
  fill('cut', createHatch(ctx, { line: palette.cut, lineOpacity: 0.4, washes: [[palette.cutSoft, 1]] }, 0));
}
