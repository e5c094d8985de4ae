import type { Suggestion } from '#core/analyze/suggest/suggestion.ts';
import { type SourceTime, sourceTime } from '#core/cast/time.ts';
import { isSameEdit } from '#core/plan/document.ts';
import { selectSuggestions } from '#store/analysis-selectors.ts';
import type { Editor } from '#store/editor-store.ts';
import { currentHit } from '#store/search.ts';
import { selectDuration, selectMarkers, selectTimeMap, selectWaiting } from '#store/selectors.ts';
import type { EditorState, OpenedRecording } from '#store/state.ts';
import { type Band, fitCanvas, watchPixelRatio } from './canvas.ts';
import { activityBars, type Bars } from './density.ts';
import type { Reach } from './drags.ts';
import { drawHits, drawProposedCuts, HIT_BAR_PX } from './draw-hits.ts';
import { drawHolds } from './draw-holds.ts';
import { drawLane } from './draw-lane.ts';
import { drawMarkers } from './draw-markers.ts';
import { drawRuler } from './draw-ruler.ts';
import { createEditsView } from './edits-view.ts';
import { follow } from './follow.ts';
import { createFrameScheduler } from './frame-scheduler.ts';
import { drawGhosts } from './ghosts/draw-ghosts.ts';
import { ghostBoxes } from './ghosts/ghost-boxes.ts';
import { createGhostOverlay } from './ghosts/ghost-overlay.ts';
import { pointAtGhosts } from './ghosts/point-at-ghosts.ts';
import { layoutRegions } from './layout.ts';
import { readPalette, watchPalette } from './palette.ts';
import { placePlayhead } from './playhead.ts';
import { createPointerControl } from './pointer-control.ts';
import { doubleClick, pressHandlers } from './press.ts';
import { recordingView } from './recording-view.ts';
import { createRoving } from './roving.ts';
import { placeSelectionEdges, type SelectionEdges } from './selection-edges.ts';
import { listenToKeys } from './slider-keys.ts';
import { drawKinds, KINDS_PX } from './story/draw-kinds.ts';
import { drawMoments } from './story/draw-moments.ts';
import { momentMarks } from './story/moment-marks.ts';
import { storyView } from './story/story-view.ts';
import { microsPerPx, type TimeScale } from './time-scale.ts';
import { listenToWheel } from './wheel-control.ts';

export interface TrackElements {
  /** Holds the others; their widths are all the same. */
  readonly track: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly ruler: HTMLElement;
  readonly lane: HTMLElement;
  readonly markers: HTMLElement;
  readonly regions: HTMLElement;
  readonly holds: HTMLElement;
  readonly ghosts: HTMLElement;
  readonly playhead: HTMLElement;
  readonly selectionEdges: SelectionEdges;
}

/** A bar and the gap to the next. */
const BAR_PX = 3;
const BAR_WIDTH_PX = 2;

interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly ruler: Band;
  readonly lane: Band;
  /** Along the foot of the lane: what the recording is about. */
  readonly kinds: Band;
  readonly markers: Band;
}

/**
 * Brings ruler and lane to life: draws what the store says, at most once a frame, and turns pointer, wheel and keys
 * into actions. React makes the elements and then keeps out: no part of a zoom or a drag renders a component.
 * `showDragged` is told the instant that a drag has come to, null at its end. Answers how to end it.
 */
