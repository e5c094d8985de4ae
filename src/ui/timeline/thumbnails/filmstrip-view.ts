import { sourceTime } from '#core/cast/time.ts';
import { pictureSize } from '#core/screen/picture/paint-screen.ts';
import { DEFAULT_THEME } from '#core/screen/picture/terminal-colours.ts';
import type { Editor } from '#store/editor-store.ts';
import type { EditorState, OpenedRecording } from '#store/state.ts';
import { alignPx, fitCanvas, watchPixelRatio } from '../canvas.ts';
import { createFrameScheduler } from '../frame-scheduler.ts';
import { createHatch } from '../hatch.ts';
import { layoutRegions } from '../layout.ts';
import { readPalette, watchPalette } from '../palette.ts';
import { pxToTime, type TimeScale, timeToPx } from '../time-scale.ts';
import { listenToWheel } from '../wheel-control.ts';
import { type FilmSlot, filmSlots } from './film-slots.ts';
import { picturesOf, type ScreenPictures, type WantedPicture } from './screen-pictures.ts';

/** Between two frames. */
const GAP_PX = 3;
const BORDER_PX = 1;

/** A slot is at least so wide; wider where the terminal is, but not beyond the second. */
const MIN_SLOT_PX = 72;
const MAX_SLOT_PX = 160;

/** How much of the ground covers a screen that is still the one of a slot before. */
const STILL_VEIL = 0.7;

const CUT_VEIL = 0.25;

/** From its left edge to its right one, on whole pixels of the display. */
interface Frame {
  readonly left: number;
  readonly right: number;
}

/**
 * Fills a canvas with small pictures of the screens along the lane. Those that are missing are asked for one after the
 * other, so that no other question waits for more than one of them. Answers how to end it.
 */
