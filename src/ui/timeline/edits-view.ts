import type { SourceTime } from '#core/cast/time.ts';
import { sourceTime } from '#core/cast/time.ts';
import type { Range } from '#core/lib/ranges.ts';
import {
  type DocumentRegion,
  type EditDocument,
  type EditRef,
  findRegion,
  isRegionRef,
  isSameEdit,
  type PointRef,
  type RegionRef,
  regionsOf,
} from '#core/plan/document.ts';
import type { TimeMap } from '#core/plan/time-map.ts';
import { selectDuration, selectMarkers } from '#store/selectors.ts';
import type { EditorState } from '#store/state.ts';
import { createEditOverlay } from './edit-overlay.ts';
import { createHoldElements } from './hold-elements.ts';
import { boxOf, type RegionBox } from './layout.ts';
import { createMarkerElements } from './marker-elements.ts';
import { holdBox, layoutHolds, layoutMarkers, markerBox } from './point-layout.ts';
import { createRegionElements } from './region-elements.ts';
import type { TimeScale } from './time-scale.ts';

export interface EditHosts {
  readonly regions: HTMLElement;
  readonly holds: HTMLElement;
  readonly markers: HTMLElement;
}

/** What the focus that walks has to do with the edits. */
export interface Stops {
  /** The one that Tab finds; null where there is none. */
  readonly stop: EditRef | null;
  /** The one whose handles Tab finds. */
  readonly entered: EditRef | null;
}

export interface EditsView {
  draw(state: EditorState, scale: TimeScale, map: TimeMap, regions: readonly RegionBox[], stops: Stops): void;
  /** Can take the focus at once, also of an edit that is out of sight. */
  stripOf(ref: EditRef): HTMLElement;
  handlesOf(ref: EditRef): readonly HTMLElement[];
}

/** The elements of all edits: regions and holds over the lane, markers in their own strip. */
export function createEditsView(hosts: EditHosts): EditsView {
  const regions = createEditOverlay(hosts.regions, createRegionElements);
  const holds = createEditOverlay(hosts.holds, createHoldElements);
  const markers = createEditOverlay(hosts.markers, createMarkerElements);

  const overlayOf = ({ kind }: PointRef) => (kind === 'hold' ? holds : markers);

  return {
    draw(state, scale, map, regionBoxes, { stop, entered }) {
      const { document, selected } = state;
      const duration = selectDuration(state);
      const keys = new Set(selected.map(keyOf));
      const look = (ref: EditRef) => ({
        isSelected: keys.has(keyOf(ref)),
        isStop: isSameEdit(stop, ref),
        isEntered: isSameEdit(entered, ref),
        widthPx: scale.widthPx,
        duration,
        map,
      });
      regions.draw({
        boxes: [...regionBoxes].sort((one, other) => one.region.start - other.region.start || one.region.end - other.region.end),
        boxOf: (ref) => regionBoxOf(ref, document, scale),
        lookOf: (box) => ({ ...look(box.ref), limits: limitsOf(box, document, duration) }),
        stop: stop && isRegionRef(stop) ? stop : null,
      });
      holds.draw({
        boxes: layoutHolds(document.holds, scale, selected),
        boxOf: ({ id }) => boxAt(document.holds, id, (index) => holdBox(document.holds, index, scale)),
        lookOf: ({ ref }) => look(ref),
        stop: stop?.kind === 'hold' ? stop : null,
      });
      const ofResult = selectMarkers(state);
      markers.draw({
        boxes: layoutMarkers(ofResult, scale, selected),
        boxOf: ({ id }) => boxAt(ofResult, id, (index) => markerBox(ofResult, index, scale)),
        lookOf: ({ ref }) => look(ref),
        stop: stop?.kind === 'marker' ? stop : null,
      });
    },
    stripOf: (ref) => (isRegionRef(ref) ? regions.stripOf(ref) : overlayOf(ref).stripOf(ref)),
    handlesOf: (ref) => (isRegionRef(ref) ? regions.handlesOf(ref) : overlayOf(ref).handlesOf(ref)),
  };
}

const keyOf = ({ kind, id }: EditRef): string => `${kind} ${id}`;

function boxAt<Box>(points: readonly { readonly id: PointRef['id'] }[], id: number, box: (index: number) => Box): Box | undefined {
  const index = points.findIndex((point) => point.id === id);
  return index < 0 ? undefined : box(index);
}

function regionBoxOf(ref: RegionRef, document: EditDocument, scale: TimeScale): RegionBox | undefined {
  const region = findRegion(document, ref);
  return region && boxOf(ref.kind, region, regionsOf(document, ref.kind).indexOf(region), document, scale);
}

/** `regionLimits` for a region whose place is known: looking for each of 1000 regions would take longer than drawing them. */
function limitsOf({ ref, number }: RegionBox, document: EditDocument, duration: SourceTime): Range<SourceTime> {
  const { before, after } = firmEdges(regionsOf(document, ref.kind));
  return { start: sourceTime(before[number - 1] as number), end: sourceTime(Math.min(after[number - 1] as number, duration)) };
}

const edges = new WeakMap<readonly DocumentRegion[], { readonly before: Float64Array; readonly after: Float64Array }>();

/** Up to where each region of a list may reach: what was made to fit gives way. */
function firmEdges(regions: readonly DocumentRegion[]) {
  const known = edges.get(regions);
  if (known) return known;
  const before = new Float64Array(regions.length);
  const after = new Float64Array(regions.length).fill(Number.POSITIVE_INFINITY);
  for (let index = 1; index < regions.length; index++) {
    const { by, end } = regions[index - 1] as DocumentRegion;
    before[index] = by === 'fit' ? (before[index - 1] as number) : end;
  }
  for (let index = regions.length - 2; index >= 0; index--) {
    const { by, start } = regions[index + 1] as DocumentRegion;
    after[index] = by === 'fit' ? (after[index + 1] as number) : start;
  }
  edges.set(regions, { before, after });
  return { before, after };
}
