import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildActivity } from '#core/analyze/activity.ts';
import { readCast } from '#core/cast/reader.ts';
import { sourceTime } from '#core/cast/time.ts';
import type { ScreenAnswers, ScreenQuestion } from '#core/desk/screen-messages.ts';
import { MAX_HITS, type SearchHit } from '#core/screen/search/search.ts';
import { bytesOf, castText } from '#testing/recordings.ts';
import { type CommandId, findCommand } from './commands.ts';
import { createEditor, type Editor } from './editor-store.ts';
import type { Screens } from './screens.ts';
import { fitViewport } from './viewport.ts';

const SECOND = 1_000_000;

let editor: Editor;
let asked: ScreenQuestion[];
/** What the next questions are answered with, in turn; a text refuses one. */
let answers: (ScreenAnswers['search'] | ScreenAnswers['locate'] | undefined | string)[];

const screens: Screens = {
  async ask(question) {
    // It is asked by itself once all is indexed.
    if (question.kind === 'analysis') return undefined;
    asked.push(question);
    const answer = answers.shift();
    if (typeof answer === 'string') throw new Error(answer);
    return answer as never;
  },
  close: () => {},
};

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  answers = [];
  const recording = readCast(bytesOf(castText('a@1 b@20 c@40 d@60')));
  const opened = { fileName: 'a.cast', recording, activity: buildActivity(recording) };
  const changes = Uint32Array.of(1, 2, 3, 4);
  editor = createEditor({ opened, screens, screenIndex: { position: 4, changes }, viewport: fitViewport(60 * SECOND) });
});
afterEach(() => vi.useRealTimers());

const state = () => editor.store.getState();
const run = (id: CommandId): boolean => findCommand(id).run(state(), editor.actions);
const range = (start: number, end: number) => ({ start: sourceTime(start * SECOND), end: sourceTime(end * SECOND) });
/** Hits drawn as `1-20 40-60`. */
const hits = (drawn: string) =>
  [...drawn.matchAll(/(\d+)-(\d+)/g)].map(([, start, end]) => ({
    ...range(Number(start), Number(end)),
    line: `line of ${start}`,
    matchStart: 0,
    matchEnd: 4,
  }));
const found = (drawn: string, isComplete = true) => ({ hits: hits(drawn), isComplete });
const rest = () => vi.advanceTimersByTimeAsync(100);
async function searchFor(text: string, ...given: typeof answers): Promise<void> {
  answers = given;
  run('find');
  editor.actions.search({ text });
  await rest();
}
const playheadSeconds = () => state().playhead / SECOND;

describe('typing', () => {
  it('looks once it rests, and goes to the first hit from the playhead on', async () => {
    editor.actions.seek(sourceTime(10 * SECOND));
    answers = [found('1-20 20-40 40-60')];
    for (const text of ['l', 'li', 'lin']) editor.actions.search({ text });
    await rest();
    expect(asked).toEqual([{ kind: 'search', query: { text: 'lin', isRegex: false, matchesCase: false }, around: 10 * SECOND }]);
    expect(state().search).toMatchObject({ status: 'done', current: 1 });
    expect(playheadSeconds()).toBe(20);
  });

  it('on goes from where it began, not from what was found half-way', async () => {
    await searchFor('l', found('20-30 40-60'));
    expect(playheadSeconds()).toBe(20);
    await searchFor('li', found('1-20 40-60'));
    expect(playheadSeconds()).toBe(1);
  });

  it('ignores the answer to a query of before', async () => {
    await searchFor('old', undefined);
    expect(state().search.status).toBe('searching');
    await searchFor('new', found('40-60'));
    expect(state().search).toMatchObject({ status: 'done', current: 0 });
  });

  it('says why a query cannot be looked for, and forgets that with the next', async () => {
    await searchFor('(', 'The parenthesis is not closed.');
    expect(state().search).toMatchObject({ status: 'failed', message: 'The parenthesis is not closed.', hits: [] });
    await searchFor('(a)', found('1-2'));
    expect(state().search).toMatchObject({ status: 'done', message: '' });
  });

  it('nothing asks for nothing', async () => {
    await searchFor('l', found('20-30'));
    await searchFor('');
    expect(asked).toHaveLength(1);
    expect(state().search).toMatchObject({ status: 'idle', hits: [], current: -1 });
  });

  it('without screens says so', async () => {
    editor.store.setState({ screens: null });
    await searchFor('l');
    expect(state().search.status).toBe('failed');
    expect(state().search.message).not.toBe('');
  });
});

