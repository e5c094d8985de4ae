import { describe, expect, it } from 'vitest';
import { buildActivity } from '#core/analyze/activity.ts';
import { readCast } from '#core/cast/reader.ts';
import { type SourceTime, sourceTime } from '#core/cast/time.ts';
import { createEditor } from '#store/editor-store.ts';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { regionDrag, scrubDrag, selectionDrag } from './drags.ts';

const at = (seconds: number): SourceTime => sourceTime(seconds * 1e6);
const range = (start: number, end: number) => ({ start: at(start), end: at(end) });
const freely = () => null;

/** A recording of 100 s with cuts at 10–20 and 50–60. */
function editorWithCuts() {
  const recording = readCast(bytesOf(castV2('a@1 b@40 c@100')));
  const editor = createEditor({ opened: { fileName: 'a.cast', recording, activity: buildActivity(recording) } });
  editor.actions.cut(range(10, 20));
  editor.actions.cut(range(50, 60));
  editor.actions.selectEdit(null);
  return editor;
}

const cutsOf = ({ store }: ReturnType<typeof editorWithCuts>) =>
  store.getState().document.cuts.map(({ start, end }) => `${start / 1e6}–${end / 1e6}`);

function begun(editor: ReturnType<typeof editorWithCuts>, edge: 'start' | 'end' | null, pressTime: SourceTime) {
  const drag = regionDrag(editor, { kind: 'cut', id: 1 }, edge, pressTime);
  if (!drag) throw new Error('there is no cut 1');
  drag.begin();
  return drag;
}

describe('a drag of a region', () => {
  it('is one step to undo, however far it went', () => {
    const editor = editorWithCuts();
    const steps = editor.store.getState().history.done.length;
    const drag = begun(editor, 'end', at(20));
    for (const time of [25, 45, 30]) drag.moveTo(at(time), freely);
    drag.commit();
    expect(cutsOf(editor)).toEqual(['10–30', '50–60']);
    expect(editor.store.getState().history.done.length).toBe(steps + 1);
    editor.actions.undo();
    expect(cutsOf(editor)).toEqual(['10–20', '50–60']);
  });

  it('leaves the very same document when it is cancelled', () => {
    const editor = editorWithCuts();
    const { document, history } = editor.store.getState();
    for (const edge of ['start', 'end', null] as const) {
      const drag = begun(editor, edge, at(15));
      drag.moveTo(at(44), freely);
      drag.cancel();
    }
    expect(editor.store.getState()).toMatchObject({ gesture: null, scrubTime: null });
    expect(editor.store.getState().document).toBe(document);
    expect(editor.store.getState().history).toBe(history);
  });

  it('is stopped by the neighbour, and by the end', () => {
    const editor = editorWithCuts();
    const drag = begun(editor, null, at(10));
    drag.moveTo(at(99), freely);
    expect(cutsOf(editor)).toEqual(['40–50', '50–60']);
    drag.moveTo(at(-99), freely);
    drag.commit();
    expect(cutsOf(editor)).toEqual(['0–10', '50–60']);
  });

  it('shows the screen at the dragged edge, and then no more', () => {
    const editor = editorWithCuts();
    const drag = begun(editor, 'start', at(10));
    expect(drag.moveTo(at(4), freely)).toMatchObject({ at: at(4), snappedTo: null });
    expect(editor.store.getState().scrubTime).toBe(at(4));
    drag.commit();
    expect(editor.store.getState().scrubTime).toBeNull();
  });

  it('does not begin where the region is gone', () => {
    expect(regionDrag(editorWithCuts(), { kind: 'speed', id: 7 }, null, at(0))).toBeUndefined();
  });
});

describe('a drag across the lane', () => {
  it('selects and never edits', () => {
    const editor = editorWithCuts();
    const { document } = editor.store.getState();
    const drag = selectionDrag(editor, at(15), 0, 'text');
    drag.begin();
    drag.moveTo(at(55), freely);
    drag.commit();
    expect(editor.store.getState().selection).toEqual(range(15, 55));
    expect(editor.store.getState().document).toBe(document);
  });

  it('gives back what was selected when it is cancelled', () => {
    const editor = editorWithCuts();
    editor.actions.selectEdit({ kind: 'cut', id: 2 });
    const drag = selectionDrag(editor, at(15), 0, 'text');
    drag.begin();
    drag.moveTo(at(55), freely);
    drag.cancel();
    expect(editor.store.getState()).toMatchObject({ selection: null, selected: [{ kind: 'cut', id: 2 }] });
  });
});

it('scrubbing keeps the distance at which the playhead was taken, and can be taken back', () => {
  const editor = editorWithCuts();
  editor.actions.seek(at(30));
  const drag = scrubDrag(editor, at(0.5));
  drag.moveTo(at(70.5), freely);
  expect(editor.store.getState().playhead).toBe(at(70));
  drag.cancel();
  expect(editor.store.getState().playhead).toBe(at(30));
});
