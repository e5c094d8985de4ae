export interface CardPlace {
  readonly left: number;
  readonly top: number;
}

interface Strip {
  readonly top: number;
  readonly bottom: number;
}

interface Box {
  readonly width: number;
  readonly height: number;
}

/** Between the card and the strip, and between it and the window's edges. */
const GAP_PX = 8;

/**
 * Where a card over a strip stands, in whole pixels: in the middle above what is pointed at, within the window, below
 * the strip where there is more room; so it never covers the strip.
 */
export function placeCard(pointedX: number, strip: Strip, card: Box, window: Box): CardPlace {
  const above = strip.top - GAP_PX - card.height;
  const roomBelow = window.height - strip.bottom;
  const top = above >= 0 || roomBelow <= strip.top ? above : strip.bottom + GAP_PX;
  const left = Math.min(Math.max(pointedX - card.width / 2, GAP_PX), window.width - GAP_PX - card.width);
  return { left: Math.round(left), top: Math.round(top) };
}
