/**
 * What is drawn on: as much of a 2D canvas as is needed here. This room has no types of the page.
 */
export interface Surface {
  /** Colours are given as CSS has them. A canvas takes, and answers with, more than that. */
  fillStyle: unknown;
  globalAlpha: number;
  font: string;
  fillRect(left: number, top: number, width: number, height: number): void;
  /** Squeezes the text where it is wider than `maxWidth`. */
  fillText(text: string, left: number, baseline: number, maxWidth?: number): void;
}

/** Where a cell lies, in whole pixels: the edges of neighbours are the same, so that nothing shows between them. */
export interface CellBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
