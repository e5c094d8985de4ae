import { type SourceTime, sourceTime } from '#core/cast/time.ts';
import { pictureSize } from '#core/screen/picture/paint-screen.ts';
import type { Editor } from '#store/editor-store.ts';
import { selectDuration } from '#store/selectors.ts';
import type { EditorState } from '#store/state.ts';
import { fitViewport } from '#store/viewport.ts';
import { createFrameScheduler } from '../frame-scheduler.ts';
import { microsPerPx, pxToTime, type TimeScale, timeToPx } from '../time-scale.ts';
import { cardText } from './card-text.ts';
import { type CardPlace, placeCard } from './place-card.ts';
import { picturesOf, type WantedPicture } from './screen-pictures.ts';
import { shownPosition } from './shown-position.ts';
import { storyText } from './story-text.ts';

export interface HoverCardElements {
  /** Holds all that can be pointed at. */
  readonly timeline: HTMLElement;
  readonly card: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly time: HTMLElement;
  readonly result: HTMLElement;
  readonly story: HTMLElement;
}

export interface HoverCard {
  /** Shows an instant in place of the one that is pointed at; null ends that. */
  showDragged(time: SourceTime | null): void;
  dispose(): void;
}

/** The most that a picture takes, in CSS pixels; less of a small window. */
const POINTED_ROOM = { width: 480, height: 300 };
/** While something is dragged the preview shows the same in large. */
const DRAGGED_ROOM = { width: 230, height: 150 };
const MAX_WINDOW_SHARE = 0.34;

/** The card around its picture: padding, border, and the line of text, which has to have room. */
const FRAME_WIDTH_PX = 10;
const FRAME_HEIGHT_PX = 36;
const STORY_HEIGHT_PX = 21;
const MIN_WIDTH_PX = 240;

/** The line that stands in place of a picture. */
const NOTE_HEIGHT_PX = 24;

/** Pressing one alone does nothing: with some of them the wheel zooms, under a pointer that rests. */
const MODIFIERS: readonly string[] = ['Alt', 'Control', 'Meta', 'Shift'];

/** What time is under a part that can be pointed at, from its left edge to its right one. */
interface Strip {
  readonly range: 'whole' | 'visible';
  readonly left: number;
  readonly width: number;
}

interface Shown {
  readonly time: SourceTime;
  readonly pointedX: number;
  readonly pxMicros: number;
  readonly room: Box;
}

interface Box {
  readonly width: number;
  readonly height: number;
}

/**
 * Shows the screen at the instant that is pointed at, or that something is dragged to. A part that can be pointed at
 * says so with `data-hover`, and whether the whole recording lies along it or what is visible of it. A move of the
 * pointer costs the page a question to the worker and one change of a transform; the picture is drawn when it comes.
 */
