import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { buildActivity } from '#core/analyze/activity.ts';
import { readCast } from '#core/cast/reader.ts';
import { sourceTime } from '#core/cast/time.ts';
import type { EditRef } from '#core/plan/document.ts';
import { EMPTY_PLAN } from '#core/plan/plan.ts';
import { bytesOf, castText } from '#testing/recordings.ts';
import { createEditor, type Editor } from './editor-store.ts';
import { NO_PROJECT } from './projects/project.ts';
import { fitViewport } from './viewport.ts';

let editor: Editor;

function open(): Editor {
  const recording = readCast(bytesOf(castText('a@1 m:one@20 b@60 c@3599 d@3600')));
  return createEditor({ opened: { fileName: 'a.cast', recording, activity: buildActivity(recording) }, viewport: fitViewport(3600e6) });
}

beforeEach(() => {
  editor = open();
});

const at = (seconds: number) => sourceTime(seconds * 1e6);
const range = (start: number, end: number) => ({ start: at(start), end: at(end) });
const state = () => editor.store.getState();
const names = () => state().history.done.map(({ label }) => label);
const undone = () => state().history.undone.map(({ label }) => label);
const lastName = () => names().at(-1);
const CUT_1: EditRef = { kind: 'cut', id: 1 };
const SPEED_1: EditRef = { kind: 'speed', id: 1 };

describe('a step is named by what was done, and where', () => {
  beforeEach(() => {
    editor.actions.cut(range(62, 69.5));
    editor.actions.speedUp(range(2465, 2657));
  });

  it('when it makes something', () => {
    expect(names()).toEqual(['Cut 1:02.0–1:09.5', 'Speed 2× on 41:05.0–44:17.0']);
  });

  it.each<[string, () => void, string]>([
    ['a factor', () => editor.actions.setFactor(1, 5), 'Speed 5× on 41:05.0–44:17.0'],
    ['a start', () => editor.actions.place(CUT_1 as { kind: 'cut'; id: 1 }, range(63, 69.5)), 'Start of cut 1 to 1:03.0'],
    ['an end', () => editor.actions.place(CUT_1 as { kind: 'cut'; id: 1 }, range(62, 70)), 'End of cut 1 to 1:10.0'],
    ['a place', () => editor.actions.place({ kind: 'speed', id: 1 }, range(2466, 2658)), 'Move speed 1 to 41:06.0–44:18.0'],
    ['a mode', () => editor.actions.setCutMode(1, 'collapse'), 'Mode of cut 1: Fast-forward'],
    ['one that is removed', () => editor.actions.removeAll([SPEED_1]), 'Remove speed 1 at 41:05.0–44:17.0'],
    ['several', () => editor.actions.removeAll([SPEED_1, CUT_1]), 'Remove 2 edits'],
    ['a marker', () => editor.actions.removeAll([{ kind: 'marker', id: 1 }]), 'Remove marker 1 at 0:20.0'],
    ['two halves', () => editor.actions.split({ kind: 'cut', id: 1 }, at(65)), 'Split cut 1 at 1:05.0'],
  ])('when it changes %s', (_, act, name) => {
    act();
    expect(lastName()).toBe(name);
    expect(names()).toHaveLength(3);
  });

  it('when it was dragged, by where that ended', () => {
    editor.actions.beginGesture('Resize cut 1');
    for (const start of [62.5, 63, 64]) editor.actions.place({ kind: 'cut', id: 1 }, range(start, 69.5));
    editor.actions.commitGesture();
    expect(lastName()).toBe('Start of cut 1 to 1:04.0');
  });

  it('when several were dragged, as the drag is called', () => {
    editor.actions.beginGesture('Move 2 edits');
    editor.actions.place({ kind: 'cut', id: 1 }, range(63, 70.5));
    editor.actions.place({ kind: 'speed', id: 1 }, range(2466, 2658));
    editor.actions.commitGesture();
    expect(lastName()).toBe('Move 2 edits');
  });

  it('and told in words, with what comes of it', () => {
    editor.actions.cut(range(100, 292));
    expect(state().announcement).toBe('Cut 3 minutes 12 seconds. Result 55 minutes 4.5 seconds.');
    editor.actions.undo();
    expect(state().announcement).toBe('Undid: Cut 3 minutes 12 seconds. Result 58 minutes 16.5 seconds.');
    editor.actions.setFactor(1, 5);
    editor.actions.undo();
    editor.actions.redo();
    expect(state().announcement).toMatch(/^Redid: Speed 5× on 41 minutes 5 seconds to 44 minutes 17 seconds\. Result/);
  });
});

