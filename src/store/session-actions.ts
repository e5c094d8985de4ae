import type { StoreApi } from 'zustand/vanilla';
import { type SourceTime, sourceTime } from '#core/cast/time.ts';
import type { Range } from '#core/lib/ranges.ts';
import type { RegionRef } from '#core/plan/document.ts';
import { selectDuration } from './selectors.ts';
import type { EditorState, Notice } from './state.ts';
import { clampViewport, reveal, type Viewport } from './viewport.ts';

/** What is looked at and pointed to. Never undone, never exported. */
export interface SessionActions {
  /** Moves the playhead, kept within the recording. The lane follows where `isRevealed`. */
  seek(time: SourceTime, isRevealed?: boolean): void;
  /** Shows another instant than the playhead's while a handle is dragged; null ends that. */
  scrub(time: SourceTime | null): void;
  select(range: Range<SourceTime> | null): void;
  selectRegion(ref: RegionRef | null): void;
  /** Lets the factor field of a speed region take the focus; null once it has. */
  askForFactor(id: number | null): void;
  show(viewport: Viewport): void;
  play(): void;
  pause(): void;
  setPlaying(playing: EditorState['playing']): void;
  setPlaybackRate(rate: number): void;
  notify(notice: Notice): void;
  dismissNotice(): void;
  /** Tells assistive technology something that changes nothing. */
  say(text: string): void;
  openExport(): void;
  closeExport(): void;
}

export function createSessionActions(store: StoreApi<EditorState>): SessionActions {
  const get = store.getState;
  return {
    seek(time, isRevealed = false) {
      const duration = selectDuration(get());
      const playhead = sourceTime(Math.round(Math.min(Math.max(time, 0), duration)));
      const viewport = isRevealed ? reveal(get().viewport, playhead, duration) : get().viewport;
      store.setState({ playhead, viewport });
    },
    scrub: (scrubTime) => store.setState({ scrubTime }),
    select: (selection) => store.setState(selection ? { selection, selectedRegion: null } : { selection }),
    selectRegion: (selectedRegion) => store.setState(selectedRegion ? { selectedRegion, selection: null } : { selectedRegion }),
    askForFactor: (factorAskedFor) => store.setState({ factorAskedFor }),
    show: (viewport) => store.setState({ viewport: clampViewport(viewport, selectDuration(get())) }),
    play: () => store.setState({ isPlaying: get().opened !== null }),
    pause: () => store.setState({ isPlaying: false }),
    setPlaying: (playing) => store.setState({ playing }),
    setPlaybackRate: (playbackRate) => store.setState({ playbackRate }),
    notify: (notice) => store.setState({ notice }),
    dismissNotice: () => store.setState({ notice: null }),
    say: (announcement) => store.setState({ announcement }),
    openExport: () => store.setState({ isExportOpen: get().opened !== null, isPlaying: false }),
    closeExport: () => store.setState({ isExportOpen: false }),
  };
}
