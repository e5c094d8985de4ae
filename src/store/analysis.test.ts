import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildActivity } from '#core/analyze/activity.ts';
import { type Analysis, DEFAULT_ANALYSIS } from '#core/analyze/analysis.ts';
import { readCast } from '#core/cast/reader.ts';
import { sourceTime } from '#core/cast/time.ts';
import type { ScreenQuestion } from '#core/desk/screen-messages.ts';
import { bytesOf, castText } from '#testing/recordings.ts';
import { createAnalysisActions } from './analysis-actions.ts';
import { createEditor } from './editor-store.ts';
import type { Screens } from './screens.ts';
import { INITIAL_STATE } from './state.ts';

const analysis: Analysis = {
  spans: [{ start: sourceTime(0), end: sourceTime(4e6), kind: 'reading' }],
  typingRuns: [],
  idleGaps: [],
  moments: [],
  flashes: { times: new Float64Array() },
  settings: DEFAULT_ANALYSIS,
  isComplete: true,
};

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const openedAs = (fileName: string) => {
  const recording = readCast(bytesOf(castText('a@1 b@2 c@3 d@4')));
  return { fileName, recording, activity: buildActivity(recording) };
};
const changes = Uint32Array.of(1, 2, 3, 4);

/** An editor with a recording just opened, whose questions are answered by hand. */
function opening() {
  const asked: {
    question: ScreenQuestion;
    resolve: (answer?: unknown) => void;
    reject: (error: Error) => void;
    share: (share: number) => void;
  }[] = [];
  const screens: Screens = {
    ask: (question, _channel, onShare) =>
      new Promise((resolve, reject) => {
        asked.push({ question, resolve: resolve as (answer?: unknown) => void, reject, share: (share) => onShare?.(share) });
      }),
    close: () => {},
  };
  const { store, actions } = createEditor({ opened: openedAs('a.cast') });
  store.setState({ screens });
  return {
    store,
    actions,
    screens,
    state: store.getState,
    status: () => store.getState().analysis.status,
    settings: () => asked.map(({ question }) => (question.kind === 'analysis' ? question.settings : question.kind)),
    indexTo: (position: number) => store.setState({ screenIndex: { position, changes: position === 4 ? changes : null } }),
    tellShare: (share: number) => asked.at(-1)?.share(share),
    async answer(index: number, answer?: unknown) {
      if (answer instanceof Error) asked[index]?.reject(answer);
      else asked[index]?.resolve(answer);
      await vi.runAllTimersAsync();
    },
  };
}