export function mountHoverCard({ timeline, card, canvas, time, result, story }: HoverCardElements, editor: Editor): HoverCard {
  const { store } = editor;
  let pointer: { readonly clientX: number; readonly element: HTMLElement } | undefined;
  let dragged: SourceTime | null = null;
  let strips = new Map<HTMLElement, Strip>();
  /** What the card stays off: all that can be pointed at, so that it stands at one height. */
  let kept = { top: 0, bottom: 0 };
  let wanted: WantedPicture | undefined;
  /** What can not be drawn once can not be drawn at all: then only the time is shown. */
  let isRefused = false;
  /** What the canvas shows; the sizes are those in CSS pixels. */
  let picture: { readonly position: number; readonly width: number; readonly height: number } | undefined;

  /** Not in a frame that has written something: the page would be laid out once more. */
  function measure(): void {
    strips = new Map();
    kept = { top: Number.POSITIVE_INFINITY, bottom: 0 };
    for (const element of timeline.querySelectorAll<HTMLElement>('[data-hover]')) {
      const { left, width, top, bottom } = element.getBoundingClientRect();
      strips.set(element, { range: element.dataset.hover === 'whole' ? 'whole' : 'visible', left, width });
      kept = { top: Math.min(kept.top, top), bottom: Math.max(kept.bottom, bottom) };
    }
    // While one searches the field for it is right above the timeline.
    const above = timeline.previousElementSibling;
    if (above?.matches('search')) kept.top = Math.min(kept.top, above.getBoundingClientRect().top);
  }

  function visibleStrip(): Strip | undefined {
    return [...strips.values()].find(({ range }) => range === 'visible');
  }

  function scaleOf(strip: Strip, state: EditorState): TimeScale {
    return { viewport: strip.range === 'whole' ? fitViewport(selectDuration(state)) : state.viewport, widthPx: strip.width };
  }

  function shownNow(state: EditorState): Shown | undefined {
    if (!state.opened) return undefined;
    if (dragged !== null) {
      const strip = visibleStrip();
      if (!strip) return undefined;
      const scale = scaleOf(strip, state);
      const cssX = Math.min(Math.max(timeToPx(scale, dragged), 0), strip.width);
      return { time: dragged, pointedX: strip.left + cssX, pxMicros: microsPerPx(scale), room: DRAGGED_ROOM };
    }
    const under = pointer && strips.get(pointer.element);
    if (!pointer || !under) return undefined;
    const scale = scaleOf(under, state);
    const pointed = Math.min(Math.max(pxToTime(scale, pointer.clientX - under.left), 0), selectDuration(state));
    return { time: sourceTime(Math.round(pointed)), pointedX: pointer.clientX, pxMicros: microsPerPx(scale), room: POINTED_ROOM };
  }

  function draw(): void {
    const state = store.getState();
    const shown = shownNow(state);
    card.hidden = !shown;
    if (!shown) {
      wanted = undefined;
      return;
    }
    showText(state, shown);
    showPicture(state, shown);
    const { left, top } = place(shown, picture ?? boxWithoutPicture(state, shown));
    card.style.transform = `translate(${left}px, ${top}px)`;
  }

  function showText(state: EditorState, { time: instant, pxMicros }: Shown): void {
    const text = cardText(state, instant, pxMicros);
    if (time.textContent !== text.time) time.textContent = text.time;
    if (result.textContent !== text.result) result.textContent = text.result;
    card.dataset.cut = String(text.isCut);
    const about = storyText(state, instant, pxMicros);
    story.hidden = !about;
    if (about && story.textContent !== about.text) story.textContent = about.text;
    if (about) story.dataset.about = about.about;
  }

  function showPicture(state: EditorState, { time: instant, room }: Shown): void {
    const { screens } = state;
    const position = shownPosition(state, instant);
    if (!screens || isRefused || position === undefined) {
      wanted = undefined;
      picture = undefined;
      card.dataset.picture = screens && !isRefused ? 'unindexed' : 'none';
      return;
    }
    const next = { position, ...devicePixels(room) };
    const pictures = picturesOf(screens);
    const known = pictures.find(next);
    if (known) put(known, next);
    else if (wanted?.position !== position || wanted.maxWidthPx !== next.maxWidthPx) {
      pictures.ask(next, 'hover').then(
        (made) => {
          // Not the latest that was asked for, it is still nearer to what is pointed at than the one before.
          if (made && wanted && wanted.position !== picture?.position && store.getState().screens === screens) put(made, next);
          frames.request();
        },
        (error: unknown) => {
          isRefused = store.getState().screens === screens;
          frames.request();
          console.warn('A screen could not be drawn.', error);
        },
      );
    }
    wanted = next;
    if (!picture) card.dataset.picture = 'unknown';
  }

  function put(made: ImageBitmap, { position }: WantedPicture): void {
    const ratio = window.devicePixelRatio;
    const size = { width: made.width / ratio, height: made.height / ratio };
    card.dataset.picture = 'shown';
    if (picture?.position === position && picture.width === size.width && picture.height === size.height) return;
    picture = { position, ...size };
    // Setting a size makes a new canvas, even where it is the same size.
    if (canvas.width !== made.width) canvas.width = made.width;
    if (canvas.height !== made.height) canvas.height = made.height;
    resizeCanvas(size);
    canvas.getContext('2d')?.drawImage(made, 0, 0);
  }

  /** As much as the first screen takes, where there is going to be a picture. */
  function boxWithoutPicture({ opened }: EditorState, { room }: Shown): Box {
    if (card.dataset.picture !== 'unknown') return { width: 0, height: card.dataset.picture === 'unindexed' ? NOTE_HEIGHT_PX : 0 };
    const ratio = window.devicePixelRatio;
    const { maxWidthPx, maxHeightPx } = devicePixels(room);
    const { widthPx, heightPx } = pictureSize(opened?.recording.header.size ?? { cols: 80, rows: 24 }, maxWidthPx, maxHeightPx);
    const size = { width: widthPx / ratio, height: heightPx / ratio };
    resizeCanvas(size);
    return size;
  }

  function resizeCanvas({ width, height }: Box): void {
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }

  function place({ pointedX }: Shown, { width, height }: Box): CardPlace {
    return placeCard(
      pointedX,
      kept,
      { width: Math.max(width + FRAME_WIDTH_PX, MIN_WIDTH_PX), height: height + FRAME_HEIGHT_PX + (story.hidden ? 0 : STORY_HEIGHT_PX) },
      { width: window.innerWidth, height: window.innerHeight },
    );
  }

  const frames = createFrameScheduler(() => false, draw);

  function onPointerMove(event: PointerEvent): void {
    const element = event.target instanceof Element && event.pointerType !== 'touch' ? event.target.closest('[data-hover]') : null;
    if (!(element instanceof HTMLElement)) {
      leave();
      return;
    }
    if (element !== pointer?.element) measure();
    pointer = { clientX: event.clientX, element };
    frames.request();
  }

  function leave(): void {
    if (!pointer) return;
    pointer = undefined;
    frames.request();
  }

  /** Who presses keys does something else than to point, until the pointer moves again. */
  function onKeyDown({ key }: KeyboardEvent): void {
    if (!MODIFIERS.includes(key)) leave();
  }

  const unsubscribe = store.subscribe((state, previous) => {
    if (pointer && SHOWN.some((key) => state[key] !== previous[key])) frames.request();
    if (state.search.isOpen !== previous.search.isOpen || DIALOGS.some((key) => state[key] !== previous[key])) leave();
    if (state.screens !== previous.screens) {
      // What is shown and what was asked for are of another recording, or of the same without its masks.
      picture = undefined;
      wanted = undefined;
      isRefused = false;
    }
  });
  const resizes = new ResizeObserver(measure);
  resizes.observe(timeline);
  window.addEventListener('resize', measure);
  // Before anybody keeps a key to themselves.
  window.addEventListener('keydown', onKeyDown, true);
  timeline.addEventListener('pointermove', onPointerMove);
  timeline.addEventListener('pointerleave', leave);
  timeline.addEventListener('pointercancel', leave);

  return {
    showDragged(instant) {
      if (dragged === instant) return;
      if (dragged === null) measure();
      dragged = instant;
      frames.request();
    },
    dispose() {
      unsubscribe();
      resizes.disconnect();
      frames.dispose();
      window.removeEventListener('resize', measure);
      window.removeEventListener('keydown', onKeyDown, true);
      timeline.removeEventListener('pointermove', onPointerMove);
      timeline.removeEventListener('pointerleave', leave);
      timeline.removeEventListener('pointercancel', leave);
    },
  };
}

/** What a change of may show another screen under a pointer that rests. */
const SHOWN = ['opened', 'screens', 'screenIndex', 'document', 'viewport', 'analysis'] as const satisfies readonly (keyof EditorState)[];

const DIALOGS = ['isExportOpen', 'isMaskingOpen'] as const satisfies readonly (keyof EditorState)[];

/** The room that there is for a picture, in pixels of the display. */
function devicePixels({ width, height }: Box): Omit<WantedPicture, 'position'> {
  const ratio = window.devicePixelRatio;
  return {
    maxWidthPx: Math.round(Math.min(width, window.innerWidth * MAX_WINDOW_SHARE) * ratio),
    maxHeightPx: Math.round(Math.min(height, window.innerHeight * MAX_WINDOW_SHARE) * ratio),
  };
}
