import { lowerBound } from '#core/lib/binary-search.ts';
import type { DocumentHold, EditRef } from '#core/plan/document.ts';
import { alignPx, type Band } from './canvas.ts';
import type { Palette } from './palette.ts';
import { timesOf } from './point-layout.ts';
import { microsPerPx, type TimeScale, timeToPx } from './time-scale.ts';

const POLE_PX = 2;
const SELECTED_POLE_PX = 3;

/** The poles of holds, through the whole lane. Those of one pixel are drawn as one, so however many there are, no more are drawn than fit. */
export function drawHolds(
  ctx: CanvasRenderingContext2D,
  { top, height }: Band,
  scale: TimeScale,
  holds: readonly DocumentHold[],
  selected: readonly EditRef[],
  palette: Palette,
): void {
  if (holds.length === 0) return;
  const times = timesOf(holds, ({ at }) => at);
  const ids = new Set(selected.filter(({ kind }) => kind === 'hold').map(({ id }) => id));
  const pxMicros = microsPerPx(scale);
  let index = lowerBound(times, scale.viewport.start);
  while (index < times.length && (times[index] as number) <= scale.viewport.end) {
    const time = times[index] as number;
    const next = lowerBound(times, time + pxMicros, index + 1);
    const here = holds.slice(index, next);
    const widthPx = here.some(({ id }) => ids.has(id)) ? SELECTED_POLE_PX : POLE_PX;
    const left = Math.min(alignPx(ctx, timeToPx(scale, time)) - widthPx / 2, scale.widthPx - widthPx);
    ctx.fillStyle = palette.hold;
    // What was made to fit is lighter: broken, as it gives way.
    if (here.every(({ by }) => by === 'fit')) for (let y = 0; y < height; y += 7) ctx.fillRect(left, top + y, widthPx, 4);
    else ctx.fillRect(left, top, widthPx, height);
    index = next;
  }
}