export function mountTrack(elements: TrackElements, editor: Editor, showDragged: (time: SourceTime | null) => void): () => void {
  const { track, canvas, lane } = elements;
  const { store, actions } = editor;
  const edits = createEditsView(elements);
  const roving = createRoving(track, editor, edits, redraw);
  const ghosts = createGhostOverlay(elements.ghosts, actions.accept);
  let size: Size | undefined;
  let palette = readPalette(track);
  let snappedTo: SourceTime | null = null;
  let isPictureStale = true;
  let barsFor: (TimeScale & { readonly opened: OpenedRecording; readonly bars: Bars }) | undefined;

  function redraw(): void {
    isPictureStale = true;
    frames.request();
  }

  function draw(): void {
    const state = store.getState();
    if (!size || !state.opened) return;
    const scale: TimeScale = { viewport: state.viewport, widthPx: size.widthPx };
    placePlayhead(elements.playhead, scale, state);
    if (!isPictureStale) return;
    isPictureStale = false;
    drawPicture(state, scale, size);
  }

  function drawPicture(state: EditorState, scale: TimeScale, { heightPx, ruler, lane: laneBand, kinds, markers: markerBand }: Size): void {
    const { opened, document, selected, selection, search, proposal, pointedSuggestion } = state;
    const { analysis } = state.analysis;
    const map = selectTimeMap(state);
    const waiting = selectWaiting(state);
    if (!opened || !map || !waiting) return;
    const boxes = layoutRegions(document, scale);
    const ctx = fitCanvas(canvas, scale.widthPx, heightPx);
    ctx.clearRect(0, 0, scale.widthPx, heightPx);
    const { start, end } = scale.viewport;
    drawLane(
      ctx,
      laneBand,
      {
        scale,
        bars: barsOf(opened, scale),
        barWidthPx: BAR_WIDTH_PX,
        waiting,
        removedIdle: map.removedIdle({ start: sourceTime(start), end: sourceTime(end) }, microsPerPx(scale)),
        regions: boxes,
        selectedRegions: boxes.filter(({ ref }) => selected.some((other) => isSameEdit(other, ref))),
        selection,
        snappedTo,
      },
      palette,
    );
    const suggestions = proposal ? NO_SUGGESTIONS : selectSuggestions(state);
    const shownGhosts = ghostBoxes(suggestions, scale);
    drawGhosts(ctx, laneBand, { scale, suggestions, boxes: shownGhosts, pointed: pointedSuggestion }, palette);
    ghosts.draw(shownGhosts, pointedSuggestion);
    if (proposal) drawProposedCuts(ctx, laneBand, scale, proposal.cuts, palette);
    if (analysis) {
      const story = storyView(analysis);
      drawKinds(ctx, kinds, scale, story.runsOf(scale.viewport, scale.widthPx), palette);
      drawMoments(ctx, kinds, momentMarks(story.moments, story.readableIn(map), scale), palette);
    }
    drawRuler(ctx, ruler, scale, palette);
    if (search.isOpen) {
      // Their bars stand on the lane, where no strip of a region covers them.
      const band = { top: laneBand.top - HIT_BAR_PX, height: laneBand.height + HIT_BAR_PX };
      drawHits(ctx, band, scale, { hits: search.hits, current: currentHit(search) }, palette);
    }
    drawHolds(ctx, laneBand, scale, document.holds, selected, palette);
    if (markerBand.height > 0) drawMarkers(ctx, laneBand, markerBand, scale, selectMarkers(state), selected, palette);
    edits.draw(state, scale, map, boxes, roving.stopsIn(state));
    placeSelectionEdges(elements.selectionEdges, scale, selection, selectDuration(state));
  }

  /** A drag changes the edits only, and then the bars are still those of the frame before. */
  function barsOf(opened: OpenedRecording, scale: TimeScale): Bars {
    if (barsFor?.opened !== opened || barsFor.viewport !== scale.viewport || barsFor.widthPx !== scale.widthPx) {
      const { index, heights } = recordingView(opened);
      barsFor = { opened, ...scale, bars: activityBars(opened.recording.events, index, scale, BAR_PX, heights) };
    }
    return barsFor.bars;
  }

  const pointer = createPointerControl(
    track,
    lane,
    editor,
    pressHandlers(editor, showReach, () => frames.request()),
  );
  const frames = createFrameScheduler(pointer.apply, draw);

  function showReach(reach: Reach | null): void {
    showDragged(reach?.at ?? null);
    const time = reach?.snappedTo ?? null;
    if (time === snappedTo) return;
    snappedTo = time;
    redraw();
  }

  function measure(): void {
    const bandOf = (element: HTMLElement): Band => ({ top: element.offsetTop, height: element.offsetHeight });
    const whole = bandOf(lane);
    const laneHeight = Math.max(0, whole.height - KINDS_PX);
    size = {
      widthPx: lane.getBoundingClientRect().width,
      heightPx: track.offsetHeight,
      ruler: bandOf(elements.ruler),
      lane: { top: whole.top, height: laneHeight },
      kinds: { top: whole.top + laneHeight, height: KINDS_PX },
      markers: bandOf(elements.markers),
    };
    track.style.setProperty('--lane-height', `${whole.height}px`);
    redraw();
  }

  function showMarkerStrip(): void {
    elements.markers.hidden = selectMarkers(store.getState()).length === 0;
  }

  const unsubscribe = store.subscribe((state, previous) => {
    if (PICTURED.some((key) => state[key] !== previous[key])) redraw();
    else if (state.playhead !== previous.playhead || state.isPlaying !== previous.isPlaying) frames.request();
    if (state.opened !== previous.opened || state.document.markers !== previous.document.markers) showMarkerStrip();
    if (state.isPlaying && state.playhead !== previous.playhead && !state.gesture) {
      const next = follow(state.viewport, previous.playhead, state.playhead, selectDuration(state));
      if (next !== state.viewport) actions.show(next);
    }
  });
  const resizes = new ResizeObserver(measure);
  resizes.observe(track);
  resizes.observe(lane);
  const stopPalette = watchPalette(() => {
    palette = readPalette(track);
    redraw();
  });
  const stopRatio = watchPixelRatio(redraw);
  const stopWheel = listenToWheel(track, editor, pointer.timeAt);
  const stopKeys = listenToKeys(track, editor, roving);
  const stopPointing = pointAtGhosts(lane, editor, pointer.timeAt);
  // A captured pointer makes the track the target of its clicks; so what lies under it is asked for.
  const onDoubleClick = ({ clientX, clientY }: MouseEvent) => {
    const under = document.elementFromPoint(clientX, clientY);
    if (under) doubleClick(editor, under, pointer.timeAt(clientX));
  };
  track.addEventListener('dblclick', onDoubleClick);
  showMarkerStrip();
  measure();

  return () => {
    unsubscribe();
    resizes.disconnect();
    stopPalette();
    stopRatio();
    stopWheel();
    stopKeys();
    roving.dispose();
    stopPointing();
    track.removeEventListener('dblclick', onDoubleClick);
    pointer.dispose();
    frames.dispose();
    elements.regions.replaceChildren();
    elements.holds.replaceChildren();
    elements.markers.replaceChildren();
    elements.ghosts.replaceChildren();
  };
}

const NO_SUGGESTIONS: readonly Suggestion[] = [];

/** What a change of asks for a new picture; the playhead alone only moves its line. */
const PICTURED = [
  'opened',
  'document',
  'viewport',
  'selection',
  'selected',
  'search',
  'proposal',
  'analysis',
  'pointedSuggestion',
] as const satisfies readonly (keyof EditorState)[];
