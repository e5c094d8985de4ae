import { formatLength, speakTime } from '#core/cast/format-time.ts';
import { MICROS_PER_SECOND, type SourceTime } from '#core/cast/time.ts';
import type { PointRef } from '#core/plan/document.ts';
import { createHandle, createRoot, createStrip, type EditElements, type EditLook, writeEdit } from './edit-elements.ts';
import { createWriter, element } from './element-writer.ts';
import styles from './HoldOverlay.module.css';
import { MAX_HOLD_MICROS, MIN_HOLD_MICROS } from './hold-flag.ts';
import type { HoldBox } from './point-layout.ts';
import { fittingLabel } from './region-label.ts';

export type HoldElements = EditElements<HoldBox, HoldLook>;

export interface HoldLook extends EditLook {
  readonly duration: SourceTime;
}

/** A flag has at least what its pole can be taken by. */
const MIN_FLAG_PX = 24;

/** A flag at its pole: the pole moves it, the far end of the flag makes it longer or shorter. */
export function createHoldElements(ref: PointRef): HoldElements {
  const root = createRoot(ref, styles.hold);
  const strip = createStrip(ref, styles.flag);
  const text = element('span', styles.text, {});
  const place = createHandle(ref, 'place', styles.pole);
  const length = createHandle(ref, 'length', styles.grip);
  strip.append(text);
  root.append(strip, place, length);
  const write = createWriter();
  const elements = { root, strip, handles: [place, length] };

  return {
    ref,
    ...elements,
    update(box, look) {
      const { hold, left, isFlipped, roomPx } = box;
      const { isSelected, isEntered, isStop, duration } = look;
      const name = `hold ${box.number}`;
      const spoken = speakTime(hold.durationMicros);
      writeEdit(write, elements, look, name, spoken);
      write.attribute(root, 'data-by', hold.by ?? 'user');

      // What is looked at lies over its neighbours, in its full length.
      const isWhole = isSelected || isEntered || isStop || isFlipped;
      const widthPx = isWhole ? box.flagPx : Math.min(box.flagPx, Math.max(roomPx - 2, MIN_FLAG_PX));
      write.attribute(root, 'data-whole', String(widthPx === box.flagPx));
      write.attribute(root, 'data-flipped', String(isFlipped));
      write.style(root, 'transform', `translateX(${left.toFixed(2)}px)`);
      write.style(strip, 'width', `${widthPx.toFixed(2)}px`);
      write.style(strip, 'transform', `translateX(${(isFlipped ? -widthPx : 0).toFixed(2)}px)`);
      write.style(length, 'transform', `translateX(${(isFlipped ? -widthPx : widthPx).toFixed(2)}px)`);
      const seconds = shortLength(hold.durationMicros);
      write.text(text, fittingLabel([`Hold ${seconds}`, seconds], widthPx) ?? '');

      write.attribute(length, 'data-outwards', isFlipped ? '-1' : '1');

      write.attribute(place, 'aria-label', `Hold ${box.number}`);
      write.attribute(place, 'aria-valuemin', '0');
      write.number(place, 'aria-valuemax', duration / MICROS_PER_SECOND);
      write.number(place, 'aria-valuenow', hold.at / MICROS_PER_SECOND);
      write.attribute(place, 'aria-valuetext', `${speakTime(hold.at)}, held for ${spoken}`);
      write.attribute(length, 'aria-label', `Length of ${name}`);
      write.number(length, 'aria-valuemin', Math.min(MIN_HOLD_MICROS, hold.durationMicros) / MICROS_PER_SECOND);
      write.number(length, 'aria-valuemax', Math.max(MAX_HOLD_MICROS, hold.durationMicros) / MICROS_PER_SECOND);
      write.number(length, 'aria-valuenow', hold.durationMicros / MICROS_PER_SECOND);
      write.attribute(length, 'aria-valuetext', spoken);
    },
    becomeStop: () => write.attribute(strip, 'tabindex', '0'),
  };
}

const MINUTE = 60 * MICROS_PER_SECOND;

/** `2.0 s`: up to a minute holds are read as seconds. */
const shortLength = (micros: number): string => (micros >= MINUTE ? formatLength(micros) : `${(micros / MICROS_PER_SECOND).toFixed(1)} s`);
