import { speakTime } from '#core/cast/format-time.ts';
import { MICROS_PER_SECOND } from '#core/cast/time.ts';
import type { Editor } from '#store/editor-store.ts';
import type { Search } from '#store/search.ts';
import { selectDuration } from '#store/selectors.ts';
import type { EditorState, OpenedRecording } from '#store/state.ts';
import { fitViewport, pan, type Viewport } from '#store/viewport.ts';
import { fitCanvas } from './canvas.ts';
import { activityBars } from './density.ts';
import { drawHits, drawProposedCuts, HIT_BAR_PX } from './draw-hits.ts';
import { drawTints } from './draw-tints.ts';
import { createFrameScheduler } from './frame-scheduler.ts';
import { layoutRegions } from './layout.ts';
import { createOverviewWave, type OverviewWave, PEAK_PX } from './overview-wave.ts';
import { centred, panOfKey, shownWindow, sideStepOfKey, withSide } from './overview-window.ts';
import { readPalette, watchPalette } from './palette.ts';
import { recordingView } from './recording-view.ts';
import { type TimeScale, timeToPx } from './time-scale.ts';
import { listenToWheel } from './wheel-control.ts';

export interface OverviewElements {
  /** Around all of it. */
  readonly root: HTMLElement;
  readonly sliders: WindowSliders;
  /** wavesurfer draws into this. */
  readonly wave: HTMLElement;
  /** The edits, behind the wave. */
  readonly tints: HTMLCanvasElement;
  /** What was found, before it. */
  readonly hits: HTMLCanvasElement;
  readonly playhead: HTMLElement;
}

/** For the keys: `Visible range`, and the sides of it. */
interface WindowSliders {
  readonly start: HTMLElement;
  readonly range: HTMLElement;
  readonly end: HTMLElement;
}

/** Hits stand below the frame of the window. */
const FRAME_PX = 2;
const HIT_TOP_PX = 3;

/** Input is as high as this beside a flood of output: a fringe. */
const INPUT_HEIGHT = 0.2;

/** Brings the overview of one recording to life; answers how to end it. */
export function mountOverview(elements: OverviewElements, opened: OpenedRecording, editor: Editor): () => void {
  const { root, wave, tints, playhead } = elements;
  const { store, actions } = editor;
  const duration = selectDuration(store.getState());
  const whole = fitViewport(duration);
  // Measured when it changes only: to ask in a frame that has written something has the page laid out once more.
  let scale: TimeScale = { viewport: whole, widthPx: root.clientWidth };
  let heightPx = root.clientHeight;
  let palette = readPalette(root);
  let surfer: OverviewWave | undefined;
  let isDisposed = false;
  let isWaveStale = true;
  /** What was visible when the window was taken. */
  let before: Viewport = whole;
  let tinted: Pick<EditorState, 'document' | 'search' | 'proposal'> | undefined;

  function draw(): void {
    const state = store.getState();
    if (scale.widthPx === 0) return;
    playhead.style.transform = `translateX(${timeToPx(scale, state.playhead).toFixed(2)}px)`;
    describeWindow(elements.sliders, state, scale);
    surfer?.showWindow(shownWindow(state.viewport, scale));
    const { document, search, proposal } = state;
    if (tinted?.document !== document || tinted.search !== search || tinted.proposal !== proposal) {
      tinted = { document, search, proposal };
      const band = { top: 0, height: heightPx };
      const ctx = fitCanvas(tints, scale.widthPx, heightPx);
      ctx.clearRect(0, 0, scale.widthPx, heightPx);
      drawTints(ctx, band, layoutRegions(document, scale), palette);
      if (proposal) drawProposedCuts(ctx, band, scale, proposal.cuts, palette);
      drawFound(search);
    }
    if (surfer && isWaveStale) {
      isWaveStale = false;
      surfer.resize(heightPx, scale.widthPx);
      surfer.draw(peaksOf(opened, scale), palette);
    }
  }

  /** On a strip of their own along the upper edge, where the wave is as high as it gets. */
  function drawFound({ isOpen, hits, current }: Search): void {
    const ctx = fitCanvas(elements.hits, scale.widthPx, heightPx);
    ctx.clearRect(0, 0, scale.widthPx, heightPx);
    if (!isOpen || hits.length === 0) return;
    ctx.fillStyle = palette.ground;
    ctx.fillRect(FRAME_PX, FRAME_PX, scale.widthPx - 2 * FRAME_PX, HIT_TOP_PX + HIT_BAR_PX - 1);
    drawHits(ctx, { top: HIT_TOP_PX, height: heightPx - HIT_TOP_PX }, scale, { hits, current: hits[current] }, palette);
  }

  const frames = createFrameScheduler(() => false, draw);
  function redraw(): void {
    isWaveStale = true;
    tinted = undefined;
    frames.request();
  }

  async function load(): Promise<void> {
    const made = await createOverviewWave(wave, whole.end, {
      click: (share) => actions.show(centred(store.getState().viewport, share * whole.end)),
      doubleClick: () => actions.show(whole),
      take: () => {
        before = store.getState().viewport;
      },
      giveUp: () => actions.show(before),
      letGo: frames.request,
      drag(window, isResized) {
        actions.show(isResized ? window : centred(store.getState().viewport, (window.start + window.end) / 2));
      },
    });
    if (isDisposed) {
      made.dispose();
      return;
    }
    surfer = made;
    ending.push(made.dispose);
    redraw();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = windowByKey(event, elements.sliders, store.getState().viewport, whole);
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    actions.show(next);
  }
  root.addEventListener('keydown', onKeyDown);

  const resizes = new ResizeObserver(() => {
    scale = { viewport: whole, widthPx: root.clientWidth };
    heightPx = root.clientHeight;
    redraw();
  });
  resizes.observe(root);

  const ending = [
    store.subscribe(frames.request),
    watchPalette(() => {
      palette = readPalette(root);
      redraw();
    }),
    listenToWheel(root, editor, () => middleOf(store.getState())),
    () => resizes.disconnect(),
    () => root.removeEventListener('keydown', onKeyDown),
    frames.dispose,
  ];
  load().catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    if (!isDisposed)
      actions.notify({ tone: 'error', title: 'The overview could not be loaded', details: [`${reason}. Reload the page to try again.`] });
  });
  frames.request();
  return () => {
    isDisposed = true;
    for (const end of ending) end();
  };
}

