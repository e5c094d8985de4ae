import { describe, expect, it } from 'vitest';
import { buildActivity } from '#core/analyze/activity.ts';
import { readCast } from '#core/cast/reader.ts';
import { type SourceTime, sourceTime } from '#core/cast/time.ts';
import { createEditor } from '#store/editor-store.ts';
import { selectMarkers } from '#store/selectors.ts';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import type { ActiveDrag } from './drags.ts';
import { flagPx } from './hold-flag.ts';
import { holdLengthDrag, pointDrag } from './point-drags.ts';

const at = (seconds: number): SourceTime => sourceTime(seconds * 1e6);
const freely = () => null;

/** 100 s, with markers of its own at 20 and 60, and a hold of 2 s at 30. */
function editorWithPoints() {
  const recording = readCast(bytesOf(castV2('a@1 m:one@20 m:two@60 c@100')));
  const editor = createEditor({ opened: { fileName: 'a.cast', recording, activity: buildActivity(recording) } });
  editor.actions.hold(at(30));
  return editor;
}

type Editor = ReturnType<typeof editorWithPoints>;

function begun(drag: ActiveDrag | undefined): ActiveDrag {
  if (!drag) throw new Error('there is nothing to drag');
  drag.begin();
  return drag;
}

const holdsOf = ({ store }: Editor) =>
  store.getState().document.holds.map(({ at: time, durationMicros }) => `${durationMicros / 1e6}@${time / 1e6}`);
const markersOf = ({ store }: Editor) => selectMarkers(store.getState()).map(({ time, label }) => `${label}@${time / 1e6}`);

describe('a drag of a hold', () => {
  it('moves it within the recording, as one step to undo', () => {
    const editor = editorWithPoints();
    const steps = editor.store.getState().history.done.length;
    const drag = begun(pointDrag(editor, { kind: 'hold', id: 1 }, at(30.5)));
    for (const seconds of [40.5, 300, -9, 50.5]) drag.moveTo(at(seconds), freely);
    expect(editor.store.getState().scrubTime).toBe(at(50));
    drag.commit();
    expect(holdsOf(editor)).toEqual(['2@50']);
    expect(editor.store.getState().history.done.length).toBe(steps + 1);
    editor.actions.undo();
    expect(holdsOf(editor)).toEqual(['2@30']);
  });

  it('snaps, and says to what', () => {
    const editor = editorWithPoints();
    const drag = begun(pointDrag(editor, { kind: 'hold', id: 1 }, at(30)));
    expect(drag.moveTo(at(41), () => at(42))).toEqual({ at: at(42), snappedTo: at(42) });
  });

  it('leaves the very same document when it is cancelled', () => {
    const editor = editorWithPoints();
    const { document } = editor.store.getState();
    for (const drag of [
      begun(pointDrag(editor, { kind: 'hold', id: 1 }, at(30))),
      begun(holdLengthDrag(editor, { kind: 'hold', id: 1 }, at(30), 1000, 1)),
    ]) {
      drag.moveTo(at(44), freely);
      drag.cancel();
    }
    expect(editor.store.getState().document).toBe(document);
  });
});

describe('a drag of the end of its flag', () => {
  const pxMicros = 100_000;
  const to = (seconds: number) => at(30 + ((flagPx(seconds * 1e6) - flagPx(2e6)) * pxMicros) / 1e6);

  it.each([5, 0.5, 12.3])('makes it %s s long', (seconds) => {
    const editor = editorWithPoints();
    const drag = begun(holdLengthDrag(editor, { kind: 'hold', id: 1 }, at(30), pxMicros, 1));
    drag.moveTo(to(seconds), freely);
    drag.commit();
    expect(holdsOf(editor)).toEqual([`${seconds}@30`]);
  });

  it('goes the other way where the flag is left of its pole', () => {
    const editor = editorWithPoints();
    const drag = begun(holdLengthDrag(editor, { kind: 'hold', id: 1 }, at(30), pxMicros, -1));
    drag.moveTo(60e6 - to(5), freely);
    drag.commit();
    expect(holdsOf(editor)).toEqual(['5@30']);
  });
});

describe('a drag of a marker', () => {
  it('of the recording’s own lets the plan name all of them', () => {
    const editor = editorWithPoints();
    const [first] = selectMarkers(editor.store.getState());
    const drag = begun(pointDrag(editor, { kind: 'marker', id: first?.id ?? 0 }, at(20)));
    drag.moveTo(at(70), freely);
    drag.commit();
    expect(markersOf(editor)).toEqual(['two@60', 'one@70']);
    expect(editor.store.getState().document.markers).toHaveLength(2);
    editor.actions.undo();
    expect(editor.store.getState().document.markers).toBeUndefined();
  });

  it('keeps what is selected with it, and does not begin where it is gone', () => {
    const editor = editorWithPoints();
    editor.actions.selectEdits([
      { kind: 'marker', id: 1 },
      { kind: 'hold', id: 1 },
    ]);
    begun(pointDrag(editor, { kind: 'marker', id: 1 }, at(20))).cancel();
    expect(editor.store.getState().selected).toEqual([
      { kind: 'hold', id: 1 },
      { kind: 'marker', id: 1 },
    ]);
    begun(pointDrag(editor, { kind: 'marker', id: 2 }, at(60))).cancel();
    expect(editor.store.getState().selected).toEqual([{ kind: 'marker', id: 2 }]);
    expect(pointDrag(editor, { kind: 'hold', id: 9 }, at(0))).toBeUndefined();
  });
});
