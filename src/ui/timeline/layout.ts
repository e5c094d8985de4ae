import { overlaps, type Range } from '#core/lib/ranges.ts';
import type { DocumentRegion, EditDocument, RegionRef } from '#core/plan/document.ts';
import { type TimeScale, timeToPx } from './time-scale.ts';

/** Where one region lies in the lane, in CSS pixels from its left edge. */
export interface RegionBox {
  readonly ref: RegionRef;
  readonly region: DocumentRegion;
  /** Its place among its kind, from 1. */
  readonly number: number;
  /** May lie out of sight, by at most `MARGIN_PX`. */
  readonly left: number;
  readonly right: number;
  /** The strip that moves it: 0 is at the top; a speed region goes below the strip of a cut that overlaps it. */
  readonly row: 0 | 1;
}

/** Coordinates stop here, so that a region of a day seen at a microsecond a pixel keeps within what browsers can place. */
const MARGIN_PX = 100;

/** Every handle is this wide, however thin its region is. */
export const HANDLE_PX = 24;

/** The regions in sight, cuts first, each kind in order of time. */
export function layoutRegions(document: EditDocument, scale: TimeScale): RegionBox[] {
  return [...boxesOf('cut', document.cuts, document, scale), ...boxesOf('speed', document.speedRegions, document, scale)];
}

export function boxOf(kind: RegionRef['kind'], region: DocumentRegion, index: number, document: EditDocument, scale: TimeScale): RegionBox {
  const clamp = (px: number) => Math.min(Math.max(px, -MARGIN_PX), scale.widthPx + MARGIN_PX);
  return {
    ref: { kind, id: region.id },
    region,
    number: index + 1,
    left: clamp(timeToPx(scale, region.start)),
    right: clamp(timeToPx(scale, region.end)),
    row: kind === 'speed' && overlapsAny(region, document.cuts) ? 1 : 0,
  };
}

/** The timeline's padding is wider than this, so a handle at the very start is not cut off. */
const MAX_OVERHANG_PX = HANDLE_PX / 2;

/**
 * The left edges of a region's two handles. Each has its edge in the middle; those of a thin region share what is
 * between them and reach outwards instead. At the ends of the lane they stay within `MAX_OVERHANG_PX` of it, but for
 * those whose edge is out of sight, which are out of sight as well.
 */
export function handleLefts(left: number, right: number, widthPx: number): { start: number; end: number } {
  const middle = (left + right) / 2;
  const start = Math.min(left - HANDLE_PX / 2, middle - HANDLE_PX);
  const end = Math.max(right - HANDLE_PX / 2, middle);
  if (left < 0 || right > widthPx) return { start, end };
  const first = Math.max(start, -MAX_OVERHANG_PX);
  const last = Math.min(end, widthPx + MAX_OVERHANG_PX - HANDLE_PX);
  if (last - first >= HANDLE_PX) return { start: first, end: last };
  return left <= widthPx / 2 ? { start: first, end: first + HANDLE_PX } : { start: last - HANDLE_PX, end: last };
}

function boxesOf(kind: RegionRef['kind'], regions: readonly DocumentRegion[], document: EditDocument, scale: TimeScale): RegionBox[] {
  const boxes: RegionBox[] = [];
  for (let index = firstEndingAfter(regions, scale.viewport.start); index < regions.length; index++) {
    const region = regions[index] as DocumentRegion;
    if (region.start > scale.viewport.end) break;
    boxes.push(boxOf(kind, region, index, document, scale));
  }
  return boxes;
}

function overlapsAny(range: Range, sorted: readonly DocumentRegion[]): boolean {
  // The first one may only touch.
  const first = firstEndingAfter(sorted, range.start);
  return sorted.slice(first, first + 2).some((region) => overlaps(range, region));
}

/** Index of the first of sorted, disjoint regions that ends at `time` or later. */
function firstEndingAfter(regions: readonly DocumentRegion[], time: number): number {
  let low = 0;
  let high = regions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((regions[middle] as DocumentRegion).end < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
