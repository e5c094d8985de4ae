import type { FeedStep } from '#core/plan/feed.ts';
import type { Screens } from '#store/screens.ts';
import type { EditorState } from '#store/state.ts';
import type { OwnPlace } from './feed-route.ts';
import type { TerminalFeeder } from './terminal-feeder.ts';

interface Repaint {
  readonly text: string;
  readonly size: { readonly cols: number; readonly rows: number };
}

/** One question to the worker of screens, and its answer once that is there. */
interface Question {
  readonly screens: Screens;
  readonly feeder: TerminalFeeder;
  readonly place: OwnPlace;
  answer?: Repaint;
}

/**
 * Takes a terminal to far places by repaints that are made beside the page. One question is under way at a time; what
 * comes back is shown although the goal has moved on by then, so that one sees something of the way.
 */
export class FarSeek {
  #question: Question | undefined;
  /** Screens that gave no answer are not asked again: the terminal is told everything, as without them. */
  #refusing: Screens | undefined;

  /** Answers whether the goal is near, and the terminal can be told what is left. Until then it stands still. */
  bringNear(feeder: TerminalFeeder, goal: readonly FeedStep[], state: EditorState): boolean {
    const place = feeder.shortcutTo(goal, state.isPlaying);
    if (!place) {
      this.#question = undefined;
      return true;
    }
    const question = this.#question;
    if (question?.feeder === feeder && question.screens === state.screens) {
      if (!question.answer) return false;
      this.#question = undefined;
      feeder.repaint(question.place, question.answer.text, question.answer.size);
      return this.bringNear(feeder, goal, state);
    }
    return !this.#ask(feeder, place, state);
  }

  /** Answers whether it was asked. What has not been indexed takes the worker as long as the terminal itself. */
  #ask(feeder: TerminalFeeder, place: OwnPlace, { screens, screenIndex }: EditorState): boolean {
    if (!screens || screens === this.#refusing || place.position > screenIndex.position) return false;
    const question: Question = { screens, feeder, place };
    this.#question = question;
    screens.ask({ kind: 'repaint', position: place.position }, 'scrub').then(
      (answer) => {
        if (answer) question.answer = answer;
        else if (this.#question === question) this.#question = undefined;
      },
      (error: unknown) => {
        console.warn('A screen could not be repainted; the terminal is told everything instead.', error);
        this.#refusing = screens;
        if (this.#question === question) this.#question = undefined;
      },
    );
    return true;
  }
}
