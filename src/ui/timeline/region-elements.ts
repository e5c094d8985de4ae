import { speakTime } from '#core/cast/format-time.ts';
import type { SourceTime } from '#core/cast/time.ts';
import { MICROS_PER_SECOND } from '#core/cast/time.ts';
import type { Range } from '#core/lib/ranges.ts';
import type { RegionRef } from '#core/plan/document.ts';
import { type Edge, edgeReach } from './gestures.ts';
import { HANDLE_PX, handleLefts, type RegionBox } from './layout.ts';
import styles from './RegionOverlay.module.css';

/** The elements of one region over the lane: a strip to move it by, with its label, and a handle at each edge. */
export interface RegionElements {
  readonly ref: RegionRef;
  readonly root: HTMLElement;
  /** Puts the elements where the region is, and says what it is; writes only what has changed. */
  update(box: RegionBox, look: RegionLook): void;
}

export interface RegionLook {
  readonly isSelected: boolean;
  readonly limits: Range<SourceTime>;
  readonly widthPx: number;
  /** What the plate says for so much room; undefined where nothing fits. */
  readonly labelFor: (roomPx: number) => string | undefined;
}

/** A strip narrower than this cannot be hit between the two handles, and is left away. */
const MIN_STRIP_PX = 12;

export function createRegionElements(ref: RegionRef): RegionElements {
  const root = element('div', styles.region, { role: 'group', 'data-kind': ref.kind });
  const strip = element('div', styles.strip, { 'data-part': 'strip', 'data-kind': ref.kind, 'data-id': String(ref.id) });
  const plate = element('span', styles.plate, {});
  const start = createHandle(ref, 'start');
  const end = createHandle(ref, 'end');
  strip.append(plate);
  root.append(strip, start.handle, end.handle);
  const write = createWriter();

  return {
    ref,
    root,
    update(box, { isSelected, limits, widthPx, labelFor }) {
      const { region, left, right } = box;
      const name = `${ref.kind} ${box.number}`;
      write.attribute(root, 'aria-label', `${name}, ${speakTime(region.end - region.start)}`);
      write.attribute(root, 'data-selected', String(isSelected));

      const shownLeft = Math.max(left, 0);
      const stripPx = Math.min(right, widthPx) - shownLeft;
      write.style(strip, 'display', stripPx >= MIN_STRIP_PX ? 'flex' : 'none');
      if (stripPx >= MIN_STRIP_PX) {
        write.style(strip, 'transform', `translateX(${shownLeft.toFixed(2)}px)`);
        write.style(strip, 'width', `${stripPx.toFixed(2)}px`);
        write.attribute(strip, 'data-row', String(box.row));
        const label = labelFor(stripPx);
        write.style(plate, 'display', label === undefined ? 'none' : 'block');
        if (label !== undefined) write.text(plate, label);
      }

      const lefts = handleLefts(left, right, widthPx);
      start.update(write, lefts.start, left, region, limits, name);
      end.update(write, lefts.end, right, region, limits, name);
    },
  };
}

function createHandle(ref: RegionRef, edge: Edge) {
  const handle = element('div', styles.handle, {
    role: 'slider',
    tabindex: '0',
    'aria-orientation': 'horizontal',
    'data-part': 'handle',
    'data-kind': ref.kind,
    'data-id': String(ref.id),
    'data-edge': edge,
  });
  return {
    handle,
    update(write: Writer, handleLeft: number, edgePx: number, region: Range<SourceTime>, limits: Range<SourceTime>, name: string) {
      const reach = edgeReach(region, edge, limits);
      write.style(handle, 'transform', `translateX(${handleLeft.toFixed(2)}px)`);
      // Whole pixels, and so seldom new ones: an inherited property has the style of the grip computed again.
      write.style(handle, '--edge', `${Math.round(Math.min(Math.max(edgePx - handleLeft, 0), HANDLE_PX))}px`);
      write.attribute(handle, 'aria-label', `${edge === 'start' ? 'Start' : 'End'} of ${name}`);
      write.number(handle, 'aria-valuemin', reach.start / MICROS_PER_SECOND);
      write.number(handle, 'aria-valuemax', reach.end / MICROS_PER_SECOND);
      if (write.number(handle, 'aria-valuenow', region[edge] / MICROS_PER_SECOND)) {
        handle.setAttribute('aria-valuetext', speakTime(region[edge]));
      }
    },
  };
}

function element(tag: string, className: string | undefined, attributes: Readonly<Record<string, string>>): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

type Writer = ReturnType<typeof createWriter>;

/** Remembers what was written: asking the page costs more than writing, and both are too much for 200 regions a frame. */
function createWriter() {
  const written = new Map<Element, Map<string, string | number>>();
  function isNew(target: Element, name: string, value: string | number): boolean {
    const values = written.get(target) ?? new Map<string, string | number>();
    written.set(target, values);
    if (values.get(name) === value) return false;
    values.set(name, value);
    return true;
  }
  return {
    attribute(target: Element, name: string, value: string): void {
      if (isNew(target, name, value)) target.setAttribute(name, value);
    },
    /** Answers whether it was new. */
    number(target: Element, name: string, value: number): boolean {
      const changes = isNew(target, name, value);
      if (changes) target.setAttribute(name, String(value));
      return changes;
    },
    style(target: HTMLElement, name: string, value: string): void {
      if (isNew(target, `style ${name}`, value)) target.style.setProperty(name, value);
    },
    text(target: Element, value: string): void {
      if (isNew(target, 'text', value)) target.textContent = value;
    },
  };
}