describe('next and previous', () => {
  it('go around, each shown in the preview', async () => {
    await searchFor('l', found('1-20 20-40 40-60'));
    const seen = (['nextHit', 'nextHit', 'nextHit', 'previousHit'] as const).map((id) => {
      run(id);
      return playheadSeconds();
    });
    expect(seen).toEqual([20, 40, 1, 40]);
  });

  it('apply only while there are hits to be seen', async () => {
    expect(run('nextHit')).toBe(false);
    await searchFor('l', found('1-20'));
    expect(run('nextHit')).toBe(true);
    run('escape');
    expect(state().search.isOpen).toBe(false);
    expect(run('nextHit')).toBe(false);
  });

  it('show a hit inside a cut as it was recorded, and the result again after it', async () => {
    editor.actions.cut(range(15, 30));
    editor.actions.seek(sourceTime(0));
    await searchFor('l', found('1-60 20-40 40-60'));
    run('nextHit');
    expect(state().playing).toBe('source');
    run('nextHit');
    expect(state().playing).toBe('result');
  });

  it('do not go by the hits of another query', async () => {
    await searchFor('l', found('1-20 20-40'));
    editor.actions.search({ text: 'li' });
    expect(['nextHit', 'previousHit', 'keepHits', 'locate'].map((id) => run(id as CommandId))).toEqual([false, false, false, false]);
    editor.actions.goToHit(1);
    expect(playheadSeconds()).toBe(1);
  });

  it('past the end of more hits than are told, look for those around the playhead first', async () => {
    const many = (from: number) => {
      const starts = Array.from({ length: MAX_HITS }, (_, index) => sourceTime((from + index / MAX_HITS) * SECOND));
      return { hits: starts.map((start) => ({ ...(hits('1-60')[0] as SearchHit), start })), isComplete: false };
    };
    await searchFor('l', many(1), many(30), many(40));
    expect(playheadSeconds()).toBe(1);
    editor.actions.seek(sourceTime(30 * SECOND));
    run('nextHit');
    await rest();
    expect(asked.at(-1)).toMatchObject({ around: 30 * SECOND });
    expect(playheadSeconds()).toBeCloseTo(30, 3);
    expect(playheadSeconds()).toBeGreaterThan(30);
    editor.actions.seek(sourceTime(29 * SECOND));
    run('previousHit');
    await rest();
    expect(asked.at(-1)).toMatchObject({ around: 29 * SECOND });
    editor.actions.seek(sourceTime(1.5 * SECOND));
    answers = [many(1)];
    run('nextHit');
    await rest();
    expect(asked).toHaveLength(4);
    expect(playheadSeconds()).toBeCloseTo(1.5001, 4);
  });

  it('leave the time line alone that was chosen meanwhile', async () => {
    editor.actions.cut(range(15, 30));
    await searchFor('l', found('20-40'));
    editor.actions.setPlaying('result');
    editor.actions.setPlaying('source');
    editor.actions.closeSearch();
    expect(state().playing).toBe('source');
  });

  it('leave the time line alone that the user chose', async () => {
    editor.actions.setPlaying('source');
    editor.actions.cut(range(15, 30));
    await searchFor('l', found('20-40 40-60'));
    run('nextHit');
    editor.actions.closeSearch();
    expect(state().playing).toBe('source');
  });

  it('closing puts the result back', async () => {
    editor.actions.cut(range(15, 30));
    await searchFor('l', found('20-40'));
    expect(state().playing).toBe('source');
    editor.actions.closeSearch();
    expect(state().playing).toBe('result');
  });
});

