import type { Suggestion } from '#core/analyze/suggest/suggestion.ts';
import { alignPx, type Band } from '../canvas.ts';
import { coveredSpans, type PxSpan } from '../covered-spans.ts';
import { createHatch, HATCH_PITCH_PX } from '../hatch.ts';
import type { Palette } from '../palette.ts';
import { type TimeScale, timeToPx } from '../time-scale.ts';
import { type GhostBox, isSameSuggestion } from './ghost-boxes.ts';

export interface GhostPicture {
  readonly scale: TimeScale;
  readonly suggestions: readonly Suggestion[];
  /** Of those, what has an outline. */
  readonly boxes: readonly GhostBox[];
  readonly pointed: Suggestion | null;
}

/** What is proposed is fainter than what is done, and what is pointed at is nearly there. */
const OUTLINE_OPACITY = 0.4;
const NARROW_OPACITY = 0.35;

/** Edits that are proposed: hatched or washed as those that are made, but faintly, within a broken outline. */
export function drawGhosts(ctx: CanvasRenderingContext2D, band: Band, picture: GhostPicture, palette: Palette): void {
  const { scale, suggestions, boxes, pointed } = picture;
  const spansOf = (edit: Suggestion['edit']) =>
    coveredSpans(
      suggestions.filter((suggestion) => suggestion.edit === edit),
      scale,
      1,
    );
  fill(ctx, band, spansOf('speed'), palette.accentSoft);
  const cuts = spansOf('cut');
  fill(ctx, band, cuts.filter(isHatched), fillOf(ctx, 'cut', scale, palette, 0.16));
  ctx.globalAlpha = NARROW_OPACITY;
  fill(
    ctx,
    band,
    cuts.filter((span) => !isHatched(span)),
    palette.cutSoft,
  );
  ctx.globalAlpha = OUTLINE_OPACITY;
  for (const edit of ['cut', 'speed'] as const) {
    outline(
      ctx,
      band,
      scale,
      boxes.filter(({ suggestion }) => suggestion.edit === edit),
      colorOf(edit, palette),
    );
  }
  ctx.globalAlpha = 1;
  // What was pointed at may have been accepted, or edited, since.
  const shown = pointed && suggestions.find((suggestion) => isSameSuggestion(suggestion, pointed));
  const [span] = shown ? coveredSpans([shown], scale, 2) : [];
  if (!shown || !span) return;
  fill(ctx, band, [span], fillOf(ctx, shown.edit, scale, palette, 0.45));
  outline(ctx, band, scale, [span], colorOf(shown.edit, palette));
}

/** In a narrower one of a hatch there would be a piece of a line or none, and it would take as long to paint as a wide one. */
const isHatched = ({ left, right }: PxSpan): boolean => right - left >= HATCH_PITCH_PX;

const colorOf = (edit: Suggestion['edit'], { cut, accent }: Palette): string => (edit === 'cut' ? cut : accent);

function fillOf(ctx: CanvasRenderingContext2D, edit: Suggestion['edit'], scale: TimeScale, palette: Palette, opacity: number) {
  if (edit === 'speed') return palette.accentSoft;
  return createHatch(ctx, { line: palette.cut, lineOpacity: opacity, washes: [] }, timeToPx(scale, 0));
}

function fill(ctx: CanvasRenderingContext2D, { top, height }: Band, spans: readonly PxSpan[], style: CanvasPattern | string): void {
  ctx.fillStyle = style;
  for (const { left, right } of spans) ctx.fillRect(alignPx(ctx, left), top, Math.max(alignPx(ctx, right - left), 1), height);
}

/** An edge out of sight is not drawn. */
function outline(
  ctx: CanvasRenderingContext2D,
  { top, height }: Band,
  { widthPx }: TimeScale,
  spans: readonly PxSpan[],
  color: string,
): void {
  if (spans.length === 0) return;
  ctx.strokeStyle = color;
  ctx.lineWidth = 1;
  ctx.setLineDash([4, 3]);
  ctx.beginPath();
  for (const { left, right } of spans) {
    const from = alignPx(ctx, left) + 0.5;
    const to = Math.max(alignPx(ctx, right) - 0.5, from);
    if (left > 0) {
      ctx.moveTo(from, top);
      ctx.lineTo(from, top + height);
    }
    if (right < widthPx) {
      ctx.moveTo(to, top);
      ctx.lineTo(to, top + height);
    }
    for (const y of [top + 0.5, top + height - 0.5]) {
      ctx.moveTo(from, y);
      ctx.lineTo(to, y);
    }
  }
  ctx.stroke();
  ctx.setLineDash([]);
}
