import { lowerBound } from '#core/lib/binary-search.ts';
import type { DocumentHold, DocumentMarker, EditRef, PointRef } from '#core/plan/document.ts';
import { flagPx } from './hold-flag.ts';
import { microsPerPx, type TimeScale, timeToPx } from './time-scale.ts';

/** Where a hold or a marker stands in the lane, in CSS pixels from its left edge. */
interface PointBox {
  readonly ref: PointRef;
  /** Its place among its kind, from 1. */
  readonly number: number;
  readonly left: number;
  /** To the next one in sight; that far its flag may go. */
  readonly roomPx: number;
}

export interface HoldBox extends PointBox {
  readonly hold: DocumentHold;
  readonly flagPx: number;
  /** The flag is left of its pole: at the right end of the lane it would be out of sight. */
  readonly isFlipped: boolean;
}

export interface MarkerBox extends PointBox {
  readonly marker: DocumentMarker;
}

/** Coordinates stop here, as those of regions. */
const MARGIN_PX = 100;

/** With more in sight than this they get elements only where they are `APART_PX` from the one before: so many fit, no more. */
const MANY = 150;
const APART_PX = 10;

/** The holds that get elements, in order of time: those in sight, thinned where there are many. The selected ones always do. */
export function layoutHolds(holds: readonly DocumentHold[], scale: TimeScale, selected: readonly EditRef[]): HoldBox[] {
  return inSight(holds, ({ at }) => at, 'hold', scale, selected).map(({ index, roomPx }) => holdBox(holds, index, scale, roomPx));
}

export function layoutMarkers(markers: readonly DocumentMarker[], scale: TimeScale, selected: readonly EditRef[]): MarkerBox[] {
  return inSight(markers, ({ time }) => time, 'marker', scale, selected).map(({ index, roomPx }) =>
    markerBox(markers, index, scale, roomPx),
  );
}

/** Also of one that is out of sight. */
export function holdBox(holds: readonly DocumentHold[], index: number, scale: TimeScale, roomPx = 0): HoldBox {
  const hold = holds[index] as DocumentHold;
  const left = clamped(timeToPx(scale, hold.at), scale);
  const widthPx = Math.min(flagPx(hold.durationMicros), scale.widthPx / 2);
  return {
    ref: { kind: 'hold', id: hold.id },
    number: index + 1,
    left,
    roomPx,
    hold,
    flagPx: widthPx,
    isFlipped: left + widthPx > scale.widthPx,
  };
}

export function markerBox(markers: readonly DocumentMarker[], index: number, scale: TimeScale, roomPx = 0): MarkerBox {
  const marker = markers[index] as DocumentMarker;
  return {
    ref: { kind: 'marker', id: marker.id },
    number: index + 1,
    left: clamped(timeToPx(scale, marker.time), scale),
    roomPx,
    marker,
  };
}

const clamped = (px: number, { widthPx }: TimeScale): number => Math.min(Math.max(px, -MARGIN_PX), widthPx + MARGIN_PX);

function inSight<Point extends { readonly id: number }>(
  points: readonly Point[],
  timeOf: (point: Point) => number,
  kind: PointRef['kind'],
  scale: TimeScale,
  selected: readonly EditRef[],
): { readonly index: number; readonly roomPx: number }[] {
  const { viewport, widthPx } = scale;
  const times = timesOf(points, timeOf);
  const from = lowerBound(times, viewport.start);
  const to = lowerBound(times, viewport.end + 1, from);
  const apartMicros = to - from > MANY ? APART_PX * microsPerPx(scale) : 0;
  const shown: number[] = [];
  for (
    let index = from;
    index < to;
    index = apartMicros > 0 ? lowerBound(times, (times[index] as number) + apartMicros, index + 1) : index + 1
  ) {
    shown.push(index);
  }
  if (apartMicros > 0) shown.push(...selectedAmong(points, kind, selected).filter((index) => index >= from && index < to));
  const indices = apartMicros > 0 ? [...new Set(shown)].sort((one, other) => one - other) : shown;
  const leftOf = (index: number | undefined) => (index === undefined ? widthPx : timeToPx(scale, times[index] as number));
  return indices.map((index, place) => ({ index, roomPx: leftOf(indices[place + 1]) - leftOf(index) }));
}

function selectedAmong(points: readonly { readonly id: number }[], kind: PointRef['kind'], selected: readonly EditRef[]): number[] {
  const ids = new Set(selected.filter((ref) => ref.kind === kind).map(({ id }) => id));
  return ids.size === 0 ? [] : points.flatMap(({ id }, index) => (ids.has(id) ? [index] : []));
}

const known = new WeakMap<readonly unknown[], Float64Array>();

/** Of a list that never changes, looked through in every frame. */
export function timesOf<Point>(points: readonly Point[], timeOf: (point: Point) => number): Float64Array {
  const before = known.get(points);
  if (before) return before;
  const times = Float64Array.from(points, timeOf);
  known.set(points, times);
  return times;
}
