import type { Recording } from '#core/cast/recording.ts';
import type { SourceTime } from '#core/cast/time.ts';
import { upperBound } from '#core/lib/binary-search.ts';
import type { EditDocument } from '#core/plan/document.ts';
import { createFeed, type Feed, type FeedStep, shownSteps } from '#core/plan/feed.ts';
import type { Seam } from '#core/plan/seam.ts';
import { selectShownRecording } from '#store/masks.ts';
import { selectKnownSeams } from '#store/seams.ts';
import type { EditorState } from '#store/state.ts';
import { FarSeek } from './far-seek.ts';
import type { PlayerTerminal } from './player-driver.ts';
import { TerminalFeeder } from './terminal-feeder.ts';
import type { Veil } from './veil.ts';

/** Keeps a player's terminal at what the state says is to be seen. */
export class PreviewScreen {
  readonly #terminal: PlayerTerminal;
  readonly #veil: Veil;
  #programme: { readonly recording: Recording; readonly feeder: TerminalFeeder } | undefined;
  #feed: { readonly document: EditDocument; readonly seams: readonly Seam[]; readonly feed: Feed } | undefined;
  readonly #farSeek = new FarSeek();
  #durationMicros = 0;
  #isPlaying = false;
  #isLifting = false;

  constructor(terminal: PlayerTerminal, veil: Veil) {
    this.#terminal = terminal;
    this.#veil = veil;
  }

  /** Goes towards the state until the time is up. Answers whether it is there; otherwise it wants another frame. */
  follow(state: EditorState, durationMicros: number, isTimeUp: () => boolean): boolean {
    const recording = selectShownRecording(state);
    if (!recording) return true;
    const feeder = this.#load(recording);
    if (durationMicros !== this.#durationMicros) {
      this.#durationMicros = durationMicros;
      this.#terminal.setDuration(durationMicros);
    }
    if (state.isPlaying !== this.#isPlaying) {
      this.#isPlaying = state.isPlaying;
      this.#terminal.setPlaying(state.isPlaying);
    }
    const goal = this.#goal(state, recording);
    if (!this.#farSeek.bringNear(feeder, goal, state)) {
      // The last screen stays in sight: what comes next is whole. A wait that can be felt shows its bar. On the way back
      // every screen is waited for a little, and there is always another one.
      if (!isPlayingBack(state)) this.#veil.lower(false);
      else if (this.#veil.isDown) this.#veil.lift();
      this.#isLifting = false;
      return false;
    }
    if (!feeder.feed(goal, isTimeUp)) {
      this.#veil.lower(feeder.isRestarting || !state.isPlaying);
      this.#isLifting = false;
      return false;
    }
    if (!this.#veil.isDown) return true;
    // What was told is painted by the next frame.
    if (this.#isLifting) this.#veil.lift();
    this.#isLifting = !this.#isLifting;
    return !this.#isLifting;
  }

  #load(recording: Recording): TerminalFeeder {
    if (this.#programme?.recording !== recording) {
      this.#terminal.load(recording.header.size, recording.header.theme);
      this.#programme = { recording, feeder: new TerminalFeeder(recording, this.#terminal) };
      this.#feed = undefined;
    }
    return this.#programme.feeder;
  }

  #goal(state: EditorState, recording: Recording): readonly FeedStep[] {
    const { scrubTime, playing, playhead, document } = state;
    if (scrubTime !== null) return unedited(recording, scrubTime);
    if (playing === 'source') return unedited(recording, playhead);
    const seams = selectKnownSeams(state);
    if (this.#feed?.document !== document || this.#feed.seams !== seams) {
      this.#feed = { document, seams, feed: createFeed(recording, document, seams) };
    }
    return shownSteps(this.#feed.feed, seamAfter(this.#feed.feed, playhead));
  }
}

const isPlayingBack = ({ isPlaying, shuttle }: EditorState): boolean => isPlaying && shuttle < 0;

/** All events up to an instant, as they were recorded. */
function unedited({ events }: Recording, time: SourceTime): readonly FeedStep[] {
  return [{ kind: 'events', from: 0, to: upperBound(events.times, time) }];
}

/** Inside a cut the result shows its seam, so that is where the screen is taken. Cuts of different modes may touch. */
function seamAfter({ cuts }: Feed, time: SourceTime): SourceTime {
  return cuts.reduce((instant, { start, end }) => (start <= instant && instant < end ? end : instant), time);
}
