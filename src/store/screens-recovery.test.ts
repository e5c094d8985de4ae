import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildActivity } from '#core/analyze/activity.ts';
import { readCast } from '#core/cast/reader.ts';
import { sourceTime } from '#core/cast/time.ts';
import type { OpenScreens, PingScreens, ScreenMessage, ScreenRequest } from '#core/desk/screen-messages.ts';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { createEditor } from './editor-store.ts';
import { selectMasksProblem } from './masks.ts';
import type { ScreensWorker } from './screens.ts';
import { createScreenIndexing } from './screens-recovery.ts';

type Received = OpenScreens | PingScreens | ScreenRequest;

/** A worker that answers nothing, and what it was told. */
function fakeWorker() {
  const received: Received[] = [];
  let isRunning = true;
  const worker: ScreensWorker = {
    onmessage: null,
    onerror: null,
    onmessageerror: null,
    postMessage: (message: Received) => {
      received.push(message);
    },
    terminate: () => {
      isRunning = false;
    },
  };
  return {
    worker,
    received,
    asked: () => received.flatMap((message) => (message.kind === 'ask' ? [message.question.kind] : [])),
    say: (message: ScreenMessage) => worker.onmessage?.call(worker as Worker, new MessageEvent('message', { data: message })),
    isRunning: () => isRunning,
    /** Says that it begins what it was asked last, and no more. */
    beginLast() {
      const request = received.findLast((message) => message.kind === 'ask');
      if (request?.kind === 'ask') this.say({ kind: 'begun', id: request.id });
    },
    getStuck() {
      this.beginLast();
      return vi.advanceTimersByTimeAsync(9000);
    },
  };
}

function openEditor() {
  const workers: ReturnType<typeof fakeWorker>[] = [];
  const failures: string[] = [];
  const text = castV2('secret@1 b@2 c@3');
  const recording = readCast(bytesOf(text));
  const editor = createEditor({ opened: { fileName: 'a.cast', recording, activity: buildActivity(recording) } });
  const indexing = createScreenIndexing(
    editor.store,
    (message) => failures.push(message),
    () => {
      const started = fakeWorker();
      workers.push(started);
      return started.worker;
    },
  );
  indexing.begin(readCast(bytesOf(text)));
  return { ...editor, state: editor.store.getState, indexing, workers, failures, worker: () => workers.at(-1) as (typeof workers)[number] };
}

const BAD = { text: '(.*)*x$', isRegex: true };
const MASK = {
  start: sourceTime(0),
  end: sourceTime(9e6),
  what: { kind: 'pattern', pattern: 'sec', ignoreCase: false },
  with: '*',
} as const;

describe('screens that got stuck at a question', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => vi.useRealTimers());

  it('are followed by others, which are not asked it again, and are about the same recording', async () => {
    const { actions, state, worker, workers, failures } = openEditor();
    const first = state().screens;
    worker().say({ kind: 'indexed', changes: Uint32Array.of(1, 2, 3) });
    actions.openSearch();
    actions.search(BAD);
    await vi.advanceTimersByTimeAsync(100);
    await worker().getStuck();
    expect(workers).toHaveLength(2);
    expect(state().screens).not.toBe(first);
    expect(state().screenIndex).toEqual({ position: 0, changes: null });
    expect(worker().received[0]).toMatchObject({ kind: 'open', recording: { events: { length: 3 } } });
    expect(state().opened?.recording.events.length).toBe(3);
    expect(state().search).toMatchObject({
      status: 'failed',
      message: 'This expression takes too long on this recording. Try a simpler one.',
    });
    expect(worker().asked()).toEqual([]);

    actions.search({ text: 'secret' });
    await vi.advanceTimersByTimeAsync(100);
    expect(worker().asked()).toEqual(['search']);
    worker().say({ kind: 'answer', id: 1, answer: { hits: [], isComplete: false } });
    await vi.advanceTimersByTimeAsync(0);
    expect(state().search.status).toBe('done');
    expect(failures).toEqual([]);
  });

  it('keep in mind every question that does that', async () => {
    const { actions, worker, workers, state } = openEditor();
    for (const query of [BAD, { ...BAD, text: '(.*)*y$' }, BAD]) {
      actions.search(query);
      await vi.advanceTimersByTimeAsync(100);
      await worker().getStuck();
    }
    expect(workers).toHaveLength(3);
    expect(state().search.status).toBe('failed');
  });

  it('are asked for the masks again; until they are there all is shown as it was, and nothing is exported', async () => {
    const { actions, state, worker } = openEditor();
    actions.mask([MASK]);
    await vi.advanceTimersByTimeAsync(200);
    worker().say({ kind: 'answer', id: 1, answer: { masks: [{ event: 0, start: 0, end: 3, text: '***' }], seen: [] } });
    await vi.advanceTimersByTimeAsync(200);
    const masked = state().masked?.recording;
    expect(masked).not.toBe(state().opened?.recording);
    actions.search(BAD);
    await vi.advanceTimersByTimeAsync(100);
    await worker().getStuck();
    expect(worker().asked()).toContain('masks');
    expect(state().masked).toEqual({ redactions: [], recording: masked, seen: [] });
  });

  it('are not asked for masks that cannot be had; what is wrong with them stays said', async () => {
    const { actions, state, worker, workers } = openEditor();
    actions.mask([MASK]);
    await vi.advanceTimersByTimeAsync(200);
    await worker().getStuck();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(workers).toHaveLength(2);
    expect(worker().asked()).toEqual([]);
    expect(selectMasksProblem(state())).toContain('takes too long');
    expect(state().masked?.recording).toBe(state().opened?.recording);
    actions.undo();
    await vi.advanceTimersByTimeAsync(200);
    expect(selectMasksProblem(state())).toBeUndefined();
  });

  it('stay away where another recording has been opened meanwhile, also the same one once more', async () => {
    const { actions, state, store, indexing, worker, workers } = openEditor();
    actions.search(BAD);
    await vi.advanceTimersByTimeAsync(100);
    const stuck = worker();
    stuck.beginLast();
    while (stuck.isRunning()) await vi.advanceTimersByTimeAsync(1);
    // The copy is begun, and not whole yet.
    store.setState({ screens: null });
    void indexing.beginAgain();
    await vi.advanceTimersByTimeAsync(9000);
    expect(workers).toHaveLength(2);
    expect(state().screens).not.toBeNull();
  });
});
