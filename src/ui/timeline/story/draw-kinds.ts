import { SPAN_KINDS, type SpanKind } from '#core/analyze/analysis.ts';
import type { Band } from '../canvas.ts';
import { createHatch, HATCH_PITCH_PX } from '../hatch.ts';
import type { Palette } from '../palette.ts';
import { type TimeScale, timeToPx } from '../time-scale.ts';
import type { KindRun } from './kind-runs.ts';

/** Height of the strip along the foot of the lane. */
export const KINDS_PX = 8;

/** Left free above the patterns, so that what stands on the lane ends before they begin. */
const GAP_PX = 1;

/** Of the dots of typing, and from one to the next. */
const DOT_PX = 2;
const DOT_PITCH_PX = 4;

/** Of the lines of scrolling, and from one to the next. */
const LINE_PX = 1;
const LINE_PITCH_PX = 2.5;

/**
 * What the recording is about, stretch by stretch. The kinds differ in pattern as well as in colour: faint diagonals for
 * waiting, dots for keys, lines of text that run by, and solid where there is something to read.
 *
 * Put together pixel by pixel and painted at once, so that it costs the same however many stretches there are: with a
 * canvas's own fills a strip of a thousand short ones takes most of a frame.
 */
export function drawKinds(
  ctx: CanvasRenderingContext2D,
  { top }: Band,
  scale: TimeScale,
  runs: readonly KindRun[],
  palette: Palette,
): void {
  const ratio = ctx.getTransform().a;
  const tiles = tilesOf(palette, ratio);
  const image = new ImageData(Math.max(1, Math.round(scale.widthPx * ratio)), tiles.bare.height);
  const pixels = new Uint32Array(image.data.buffer);
  // The diagonals travel with what they stand for. The dots begin anew with every stretch, so that a narrow one has some too.
  const origin = Math.round(timeToPx(scale, 0) * ratio);
  let drawnTo = 0;
  for (const { kind, left, right } of runs) {
    const from = Math.round(left * ratio);
    drawnTo = Math.round(right * ratio);
    repeatTile(tiles[kind], pixels, image.width, from, drawnTo, kind === 'typing' ? from : origin);
  }
  repeatTile(tiles.bare, pixels, image.width, drawnTo, image.width, 0);
  ctx.putImageData(image, 0, Math.round(top * ratio));
}

/** A piece of a pattern as high as the strip, in pixels of the screen. */
interface Tile {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint32Array;
}

function repeatTile(tile: Tile, pixels: Uint32Array, rowLength: number, from: number, to: number, origin: number): void {
  for (let x = from; x < to; x++) {
    const tileX = (((x - origin) % tile.width) + tile.width) % tile.width;
    for (let y = 0; y < tile.height; y++) pixels[y * rowLength + x] = tile.pixels[y * tile.width + tileX] as number;
  }
}

type Tiles = Readonly<Record<SpanKind | 'bare', Tile>>;

let lastTiles: { readonly palette: Palette; readonly ratio: number; readonly tiles: Tiles } | undefined;

function tilesOf(palette: Palette, ratio: number): Tiles {
  if (lastTiles?.palette !== palette || lastTiles.ratio !== ratio) {
    const [waiting, typing, scrolling, reading] = SPAN_KINDS.map((kind) => drawTile(palette, ratio, kind)) as [Tile, Tile, Tile, Tile];
    lastTiles = { palette, ratio, tiles: { waiting, typing, scrolling, reading, bare: drawTile(palette, ratio) } };
  }
  return lastTiles.tiles;
}

/** By a canvas, which knows what colours the names of the system stand for. */
function drawTile(palette: Palette, ratio: number, kind?: SpanKind): Tile {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round((kind === 'waiting' ? HATCH_PITCH_PX : DOT_PITCH_PX) * ratio);
  canvas.height = Math.round(KINDS_PX * ratio);
  const { width, height } = canvas;
  const ctx = canvas.getContext('2d');
  if (!ctx) throw new Error('this browser gives no 2D canvas');
  ctx.scale(ratio, ratio);
  ctx.fillStyle = palette.panel;
  ctx.fillRect(0, 0, width, height);
  if (kind) drawPattern(ctx, kind, palette);
  return { width, height, pixels: new Uint32Array(ctx.getImageData(0, 0, width, height).data.buffer) };
}

function drawPattern(ctx: CanvasRenderingContext2D, kind: SpanKind, palette: Palette): void {
  const ratio = ctx.getTransform().a;
  const align = (px: number) => Math.round(px * ratio) / ratio;
  const room = KINDS_PX - GAP_PX;
  switch (kind) {
    case 'waiting':
      ctx.fillStyle = createHatch(ctx, { line: palette.kindWaiting, lineOpacity: 1, washes: [] }, 0);
      ctx.fillRect(0, GAP_PX, HATCH_PITCH_PX + 1, room);
      break;
    case 'typing':
      ctx.fillStyle = palette.kindTyping;
      for (let y = GAP_PX; y + DOT_PX <= room; y += DOT_PITCH_PX) ctx.fillRect(0, align(GAP_PX + y), align(DOT_PX), align(DOT_PX));
      break;
    case 'scrolling':
      ctx.fillStyle = palette.kindScrolling;
      for (let y = 0; y < room; y += LINE_PITCH_PX) ctx.fillRect(0, align(GAP_PX + y), DOT_PITCH_PX + 1, align(LINE_PX));
      break;
    case 'reading':
      ctx.fillStyle = palette.kindReading;
      ctx.fillRect(0, GAP_PX, DOT_PITCH_PX + 1, room);
  }
}