describe('while the screens are being indexed', () => {
  const grow = (position: number, changes: Uint32Array | null = null) => editor.store.setState({ screenIndex: { position, changes } });

  it('looks again as the index grows, and stays at the hit that was gone to', async () => {
    grow(1);
    await searchFor('l', found('20-40', false), found('1-2 20-50', false), found('1-2 20-50 40-60'));
    expect(state().search.current).toBe(0);
    grow(2);
    grow(3);
    await vi.advanceTimersByTimeAsync(500);
    expect(asked).toHaveLength(2);
    expect(state().search.current).toBe(1);
    expect(playheadSeconds()).toBe(20);
    grow(4, Uint32Array.of(1));
    await rest();
    expect(state().search.hits).toHaveLength(3);
    grow(4, Uint32Array.of(1));
    await rest();
    expect(asked).toHaveLength(3);
  });

  it('waits at the playhead until what comes after it is known', async () => {
    grow(1);
    editor.actions.seek(sourceTime(30 * SECOND));
    await searchFor('l', found('1-20', false), found('1-20 20-25', false), found('1-20 20-25 40-60', false));
    expect([playheadSeconds(), state().search.current]).toEqual([30, -1]);
    grow(2);
    await vi.advanceTimersByTimeAsync(500);
    expect([playheadSeconds(), state().search.current]).toEqual([30, -1]);
    grow(3);
    await vi.advanceTimersByTimeAsync(500);
    expect([playheadSeconds(), state().search.current]).toEqual([40, 2]);
  });

  it('goes on to the next hit as soon as there is one', async () => {
    grow(1);
    await searchFor('l', found('1-20', false), found('1-20', false), found('1-20 40-60'));
    expect(run('nextHit')).toBe(true);
    await rest();
    expect(playheadSeconds()).toBe(1);
    grow(4, Uint32Array.of(1));
    await rest();
    expect(playheadSeconds()).toBe(40);
  });

  it('begins again at the start once it is sure that there is nothing after the playhead', async () => {
    grow(1);
    editor.actions.seek(sourceTime(50 * SECOND));
    await searchFor('l', found('1-20', false), found('1-20 40-60'));
    expect(playheadSeconds()).toBe(50);
    grow(4, Uint32Array.of(1));
    await rest();
    expect(playheadSeconds()).toBe(1);
  });

  it('does not call back whoever went elsewhere', async () => {
    grow(1);
    editor.actions.seek(sourceTime(30 * SECOND));
    await searchFor('l', found('1-20', false), found('1-20 40-60', false));
    editor.actions.seek(sourceTime(35 * SECOND));
    grow(3);
    await vi.advanceTimersByTimeAsync(500);
    expect(playheadSeconds()).toBe(35);
  });

  it('keeps no hits before all are known', async () => {
    grow(3);
    await searchFor('l', found('20-40', false), found('20-40'));
    expect(run('keepHits')).toBe(false);
    expect(state().proposal).toBeNull();
    grow(4, Uint32Array.of(1));
    await rest();
    expect(run('keepHits')).toBe(true);
  });

  it('begins anew, and goes by no hits of before, where other screens take their place', async () => {
    await searchFor('l', found('1-20 20-40'), undefined, found('1-20'));
    editor.store.setState({ screens: { ...screens } });
    expect(run('nextHit')).toBe(false);
    await rest();
    expect(state().search.status).toBe('searching');
    editor.store.setState({ screens: { ...screens } });
    await rest();
    expect(state().search).toMatchObject({ status: 'done', hits: [{ start: SECOND }], current: 0 });
  });

  it('says so when the screens fail in the middle of it', async () => {
    await searchFor('l', undefined);
    editor.store.setState({ screens: null });
    await rest();
    expect(state().search.status).toBe('failed');
  });
});

