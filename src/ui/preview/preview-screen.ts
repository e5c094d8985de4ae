import type { Recording } from '#core/cast/recording.ts';
import type { SourceTime } from '#core/cast/time.ts';
import { upperBound } from '#core/lib/binary-search.ts';
import type { EditDocument } from '#core/plan/document.ts';
import { createFeed, type Feed, type FeedStep, shownSteps } from '#core/plan/feed.ts';
import type { EditorState } from '#store/state.ts';
import type { PlayerTerminal } from './player-driver.ts';
import { TerminalFeeder } from './terminal-feeder.ts';
import type { Veil } from './veil.ts';

/** Keeps a player's terminal at what the state says is to be seen. */
export class PreviewScreen {
  readonly #terminal: PlayerTerminal;
  readonly #veil: Veil;
  #programme: { readonly recording: Recording; readonly feeder: TerminalFeeder } | undefined;
  #feed: { readonly document: EditDocument; readonly feed: Feed } | undefined;
  #durationMicros = 0;
  #isPlaying = false;
  #isLifting = false;

  constructor(terminal: PlayerTerminal, veil: Veil) {
    this.#terminal = terminal;
    this.#veil = veil;
  }

  /** Goes towards the state until the time is up. Answers whether it is there; otherwise it wants another frame. */
  follow(state: EditorState, durationMicros: number, isTimeUp: () => boolean): boolean {
    if (!state.opened) return true;
    const { recording } = state.opened;
    const feeder = this.#load(recording);
    if (durationMicros !== this.#durationMicros) {
      this.#durationMicros = durationMicros;
      this.#terminal.setDuration(durationMicros);
    }
    if (state.isPlaying !== this.#isPlaying) {
      this.#isPlaying = state.isPlaying;
      this.#terminal.setPlaying(state.isPlaying);
    }
    if (!feeder.feed(this.#goal(state, recording), isTimeUp)) {
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

  #goal({ scrubTime, playing, playhead, document }: EditorState, recording: Recording): readonly FeedStep[] {
    if (scrubTime !== null) return unedited(recording, scrubTime);
    if (playing === 'source') return unedited(recording, playhead);
    if (this.#feed?.document !== document) this.#feed = { document, feed: createFeed(recording, document) };
    return shownSteps(this.#feed.feed, seamAfter(this.#feed.feed, playhead));
  }
}

/** All events up to an instant, as they were recorded. */
function unedited({ events }: Recording, time: SourceTime): readonly FeedStep[] {
  return [{ kind: 'events', from: 0, to: upperBound(events.times, time) }];
}

/** Inside a cut the result shows its seam, so that is where the screen is taken. Cuts of different modes may touch. */
function seamAfter({ cuts }: Feed, time: SourceTime): SourceTime {
  return cuts.reduce((instant, { start, end }) => (start <= instant && instant < end ? end : instant), time);
}