function peaksOf(opened: OpenedRecording, scale: TimeScale): Float32Array {
  const { index, heights } = recordingView(opened);
  const { length, lefts, outputs, inputs } = activityBars(opened.recording.events, index, scale, PEAK_PX, heights);
  const peaks = new Float32Array(Math.max(1, Math.ceil(scale.widthPx / PEAK_PX)));
  for (let bar = 0; bar < length; bar++) {
    const at = Math.min(Math.floor((lefts[bar] as number) / PEAK_PX), peaks.length - 1);
    peaks[at] = Math.max(peaks[at] as number, outputs[bar] as number, (inputs[bar] as number) * INPUT_HEIGHT);
  }
  return peaks;
}

const middleOf = ({ viewport }: EditorState): number => (viewport.start + viewport.end) / 2;

function windowByKey(
  event: KeyboardEvent,
  { start, range, end }: WindowSliders,
  viewport: Viewport,
  whole: Viewport,
): Viewport | undefined {
  const { target } = event;
  if (target === range) {
    const views = panOfKey(event.key);
    if (views === undefined) return undefined;
    const micros = Math.min(Math.max(views * (viewport.end - viewport.start), -whole.end), whole.end);
    return pan(viewport, micros, whole.end);
  }
  const side = target === start ? 'start' : target === end ? 'end' : undefined;
  const views = side && sideStepOfKey(event);
  return side && views !== undefined ? withSide(viewport, side, views, whole) : undefined;
}

function describeWindow({ start, range, end }: WindowSliders, { viewport }: EditorState, scale: TimeScale): void {
  const text = `${speakTime(viewport.start)} to ${speakTime(viewport.end)}`;
  const whole = scale.viewport.end;
  const key = `${text} ${viewport.start} ${viewport.end} ${scale.widthPx}`;
  if (described.get(range) === key) return;
  described.set(range, key);
  describe(range, { min: 0, max: whole, now: viewport.start }, text);
  describe(start, { min: 0, max: viewport.end, now: viewport.start }, speakTime(viewport.start));
  describe(end, { min: viewport.start, max: whole, now: viewport.end }, speakTime(viewport.end));
  start.style.transform = `translateX(${timeToPx(scale, viewport.start).toFixed(1)}px)`;
  end.style.transform = `translateX(${timeToPx(scale, viewport.end).toFixed(1)}px)`;
}

/** What was said last: the page is not asked in every frame. */
const described = new WeakMap<HTMLElement, string>();

function describe(slider: HTMLElement, micros: { readonly min: number; readonly max: number; readonly now: number }, text: string): void {
  slider.setAttribute('aria-valuemin', String(micros.min / MICROS_PER_SECOND));
  slider.setAttribute('aria-valuemax', String(micros.max / MICROS_PER_SECOND));
  slider.setAttribute('aria-valuenow', String(micros.now / MICROS_PER_SECOND));
  slider.setAttribute('aria-valuetext', text);
}
