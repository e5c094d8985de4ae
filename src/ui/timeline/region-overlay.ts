import type { SourceTime } from '#core/cast/time.ts';
import { sourceTime } from '#core/cast/time.ts';
import type { Range } from '#core/lib/ranges.ts';
import { type EditDocument, findRegion, isSameEdit, type RegionRef, regionsOf } from '#core/plan/document.ts';
import type { TimeMap } from '#core/plan/time-map.ts';
import { boxOf, type RegionBox } from './layout.ts';
import { createRegionElements, type RegionElements } from './region-elements.ts';
import { fittingLabel, regionLabels } from './region-label.ts';
import type { TimeScale } from './time-scale.ts';

export interface OverlayPicture {
  readonly boxes: readonly RegionBox[];
  readonly document: EditDocument;
  readonly duration: SourceTime;
  readonly scale: TimeScale;
  readonly map: TimeMap;
  readonly selected: RegionRef | null;
}

/**
 * Keeps one group of elements for every region in sight, in order of time, so that Tab goes through them from left to
 * right. By hand and not by React: a drag moves some of them in every frame, and a region that has the focus or is
 * being dragged must stay the same element even when it leaves the view.
 */
export function createRegionOverlay(host: HTMLElement): { draw(picture: OverlayPicture): void } {
  const shown = new Map<string, RegionElements>();

  function isHeld({ root }: RegionElements): boolean {
    return root.contains(document.activeElement);
  }

  return {
    draw(picture) {
      const boxes = [...picture.boxes];
      const inSight = new Set(boxes.map(({ ref }) => keyOf(ref)));
      for (const [key, elements] of shown) {
        if (inSight.has(key)) continue;
        const box = isHeld(elements) ? boxOutOfSight(elements.ref, picture) : undefined;
        if (box) {
          boxes.push(box);
        } else {
          elements.root.remove();
          shown.delete(key);
        }
      }
      boxes.sort((a, b) => a.region.start - b.region.start || a.region.end - b.region.end);

      const { document: edits, duration, map, scale, selected } = picture;
      let previous: Element | null = null;
      for (const box of boxes) {
        const { ref, region } = box;
        const key = keyOf(ref);
        let elements = shown.get(key);
        if (!elements) {
          elements = createRegionElements(ref);
          shown.set(key, elements);
        }
        placeAfter(host, elements.root, previous);
        previous = elements.root;
        elements.update(box, {
          isSelected: isSameEdit(selected, ref),
          limits: limitsOf(box, edits, duration),
          widthPx: scale.widthPx,
          labelFor: (roomPx) => fittingLabel(regionLabels(ref.kind, region, map), roomPx),
        });
      }
    },
  };
}

const keyOf = ({ kind, id }: RegionRef): string => `${kind} ${id}`;

/** `regionLimits` for a region whose place is known: looking for each of 1000 regions would take longer than drawing them. */
function limitsOf({ ref, number }: RegionBox, document: EditDocument, duration: SourceTime): Range<SourceTime> {
  const regions = regionsOf(document, ref.kind);
  return { start: regions[number - 2]?.end ?? sourceTime(0), end: regions[number]?.start ?? duration };
}

function boxOutOfSight(ref: RegionRef, { document, scale }: OverlayPicture): RegionBox | undefined {
  const region = findRegion(document, ref);
  return region && boxOf(ref.kind, region, regionsOf(document, ref.kind).indexOf(region), document, scale);
}

/** Moves an element only where it is out of place, and never the one that has the focus: moving would take that away. */
function placeAfter(host: HTMLElement, root: Element, previous: Element | null): void {
  const place = previous ? previous.nextElementSibling : host.firstElementChild;
  if (place === root) return;
  if (root.contains(document.activeElement)) {
    while (root.previousElementSibling !== previous && root.previousElementSibling) root.after(root.previousElementSibling);
  } else {
    host.insertBefore(root, place);
  }
}
