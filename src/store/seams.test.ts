import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildActivity } from '#core/analyze/activity.ts';
import { readCast } from '#core/cast/reader.ts';
import { sourceTime } from '#core/cast/time.ts';
import type { ScreenQuestion } from '#core/desk/screen-messages.ts';
import { cutSpans } from '#core/plan/cut-spans.ts';
import { planFromJson } from '#core/plan/parse-plan.ts';
import type { CutMode } from '#core/plan/plan.ts';
import type { Seam } from '#core/plan/seam.ts';
import { bytesOf, castText } from '#testing/recordings.ts';
import { createEditor } from './editor-store.ts';
import type { Screens } from './screens.ts';
import { fallBacksOf, keptCuts, selectKnownSeams, selectSeams, selectSeamsProblem } from './seams.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const recording = readCast(bytesOf(castText('a@1 b@2 c@5 d@9 e@10')));
const range = (start: number, end: number) => ({ start: sourceTime(start * 1e6), end: sourceTime(end * 1e6) });

/** An editor whose questions about screens are answered by hand. */
function editing() {
  const questions: string[] = [];
  const answers: { resolve: (seams?: readonly Seam[]) => void; reject: (error: Error) => void }[] = [];
  const screens: Screens = {
    ask(question: ScreenQuestion) {
      questions.push(question.kind === 'seams' ? question.cuts.map(({ start, end }) => `${start / 1e6}-${end / 1e6}`).join(' ') : '?');
      return new Promise((resolve, reject) => answers.push({ resolve: resolve as (seams?: readonly Seam[]) => void, reject }));
    },
    close: () => {},
  };
  const editor = createEditor({ opened: { fileName: 'a.cast', recording, activity: buildActivity(recording) }, screens });
  return {
    ...editor,
    state: editor.store.getState,
    /** Makes a cut, the `id`th, of that mode. */
    cut(start: number, end: number, mode: CutMode = 'jump', id = 1) {
      editor.actions.cut(range(start, end));
      editor.actions.setCutMode(id, mode);
    },
    /** What was asked since the last time, once the edits have come to rest. */
    async asked(): Promise<readonly string[]> {
      await vi.runAllTimersAsync();
      return questions.splice(0);
    },
    async answer(seams?: readonly Seam[]) {
      answers.shift()?.resolve(seams);
      await vi.runAllTimersAsync();
    },
    async refuse(message: string) {
      answers.shift()?.reject(new Error(message));
      await vi.runAllTimersAsync();
    },
  };
}

const seam: Seam = { from: 1, to: 2, repaint: 'the screen' };

describe('the seams of a document', () => {
  it('are none, and at once, without a jump', async () => {
    const { cut, asked, state } = editing();
    cut(2, 4, 'drop');
    expect(selectSeams(state())).toEqual([]);
    expect(await asked()).toEqual([]);
  });

  it('are made once the edits come to rest', async () => {
    const { cut, asked, answer, actions, state } = editing();
    cut(2, 4);
    actions.place({ kind: 'cut', id: 1 }, range(2, 5));
    expect(selectSeams(state())).toBeNull();
    expect(await asked()).toEqual(['2-5']);
    await answer([seam]);
    expect(selectSeams(state())).toEqual([seam]);
  });

  it('are not made again by edits that leave the cuts alone', async () => {
    const { cut, asked, answer, actions, state } = editing();
    cut(2, 4);
    await asked();
    await answer([seam]);
    actions.speedUp(range(5, 9));
    actions.undo();
    expect(await asked()).toEqual([]);
    expect(selectSeams(state())).toEqual([seam]);
  });

  it('are those of cuts that are the same, whoever made them', async () => {
    const { asked, answer, actions, store, state } = editing();
    const made = [{ ...range(2, 4), id: 1, mode: 'jump', by: 'fit', reason: 'silence' }] as const;
    store.setState({ document: { ...state().document, cuts: made } });
    expect(await asked()).toEqual(['2-4']);
    await answer([seam]);
    actions.pin({ kind: 'cut', id: 1 });
    expect(state().document.cuts).not.toBe(made);
    expect(selectSeams(state())).toEqual([seam]);
    expect(await asked()).toEqual([]);
  });

  it('wait for the end of a drag, and those before are known meanwhile', async () => {
    const { cut, asked, answer, actions, state } = editing();
    cut(2, 4);
    await asked();
    await answer([seam]);
    actions.beginGesture('Drag');
    actions.place({ kind: 'cut', id: 1 }, range(2, 9));
    expect(await asked()).toEqual([]);
    expect(selectSeams(state())).toBeNull();
    expect(selectKnownSeams(state())).toEqual([seam]);
    actions.commitGesture();
    expect(await asked()).toEqual(['2-9']);
  });

  it('of cuts that have changed meanwhile are not taken for those of now', async () => {
    const { cut, asked, answer, actions, state } = editing();
    cut(2, 4);
    expect(await asked()).toEqual(['2-4']);
    actions.place({ kind: 'cut', id: 1 }, range(2, 9));
    await answer([seam]);
    expect(selectSeams(state())).toBeNull();
    expect(await asked()).toEqual(['2-9']);
    await answer([{ ...seam, to: 3 }]);
    expect(selectSeams(state())).toEqual([{ ...seam, to: 3 }]);
  });

  it('say why they do not come', async () => {
    const { cut, asked, refuse, store, state } = editing();
    cut(2, 4);
    expect(selectSeamsProblem(state())).toBeUndefined();
    await asked();
    await refuse('no room');
    expect(selectSeams(state())).toBeNull();
    expect(selectSeamsProblem(state())).toBe('no room');
    store.setState({ screens: null });
    expect(selectSeamsProblem(state())).toMatch(/could not be worked out/);
  });
});

describe('what cuts leave in the result', () => {
  const spans = (cuts: object[]) => cutSpans(recording, planFromJson({ cuts }));
  const jump = { start: 2, end: 4, mode: 'jump' };
  const collapse = { start: 5, end: 9, mode: 'collapse' };

  it('is what they print at once', () => {
    const jumps = spans([jump, collapse]);
    expect(keptCuts(jumps, [seam])).toEqual({ collapsed: [2], fallenBack: [] });
    expect(keptCuts(jumps, [{ from: 1, to: 2, problem: 'too narrow' }])).toEqual({ collapsed: [2], fallenBack: [1] });
  });

  it('is nothing where nothing was printed, or nothing follows', () => {
    const empty = spans([
      { ...collapse, start: 6 },
      { ...collapse, start: 10, end: 11 },
    ]);
    expect(keptCuts(empty, [])).toEqual({ collapsed: [], fallenBack: [] });
  });

  it('has a reason where no repaint was right', () => {
    expect([...fallBacksOf(spans([jump, collapse]), [{ from: 1, to: 2, problem: 'too narrow' }])]).toEqual([[2e6, 'too narrow']]);
    expect([...fallBacksOf(spans([jump]), [seam])]).toEqual([]);
  });
});
