import { speakTime } from '#core/cast/format-time.ts';
import { MICROS_PER_SECOND, type SourceTime } from '#core/cast/time.ts';
import type { PointRef } from '#core/plan/document.ts';
import { createHandle, createRoot, createStrip, type EditElements, type EditLook, writeEdit } from './edit-elements.ts';
import { createWriter } from './element-writer.ts';
import styles from './MarkerOverlay.module.css';
import type { MarkerBox } from './point-layout.ts';

export type MarkerElements = EditElements<MarkerBox, MarkerLook>;

export interface MarkerLook extends EditLook {
  readonly duration: SourceTime;
}

/** The flag itself, which can be taken. */
const FLAG_PX = 24;

/** As much of the label as can be pressed, by its characters: it is drawn on the canvas, and not measured here. */
const CHARACTER_PX = 6;
const MAX_LABEL_PX = 160;

/** What can be pressed and focused at a marker. It is drawn on the canvas, like those that are too many for elements. */
export function createMarkerElements(ref: PointRef): MarkerElements {
  const root = createRoot(ref, styles.marker);
  const strip = createStrip(ref, styles.strip);
  const place = createHandle(ref, 'place', styles.flag);
  root.append(strip, place);
  const write = createWriter();
  const elements = { root, strip, handles: [place] };

  return {
    ref,
    ...elements,
    update(box, look) {
      const { marker, left, roomPx } = box;
      const name = `marker ${box.number}`;
      const time = speakTime(marker.time);
      writeEdit(write, elements, look, name, marker.label || time);
      const labelPx = Math.min(marker.label.length * CHARACTER_PX, MAX_LABEL_PX, Math.max(roomPx - FLAG_PX, 0));
      write.style(root, 'transform', `translateX(${left.toFixed(2)}px)`);
      write.style(strip, 'width', `${(FLAG_PX + labelPx).toFixed(0)}px`);
      write.attribute(strip, 'title', marker.label);
      write.attribute(place, 'title', marker.label);
      write.attribute(place, 'aria-label', `Marker ${box.number}`);
      write.attribute(place, 'aria-valuemin', '0');
      write.number(place, 'aria-valuemax', look.duration / MICROS_PER_SECOND);
      write.number(place, 'aria-valuenow', marker.time / MICROS_PER_SECOND);
      write.attribute(place, 'aria-valuetext', marker.label ? `${time}, ${marker.label}` : time);
    },
    becomeStop: () => write.attribute(strip, 'tabindex', '0'),
  };
}