export function mountFilmstrip(strip: HTMLElement, canvas: HTMLCanvasElement, editor: Editor): () => void {
  const { store, actions } = editor;
  let box = strip.getBoundingClientRect();
  let palette = readPalette(strip);
  let isAsking = false;
  /** What can not be drawn once can not be drawn at all: then it is not tried again and again. */
  let isRefused = false;

  function draw(): void {
    const state = store.getState();
    const { opened, screens, screenIndex } = state;
    if (box.width === 0 || !opened) return;
    const scale: TimeScale = { viewport: state.viewport, widthPx: box.width };
    const ctx = fitCanvas(canvas, box.width, box.height);
    ctx.clearRect(0, 0, box.width, box.height);
    const pictures = screens && picturesOf(screens);
    const slotPx = slotWidth(opened, box.height);
    const room = { width: slotPx - GAP_PX - 2 * BORDER_PX, height: box.height - 2 * BORDER_PX };
    const frames: Frame[] = [];
    let missing: WantedPicture | undefined;
    for (const slot of filmSlots(scale, slotPx, opened.recording.events.times, screenIndex)) {
      const frame = { left: alignPx(ctx, timeToPx(scale, slot.start)), right: alignPx(ctx, timeToPx(scale, slot.end)) - GAP_PX };
      frames.push(frame);
      if (!pictures || slot.position === undefined) {
        drawEmptyFrame(ctx, frame);
        continue;
      }
      const wanted = wantedOf(slot.position, room);
      // Its picture may be there from before it was known what changes the screen.
      const picture = pictures.find(wanted) ?? pictures.find(wantedOf(slot.lastPosition, room));
      if (!picture) missing ??= wanted;
      drawFrame(ctx, frame, slot, picture, opened);
    }
    drawCuts(ctx, state, scale, frames);
    if (missing && pictures) ask(pictures, missing);
  }

  /** Of what is not indexed yet. */
  function drawEmptyFrame(ctx: CanvasRenderingContext2D, { left, right }: Frame): void {
    ctx.fillStyle = palette.ground;
    ctx.fillRect(left, 0, right - left, box.height);
  }

  function drawFrame(
    ctx: CanvasRenderingContext2D,
    { left, right }: Frame,
    { isChanged }: FilmSlot,
    picture: ImageBitmap | undefined,
    { recording }: OpenedRecording,
  ): void {
    const ratio = window.devicePixelRatio;
    const width = right - left;
    ctx.fillStyle = palette.lineStrong;
    ctx.fillRect(left, 0, width, box.height);
    ctx.fillStyle = (recording.header.theme ?? DEFAULT_THEME).background;
    ctx.fillRect(left + BORDER_PX, BORDER_PX, width - 2 * BORDER_PX, box.height - 2 * BORDER_PX);
    // Never wider than the narrowest slot, so nothing has to be clipped: that would take longer than all the rest.
    if (picture) ctx.drawImage(picture, left + BORDER_PX, BORDER_PX, picture.width / ratio, picture.height / ratio);
    if (isChanged) return;
    ctx.globalAlpha = STILL_VEIL;
    ctx.fillStyle = palette.panel;
    ctx.fillRect(left, 0, width, box.height);
    ctx.globalAlpha = 1;
  }

  /** Dimmed and hatched, as on the lane, but not between the frames. */
  function drawCuts(ctx: CanvasRenderingContext2D, { document }: EditorState, scale: TimeScale, frames: readonly Frame[]): void {
    const cuts = layoutRegions(document, scale).filter(({ ref }) => ref.kind === 'cut');
    if (cuts.length === 0) return;
    const look = { line: palette.cut, lineOpacity: 0.6, washes: [[palette.panel, CUT_VEIL] as const] };
    ctx.fillStyle = createHatch(ctx, look, timeToPx(scale, 0));
    ctx.beginPath();
    for (const cut of cuts) {
      const cutLeft = alignPx(ctx, cut.left);
      const cutRight = Math.max(alignPx(ctx, cut.right), cutLeft + 1);
      for (const { left, right } of frames) {
        const from = Math.max(cutLeft, left);
        const to = Math.min(cutRight, right);
        if (from < to) ctx.rect(from, 0, to - from, box.height);
      }
    }
    ctx.fill();
  }

  function ask(pictures: ScreenPictures, wanted: WantedPicture): void {
    if (isAsking || isRefused) return;
    isAsking = true;
    pictures.ask(wanted).then(
      (picture) => {
        isAsking = false;
        // Without one the screens are closed, and others will say so.
        if (picture) frames.request();
      },
      (error: unknown) => {
        isAsking = false;
        isRefused = true;
        console.warn('The filmstrip could not be drawn.', error);
      },
    );
  }

  const frames = createFrameScheduler(() => false, draw);
  const timeAt = (clientX: number): number => pxToTime({ viewport: store.getState().viewport, widthPx: box.width }, clientX - box.left);

  function measure(): void {
    box = strip.getBoundingClientRect();
    frames.request();
  }

  function onClick({ clientX }: MouseEvent): void {
    measure();
    actions.seek(sourceTime(timeAt(clientX)));
  }

  const unsubscribe = store.subscribe((state, previous) => {
    if (state.screens !== previous.screens) isRefused = false;
    if (PICTURED.some((key) => state[key] !== previous[key])) frames.request();
  });
  const resizes = new ResizeObserver(measure);
  resizes.observe(strip);
  const ending = [
    unsubscribe,
    watchPalette(() => {
      palette = readPalette(strip);
      frames.request();
    }),
    watchPixelRatio(frames.request),
    listenToWheel(strip, editor, timeAt),
    () => resizes.disconnect(),
    () => strip.removeEventListener('click', onClick),
    frames.dispose,
  ];
  strip.addEventListener('click', onClick);
  frames.request();
  return () => {
    for (const end of ending) end();
  };
}

/** What a change of asks for a new picture of the strip. */
const PICTURED = ['opened', 'screens', 'screenIndex', 'document', 'viewport'] as const satisfies readonly (keyof EditorState)[];

/** The first screen of a recording says how wide its frames are: the grid must not move with every resize in it. */
function slotWidth({ recording }: OpenedRecording, heightPx: number): number {
  const { widthPx } = pictureSize(recording.header.size, MAX_SLOT_PX - GAP_PX, heightPx);
  return Math.max(MIN_SLOT_PX, widthPx + GAP_PX);
}

function wantedOf(position: number, room: { readonly width: number; readonly height: number }): WantedPicture {
  const ratio = window.devicePixelRatio;
  return { position, maxWidthPx: Math.round(room.width * ratio), maxHeightPx: Math.round(room.height * ratio) };
}