describe('keeping the hits', () => {
  it('is a proposal first, and one step once it is accepted', async () => {
    await searchFor('l', found('20-40'));
    run('keepHits');
    expect(state().document.cuts).toEqual([]);
    expect(state().proposal?.moments).toEqual([range(18.5, 23)]);
    editor.actions.acceptProposal();
    expect(state().document.cuts).toMatchObject([range(0, 18.5), range(23, 60)]);
    expect(state().proposal).toBeNull();
    expect(state().history.done.map(({ label }) => label)).toEqual(['Keep 1 moment']);
    run('undo');
    expect(state().document.cuts).toEqual([]);
  });

  it('is given up by Escape, by another query and with the search', async () => {
    for (const giveUp of [() => run('escape'), () => editor.actions.search({ text: 'x' }), () => editor.actions.closeSearch()]) {
      await searchFor('l', found('20-40'));
      run('keepHits');
      expect(state().proposal).not.toBeNull();
      giveUp();
      expect(state().proposal).toBeNull();
    }
  });

  it('leaves the other edits', async () => {
    editor.actions.cut(range(19, 20));
    editor.actions.setCutMode(1, 'drop');
    await searchFor('l', found('20-40'));
    run('keepHits');
    editor.actions.acceptProposal();
    expect(state().document.cuts.map(({ start, end, mode }) => `${start / SECOND}-${end / SECOND} ${mode === 'drop'}`)).toEqual([
      '0-18.5 false',
      '19-20 true',
      '23-60 false',
    ]);
  });

  it('names the step by the moments that the result holds', async () => {
    editor.actions.cut(range(15, 30));
    await searchFor('l', found('20-25 40-60'));
    run('keepHits');
    editor.actions.acceptProposal();
    expect(state().history.done.at(-1)?.label).toBe('Keep 1 moment');
  });

  it('says so where nothing would be cut', async () => {
    await searchFor('l', found('1-3 4-7 8-11 12-15 16-19 20-23 24-27 28-31 32-35 36-39 40-43 44-47 48-51 52-55 56-60'));
    run('keepHits');
    expect(state().proposal).toBeNull();
    expect(state().announcement).toContain('nothing to cut');
  });
});

describe('marked text', () => {
  it('is taken over by the search, its first line only', () => {
    editor.actions.markText('  one two  \nthree');
    run('find');
    expect(state().search.query.text).toBe('one two');
  });

  it('is located, selected, brought into sight and told', async () => {
    editor.actions.show({ start: 0, end: 10 * SECOND });
    editor.actions.markText('one');
    answers = [range(20, 40)];
    run('locate');
    await rest();
    expect(asked).toEqual([{ kind: 'locate', text: 'one', time: 0 }]);
    expect(state().selection).toEqual(range(20, 40));
    expect(state().viewport.start).toBeLessThanOrEqual(20 * SECOND);
    expect(state().viewport.end).toBeGreaterThanOrEqual(40 * SECOND);
    expect(state().located).toBe('On screen from 0:20.0 to 0:40.0 (0:20.0)');
    expect(state().announcement).toContain('from 20 seconds to 40 seconds');
    editor.actions.markText('two');
    expect(state().located).toBe('');
  });

  it('is looked for on the screen that is shown: inside a cut, the one after it', async () => {
    editor.actions.cut(range(10, 25));
    editor.actions.seek(sourceTime(12 * SECOND));
    editor.actions.markText('one');
    answers = [null];
    run('locate');
    await rest();
    expect(asked).toMatchObject([{ kind: 'locate', time: 25 * SECOND }]);
    expect(state().located).toBe('Not on the screen of 0:25.0 as it was recorded');
  });

  it('says that it is looked for, and nothing once something else is marked', async () => {
    editor.actions.markText('one');
    answers = [range(20, 40)];
    run('locate');
    expect(state().located).toBe('Looking through the recording…');
    editor.actions.markText('two');
    await rest();
    expect(state().located).toBe('');
    expect(state().selection).toBeNull();
  });

  it('says nothing where there is no answer', async () => {
    editor.actions.markText('one');
    answers = [undefined];
    run('locate');
    await rest();
    expect(state().located).toBe('');
  });

  it('says why it cannot be located', async () => {
    editor.actions.markText('one');
    answers = ['There is no telling.'];
    run('locate');
    await rest();
    expect(state().located).toBe('There is no telling.');
  });

  it('may be the hit that was gone to', async () => {
    expect(run('locate')).toBe(false);
    await searchFor('l', found('20-40'));
    run('locate');
    expect(state().selection).toEqual(range(20, 40));
  });
});
