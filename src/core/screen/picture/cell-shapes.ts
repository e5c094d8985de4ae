import { drawBoxLines } from './box-lines.ts';
import type { CellBox, Surface } from './surface.ts';

/**
 * Draws a character that is a shape of its cell rather than a letter: lines of boxes, blocks, shades, braille, arrow
 * heads of prompts. A font would leave seams between the cells, where it has them at all. Answers whether the
 * character is one.
 */
export function drawCellShape(surface: Surface, code: number, box: CellBox): boolean {
  if (code < 0x2500) return false;
  if (code <= 0x257f) return drawBoxLines(surface, code, box);
  if (code <= 0x259f) return drawBlock(surface, code, box);
  if (code >= 0x2800 && code <= 0x28ff) return drawBraille(surface, code - 0x2800, box);
  if (code >= 0x1fb00 && code <= 0x1fb3b) return drawSextant(surface, code - 0x1fb00, box);
  if (code >= 0xe0b0 && code <= 0xe0b3) return drawArrowHead(surface, code, box);
  return false;
}

/** A part of a cell by shares of its sides; edges go to whole pixels, so that parts of neighbours meet as well. */
function fillPart(surface: Surface, { left, top, right, bottom }: CellBox, fromX: number, fromY: number, toX: number, toY: number): void {
  const x = (share: number) => Math.round(left + (right - left) * share);
  const y = (share: number) => Math.round(top + (bottom - top) * share);
  surface.fillRect(x(fromX), y(fromY), Math.max(1, x(toX) - x(fromX)), Math.max(1, y(toY) - y(fromY)));
}

/** Quarters of the cell that U+2596 to U+259F fill: 1 upper left, 2 upper right, 4 lower left, 8 lower right. */
const QUADRANTS = [4, 8, 1, 13, 9, 7, 11, 2, 6, 14] as const;

const SHADES = [0.25, 0.5, 0.75] as const;

function drawBlock(surface: Surface, code: number, box: CellBox): boolean {
  if (code === 0x2580) fillPart(surface, box, 0, 0, 1, 0.5);
  else if (code <= 0x2588) fillPart(surface, box, 0, 1 - (code - 0x2580) / 8, 1, 1);
  else if (code <= 0x258f) fillPart(surface, box, 0, 0, (0x2590 - code) / 8, 1);
  else if (code === 0x2590) fillPart(surface, box, 0.5, 0, 1, 1);
  else if (code <= 0x2593) {
    const opacity = surface.globalAlpha;
    surface.globalAlpha = opacity * (SHADES[code - 0x2591] as number);
    fillPart(surface, box, 0, 0, 1, 1);
    surface.globalAlpha = opacity;
  } else if (code === 0x2594) fillPart(surface, box, 0, 0, 1, 1 / 8);
  else if (code === 0x2595) fillPart(surface, box, 7 / 8, 0, 1, 1);
  else fillGrid(surface, box, QUADRANTS[code - 0x2596] as number, 2);
  return true;
}

/** Two columns of cells' parts, the bits of a mask from the upper left one on, row by row. */
function fillGrid(surface: Surface, box: CellBox, mask: number, rows: number): void {
  for (let part = 0; part < rows * 2; part++) {
    if ((mask & (1 << part)) === 0) continue;
    const col = part % 2;
    const row = part >> 1;
    fillPart(surface, box, col / 2, row / rows, (col + 1) / 2, (row + 1) / rows);
  }
}

/** All of 1 to 62 but the two halves of the cell, which are blocks already. */
function drawSextant(surface: Surface, index: number, box: CellBox): boolean {
  const mask = index + 1 + (index >= 20 ? 1 : 0) + (index >= 40 ? 1 : 0);
  fillGrid(surface, box, mask, 3);
  return true;
}

/** Column and row of each bit: the lowest row of dots was added to the first three. */
const BRAILLE_COLS = [0, 0, 0, 1, 1, 1, 0, 1] as const;
const BRAILLE_ROWS = [0, 1, 2, 0, 1, 2, 3, 3] as const;
const DOT_SHARE = 0.6;

/** Dots stand apart, so they need not meet, and lie where they are: on whole pixels those of small cells would merge. */
function drawBraille(surface: Surface, mask: number, { left, top, right, bottom }: CellBox): boolean {
  const stepX = (right - left) / 2;
  const stepY = (bottom - top) / 4;
  const side = Math.min(stepX, stepY) * DOT_SHARE;
  for (let dot = 0; dot < 8; dot++) {
    if ((mask & (1 << dot)) === 0) continue;
    const x = left + ((BRAILLE_COLS[dot] as number) + 0.5) * stepX;
    const y = top + ((BRAILLE_ROWS[dot] as number) + 0.5) * stepY;
    surface.fillRect(x - side / 2, y - side / 2, side, side);
  }
  return true;
}

/** Filled to the right, its outline, filled to the left, its outline: line by line of pixels. */
function drawArrowHead(surface: Surface, code: number, { left, top, right, bottom }: CellBox): boolean {
  const isOutline = code === 0xe0b1 || code === 0xe0b3;
  const pointsRight = code <= 0xe0b1;
  const width = right - left;
  const middle = (top + bottom) / 2;
  for (let y = top; y < bottom; y++) {
    const reach = width * (1 - Math.abs(y + 0.5 - middle) / (middle - top));
    const drawn = isOutline ? Math.min(1, reach) : reach;
    surface.fillRect(pointsRight ? left + reach - drawn : right - reach, y, drawn, 1);
  }
  return true;
}
