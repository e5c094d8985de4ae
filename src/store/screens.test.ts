import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readCast } from '#core/cast/reader.ts';
import { sourceTime } from '#core/cast/time.ts';
import type { OpenScreens, PingScreens, ScreenMessage, ScreenRequest } from '#core/desk/screen-messages.ts';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { openScreens, type ScreensWorker } from './screens.ts';
import { stuckName } from './screens-watch.ts';

/** Two screens and what is on the other side of the wall. */
function open(stuck = new Set<string>()) {
  const received: (OpenScreens | PingScreens | ScreenRequest)[] = [];
  const heard: string[] = [];
  let isRunning = true;
  const worker: ScreensWorker = {
    onmessage: null,
    onerror: null,
    onmessageerror: null,
    postMessage: (message: OpenScreens | PingScreens | ScreenRequest, transfer?: Transferable[] | StructuredSerializeOptions) => {
      received.push(structuredClone(message, { transfer: Array.isArray(transfer) ? transfer : [] }));
    },
    terminate: () => {
      isRunning = false;
    },
  };
  const recording = readCast(bytesOf(castV2('a@1 b@2')));
  const screens = openScreens(
    recording,
    {
      onProgress: (position) => heard.push(`progress ${position}`),
      onIndexed: (changes) => heard.push(`indexed ${changes}`),
      onFailed: (message) => heard.push(`failed: ${message}`),
      onStuck: (question) => heard.push(`stuck: ${question.kind}`),
    },
    { start: () => worker, stuck },
  );
  return {
    screens,
    recording,
    received,
    heard,
    isRunning: () => isRunning,
    say: (message: ScreenMessage) => worker.onmessage?.call(worker as Worker, new MessageEvent('message', { data: message })),
    crash: (message: string) => worker.onerror?.call(worker as Worker, Object.assign(new Event('error'), { message }) as ErrorEvent),
  };
}

describe('screens', () => {
  it('give the recording away', () => {
    const { recording, received } = open();
    expect(received).toMatchObject([{ kind: 'open', profile: 'asciinema', recording: { events: { length: 2 } } }]);
    expect(recording.bytes.length).toBe(0);
  });

  it('tell how far the indexing is', () => {
    const { say, heard } = open();
    say({ kind: 'progress', position: 1 });
    say({ kind: 'indexed', changes: Uint32Array.of(1, 2) });
    expect(heard).toEqual(['progress 1', 'indexed 1,2']);
  });

  it('give each question its own answer', async () => {
    const { screens, received, say } = open();
    const answers = [screens.ask({ kind: 'repaint', position: 1 }, 'scrub'), screens.ask({ kind: 'repaint', position: 2 })];
    expect(received.slice(1)).toEqual([
      { kind: 'ask', id: 1, channel: 'scrub', question: { kind: 'repaint', position: 1 } },
      { kind: 'ask', id: 2, question: { kind: 'repaint', position: 2 } },
    ]);
    say({ kind: 'answer', id: 2, answer: 'two' });
    say({ kind: 'answer', id: 1, answer: undefined });
    expect(await Promise.all(answers)).toEqual([undefined, 'two']);
  });

  it('pass on why there is no answer', async () => {
    const { screens, say } = open();
    const answer = screens.ask({ kind: 'seams', cuts: [] });
    say({ kind: 'refused', id: 1, message: 'Not today.' });
    await expect(answer).rejects.toThrow('Not today.');
  });

  it('answer with nothing once they are closed, and are quiet', async () => {
    const { screens, say, crash, heard, isRunning } = open();
    const answer = screens.ask({ kind: 'repaint', position: 1 });
    screens.close();
    expect(isRunning()).toBe(false);
    say({ kind: 'progress', position: 1 });
    crash('too late');
    expect(await Promise.all([answer, screens.ask({ kind: 'repaint', position: 2 })])).toEqual([undefined, undefined]);
    expect(heard).toEqual([]);
  });

  it.each([
    ['breaks down', ({ crash }: ReturnType<typeof open>) => crash('out of memory'), 'failed: out of memory'],
    ['says that it cannot go on', ({ say }: ReturnType<typeof open>) => say({ kind: 'failed', message: 'a fault' }), 'failed: a fault'],
    [
      'cannot be started',
      ({ crash }: ReturnType<typeof open>) => crash(''),
      'failed: The part that works out screens could not be started.',
    ],
  ])('say so once where the worker %s', async (_, act, expected) => {
    const opened = open();
    const answer = opened.screens.ask({ kind: 'repaint', position: 1 });
    act(opened);
    act(opened);
    expect(opened.heard).toEqual([expected]);
    expect(opened.isRunning()).toBe(false);
    expect(await answer).toBeUndefined();
  });
});