it('what there is none of is no step', () => {
  editor.actions.removeAll([CUT_1]);
  editor.actions.setFactor(1, 5);
  expect(names()).toEqual([]);
});

describe('going to a step', () => {
  beforeEach(() => {
    for (const start of [100, 200, 300]) editor.actions.cut(range(start, start + 10));
  });

  const cutStarts = () => state().document.cuts.map(({ start }) => start / 1e6);

  it('brings back what was there then, and leaves the others to be done again', () => {
    editor.actions.travelTo(1);
    expect(cutStarts()).toEqual([100]);
    expect(names()).toEqual(['Cut 1:40.0–1:50.0']);
    expect(undone()).toEqual(['Cut 5:00.0–5:10.0', 'Cut 3:20.0–3:30.0']);
    expect(state().announcement).toMatch(/^Now at: Cut 10 seconds\. Result/);
    editor.actions.travelTo(3);
    expect(cutStarts()).toEqual([100, 200, 300]);
    editor.actions.travelTo(0);
    expect(cutStarts()).toEqual([]);
    expect(state().announcement).toMatch(/^Now at: Opened a\.cast\. Result 1 hour/);
  });

  it('that there is not does nothing', () => {
    const before = state();
    for (const count of [3, 4, -1]) editor.actions.travelTo(count);
    expect(state()).toBe(before);
  });

  it('is as undoing and redoing one by one, whichever way it goes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 6 }), (stops) => {
        const byStep = open();
        const atOnce = open();
        for (const { actions } of [byStep, atOnce]) {
          actions.cut(range(100, 110));
          actions.speedUp(range(200, 300));
          actions.removeAll([CUT_1]);
        }
        for (const stop of stops) {
          const { done } = byStep.store.getState().history;
          for (let at = done.length; at > stop; at--) byStep.actions.undo();
          for (let at = done.length; at < stop; at++) byStep.actions.redo();
          atOnce.actions.travelTo(stop);
          const [one, other] = [byStep, atOnce].map(({ store }) => {
            const { document, history, selected, selection } = store.getState();
            return { document, history, selected, selection };
          });
          expect(other).toEqual(one);
        }
      }),
    );
  });

  it('brings back what was selected', () => {
    editor.actions.selectEdits([CUT_1, { kind: 'cut', id: 3 }]);
    editor.actions.removeAll(state().selected);
    expect(state().selected).toEqual([]);
    editor.actions.undo();
    expect(state().selected).toEqual([CUT_1, { kind: 'cut', id: 3 }]);
    editor.actions.select(range(500, 600));
    editor.actions.cut(range(500, 600));
    editor.actions.undo();
    expect(state().selection).toEqual(range(500, 600));
  });

  it('brings the place that changed into sight, and stays where it is in sight', () => {
    editor.actions.show({ start: 3000e6, end: 3100e6 });
    editor.actions.undo();
    const { viewport } = state();
    expect(viewport.start).toBeLessThanOrEqual(300e6);
    expect(viewport.end).toBeGreaterThanOrEqual(310e6);
    expect(viewport.end - viewport.start).toBe(100e6);
    editor.actions.redo();
    expect(state().viewport).toBe(viewport);
  });

  it('stays with a part of a change that has no room in sight', () => {
    editor.actions.cut(range(400, 3000));
    editor.actions.show({ start: 2950e6, end: 3050e6 });
    const { viewport } = state();
    editor.actions.undo();
    expect(state().viewport).toBe(viewport);
  });
});

