import { speakTime } from '#core/cast/format-time.ts';
import type { SourceTime } from '#core/cast/time.ts';
import { MICROS_PER_SECOND } from '#core/cast/time.ts';
import type { Range } from '#core/lib/ranges.ts';
import type { RegionRef } from '#core/plan/document.ts';
import type { TimeMap } from '#core/plan/time-map.ts';
import { createHandle, createRoot, createStrip, type EditElements, type EditLook, writeEdit } from './edit-elements.ts';
import { createWriter, element, type Writer } from './element-writer.ts';
import { type Edge, edgeReach } from './gestures.ts';
import { HANDLE_PX, handleLefts, type RegionBox } from './layout.ts';
import styles from './RegionOverlay.module.css';
import { fittingLabel, regionLabels, spokenEdge } from './region-label.ts';

export type RegionElements = EditElements<RegionBox, RegionLook>;

export interface RegionLook extends EditLook {
  readonly limits: Range<SourceTime>;
  readonly map: TimeMap;
}

/** A strip narrower than this cannot be hit between the two handles, and is left away unless it is where Tab stops. */
const MIN_STRIP_PX = 12;

/** How wide the strip of a thin region is where Tab stops. */
const STOP_PX = 24;

export function createRegionElements(ref: RegionRef): RegionElements {
  const root = createRoot(ref, styles.region);
  const strip = createStrip(ref, styles.strip);
  const plate = element('span', styles.plate, {});
  const handles = { start: createHandle(ref, 'start', styles.handle), end: createHandle(ref, 'end', styles.handle) };
  strip.append(plate);
  root.append(strip, handles.start, handles.end);
  const write = createWriter();
  const elements = { root, strip, handles: [handles.start, handles.end] };
  /** What was said last: where a region lies changes in every frame of a zoom, and what it is does not. */
  let said: { readonly region: RegionBox['region']; readonly key: string; readonly map: TimeMap | undefined } | undefined;

  function describe({ region, number }: RegionBox, look: RegionLook): void {
    const { isSelected, isStop, isEntered, limits, map } = look;
    const key = `${number} ${limits.start} ${limits.end} ${isSelected} ${isStop} ${isEntered}`;
    // The result of a region changes with other edits too: that is worked out for those that are looked at only.
    const heardMap = isSelected ? map : undefined;
    if (said?.region === region && said.key === key && said.map === heardMap) return;
    said = { region, key, map: heardMap };
    const name = `${ref.kind} ${number}`;
    writeEdit(write, elements, look, name, speakTime(region.end - region.start));
    describeEdge(write, handles.start, 'start', region, limits, name);
    describeEdge(write, handles.end, 'end', region, limits, name);
    write.attribute(handles.start, 'aria-valuetext', spokenEdge(region, 'start', map));
    write.attribute(handles.end, 'aria-valuetext', spokenEdge(region, 'end', map));
  }

  return {
    ref,
    ...elements,
    update(box, look) {
      const { region, left, right } = box;
      const { isStop, map, widthPx } = look;
      describe(box, look);

      const shownLeft = Math.max(left, 0);
      const stripPx = Math.min(right, widthPx) - shownLeft;
      const isThin = stripPx < MIN_STRIP_PX;
      write.style(strip, 'display', isThin && !isStop ? 'none' : 'flex');
      if (!isThin || isStop) {
        const shownPx = isThin ? STOP_PX : stripPx;
        write.style(strip, 'transform', `translateX(${(isThin ? (left + right - STOP_PX) / 2 : shownLeft).toFixed(2)}px)`);
        write.style(strip, 'width', `${shownPx.toFixed(2)}px`);
        write.attribute(strip, 'data-row', String(box.row));
        write.attribute(strip, 'data-thin', String(isThin));
        const label = isThin ? undefined : fittingLabel(regionLabels(ref.kind, region, map), shownPx);
        write.style(plate, 'display', label === undefined ? 'none' : 'block');
        if (label !== undefined) write.text(plate, label);
      }

      const lefts = handleLefts(left, right, widthPx);
      placeHandle(write, handles.start, lefts.start, left);
      placeHandle(write, handles.end, lefts.end, right);
    },
    becomeStop() {
      write.style(strip, 'display', 'flex');
      write.attribute(strip, 'tabindex', '0');
    },
  };
}

function placeHandle(write: Writer, handle: HTMLElement, handleLeft: number, edgePx: number): void {
  write.style(handle, 'transform', `translateX(${handleLeft.toFixed(2)}px)`);
  // Whole pixels, and so seldom new ones: an inherited property has the style of the grip computed again.
  write.style(handle, '--edge', `${Math.round(Math.min(Math.max(edgePx - handleLeft, 0), HANDLE_PX))}px`);
}

function describeEdge(
  write: Writer,
  handle: HTMLElement,
  edge: Edge,
  region: Range<SourceTime>,
  limits: Range<SourceTime>,
  name: string,
): void {
  const reach = edgeReach(region, edge, limits);
  write.attribute(handle, 'aria-label', `${edge === 'start' ? 'Start' : 'End'} of ${name}`);
  write.number(handle, 'aria-valuemin', reach.start / MICROS_PER_SECOND);
  write.number(handle, 'aria-valuemax', reach.end / MICROS_PER_SECOND);
  write.number(handle, 'aria-valuenow', region[edge] / MICROS_PER_SECOND);
}
