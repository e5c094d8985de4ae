import type { StoreApi } from 'zustand/vanilla';
import { type SourceTime, sourceTime } from '#core/cast/time.ts';
import type { Range } from '#core/lib/ranges.ts';
import { type EditRef, isSameEdit } from '#core/plan/document.ts';
import { STOPPED } from './playback.ts';
import { selectDuration } from './selectors.ts';
import type { ContextMenu, DialogName, EditorState, Notice, Toast } from './state.ts';
import { clampViewport, reveal, type Viewport } from './viewport.ts';

/** What is looked at and pointed to. Never undone, never exported. */
export interface SessionActions {
  /** Moves the playhead, kept within the recording. The lane follows where `isRevealed`. */
  seek(time: SourceTime, isRevealed?: boolean): void;
  /** Shows another instant than the playhead's while a handle is dragged; null ends that. */
  scrub(time: SourceTime | null): void;
  select(range: Range<SourceTime> | null): void;
  /** Selects one edit alone; null for none. */
  selectEdit(ref: EditRef | null): void;
  selectEdits(refs: readonly EditRef[]): void;
  /** Adds an edit to the selected ones, or takes it away from them. */
  toggleSelected(ref: EditRef): void;
  /** Lets the factor field of a speed region take the focus; null once it has. */
  askForFactor(id: number | null): void;
  /** Lets the field that says where an edit is take the focus; null once it has. */
  askForPlace(ref: EditRef | null): void;
  show(viewport: Viewport): void;
  /** The same, and remembers what was in sight as the way back. */
  zoomTo(viewport: Viewport): void;
  play(): void;
  pause(): void;
  setPlaying(playing: EditorState['playing']): void;
  setPlaybackRate(rate: number): void;
  notify(notice: Notice): void;
  dismissNotice(): void;
  /** Tells assistive technology something that changes nothing. */
  say(text: string): void;
  /** Shows it for a while; null takes it away. */
  showToast(toast: Toast | null): void;
  openDialog(dialog: DialogName): void;
  closeDialog(): void;
  openContextMenu(menu: ContextMenu): void;
  closeContextMenu(): void;
  /** Lets the browser ask for files to open. */
  askForFile(): void;
  askedForFile(): void;
  openExport(): void;
  closeExport(): void;
}

export function createSessionActions(store: StoreApi<EditorState>): SessionActions {
  const get = store.getState;
  const selectEdits = (selected: readonly EditRef[]): void =>
    store.setState(selected.length > 0 ? { selected, selection: null } : { selected });
  return {
    seek(time, isRevealed = false) {
      const duration = selectDuration(get());
      const playhead = sourceTime(Math.round(Math.min(Math.max(time, 0), duration)));
      const viewport = isRevealed ? reveal(get().viewport, playhead, duration) : get().viewport;
      store.setState({ playhead, viewport });
    },
    scrub: (scrubTime) => store.setState({ scrubTime }),
    select: (selection) => store.setState(selection ? { selection, selected: [] } : { selection }),
    selectEdit: (ref) => selectEdits(ref ? [ref] : []),
    selectEdits,
    toggleSelected(ref) {
      const { selected } = get();
      const others = selected.filter((other) => !isSameEdit(other, ref));
      selectEdits(others.length < selected.length ? others : [...selected, ref]);
    },
    askForFactor: (factorAskedFor) => store.setState({ factorAskedFor }),
    askForPlace: (placeAskedFor) => store.setState({ placeAskedFor }),
    show: (viewport) => store.setState({ viewport: clampViewport(viewport, selectDuration(get())), viewportBefore: null }),
    zoomTo: (viewport) => store.setState({ viewport: clampViewport(viewport, selectDuration(get())), viewportBefore: get().viewport }),
    play: () => store.setState({ ...STOPPED, isPlaying: get().opened !== null }),
    pause: () => store.setState(STOPPED),
    setPlaying: (playing) => store.setState({ playing }),
    setPlaybackRate: (playbackRate) => store.setState({ playbackRate }),
    notify: (notice) => store.setState({ notice }),
    dismissNotice: () => store.setState({ notice: null }),
    say: (announcement) => store.setState({ announcement }),
    showToast: (toast) => store.setState({ toast }),
    openDialog: (dialog) => store.setState({ dialog, contextMenu: null }),
    closeDialog: () => store.setState({ dialog: null }),
    openContextMenu: (contextMenu) => store.setState({ contextMenu }),
    closeContextMenu: () => store.setState({ contextMenu: null }),
    askForFile: () => store.setState({ isFileAskedFor: true }),
    askedForFile: () => store.setState({ isFileAskedFor: false }),
    openExport: () => store.setState({ isExportOpen: get().opened !== null, ...STOPPED }),
    closeExport: () => store.setState({ isExportOpen: false }),
  };
}
