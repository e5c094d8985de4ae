import type { StoreApi } from 'zustand/vanilla';
import { nextShuttle, type PlayedRange, STOPPED, selectAroundSubject, selectPlayedSpan } from './playback.ts';
import type { EditorState } from './state.ts';
import { shownLine } from './time-line.ts';

export interface PlaybackActions {
  /** Faster in a direction with each call: 1, 2, 4, 8 times; against the direction it slows down first. Plays. */
  shuttleOn(direction: 1 | -1): void;
  /** Plays a little before and after an edit, or the playhead, and comes back. */
  playAround(): void;
  /** Plays the selection, or the edit that is looked at, over and over, until playing is paused. */
  toggleLoop(): void;
  /** Plays on without an end of its own. */
  leavePlayedRange(): void;
  askForTime(): void;
  enteredTime(): void;
  setPreviewFullscreen(isFullscreen: boolean): void;
}

export function createPlaybackActions(store: StoreApi<EditorState>): PlaybackActions {
  const get = store.getState;

  /** Plays a range from its start, or on where the playhead is in it. Answers whether there is anything of it. */
  function playRange(playedRange: PlayedRange, isFromStart: boolean): boolean {
    const state = { ...get(), playedRange };
    const span = selectPlayedSpan(state);
    if (!span || !state.opened) return false;
    const line = shownLine(state);
    const position = line.positionOf(state.playhead);
    const isInside = !isFromStart && position >= span.from && position < span.to;
    store.setState({
      playedRange,
      isPlaying: true,
      shuttle: 1,
      playhead: isInside ? state.playhead : line.sourceAt(span.from),
    });
    return true;
  }

  return {
    shuttleOn(direction) {
      const { opened, isPlaying, shuttle } = get();
      if (!opened) return;
      store.setState(isPlaying ? { shuttle: nextShuttle(shuttle, direction) } : { ...STOPPED, isPlaying: true, shuttle: direction });
    },
    playAround() {
      const { isPlaying, playedRange, playhead } = get();
      // Asked for again while it is played it begins anew, and still comes back to where one was.
      const returnTo = isPlaying && playedRange?.kind === 'around' ? playedRange.returnTo : playhead;
      playRange({ kind: 'around', subject: selectAroundSubject({ ...get(), playhead: returnTo }), returnTo }, true);
    },
    toggleLoop() {
      const { isPlaying, playedRange } = get();
      if (isPlaying && playedRange?.kind === 'loop') store.setState(STOPPED);
      else if (!playRange({ kind: 'loop' }, false)) {
        store.setState({ announcement: 'Select a stretch or an edit to play it over and over.' });
      }
    },
    leavePlayedRange: () => store.setState({ playedRange: null }),
    askForTime: () => store.setState({ isTimeAskedFor: get().opened !== null }),
    enteredTime: () => store.setState({ isTimeAskedFor: false }),
    setPreviewFullscreen: (isPreviewFullscreen) => store.setState({ isPreviewFullscreen }),
  };
}
