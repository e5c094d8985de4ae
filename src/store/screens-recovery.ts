import type { StoreApi } from 'zustand/vanilla';
import { copyRecording } from '#core/cast/copy-recording.ts';
import type { Recording } from '#core/cast/recording.ts';
import type { Masked } from './masks.ts';
import { nextTask } from './next-task.ts';
import { openScreens, type ScreensWorker } from './screens.ts';
import { stuckName } from './screens-watch.ts';
import { type EditorState, INITIAL_STATE } from './state.ts';

/** Having the screens of the open recording worked out. */
export interface ScreenIndexing {
  /** Begins with a copy of the open recording, which is given away. */
  begin(copy: Recording): void;
  /** Makes the copy too, in pieces between which the page does its other work. */
  beginAgain(): Promise<void>;
}

/** A worker that does not get over a question is followed by another, which begins anew, and refuses that question. */
export function createScreenIndexing(
  store: StoreApi<EditorState>,
  onFailed: (message: string) => void,
  start?: () => ScreensWorker,
): ScreenIndexing {
  /** Of two that overlap the later one counts. */
  let turn = 0;

  function open(copy: Recording, stuck: ReadonlySet<string>, rest: Partial<EditorState>): void {
    turn += 1;
    const screens = openScreens(
      copy,
      {
        onProgress: (position) => store.setState({ screenIndex: { position, changes: null } }),
        onIndexed: (changes) => store.setState({ screenIndex: { position: copy.events.length, changes } }),
        onFailed(message) {
          store.setState({ screens: null, screenIndex: INITIAL_STATE.screenIndex });
          onFailed(message);
        },
        onStuck: (question) => void recover(new Set([...stuck, stuckName(question)])),
      },
      { stuck, ...(start && { start }) },
    );
    store.setState({ ...rest, screens });
  }

  async function copyOfOpened(): Promise<Recording | undefined> {
    turn += 1;
    const ownTurn = turn;
    const recording = store.getState().opened?.recording;
    if (!recording) return undefined;
    const pieces = copyRecording(recording);
    let step = pieces.next();
    while (!step.done) {
      await nextTask();
      if (turn !== ownTurn || store.getState().opened?.recording !== recording) return undefined;
      step = pieces.next();
    }
    return step.value;
  }

  /** Until the others are there those that got stuck stay in their place: they answer nothing, and nobody takes that for the end. */
  async function recover(stuck: ReadonlySet<string>): Promise<void> {
    const copy = await copyOfOpened();
    if (copy) open(copy, stuck, { screenIndex: INITIAL_STATE.screenIndex, masked: notYetMasked(store.getState()) });
  }

  return {
    begin: (copy) => open(copy, new Set(), {}),
    async beginAgain() {
      const copy = await copyOfOpened();
      if (copy) open(copy, new Set(), {});
    },
  };
}

/** A new worker knows of no masks: they are asked for again, unless they cannot be had. Until then all is shown as it was. */
function notYetMasked({ opened, masked, document: { redactions } }: EditorState): Masked | null {
  if (!opened || !masked || redactions.length === 0) return null;
  if (masked.redactions === redactions && masked.problem !== undefined) return { ...masked, recording: opened.recording };
  return { redactions: [], recording: masked.recording, seen: masked.seen };
}
