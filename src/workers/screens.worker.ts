import { ScreenDesk } from '#core/desk/screen-desk.ts';
import type { OpenScreens, PingScreens, ScreenMessage, ScreenRequest } from '#core/desk/screen-messages.ts';
import { paintThumbnail } from './paint-thumbnail.ts';

declare const self: DedicatedWorkerGlobalScope;

/** What is asked waits so long at most, beside what is asked before it. */
const SLICE_MILLIS = 10;

/** The page shows a percentage: more often it would only be work. */
const PROGRESS_MILLIS = 100;

let desk: ScreenDesk | undefined;
let isWorking = false;

const say = (message: ScreenMessage, handedOver: readonly unknown[] = []): void => self.postMessage(message, handedOver as Transferable[]);

/** Works in slices until there is nothing to do; messages are taken in between two. */
async function work(desk: ScreenDesk): Promise<void> {
  let toldAt = performance.now();
  let toldPosition = desk.indexingPosition;
  while (workSlice(desk)) {
    const position = desk.indexingPosition;
    // Nothing once all is indexed: whoever was told that would take it that the indexing goes on.
    if (position !== undefined && position !== toldPosition && performance.now() - toldAt >= PROGRESS_MILLIS) {
      toldAt = performance.now();
      toldPosition = position;
      say({ kind: 'progress', position });
    }
    await nextTask();
  }
}

/** Answers whether there is more to do. */
function workSlice(desk: ScreenDesk): boolean {
  const end = performance.now() + SLICE_MILLIS;
  while (performance.now() < end) if (!desk.work()) return false;
  return true;
}

/** As soon as the messages that have come are taken in; a timer would wait longer. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    taskChannel.port1.onmessage = () => resolve();
    taskChannel.port2.postMessage(undefined);
  });
}
const taskChannel = new MessageChannel();

self.onmessage = ({ data }: MessageEvent<OpenScreens | PingScreens | ScreenRequest>) => {
  if (data.kind === 'ping') {
    say({ kind: 'alive' });
    return;
  }
  if (data.kind === 'open') {
    const { header } = data.recording;
    desk = new ScreenDesk(data.recording, data.profile, {
      say,
      paint: (screen, maxWidthPx, maxHeightPx) => paintThumbnail(screen, header.theme, maxWidthPx, maxHeightPx),
    });
  } else desk?.ask(data);
  if (!desk || isWorking) return;
  isWorking = true;
  work(desk)
    .catch((error: unknown) => say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }))
    .finally(() => {
      isWorking = false;
    });
};
