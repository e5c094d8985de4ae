import type { SourceTime } from '#core/cast/time.ts';
import type { Editor } from '#store/editor-store.ts';
import { type PlayedSpan, selectPlayedSpan } from '#store/playback.ts';
import type { EditorState } from '#store/state.ts';
import { shownLine, type TimeLine } from '#store/time-line.ts';
import { type Moment, nextMoment, positionOf, START } from './preview-clock.ts';
import type { PreviewScreen } from './preview-screen.ts';

/** The page's frames and its clock, in milliseconds. */
export interface Frames {
  now(): number;
  request(run: () => void): number;
  cancel(id: number): void;
}

const PAGE_FRAMES: Frames = {
  now: () => performance.now(),
  request: (run) => requestAnimationFrame(run),
  cancel: (id) => cancelAnimationFrame(id),
};

/** What one frame may spend on bringing the terminal along; the rest of it belongs to painting and the timeline. */
const FEEDING_MILLIS = 12;

/** Less while a handle moves, and in every other frame only: then the frame is the timeline's, until the handle rests this long. */
const DRAG_FEEDING_MILLIS = 1.5;
const REST_MILLIS = 80;

/**
 * The preview's heartbeat. Whatever changes in the store asks for a frame, and all changes up to it are one; a frame
 * moves the playhead on while playing, brings the screen there, and tells who shows the time. At rest it does not run.
 */
export class PreviewLoop {
  readonly #editor: Editor;
  readonly #frames: Frames;
  readonly #listeners = new Set<() => void>();
  #screen: PreviewScreen | undefined;
  #moment: Moment = START;
  #scrub: { readonly time: number | null; readonly sinceMillis: number } = { time: null, sinceMillis: 0 };
  /** In the frame before, while a handle moved. */
  #hasFollowed = false;
  #request: number | undefined;

  constructor(editor: Editor, frames: Frames = PAGE_FRAMES) {
    this.#editor = editor;
    this.#frames = frames;
  }

  /** Runs until the function it returns is called. */
  start(): () => void {
    const unsubscribe = this.#editor.store.subscribe(() => this.#wake());
    this.#wake();
    return () => {
      unsubscribe();
      if (this.#request !== undefined) this.#frames.cancel(this.#request);
      this.#request = undefined;
    };
  }

  /** Plays on this screen until the function it returns is called. Without a screen the time passes all the same. */
  attach(screen: PreviewScreen): () => void {
    this.#screen = screen;
    this.#wake();
    return () => {
      if (this.#screen === screen) this.#screen = undefined;
    };
  }

  /** Calls after each frame that something happened in, until the function it returns is called. */
  onFrame(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Where the playhead is on a time line; while a handle is dragged, where the handle is. */
  positionOn(line: TimeLine): number {
    const { playhead, scrubTime } = this.#editor.store.getState();
    return positionOf(this.#moment, line, scrubTime ?? playhead);
  }

  #wake(): void {
    this.#request ??= this.#frames.request(() => this.#frame());
  }

  #frame(): void {
    this.#request = undefined;
    const { store } = this.#editor;
    const wallMillis = this.#frames.now();
    const state = store.getState();
    const line = shownLine(state);
    if (state.isPlaying) this.#playOn(state, line, wallMillis);
    else this.#moment = nextMoment(this.#moment, { line, playhead: state.playhead, isPlaying: false, rate: 1, wallMillis });
    const isThere = this.#bringScreen(line, wallMillis);
    for (const listener of this.#listeners) listener();
    if (!isThere) this.#wake();
  }

  #playOn(state: EditorState, line: TimeLine, wallMillis: number): void {
    const { actions } = this.#editor;
    const { playhead, playbackRate, shuttle, playedRange } = state;
    let span = selectPlayedSpan(state);
    if (playedRange && !(span && this.#staysIn(span, playhead, line))) {
      actions.leavePlayedRange();
      span = null;
    }
    this.#moment = nextMoment(this.#moment, { line, playhead, isPlaying: true, rate: playbackRate * shuttle, wallMillis, span });
    actions.seek(this.#moment.playhead);
    if (!this.#moment.hasEnded) return;
    if (span && playedRange?.kind === 'around') actions.seek(playedRange.returnTo);
    actions.pause();
  }

  /** Whoever puts the playhead elsewhere while a range is played wants to see that; an edit only moves the range. */
  #staysIn(span: PlayedSpan, playhead: SourceTime, line: TimeLine): boolean {
    if (playhead === this.#moment.playhead) return true;
    const position = line.positionOf(playhead);
    return position >= span.from && position <= span.to;
  }

  /** Answers whether the screen is where it should be. */
  #bringScreen(line: TimeLine, wallMillis: number): boolean {
    const state = this.#editor.store.getState();
    if (state.scrubTime !== this.#scrub.time) this.#scrub = { time: state.scrubTime, sinceMillis: wallMillis };
    const isMoving = state.scrubTime !== null && wallMillis - this.#scrub.sinceMillis < REST_MILLIS;
    const isSkipped = isMoving && this.#hasFollowed;
    this.#hasFollowed = isMoving && !isSkipped;
    if (isSkipped) return false;
    if (!this.#screen) return true;
    const deadline = wallMillis + (isMoving ? DRAG_FEEDING_MILLIS : FEEDING_MILLIS);
    return this.#screen.follow(state, line.durationMicros, () => this.#frames.now() >= deadline);
  }
}
