import { beforeEach, describe, expect, it } from 'vitest';
import { buildActivity } from '#core/analyze/activity.ts';
import { type Analysis, DEFAULT_ANALYSIS } from '#core/analyze/analysis.ts';
import { readCast } from '#core/cast/reader.ts';
import { sourceTime } from '#core/cast/time.ts';
import { DEFAULT_EDITS } from '#core/plan/edit-settings.ts';
import { EMPTY_PLAN } from '#core/plan/plan.ts';
import { bytesOf, castText } from '#testing/recordings.ts';
import { selectNothingToSuggest, selectSuggestions } from './analysis-selectors.ts';
import { type CommandId, findCommand } from './commands.ts';
import { createEditor, type Editor } from './editor-store.ts';
import { selectEditSettings, selectTimeMap } from './selectors.ts';
import { fitViewport } from './viewport.ts';

const SECOND = 1_000_000;
const range = (start: number, end: number) => ({ start: sourceTime(start * SECOND), end: sourceTime(end * SECOND) });

/** A minute: text to be read, with two waits and a stretch of scrolling in it. */
const analysis: Analysis = {
  spans: [
    { ...range(0, 10), kind: 'reading' },
    { ...range(10, 20), kind: 'waiting', waiting: 'spinner' },
    { ...range(20, 30), kind: 'reading' },
    { ...range(30, 40), kind: 'scrolling' },
    { ...range(40, 45), kind: 'reading' },
    { ...range(45, 55), kind: 'waiting', waiting: 'silence' },
    { ...range(55, 60), kind: 'reading' },
  ],
  typingRuns: [],
  idleGaps: [],
  moments: [],
  flashes: { times: new Float64Array() },
  settings: DEFAULT_ANALYSIS,
  isComplete: true,
};

let editor: Editor;

beforeEach(() => {
  const events = Array.from({ length: 121 }, (_, index) => `x@${index / 2}`).join(' ');
  const recording = readCast(bytesOf(castText(events)));
  editor = createEditor({
    opened: { fileName: 'a.cast', recording, activity: buildActivity(recording) },
    analysis: { status: 'done', share: 1, analysis, message: '' },
    viewport: fitViewport(60 * SECOND),
  });
});

const state = () => editor.store.getState();
const run = (id: CommandId): boolean => findCommand(id).run(state(), editor.actions);
const suggested = () => selectSuggestions(state()).map(({ kind, edit }) => `${edit} ${kind}`);
const steps = () => state().history.done.map(({ label }) => label);
const resultMicros = () => selectTimeMap(state())?.resultDuration ?? 0;

describe('suggestions', () => {
  it('are one step each, with what they save and why', () => {
    expect(suggested()).toEqual(['cut waiting', 'speed scrolling', 'cut waiting']);
    const [first] = selectSuggestions(state());
    if (!first) throw new Error('nothing is suggested');
    const before = resultMicros();
    editor.actions.accept(first);
    expect(state().document.cuts).toMatchObject([
      { start: first.start, end: first.end, mode: 'jump', by: 'suggestion', reason: first.reason },
    ]);
    expect(before - resultMicros()).toBeCloseTo(first.savedMicros, 0);
    expect(steps()).toEqual(['Accept 1 suggestion']);
    expect(suggested()).toEqual(['speed scrolling', 'cut waiting']);
    run('undo');
    expect(suggested()).toHaveLength(3);
  });

  it('are accepted by their kind, or all, as one step', () => {
    editor.actions.acceptKind('waiting');
    expect(steps()).toEqual(['Accept 2 suggestions']);
    expect(suggested()).toEqual(['speed scrolling']);
    expect(run('acceptAll')).toBe(true);
    expect(state().document.speedRegions).toMatchObject([{ by: 'suggestion' }]);
    expect(suggested()).toEqual([]);
    expect(run('acceptAll')).toBe(false);
    expect(steps()).toHaveLength(2);
    expect(state().announcement).toMatch(/^Accept 1 suggestion\. Result \d+/);
  });

  it('leave alone what the user has touched', () => {
    editor.actions.cut(range(12, 14));
    editor.actions.keep(range(46, 47));
    editor.actions.acceptAll();
    expect(state().document.cuts).toMatchObject([range(12, 14)]);
    expect(state().document.speedRegions.map(({ by }) => by)).toEqual(['suggestion', undefined]);
  });

  it('that were pointed at before an edit of the user are not accepted after it', () => {
    const [first] = selectSuggestions(state());
    if (!first) throw new Error('nothing is suggested');
    editor.actions.cut(range(12, 14));
    const { document } = state();
    editor.actions.accept(first);
    expect(state().document).toBe(document);
  });

  it('change with the margins, which are one step', () => {
    const { document } = state();
    editor.actions.setEditSettings({ shortestCutMicros: 30 * SECOND });
    expect(suggested()).toEqual(['speed scrolling']);
    expect(steps()).toEqual(['Margins and limits']);
    editor.actions.setEditSettings({ shortestCutMicros: 30 * SECOND });
    expect(steps()).toHaveLength(1);
    run('undo');
    expect(state().document).toBe(document);
    expect(selectEditSettings(state())).toEqual(DEFAULT_EDITS);
    expect(suggested()).toHaveLength(3);
    run('redo');
    editor.actions.setEditSettings(DEFAULT_EDITS);
    expect('editSettings' in state().document).toBe(false);
    expect(suggested()).toHaveLength(3);
  });

  it('keep to the margins with a plan that is applied', () => {
    editor.actions.setEditSettings({ shortestCutMicros: 30 * SECOND });
    editor.actions.replacePlan(EMPTY_PLAN, 'a.plan.json');
    expect(selectEditSettings(state()).shortestCutMicros).toBe(30 * SECOND);
  });

  it('stay as they are while something is dragged', () => {
    const before = selectSuggestions(state());
    editor.actions.cut(range(1, 2));
    editor.actions.beginGesture('Move cut 1');
    editor.actions.place({ kind: 'cut', id: 1 }, range(1, 15));
    expect(suggested()).toHaveLength(before.length);
    editor.actions.commitGesture();
    expect(suggested()).toEqual(['speed scrolling', 'cut waiting']);
  });

  it('are none without an analysis; where there is nothing to suggest it is said why', () => {
    expect(selectNothingToSuggest(state())).toBe('');
    editor.actions.acceptAll();
    expect(selectNothingToSuggest(state())).toMatch(/already/);
    editor.store.setState({ analysis: { status: 'running', share: 0, analysis: null, message: '' } });
    expect(suggested()).toEqual([]);
    expect(selectNothingToSuggest(state())).toBe('');
  });
});

it('the panel shows what it is asked for', () => {
  for (const panel of ['suggestions', 'moments'] as const) {
    run(panel);
    expect(state().sidePanel).toBe(panel);
  }
});
