import type { Recording, TerminalSize } from '#core/cast/recording.ts';
import type { FeedStep } from '#core/plan/feed.ts';
import { appendStep, type OwnPlace, routeTo, shortcutTo } from './feed-route.ts';
import { blocksOf, bytesOf, tellings } from './tellings.ts';

/** The little that the preview asks of a terminal. */
export interface Terminal {
  /** Forgets everything: as a new terminal of this size. */
  restart(size: TerminalSize): void;
  resize(size: TerminalSize): void;
  output(text: string): void;
}

/**
 * Brings a terminal to where it should be, in slices of time. Aimed elsewhere before it is there, it turns around at
 * once, and goes on from what was told already where that is of use.
 */
export class TerminalFeeder {
  readonly #recording: Recording;
  readonly #terminal: Terminal;
  /** What the terminal knows, once `#pending` has been told as well. */
  #told: readonly FeedStep[] = [];
  #pending: ReturnType<typeof tellings> | undefined;
  #isRestarting = false;

  constructor(recording: Recording, terminal: Terminal) {
    this.#recording = recording;
    this.#terminal = terminal;
  }

  /** Whether the terminal is on its way from the start again, so that its screen is not one of the recording's. */
  get isRestarting(): boolean {
    return this.#isRestarting;
  }

  /** Tells what leads to `goal` until the time is up; always at least one piece. Answers whether the goal was reached. */
  feed(goal: readonly FeedStep[], isTimeUp: () => boolean): boolean {
    const { isRestart, steps } = routeTo(this.#told, goal);
    if (isRestart) {
      this.#terminal.restart(this.#recording.header.size);
      this.#told = [];
      this.#pending = undefined;
      this.#isRestarting = true;
    }
    for (const step of steps) {
      for (const block of blocksOf(this.#recording.events, step)) {
        if (!this.#tellPending(isTimeUp)) return false;
        this.#told = appendStep(this.#told, block);
        this.#pending = tellings(this.#recording, block);
      }
    }
    if (!this.#tellPending(isTimeUp)) return false;
    this.#isRestarting = false;
    return true;
  }

  /** A place from which `goal` is near, where it is far from here. */
  shortcutTo(goal: readonly FeedStep[], isPlaying: boolean): OwnPlace | undefined {
    return shortcutTo(this.#told, goal, (step) => bytesOf(this.#recording.events, step), isPlaying);
  }

  /** Takes the terminal to a place by the repaint that was made for it, for a screen of that size. */
  repaint({ told }: OwnPlace, text: string, size: TerminalSize): void {
    this.#terminal.restart(size);
    this.#terminal.output(text);
    this.#told = told;
    this.#pending = undefined;
    this.#isRestarting = true;
  }

  #tellPending(isTimeUp: () => boolean): boolean {
    if (!this.#pending) return true;
    // Not a for…of loop: leaving one ends the generator, and the rest of a large payload would be lost.
    for (let next = this.#pending.next(); !next.done; next = this.#pending.next()) {
      if (typeof next.value === 'string') this.#terminal.output(next.value);
      else this.#terminal.resize(next.value);
      if (isTimeUp()) return false;
    }
    this.#pending = undefined;
    return true;
  }
}