describe('the way back is offered', () => {
  const offered = () => (state().toast?.canUndo ? state().toast?.text : undefined);

  beforeEach(() => {
    for (const start of [100, 200]) editor.actions.cut(range(start, start + 10));
    expect(offered()).toBeUndefined();
  });

  it.each<[string, () => void, string]>([
    ['is removed', () => editor.actions.removeAll([CUT_1]), 'Remove cut 1 at 1:40.0–1:50.0'],
    ['takes several cuts', () => editor.actions.cutAll([range(300, 310), range(400, 410)], 'Keep 3 moments'), 'Keep 3 moments'],
    ['changes the mode of several', () => editor.actions.setCutModes([1, 2], 'drop'), 'Mode of 2 cuts: Drop'],
    ['is a plan', () => editor.actions.replacePlan(EMPTY_PLAN, 'b.plan.json'), 'Plan b.plan.json'],
  ])('where something %s', (_, act, text) => {
    act();
    expect(offered()).toBe(text);
    editor.actions.undo();
    expect(state().toast).toBeNull();
  });

  it('not where one thing was moved, split or added', () => {
    editor.actions.place({ kind: 'cut', id: 1 }, range(100, 120));
    editor.actions.split({ kind: 'cut', id: 1 }, at(110));
    editor.actions.speedUp(range(300, 400));
    expect(offered()).toBeUndefined();
  });

  it('until another step is the last one', () => {
    editor.actions.removeAll([CUT_1]);
    editor.actions.cut(range(500, 510));
    expect(state().toast).toBeNull();
  });

  it('beside what is told for another reason', () => {
    const toast = { text: 'Saved', canUndo: false };
    editor.actions.showToast(toast);
    editor.actions.cut(range(500, 510));
    editor.actions.undo();
    expect(state().toast).toBe(toast);
  });
});

describe('while another tab has the work open', () => {
  beforeEach(() => {
    editor.actions.cut(range(100, 110));
    editor.store.setState({ project: { ...NO_PROJECT, keeping: { kind: 'elsewhere' } } });
  });

  it.each<[string, () => unknown]>([
    ['an edit', () => editor.actions.cut(range(200, 210))],
    ['a marker', () => editor.actions.mark(at(5))],
    ['a drag', () => editor.actions.beginGesture('Move cut 1')],
    ['a step back', () => editor.actions.undo()],
    ['a length to fit to', () => editor.actions.fitTo(20e6)],
  ])('%s is refused, and it is said why', (_, act) => {
    const { document, history } = state();
    expect(act()).not.toBe(true);
    expect(state()).toMatchObject({ document, history, gesture: null, awaitedTargetMicros: null });
    expect(state().announcement).toBe('Another tab has this open. Take over to edit here.');
    expect(state().toast?.text).toBe(state().announcement);
  });

  it('nothing is fitted to a length that was asked for there, nor said of it', () => {
    editor.store.setState({ awaitedTargetMicros: sourceTime(20e6), announcement: '', toast: null });
    expect(state()).toMatchObject({ awaitedTargetMicros: null, announcement: '', toast: null });
  });

  it('a drag that was under way is given back', () => {
    editor.store.setState({ project: NO_PROJECT });
    const { document } = state();
    editor.actions.beginGesture('Move cut 1');
    editor.actions.place({ kind: 'cut', id: 1 }, range(100, 120));
    editor.store.setState({ project: { ...NO_PROJECT, keeping: { kind: 'elsewhere' } } });
    editor.actions.commitGesture();
    expect(state()).toMatchObject({ document, gesture: null });
  });
});
