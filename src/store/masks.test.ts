import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildActivity } from '#core/analyze/activity.ts';
import { readCast } from '#core/cast/reader.ts';
import type { ScreenQuestion } from '#core/desk/screen-messages.ts';
import { decodeUtf8 } from '#core/lib/text.ts';
import type { Mask } from '#core/plan/masked-text.ts';
import { type Redaction, WHOLE_RECORDING } from '#core/plan/plan.ts';
import type { ProvenMasks } from '#core/screen/redact/redact-recording.ts';
import { bytesOf, castText } from '#testing/recordings.ts';
import { createEditor } from './editor-store.ts';
import { selectMaskedRecording, selectMasksProblem, selectSeen, selectShownRecording } from './masks.ts';
import type { Screens } from './screens.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const recording = readCast(bytesOf(castText('secret@1 b@2')));
const redaction: Redaction = { ...WHOLE_RECORDING, what: { kind: 'pattern', pattern: 'sec', ignoreCase: false }, with: '*' };
const seen: ProvenMasks['seen'] = [{ redaction, texts: ['sec'], standings: [] }];
const mask: Mask = { event: 0, start: 0, end: 3, text: '***' };

/** An editor whose questions for masks are answered by hand. */
function editing({ hasScreens = true } = {}) {
  const asked: number[] = [];
  const answers: { resolve: (proven?: ProvenMasks) => void; reject: (error: Error) => void }[] = [];
  const screens: Screens = {
    ask(question: ScreenQuestion) {
      if (question.kind !== 'masks') return Promise.resolve(undefined);
      asked.push(question.redactions.length);
      return new Promise((resolve, reject) => answers.push({ resolve: resolve as (proven?: ProvenMasks) => void, reject }));
    },
    close: () => {},
  };
  const opened = { fileName: 'a.cast', recording, activity: buildActivity(recording) };
  const editor = createEditor({ opened, screens: hasScreens ? screens : null });
  const textOf = (shown: typeof recording | null) => shown && decodeUtf8(shown.bytes).split('\n')[1];
  return {
    ...editor,
    state: editor.store.getState,
    asked,
    shown: () => textOf(selectShownRecording(editor.store.getState())),
    masked: () => textOf(selectMaskedRecording(editor.store.getState())),
    rest: () => vi.runAllTimersAsync(),
    async answer(...masks: readonly Mask[]) {
      answers.shift()?.resolve({ masks, seen });
      await vi.runAllTimersAsync();
    },
    async refuse(message: string) {
      answers.shift()?.reject(new Error(message));
      await vi.runAllTimersAsync();
    },
  };
}

describe('the masks of a document', () => {
  it('are none, and at once, without redactions', async () => {
    const { masked, asked, rest } = editing();
    await rest();
    expect(masked()).toBe('[1, "o", "secret"]');
    expect(asked).toEqual([]);
  });

  it('are made when there is a redaction; until then the recording is shown as it was, and not exported', async () => {
    const { actions, shown, masked, rest, answer, state } = editing();
    const { screens } = state();
    actions.mask([redaction]);
    await rest();
    expect([shown(), masked()]).toEqual(['[1, "o", "secret"]', null]);
    await answer(mask);
    expect([shown(), masked()]).toEqual(['[1, "o", "***ret"]', '[1, "o", "***ret"]']);
    expect(selectSeen(state())).toBe(seen);
    // Whoever has kept pictures of the screens asks again.
    expect(state().screens).not.toBe(screens);
    expect(state().screenIndex).toEqual({ position: 0, changes: null });
  });

  it('are asked for once when several redactions come at once, and go with an undo', async () => {
    const { actions, shown, masked, rest, answer, asked } = editing();
    actions.mask([redaction, redaction]);
    await rest();
    await answer(mask);
    actions.undo();
    expect([shown(), masked()]).toEqual(['[1, "o", "***ret"]', null]);
    await rest();
    await answer();
    expect([shown(), masked()]).toEqual(['[1, "o", "secret"]', '[1, "o", "secret"]']);
    expect(asked).toEqual([2, 0]);
  });

  it('of a document that has changed meanwhile are those of the worker, until it was asked for others', async () => {
    const { actions, shown, masked, rest, answer, asked, state } = editing();
    const { screens } = state();
    actions.mask([redaction]);
    await rest();
    actions.undo();
    expect(masked()).toBe('[1, "o", "secret"]');
    await answer(mask);
    expect([shown(), masked(), asked]).toEqual(['[1, "o", "***ret"]', null, [1, 0]]);
    expect(state().screens).not.toBe(screens);
    await answer();
    expect([shown(), masked(), asked]).toEqual(['[1, "o", "secret"]', '[1, "o", "secret"]', [1, 0]]);
  });

  it('never stay away while the worker goes by others: not where an undo is redone before its answer', async () => {
    const { actions, masked, rest, answer, asked } = editing();
    actions.mask([redaction]);
    await rest();
    await answer(mask);
    actions.undo();
    await rest();
    actions.redo();
    expect(masked()).toBe('[1, "o", "***ret"]');
    await answer();
    expect([masked(), asked]).toEqual([null, [1, 0, 1]]);
    await answer(mask);
    expect(masked()).toBe('[1, "o", "***ret"]');
  });

  it('stay those of the other document where a redaction finds nothing', async () => {
    const { actions, state, masked, rest, answer } = editing();
    const { screens } = state();
    actions.mask([redaction]);
    await rest();
    await answer();
    expect(masked()).toBe('[1, "o", "secret"]');
    expect(state().screens).toBe(screens);
  });

  it('say why they could not be made, and keep the export from going on without', async () => {
    const { actions, state, masked, rest, refuse } = editing();
    actions.mask([redaction]);
    await rest();
    await refuse('Too many characters.');
    expect(masked()).toBeNull();
    expect(selectMasksProblem(state())).toBe('Too many characters.');
  });

  it('cannot be made without screens', () => {
    const { actions, state, masked } = editing({ hasScreens: false });
    expect(selectMasksProblem(state())).toBeUndefined();
    actions.mask([redaction]);
    expect(masked()).toBeNull();
    expect(selectMasksProblem(state())).toContain('masks need them');
  });
});
