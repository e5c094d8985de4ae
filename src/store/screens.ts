import { recordingBuffers } from '#core/cast/copy-recording.ts';
import type { Recording } from '#core/cast/recording.ts';
import type { OpenScreens, PingScreens, ScreenAnswers, ScreenMessage, ScreenQuestion, ScreenRequest } from '#core/desk/screen-messages.ts';
import { ScreensWatch, stuckName, stuckReason } from './screens-watch.ts';

/** What is known of a recording's screens, worked out beside the page. */
export interface Screens {
  /**
   * Questions of one channel replace each other: all but the latest may be answered with undefined, and so is every one
   * once the screens are closed or have failed. What nothing can be answered to rejects, with the reason for people.
   * `onShare` is told how much of masks is made, or of an analysis.
   */
  ask<Kind extends ScreenQuestion['kind']>(
    question: Extract<ScreenQuestion, { readonly kind: Kind }>,
    channel?: string,
    onShare?: (share: number) => void,
  ): Promise<ScreenAnswers[Kind] | undefined>;
  close(): void;
}

/** Told what becomes of the indexing; nothing after `close`. */
export interface ScreensListener {
  /** The first so many events are indexed. */
  onProgress(position: number): void;
  /** `changes`: the positions at which the screen is not what it was before. */
  onIndexed(changes: Uint32Array): void;
  /** At most once: there are no screens from here on. */
  onFailed(message: string): void;
  /** Once, in place of `onFailed`, where it was a question that the worker did not get over. All that was asked is answered. */
  onStuck(question: ScreenQuestion): void;
}

/** The part of a worker that is used. */
export type ScreensWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror' | 'onmessageerror'>;

const startWorker = (): ScreensWorker => new Worker(new URL('../workers/screens.worker.ts', import.meta.url), { type: 'module' });

interface Options {
  /** Names of questions that got a worker stuck before: refused at once. */
  readonly stuck?: ReadonlySet<string>;
  readonly start?: () => ScreensWorker;
}

interface Waiting {
  resolve(answer: unknown): void;
  reject(reason: Error): void;
  readonly onShare: ((share: number) => void) | undefined;
}

/** Begins to index a recording. It is given away: its memory goes to the worker. */
export function openScreens(recording: Recording, listener: ScreensListener, { stuck, start = startWorker }: Options = {}): Screens {
  const worker = start();
  const waiting = new Map<number, Waiting>();
  const watch = new ScreensWatch(() => worker.postMessage({ kind: 'ping' } satisfies PingScreens), giveUp);
  let isOpen = true;
  let lastId = 0;

  function close(): void {
    isOpen = false;
    watch.end();
    worker.terminate();
    for (const { resolve } of waiting.values()) resolve(undefined);
    waiting.clear();
  }

  function fail(message: string): void {
    if (!isOpen) return;
    close();
    listener.onFailed(message);
  }

  /** A worker that is at one thing for too long can only be ended. */
  function giveUp(request: ScreenRequest | undefined): void {
    if (!request) {
      fail('They take too long to be worked out.');
      return;
    }
    settle(request.id, ({ reject }) => reject(new Error(stuckReason(request.question))));
    close();
    listener.onStuck(request.question);
  }

  function settle(id: number, act: (waiting: Waiting) => void): void {
    const asked = waiting.get(id);
    waiting.delete(id);
    watch.answered(id);
    if (asked) act(asked);
  }

  worker.onmessage = ({ data }: MessageEvent<ScreenMessage>) => {
    if (!isOpen) return;
    watch.heard();
    if (data.kind === 'alive') return;
    if (data.kind === 'begun') watch.begun(data.id);
    else if (data.kind === 'progress') listener.onProgress(data.position);
    else if (data.kind === 'indexed') listener.onIndexed(data.changes);
    else if (data.kind === 'failed') fail(data.message);
    else if (data.kind === 'share') waiting.get(data.id)?.onShare?.(data.share);
    else if (data.kind === 'answer') settle(data.id, ({ resolve }) => resolve(data.answer));
    else settle(data.id, ({ reject }) => reject(new Error(data.message)));
  };
  worker.onerror = ({ message }) => fail(message || 'The part that works out screens could not be started.');
  worker.onmessageerror = () => fail('An answer from the part that works out screens could not be read.');
  worker.postMessage({ kind: 'open', recording, profile: 'asciinema' } satisfies OpenScreens, recordingBuffers(recording));

  return {
    ask<Kind extends ScreenQuestion['kind']>(
      question: Extract<ScreenQuestion, { readonly kind: Kind }>,
      channel?: string,
      onShare?: (share: number) => void,
    ) {
      if (!isOpen) return Promise.resolve(undefined);
      if (stuck?.has(stuckName(question))) return Promise.reject(new Error(stuckReason(question)));
      lastId += 1;
      const id = lastId;
      const answer = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject, onShare }));
      const request: ScreenRequest = { kind: 'ask', id, question, ...(channel !== undefined && { channel }) };
      watch.asked(request);
      worker.postMessage(request);
      return answer as Promise<ScreenAnswers[Kind] | undefined>;
    },
    close,
  };
}
