import type { Editor } from '#store/editor-store.ts';
import { selectDuration } from '#store/selectors.ts';
import { pan } from '#store/viewport.ts';
import type { ActiveDrag, Reach } from './drags.ts';
import type { Attract } from './gestures.ts';
import { microsPerPx, pxToTime, type TimeScale } from './time-scale.ts';

/** A press that moves less than this is a click. */
const DRAG_THRESHOLD_PX = 3;

/** With the pointer this far outside of the lane, it is panned by a full view in `PAN_SECONDS`. */
const FULL_SPEED_PX = 40;
const PAN_SECONDS = 0.7;

export interface PressHandlers {
  /** What a press at that element starts; undefined for nothing. */
  press(
    target: Element,
    time: number,
    event: PointerEvent,
    pxMicros: number,
  ): { readonly drag: ActiveDrag; readonly click?: () => void } | undefined;
  attract(pxMicros: number): Attract;
  /** Where the drag under way has come to; null once there is none. */
  showReach(reach: Reach | null): void;
  requestFrame(): void;
}

interface Press {
  readonly pointerId: number;
  readonly pressX: number;
  readonly drag: ActiveDrag;
  readonly click: (() => void) | undefined;
  readonly attract: Attract;
  isDragging: boolean;
  clientX: number;
  isFree: boolean;
  lastPan: number;
}

/**
 * Turns what a pointer does on the track into drags and clicks. Positions are taken as they come and applied once a
 * frame, so a fast mouse costs no more than a slow one; the last one is applied on release. Escape, a cancelled
 * pointer and a lost capture put everything back.
 */
export function createPointerControl(track: HTMLElement, lane: HTMLElement, editor: Editor, handlers: PressHandlers) {
  const { store, actions } = editor;
  let press: Press | undefined;
  // Measured when it changes only: to ask in a frame that has written something has the page laid out once more.
  let laneBox = lane.getBoundingClientRect();
  const measure = () => {
    laneBox = lane.getBoundingClientRect();
  };
  const resizes = new ResizeObserver(measure);
  resizes.observe(lane);
  window.addEventListener('resize', measure);

  function scaleNow(): TimeScale & { readonly left: number } {
    return { viewport: store.getState().viewport, widthPx: laneBox.width, left: laneBox.left };
  }

  function timeAt(clientX: number): number {
    const scale = scaleNow();
    return pxToTime(scale, clientX - scale.left);
  }

  /** In whole milliseconds where a pixel is at least one: finer would be chance, and awkward to read and to type. */
  function pointedTime(clientX: number): number {
    const time = timeAt(clientX);
    return microsPerPx(scaleNow()) >= 1000 ? Math.round(time / 1000) * 1000 : time;
  }

  function start(active: Press): void {
    active.isDragging = true;
    active.drag.begin();
    track.style.setProperty('--drag-cursor', active.drag.cursor);
  }

  /** Answers whether the lane is being panned, so that there is more to do in the next frame. */
  function apply(): boolean {
    if (!press?.isDragging) return false;
    const isPanning = !press.drag.staysInSight && panAtEdge(press);
    const attract = press.isFree ? () => null : press.attract;
    handlers.showReach(press.drag.moveTo(pointedTime(press.clientX), attract));
    return isPanning;
  }

  function panAtEdge(active: Press): boolean {
    const { left, widthPx, viewport } = scaleNow();
    const cssX = active.clientX - left;
    const beyondPx = cssX < 0 ? cssX : Math.max(0, cssX - widthPx);
    const now = performance.now();
    const seconds = active.lastPan === 0 ? 0 : (now - active.lastPan) / 1000;
    active.lastPan = beyondPx === 0 ? 0 : now;
    if (beyondPx === 0) return false;
    const views = (Math.min(Math.max(beyondPx / FULL_SPEED_PX, -1), 1) * seconds) / PAN_SECONDS;
    actions.show(pan(viewport, views * (viewport.end - viewport.start), selectDuration(store.getState())));
    return true;
  }

  function end(isCancelled: boolean): void {
    if (!press) return;
    const { drag, isDragging, click, pointerId } = press;
    if (isDragging && !isCancelled) apply();
    press = undefined;
    track.style.removeProperty('--drag-cursor');
    handlers.showReach(null);
    window.removeEventListener('keydown', onKeyDown, true);
    if (track.hasPointerCapture(pointerId)) track.releasePointerCapture(pointerId);
    if (isDragging) {
      if (isCancelled) drag.cancel();
      else drag.commit();
    } else if (!isCancelled) click?.();
  }

  function onPointerDown(event: PointerEvent): void {
    if (event.button !== 0 || press || !(event.target instanceof Element)) return;
    const started = handlers.press(event.target, pointedTime(event.clientX), event, microsPerPx(scaleNow()));
    if (!started) return;
    press = {
      pointerId: event.pointerId,
      pressX: event.clientX,
      drag: started.drag,
      click: started.click,
      attract: (time) => handlers.attract(microsPerPx(scaleNow()))(time),
      isDragging: false,
      clientX: event.clientX,
      isFree: event.altKey,
      lastPan: 0,
    };
    track.setPointerCapture(event.pointerId);
    window.addEventListener('keydown', onKeyDown, true);
    if (started.drag.startsAtOnce) {
      start(press);
      apply();
    }
  }

  function onPointerMove(event: PointerEvent): void {
    if (event.pointerId !== press?.pointerId) return;
    press.clientX = event.clientX;
    press.isFree = event.altKey;
    if (!press.isDragging && Math.abs(event.clientX - press.pressX) >= DRAG_THRESHOLD_PX) start(press);
    if (press.isDragging) handlers.requestFrame();
  }

  function onPointerUp(event: PointerEvent): void {
    if (event.pointerId !== press?.pointerId) return;
    press.clientX = event.clientX;
    end(false);
  }

  function onInterrupted(event: PointerEvent): void {
    if (event.pointerId === press?.pointerId) end(true);
  }

  /** A menu comes of a press with Ctrl on a Mac, and of a long one by touch: it is no click then. */
  function onContextMenu(): void {
    if (press && !press.isDragging) end(true);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    end(true);
  }

  track.addEventListener('pointerdown', onPointerDown);
  track.addEventListener('pointermove', onPointerMove);
  track.addEventListener('pointerup', onPointerUp);
  track.addEventListener('pointercancel', onInterrupted);
  track.addEventListener('lostpointercapture', onInterrupted);
  track.addEventListener('contextmenu', onContextMenu);
  return {
    apply,
    timeAt,
    dispose() {
      end(true);
      resizes.disconnect();
      window.removeEventListener('resize', measure);
      track.removeEventListener('pointerdown', onPointerDown);
      track.removeEventListener('pointermove', onPointerMove);
      track.removeEventListener('pointerup', onPointerUp);
      track.removeEventListener('pointercancel', onInterrupted);
      track.removeEventListener('lostpointercapture', onInterrupted);
      track.removeEventListener('contextmenu', onContextMenu);
    },
  };
}