describe('a worker that is silent', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => vi.useRealTimers());

  const SLOW = { kind: 'search', query: { text: '(.*)*x$', isRegex: true, matchesCase: false }, around: sourceTime(0) } as const;
  const LITERAL = { ...SLOW, query: { ...SLOW.query, isRegex: false } };
  const REASON = 'This expression takes too long on this recording. Try a simpler one.';
  const wait = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);
  /** In a word: what became of an answer. */
  const outcomeOf = (answer: Promise<unknown>) => {
    const outcome = { text: 'waiting' };
    answer.then(
      (value) => {
        outcome.text = String(value);
      },
      (error: Error) => {
        outcome.text = error.message;
      },
    );
    return outcome;
  };

  it('for three seconds at an expression is ended, and its question refused; the others get no answer', async () => {
    const { screens, say, heard, isRunning } = open();
    say({ kind: 'progress', position: 1 });
    const other = outcomeOf(screens.ask({ kind: 'repaint', position: 1 }));
    const slow = outcomeOf(screens.ask(SLOW, 'search'));
    say({ kind: 'begun', id: 2 });
    await wait(2.9);
    expect([isRunning(), slow.text]).toEqual([true, 'waiting']);
    await wait(1);
    expect([isRunning(), slow.text, other.text]).toEqual([false, REASON, 'undefined']);
    expect(heard).toEqual(['progress 1', 'stuck: search']);
    await wait(20);
    expect(heard).toHaveLength(2);
  });

  it.each([
    ['a text', LITERAL],
    ['masks', { kind: 'masks', redactions: [] } as const],
  ])('at %s may be so for eight', async (_, question) => {
    const { screens, say, isRunning } = open();
    say({ kind: 'alive' });
    const outcome = outcomeOf(screens.ask(question));
    say({ kind: 'begun', id: 1 });
    await wait(7.9);
    expect(isRunning()).toBe(true);
    await wait(1);
    expect([isRunning(), outcome.text]).toEqual([false, REASON]);
  });

  it('is ended for what it began last and has not answered', async () => {
    const { screens, say, heard } = open();
    say({ kind: 'alive' });
    const masks = outcomeOf(screens.ask({ kind: 'masks', redactions: [] }));
    const quick = outcomeOf(screens.ask(LITERAL));
    say({ kind: 'begun', id: 1 });
    say({ kind: 'begun', id: 2 });
    say({ kind: 'answer', id: 2, answer: 'found' });
    await wait(9);
    expect([masks.text, quick.text, heard]).toEqual([REASON, 'found', ['stuck: masks']]);
  });

  it('has failed where that is at no question', async () => {
    const { screens, say, heard, isRunning } = open();
    say({ kind: 'progress', position: 1 });
    const outcome = outcomeOf(screens.ask({ kind: 'repaint', position: 2 }));
    await wait(9);
    expect([isRunning(), outcome.text]).toEqual([false, 'undefined']);
    expect(heard).toEqual(['progress 1', 'failed: They take too long to be worked out.']);
  });

  it('is let be as long as it answers when it is asked whether it lives', async () => {
    const { screens, received, say, isRunning } = open();
    say({ kind: 'alive' });
    outcomeOf(screens.ask(SLOW));
    say({ kind: 'begun', id: 1 });
    for (let second = 0; second < 60; second++) {
      await wait(1);
      expect(received.at(-1)).toEqual({ kind: 'ping' });
      say({ kind: 'alive' });
    }
    expect(isRunning()).toBe(true);
  });

  it('is let be while it is on its way, and while nothing is asked of it', async () => {
    const { screens, received, say, isRunning } = open();
    outcomeOf(screens.ask(SLOW));
    await wait(60);
    say({ kind: 'begun', id: 1 });
    say({ kind: 'answer', id: 1, answer: 'found' });
    const { length } = received;
    await wait(60);
    expect([isRunning(), received.length]).toEqual([true, length]);
  });

  it('is not asked again what another one got stuck at', async () => {
    const { screens, received } = open(new Set([stuckName(SLOW)]));
    await expect(screens.ask({ ...SLOW, around: sourceTime(5) })).rejects.toThrow(REASON);
    expect(received).toHaveLength(1);
    outcomeOf(screens.ask(LITERAL));
    expect(received).toHaveLength(2);
    screens.close();
  });
});