describe('an analysis', () => {
  it('is asked for by itself, once all screens are indexed', async () => {
    const { indexTo, settings, answer, state } = opening();
    indexTo(2);
    expect(settings()).toEqual([]);
    indexTo(4);
    expect(settings()).toEqual([DEFAULT_ANALYSIS]);
    await answer(0, analysis);
    expect(state().analysis).toEqual({ status: 'done', share: 1, analysis, message: '' });
    expect(settings()).toHaveLength(1);
  });

  it('says how much is done, of indexing and of itself, and never less than before', () => {
    const { indexTo, tellShare, state } = opening();
    const shares = [() => indexTo(1), () => indexTo(3), () => indexTo(4), () => tellShare(0.25), () => tellShare(0.75)].map((go) => {
      go();
      return state().analysis.share;
    });
    expect(shares).toEqual(shares.toSorted((one, other) => one - other));
    expect(new Set(shares).size).toBe(4);
    expect(shares.at(-1)).toBeLessThan(1);
  });

  it('is not asked for once it was cancelled, until it is wanted again', async () => {
    const { indexTo, settings, actions, answer, state, status } = opening();
    indexTo(2);
    actions.cancelAnalysis();
    indexTo(4);
    expect(settings()).toEqual([]);
    actions.analyze();
    expect(settings()).toHaveLength(1);
    expect(status()).toBe('running');
    await answer(0, analysis);
    expect(state().analysis.analysis).toBe(analysis);
  });

  it('that was cancelled on its way is not listened to', async () => {
    const { indexTo, settings, actions, answer, tellShare, state, status } = opening();
    indexTo(4);
    actions.cancelAnalysis();
    tellShare(0.5);
    await answer(0, analysis);
    expect(state().analysis).toMatchObject({ status: 'cancelled', share: 0, analysis: null });
    actions.analyze();
    expect(settings()).toHaveLength(2);
    await answer(0, analysis);
    expect(status()).toBe('running');
    await answer(1, analysis);
    expect(status()).toBe('done');
  });

  it('with other settings is made anew, and the one before stays until then', async () => {
    const { indexTo, settings, actions, answer, state, status } = opening();
    indexTo(4);
    await answer(0, analysis);
    actions.setAnalysisSettings({ minKeys: 5 });
    expect(settings()[1]).toEqual({ ...DEFAULT_ANALYSIS, minKeys: 5 });
    expect(state().analysis).toMatchObject({ status: 'running', analysis });
    const other = { ...analysis, isComplete: false };
    await answer(1, other);
    expect(state().analysis.analysis).toBe(other);
    expect(status()).toBe('done');
  });

  it('that was asked for with settings of before does not count', async () => {
    const { indexTo, settings, actions, answer, state } = opening();
    indexTo(4);
    actions.setAnalysisSettings({ minKeys: 5 });
    actions.setAnalysisSettings({ minKeys: 6 });
    await answer(0, analysis);
    expect(state().analysis.analysis).toBeNull();
    await answer(2, analysis);
    expect(state().analysis.analysis).toBe(analysis);
    expect(settings()).toHaveLength(3);
  });

  it('is forgotten, and made anew, of a recording that is masked in another way', async () => {
    const { indexTo, settings, answer, store, screens, state, status } = opening();
    indexTo(4);
    await answer(0, analysis);
    const masked = { redactions: [], recording: openedAs('masked').recording, seen: [] };
    store.setState({ masked, screens: { ...screens }, screenIndex: { position: 0, changes: null } });
    expect(state().analysis).toMatchObject({ status: 'running', analysis: null });
    indexTo(4);
    expect(settings()).toHaveLength(2);
    await answer(1, analysis);
    expect(status()).toBe('done');
  });

  it('stays where the worker alone is another', async () => {
    const { indexTo, settings, answer, store, screens, state } = opening();
    indexTo(4);
    await answer(0, analysis);
    store.setState({ screens: { ...screens }, screenIndex: { position: 0, changes: null } });
    indexTo(4);
    expect(state().analysis).toMatchObject({ status: 'done', analysis });
    expect(settings()).toHaveLength(1);
  });

  it('of another recording is not taken for that of this one', async () => {
    const { indexTo, settings, answer, store, screens, state, status } = opening();
    indexTo(4);
    store.setState({ ...INITIAL_STATE, opened: openedAs('b.cast') });
    expect(status()).toBe('none');
    store.setState({ screens: { ...screens } });
    await answer(0, analysis);
    expect(state().analysis).toMatchObject({ status: 'running', analysis: null });
    indexTo(4);
    await answer(1, analysis);
    expect(status()).toBe('done');
    expect(settings()).toHaveLength(2);
  });

  it('says why there is none, and can be tried again', async () => {
    const { indexTo, settings, actions, answer, state } = opening();
    indexTo(4);
    await answer(0, new Error('It takes too long on this recording.'));
    expect(state().analysis).toMatchObject({ status: 'failed', message: 'It takes too long on this recording.' });
    actions.analyze();
    expect(settings()).toHaveLength(2);
    expect(state().analysis).toMatchObject({ status: 'running', message: '' });
  });

  it('can be tried again where the screens have failed', async () => {
    const { store, state } = opening();
    store.setState({ screens: null });
    const indexAgain = vi.fn(() => store.setState({ screens: { ask: () => new Promise(() => {}), close: () => {} } }));
    createAnalysisActions(store, indexAgain).analyze();
    expect(indexAgain).toHaveBeenCalledOnce();
    expect(state().analysis).toMatchObject({ status: 'running', message: '' });
  });

  it('fails with the screens, unless it is there already', async () => {
    const { indexTo, answer, store, state } = opening();
    indexTo(2);
    store.setState({ screens: null, screenIndex: { position: 0, changes: null } });
    expect(state().analysis.status).toBe('failed');
    expect(state().analysis.message).toMatch(/could not be worked out/);

    const other = opening();
    other.indexTo(4);
    await other.answer(0, analysis);
    other.store.setState({ screens: null });
    expect(other.state().analysis).toMatchObject({ status: 'done', analysis });
    await answer(0);
  });
});
