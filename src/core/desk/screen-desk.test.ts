import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryOutput } from '#testing/arbitrary-output.ts';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { seenRecording } from '#testing/seen-recording.ts';
import { type Analysis, DEFAULT_ANALYSIS } from '../analyze/analysis.ts';
import { analyze } from '../analyze/analyze.ts';
import { readCast } from '../cast/reader.ts';
import { recordingDuration } from '../cast/recording.ts';
import { sourceTime } from '../cast/time.ts';
import { WHOLE_RECORDING } from '../plan/plan.ts';
import { makeSeams } from '../screen/seams/seams.ts';
import { type DeskLinks, ScreenDesk } from './screen-desk.ts';
import type { ScreenMessage, ScreenQuestion } from './screen-messages.ts';

/** Long enough for several steps of indexing. */
const EVENTS = Array.from({ length: 5000 }, (_, index) => `line␣${index}\\r\\n@${index}`).join(' ');

function openDesk(events = EVENTS, paint?: DeskLinks['paint']) {
  const recording = readCast(bytesOf(castV2(events)));
  const said: ScreenMessage[] = [];
  const handedOver: unknown[] = [];
  const desk = new ScreenDesk(recording, 'asciinema', {
    say(message, transfer = []) {
      said.push(message);
      handedOver.push(...transfer);
    },
    paint: paint ?? (async (screen, maxWidthPx, maxHeightPx) => `${screen.cursor.row} in ${maxWidthPx}×${maxHeightPx}`),
  });
  let lastId = 0;
  return {
    recording,
    desk,
    said,
    handedOver,
    /** Answers with the question's id. */
    ask(question: ScreenQuestion, channel?: string): number {
      lastId += 1;
      desk.ask({ kind: 'ask', id: lastId, question, ...(channel !== undefined && { channel }) });
      return lastId;
    },
    answers: () => said.flatMap((message) => (message.kind === 'answer' ? [message.id] : [])),
    answerTo: (id: number) => said.flatMap((message) => (message.kind === 'answer' && message.id === id ? [message.answer] : []))[0],
    async finish(): Promise<void> {
      while (desk.work());
      // Pictures come a little later.
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
}

const searchFor = (text: string, isRegex = false): ScreenQuestion => ({
  kind: 'search',
  query: { text, isRegex, matchesCase: false },
  around: sourceTime(0),
});
const repaintAt = (position: number): ScreenQuestion => ({ kind: 'repaint', position });

describe('a desk of screens', () => {
  it('says once what the screen changes are', async () => {
    const { desk, said, handedOver, finish } = openDesk('a@1 \\u0007@2 b@3');
    await finish();
    expect(said).toEqual([{ kind: 'indexed', changes: Uint32Array.of(1, 3) }]);
    expect(handedOver).toEqual([(said[0] as { changes: Uint32Array }).changes.buffer]);
    expect(desk.indexingPosition).toBeUndefined();
    expect(desk.work()).toBe(false);
  });

  it('answers before it goes on to index', async () => {
    const { desk, ask, answerTo } = openDesk();
    desk.work();
    const id = ask(searchFor('^line 7$', true));
    desk.work();
    expect(answerTo(id)).toMatchObject({ hits: [{ line: 'line 7' }], isComplete: false });
    expect(desk.indexingPosition).toBeLessThan(5000);
  });

  it('lets questions wait for what is not indexed yet', async () => {
    const { desk, ask, answers, finish } = openDesk();
    desk.work();
    const far = ask(repaintAt(4900));
    const near = ask(repaintAt(3));
    const located = ask({ kind: 'locate', text: 'line 4', time: sourceTime(5e6) });
    desk.work();
    expect(answers()).toEqual([near]);
    await finish();
    expect(answers()).toEqual([near, far, located]);
  });

  it('drops the questions that another of the same channel has replaced', async () => {
    const { ask, said, finish, answerTo } = openDesk();
    const ids = [ask(repaintAt(1), 'scrub'), ask(repaintAt(2), 'scrub'), ask(repaintAt(3), 'hover'), ask(repaintAt(4)), ask(repaintAt(5))];
    await finish();
    expect(ids.map((id) => answerTo(id) !== undefined)).toEqual([false, true, true, true, true]);
    expect(said.filter(({ kind }) => kind === 'answer')).toHaveLength(5);
  });

  it('says what it begins, a long answer when its first step is taken', async () => {
    const { desk, ask, said, finish } = openDesk('key=abcdef@1 x@2');
    await finish();
    const what = { kind: 'pattern', pattern: 'abc', ignoreCase: false } as const;
    const findings = { kind: 'findings', patterns: [what], kept: { cuts: [], seams: [] } } as const;
    said.length = 0;
    const ids = [ask(findings), ask(findings), ask(repaintAt(1))];
    desk.work();
    expect(said).toEqual([]);
    ids.push(ask(searchFor('key')));
    await finish();
    const heard = said.flatMap((message) =>
      message.kind === 'begun' || message.kind === 'answer' ? [`${message.kind} ${message.id}`] : [],
    );
    const [first, second, repaint, quick] = ids;
    expect(heard).toEqual([
      `answer ${repaint}`,
      `begun ${quick}`,
      `answer ${quick}`,
      `begun ${first}`,
      `answer ${first}`,
      `begun ${second}`,
      `answer ${second}`,
    ]);
  });

  it('tells what the recording is about once all of it is indexed, and how much of that is done', async () => {
    const { recording, desk, ask, said, answers, answerTo, handedOver, finish } = openDesk();
    desk.work();
    const id = ask({ kind: 'analysis', settings: DEFAULT_ANALYSIS });
    const near = ask(repaintAt(3));
    await finish();
    expect(answers()).toEqual([near, id]);
    expect(said.findIndex(({ kind }) => kind === 'indexed')).toBeLessThan(said.findIndex(({ kind }) => kind === 'begun'));
    const analysis = answerTo(id) as Analysis;
    expect(analysis).toEqual(analyze(seenRecording(recording), DEFAULT_ANALYSIS));
    expect(analysis.spans.at(-1)?.end).toBe(recordingDuration(recording));
    expect(handedOver).toContain(analysis.flashes.times.buffer);
    const shares = said.flatMap((message) => (message.kind === 'share' ? [message.share] : []));
    expect(shares.length).toBeGreaterThan(1);
    expect(shares).toEqual(shares.toSorted((one, other) => one - other));
  });

  it('analyses no more what is asked for with other settings', async () => {
    const { desk, ask, answers, answerTo, finish } = openDesk();
    await finish();
    const first = ask({ kind: 'analysis', settings: DEFAULT_ANALYSIS }, 'analysis');
    desk.work();
    desk.work();
    const second = ask({ kind: 'analysis', settings: { ...DEFAULT_ANALYSIS, minKeys: 9 } }, 'analysis');
    expect(answers()).toEqual([first]);
    expect(answerTo(first)).toBeUndefined();
    await finish();
    expect((answerTo(second) as Analysis).settings.minKeys).toBe(9);
  });

  it('analyses the masked recording once masks are told', async () => {
    const { ask, answers, answerTo, finish } = openDesk('make\\r\\n@1 o:error:␣key=abcdef@3');
    const textsAfter = async () => {
      const id = ask({ kind: 'analysis', settings: DEFAULT_ANALYSIS });
      await finish();
      return (answerTo(id) as Analysis).moments.map(({ text }) => text).join();
    };
    expect(await textsAfter()).toContain('key=abcdef');
    const what = { kind: 'pattern', pattern: 'abc', ignoreCase: false } as const;
    ask({ kind: 'masks', redactions: [{ ...WHOLE_RECORDING, what, with: '*' }] });
    const late = ask({ kind: 'analysis', settings: DEFAULT_ANALYSIS });
    await finish();
    expect(answers()).toContain(late);
    expect(answerTo(late)).toBeUndefined();
    expect(await textsAfter()).toContain('key=***def');
  });

  it('says how much of the masks is made', async () => {
    const { ask, said, finish } = openDesk();
    const what = { kind: 'pattern', pattern: 'line 4', ignoreCase: false } as const;
    const id = ask({ kind: 'masks', redactions: [{ ...WHOLE_RECORDING, what, with: '*' }] });
    await finish();
    const told = said.filter((message) => message.kind === 'share');
    expect(told.length).toBeGreaterThan(20);
    expect(told.every((message) => message.id === id && message.share > 0 && message.share < 1)).toBe(true);
    expect(told.map(({ share }) => share)).toEqual(told.map(({ share }) => share).sort((one, other) => one - other));
  });

  it('answers what is quick while a long answer is being made', async () => {
    const { desk, ask, answers, answerTo, finish } = openDesk('key=abcdef@1 x@2');
    const what = { kind: 'pattern', pattern: 'abc', ignoreCase: false } as const;
    const redactions = [{ what, start: sourceTime(0), end: sourceTime(9e6), with: '*' }];
    const replaced = ask({ kind: 'masks', redactions }, 'masks');
    desk.work();
    const masks = ask({ kind: 'masks', redactions }, 'masks');
    desk.work();
    const quick = ask(searchFor('key'));
    await finish();
    expect(answers()).toEqual([replaced, quick, masks]);
    expect(answerTo(replaced)).toBeUndefined();
    expect(answerTo(masks)).toMatchObject({ masks: [{ event: 0, start: 4, end: 7, text: '***' }] });
  });

  it('is about the masked recording once its masks are told, and about the whole again without any', async () => {
    const { ask, answers, answerTo, said, finish } = openDesk('key=abcdef@1 x@2');
    await finish();
    const what = { kind: 'pattern', pattern: 'abc', ignoreCase: false } as const;
    const redactions = [{ what, start: sourceTime(0), end: sourceTime(9e6), with: '*' }];
    const textAt = async (position: number) => {
      const id = ask(repaintAt(position));
      await finish();
      return (answerTo(id) as { text: string }).text;
    };
    expect(await textAt(1)).toContain('key=abcdef');
    ask({ kind: 'masks', redactions });
    const late = ask({ kind: 'findings', patterns: [what], kept: { cuts: [], seams: [] } });
    await finish();
    expect(answers()).toContain(late);
    expect(answerTo(late)).toBeUndefined();
    expect(await textAt(1)).toContain('key=***def');
    const findings = ask({ kind: 'findings', patterns: [what], kept: { cuts: [], seams: [] } });
    await finish();
    expect(answerTo(findings)).toEqual([]);
    ask({ kind: 'masks', redactions: [] });
    await finish();
    expect(await textAt(1)).toContain('key=abcdef');
    expect(said.filter(({ kind }) => kind === 'indexed')).toHaveLength(3);
  });

  it('says what patterns match, and how much of it is left in another text', async () => {
    const { ask, answerTo, finish } = openDesk('key=abcdef@1 x@2');
    const what = { kind: 'pattern', pattern: 'abc', ignoreCase: false } as const;
    const findings = ask({ kind: 'findings', patterns: [what], kept: { cuts: [], seams: [] } });
    const redactions = [{ ...WHOLE_RECORDING, what, with: '*' }];
    const left = ask({ kind: 'leftovers', text: bytesOf(castV2('abc@1')), redactions });
    const none = ask({ kind: 'leftovers', text: bytesOf(castV2('***@1')), redactions });
    await finish();
    expect(answerTo(findings)).toEqual([{ pattern: 0, text: 'abc', place: 'screen', time: 1e6 }]);
    expect(answerTo(left)).toBeGreaterThan(0);
    expect(answerTo(none)).toBe(0);
  });

  it('reads a screen out line by line, as it was broken by whoever printed it', async () => {
    const { ask, answerTo, finish } = openDesk(`${'x'.repeat(100)}\\r\\n@1 \\r\\n$␣@2 \\u001b[?25l\\u001b[9;1Hend@3`);
    const printed = ask({ kind: 'text', position: 1 });
    const prompt = ask({ kind: 'text', position: 2 });
    const hidden = ask({ kind: 'text', position: 3 });
    await finish();
    const long = 'x'.repeat(100);
    expect(answerTo(printed)).toEqual({ lines: [long, ''], cursorLine: 1 });
    expect(answerTo(prompt)).toEqual({ lines: [long, '', '$'], cursorLine: 2 });
    expect(answerTo(hidden)).toEqual({ lines: [long, '', '$', '', '', '', '', 'end'], cursorLine: -1 });
  });

  it('hands pictures over', async () => {
    const { ask, answerTo, handedOver, finish } = openDesk();
    const id = ask({ kind: 'thumbnail', position: 5, maxWidthPx: 100, maxHeightPx: 50 });
    await finish();
    expect(answerTo(id)).toEqual({ picture: '5 in 100×50' });
    expect(handedOver).toContain('5 in 100×50');
  });

  it('goes on while a picture is still being painted, and says why one could not be', async () => {
    const fail: ((reason: Error) => void)[] = [];
    const { ask, said, answers, finish } = openDesk('a@1', () => new Promise((_, reject) => fail.push(reject)));
    const picture = ask({ kind: 'thumbnail', position: 1, maxWidthPx: 100, maxHeightPx: 50 });
    const repaint = ask(repaintAt(1));
    await finish();
    expect(answers()).toEqual([repaint]);
    expect(said).toContainEqual({ kind: 'indexed', changes: Uint32Array.of(1) });
    for (const end of fail) end(new Error('No canvas.'));
    await finish();
    expect(said).toContainEqual({ kind: 'refused', id: picture, message: 'No canvas.' });
  });

  it('makes the seams that are made without an index', async () => {
    const { recording, ask, answerTo, finish } = openDesk('a@1 \\u001b[31mb@2 c@3 \\u001b[2J@4 e\\u0301@5 d@6 e@7');
    const cuts = [
      { start: sourceTime(1.5e6), end: sourceTime(2.5e6), mode: 'jump' },
      { start: sourceTime(3.5e6), end: sourceTime(5.5e6), mode: 'jump' },
    ] as const;
    const id = ask({ kind: 'seams', cuts });
    await finish();
    expect(answerTo(id)).toEqual(makeSeams(recording, { cuts }));
    expect(answerTo(id)).toHaveLength(2);
  });

  it('makes the same, byte for byte, where it goes on from keyframes', () => {
    const outputs = fc.sample(arbitraryOutput(60), { numRuns: 16_000, seed: 20_261_120 });
    const lines = outputs.map((output, index) => JSON.stringify([index, 'o', output]));
    const recording = readCast(bytesOf(['{"version":2,"width":60,"height":12}', ...lines].join('\n')));
    const said: ScreenMessage[] = [];
    const desk = new ScreenDesk(recording, 'asciinema', { say: (message) => said.push(message), paint: async () => undefined });
    while (desk.work());
    const cuts = Array.from({ length: 40 }, (_, index) => ({
      start: sourceTime((index * 390 + 20) * 1e6),
      end: sourceTime((index * 390 + 21 + 4 * index) * 1e6),
      mode: 'jump' as const,
    }));
    desk.ask({ kind: 'ask', id: 1, question: { kind: 'seams', cuts } });
    while (desk.work());
    expect(recording.bytes.length).toBeGreaterThan(3 * 256 * 1024);
    expect(said.find((message) => message.kind === 'answer')).toMatchObject({ answer: makeSeams(recording, { cuts }) });
  });

  it('says in words why there is no answer, and goes on', async () => {
    const { ask, said, answerTo, finish } = openDesk('a@1');
    await finish();
    const bad = ask(searchFor('(', true));
    const good = ask(searchFor('a'));
    await finish();
    expect(said).toContainEqual({ kind: 'refused', id: bad, message: 'This is no regular expression: unterminated group.' });
    expect(answerTo(good)).toMatchObject({ isComplete: true });
  });

  it('knows nothing of text that is not there', async () => {
    const { ask, answerTo, finish } = openDesk('a@1');
    const id = ask({ kind: 'locate', text: 'b', time: sourceTime(1e6) });
    await finish();
    expect(answerTo(id)).toBeNull();
  });

  it('has nothing to do for long where there are no events', async () => {
    const { said, finish } = openDesk('');
    await finish();
    expect(said).toEqual([{ kind: 'indexed', changes: new Uint32Array(0) }]);
  });
});
