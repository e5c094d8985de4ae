/** Distance of the lines of a hatch, along the strip. */
export const HATCH_PITCH_PX = 7;

export interface HatchLook {
  readonly line: string;
  readonly lineOpacity: number;
  /** Laid over what is below, before the lines, each with its opacity. */
  readonly washes: readonly (readonly [color: string, opacity: number])[];
}

const tiles = new Map<string, HTMLCanvasElement>();

/**
 * Diagonal lines over washes, as one fill, whose lines go through `originPx`: anchored to an instant, they travel with
 * what they cover. The washes are in the tile because a fill costs more than what it holds; the tile of a look and of a
 * resolution is kept.
 */
export function createHatch(ctx: CanvasRenderingContext2D, look: HatchLook, originPx: number): CanvasPattern | string {
  const ratio = ctx.getTransform().a;
  const size = Math.round(HATCH_PITCH_PX * ratio);
  const key = JSON.stringify([look, size]);
  const tile = tiles.get(key) ?? drawTile(size, look, ratio);
  tiles.set(key, tile);
  const pattern = ctx.createPattern(tile, 'repeat');
  pattern?.setTransform(new DOMMatrix([1 / ratio, 0, 0, 1 / ratio, Math.round((originPx * ratio) % size) / ratio, 0]));
  return pattern ?? look.line;
}

function drawTile(size: number, { line, lineOpacity, washes }: HatchLook, ratio: number): HTMLCanvasElement {
  const tile = document.createElement('canvas');
  tile.width = size;
  tile.height = size;
  const ctx = tile.getContext('2d');
  if (!ctx) throw new Error('this browser gives no 2D canvas');
  for (const [color, opacity] of washes) {
    ctx.globalAlpha = opacity;
    ctx.fillStyle = color;
    ctx.fillRect(0, 0, size, size);
  }
  ctx.globalAlpha = lineOpacity;
  ctx.strokeStyle = line;
  ctx.lineWidth = ratio;
  ctx.beginPath();
  // The line and its neighbours, of which the tile's corners hold a part.
  for (const shift of [-size, 0, size]) {
    ctx.moveTo(shift - 1, size + 1);
    ctx.lineTo(shift + size + 1, -1);
  }
  ctx.stroke();
  return tile;
}
