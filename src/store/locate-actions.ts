import type { StoreApi } from 'zustand/vanilla';
import { formatLength, formatTime, speakTime } from '#core/cast/format-time.ts';
import type { SourceTime } from '#core/cast/time.ts';
import type { Range } from '#core/lib/ranges.ts';
import { isSamePlace, type MarkedPlace } from './marked-place.ts';
import { currentHit } from './search.ts';
import { selectDuration, selectShownTime } from './selectors.ts';
import { createSessionActions } from './session-actions.ts';
import type { EditorState } from './state.ts';
import { revealRange } from './viewport.ts';

/** Telling when something that is seen in the preview appeared, and when it went. */
export interface LocateActions {
  /** Text that is marked in the preview now; empty for none. */
  markText(text: string, place?: MarkedPlace): void;
  /** Selects on the lane the time in which the marked text, or else the hit that was gone to, was on screen. */
  locate(): Promise<void>;
}

/** More than the largest screens hold. */
const MAX_MARKED_CHARACTERS = 100_000;

export function createLocateActions(store: StoreApi<EditorState>): LocateActions {
  const get = store.getState;
  const session = createSessionActions(store);

  function show({ start, end }: Range<SourceTime>): void {
    const state = get();
    session.show(revealRange(state.viewport, { start, end }, selectDuration(state)));
    session.select(start < end ? { start, end } : null);
    const length = end - start;
    store.setState({
      located: `On screen from ${formatTime(start)} to ${formatTime(end)} (${formatLength(length)})`,
      announcement: `On screen from ${speakTime(start)} to ${speakTime(end)}, for ${speakTime(length)}. Selected.`,
    });
  }

  function fail(located: string): void {
    store.setState({ located, announcement: located });
  }

  return {
    markText(text, place) {
      const markedText = text.slice(0, MAX_MARKED_CHARACTERS);
      const markedPlace = place ?? null;
      if (markedText !== get().markedText) store.setState({ markedText, markedPlace, located: '' });
      else if (!isSamePlace(markedPlace, get().markedPlace)) store.setState({ markedPlace });
    },
    async locate() {
      const { screens, markedText, search } = get();
      const hit = currentHit(search);
      if (markedText === '') {
        if (hit) show(hit);
        return;
      }
      if (!screens) {
        fail('The screens of this recording could not be worked out.');
        return;
      }
      const time = selectShownTime(get());
      store.setState({ located: 'Looking through the recording…' });
      const answer = await screens.ask({ kind: 'locate', text: markedText, time }, 'locate').then(
        (found) => ({ found }),
        (error: unknown) => ({ problem: error instanceof Error ? error.message : String(error) }),
      );
      if (get().markedText !== markedText) return;
      if ('problem' in answer) fail(answer.problem);
      // The worker of screens is gone, or about another recording, and with it the answer.
      else if (answer.found === undefined || get().screens !== screens) store.setState({ located: '' });
      else if (answer.found) show(answer.found);
      else fail(`Not on the screen of ${formatTime(time)} as it was recorded`);
    },
  };
}
