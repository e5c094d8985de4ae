import { beforeEach, describe, expect, it } from 'vitest';
import { buildActivity } from '#core/analyze/activity.ts';
import { readCast } from '#core/cast/reader.ts';
import { sourceTime } from '#core/cast/time.ts';
import { bytesOf, castText } from '#testing/recordings.ts';
import { type CommandId, findCommand } from './commands.ts';
import { createEditor, type Editor } from './editor-store.ts';
import { fitViewport } from './viewport.ts';

let editor: Editor;

beforeEach(() => {
  const recording = readCast(bytesOf(castText('a@1 m:one@4 b@6 m:two@12 end@20')));
  editor = createEditor({ opened: { fileName: 'a.cast', recording, activity: buildActivity(recording) }, viewport: fitViewport(20e6) });
});

const state = () => editor.store.getState();
const run = (id: CommandId): boolean => findCommand(id).run(state(), editor.actions);
const whyNot = (id: CommandId): string => findCommand(id).whyNot(state());
const at = (seconds: number) => sourceTime(seconds * 1e6);
const range = (start: number, end: number) => ({ start: at(start), end: at(end) });
const go = (seconds: number) => editor.actions.seek(at(seconds));
const where = () => state().playhead / 1e6;
const selection = () => [state().selection ?? []].flat().map(({ start, end }) => `${start / 1e6}-${end / 1e6}`)[0];
const cuts = () => state().document.cuts.map(({ start, end }) => `${start / 1e6}-${end / 1e6}`);
const inSight = () => [state().viewport.start / 1e6, state().viewport.end / 1e6];

/** Where a command leads, again and again, until it does not apply. */
function walk(id: CommandId): number[] {
  const places: number[] = [];
  while (run(id)) places.push(where());
  return places;
}

describe('edges and markers', () => {
  beforeEach(() => {
    editor.actions.cut(range(4, 8));
    editor.actions.speedUp(range(8, 10));
    editor.actions.hold(at(15));
    editor.actions.selectEdit(null);
    go(0);
  });

  it('are gone through in the order of time, each instant once', () => {
    expect(walk('nextEdge')).toEqual([4, 8, 10, 12, 15]);
    expect(walk('previousEdge')).toEqual([12, 10, 8, 4]);
    expect(whyNot('previousEdge')).toBe('No edge of an edit and no marker is before the playhead.');
  });

  it('markers alone by their own keys', () => {
    expect(walk('nextMarker')).toEqual([4, 12]);
    expect(walk('previousMarker')).toEqual([4]);
  });
});

describe('in and out', () => {
  it('reach to the next edge of an edit, or the end, where nothing is selected', () => {
    editor.actions.cut(range(8, 10));
    editor.actions.selectEdit(null);
    go(5);
    run('markIn');
    expect(selection()).toBe('5-8');
    editor.actions.select(null);
    go(13);
    run('markOut');
    expect(selection()).toBe('10-13');
    editor.actions.select(null);
    run('markIn');
    expect(selection()).toBe('13-20');
  });

  it('move an end of the selection, and begin anew past the other one', () => {
    editor.actions.select(range(5, 9));
    go(7);
    run('markIn');
    expect(selection()).toBe('7-9');
    go(8);
    run('markOut');
    expect(selection()).toBe('7-8');
    go(12);
    run('markIn');
    expect(selection()).toBe('12-20');
  });

  it('say where they select nothing', () => {
    expect(run('markOut')).toBe(false);
    expect(whyNot('markOut')).toContain('at the start');
    go(20);
    expect(run('markIn')).toBe(false);
    expect(whyNot('markIn')).toContain('at the end');
  });
});

describe('Split', () => {
  it('makes two of the cut or speed region that holds the playhead', () => {
    editor.actions.cut(range(4, 8));
    go(6);
    expect(run('split')).toBe(true);
    expect(cuts()).toEqual(['4-6', '6-8']);
    expect(run('split')).toBe(false);
    expect(whyNot('split')).toBe('Put the playhead inside a cut or a speed region to split it.');
  });

  it('takes the selected one where two hold it', () => {
    editor.actions.cut(range(4, 8));
    editor.actions.speedUp(range(2, 10));
    const [speed] = state().selected;
    go(6);
    run('split');
    expect(cuts()).toEqual(['4-8']);
    expect(state().document.speedRegions).toHaveLength(2);
    editor.actions.undo();
    editor.actions.selectEdit(null);
    expect(speed?.kind).toBe('speed');
    run('split');
    expect(cuts()).toEqual(['4-6', '6-8']);
  });
});

describe('Remove', () => {
  it('takes all that is selected in one step, points too', () => {
    editor.actions.cut(range(4, 8));
    editor.actions.hold(at(10));
    editor.actions.mark(at(11));
    run('selectAll');
    editor.actions.toggleSelected({ kind: 'marker', id: 3 });
    const steps = state().history.done.length;
    run('remove');
    expect([cuts(), state().document.holds]).toEqual([[], []]);
    expect(state().document.markers?.map(({ label }) => label)).toEqual(['one', 'two']);
    expect(state().history.done).toHaveLength(steps + 1);
    expect(whyNot('remove')).toBe('Select an edit or a stretch first.');
  });

  it('cuts a selection', () => {
    editor.actions.select(range(3, 5));
    run('remove');
    expect(cuts()).toEqual(['3-5']);
  });
});

describe('Hold', () => {
  it('is not for what the result does not show', () => {
    editor.actions.cut(range(4, 8));
    go(6);
    expect(run('hold')).toBe(false);
    expect(whyNot('hold')).toContain('The playhead is in a cut.');
    go(8);
    expect(run('hold')).toBe(true);
    expect(state().document.holds.map(({ at: time }) => time / 1e6)).toEqual([8]);
  });

  it('of the last screen is made once, unless it is cut', () => {
    expect(run('holdLast')).toBe(true);
    expect(run('holdLast')).toBe(false);
    expect(whyNot('holdLast')).toBe('The last screen is held already.');
    editor.actions.cut(range(18, 20));
    expect(whyNot('holdLast')).toBe('The last screen is in a cut.');
    go(20);
    expect(run('hold')).toBe(false);
  });
});

describe('the view', () => {
  it('goes to what is selected, with a little around it, and back', () => {
    editor.actions.select(range(5, 10));
    run('zoomSelection');
    expect(inSight()).toEqual([4.5, 10.5]);
    run('zoomSelection');
    expect(inSight()).toEqual([0, 20]);
  });

  it('goes to all selected edits, or around a single instant', () => {
    editor.actions.cut(range(4, 6));
    editor.actions.hold(at(14));
    run('selectAll');
    run('zoomSelection');
    expect(inSight()).toEqual([3, 15]);
    run('zoomSelection');
    editor.actions.selectEdits([{ kind: 'hold', id: 1 }]);
    run('zoomSelection');
    expect(inSight()).toEqual([13, 15]);
  });

  it('knows no way back once it was moved otherwise', () => {
    editor.actions.select(range(5, 10));
    run('zoomSelection');
    run('fit');
    expect(state().viewportBefore).toBeNull();
    run('zoomSelection');
    expect(inSight()).toEqual([4.5, 10.5]);
    run('panForward');
    expect(inSight()).toEqual([6, 12]);
    run('panBack');
    expect(inSight()).toEqual([4.5, 10.5]);
  });
});

describe('Escape', () => {
  it('goes from the innermost outwards: drag, window, selection, edits, search', () => {
    editor.actions.cut(range(4, 6));
    editor.actions.openSearch();
    editor.actions.beginGesture('Drag');
    editor.actions.place({ kind: 'cut', id: 1 }, range(4, 7));
    run('escape');
    expect(cuts()).toEqual(['4-6']);
    editor.actions.openDialog('help');
    run('escape');
    expect([state().dialog, state().selected.length]).toEqual([null, 1]);
    run('escape');
    expect([state().selected.length, state().search.isOpen]).toEqual([0, true]);
    editor.actions.select(range(1, 2));
    run('escape');
    expect([state().selection, state().search.isOpen]).toEqual([null, true]);
    run('escape');
    expect(state().search.isOpen).toBe(false);
    expect(run('escape')).toBe(false);
  });
});

describe('Enter', () => {
  it('asks for the field of what is looked at', () => {
    expect(whyNot('editSelected')).toBe('Select an edit first.');
    editor.actions.mark(at(3));
    editor.actions.askForLabel(null);
    run('editSelected');
    expect(state().labelAskedFor).toBe(3);
    editor.actions.speedUp(range(8, 10));
    editor.actions.askForFactor(null);
    run('editSelected');
    expect(state().factorAskedFor).toBe(1);
    expect(whyNot('rename')).toBe('Select a marker first.');
    editor.actions.hold(at(15));
    run('editSelected');
    expect(state().placeAskedFor).toEqual({ kind: 'hold', id: 1 });
  });
});

describe('what is copied from an edit', () => {
  const paste = () => editor.actions.pasteFromText(copied);
  let copied = '';
  const copy = () => {
    copied = editor.actions.copyToText() ?? '';
    return copied;
  };

  it('goes to all selected edits of its kind in one step', () => {
    editor.actions.speedUp(range(2, 4));
    editor.actions.setFactor(1, 5);
    expect(copy()).toBe('{"castfoldEdit":"speed","factor":5}');
    editor.actions.speedUp(range(6, 8));
    editor.actions.speedUp(range(10, 12));
    run('selectAll');
    const steps = state().history.done.length;
    expect(paste()).toBe(true);
    expect(state().document.speedRegions.map(({ factor }) => factor)).toEqual([5, 5, 5]);
    expect(state().history.done).toHaveLength(steps + 1);
  });

  it('is the mode of a cut and the length of a hold, too', () => {
    editor.actions.cut(range(2, 4));
    editor.actions.setCutMode(1, 'collapse');
    expect(copy()).toBe('{"castfoldEdit":"cut","mode":"collapse"}');
    editor.actions.cut(range(6, 8));
    paste();
    expect(state().document.cuts.map(({ mode }) => mode)).toEqual(['collapse', 'collapse']);
    editor.actions.hold(at(5));
    editor.actions.setHold(1, { durationMicros: 700_000 });
    copy();
    editor.actions.hold(at(9));
    paste();
    expect(state().document.holds.map(({ durationMicros }) => durationMicros)).toEqual([700_000, 700_000]);
  });

  it('says so where nothing of its kind is selected, and changes nothing', () => {
    editor.actions.speedUp(range(2, 4));
    copy();
    editor.actions.cut(range(6, 8));
    const { document } = state();
    expect(paste()).toBe(true);
    expect(state().document).toBe(document);
    expect(state().announcement).toBe('Select a speed region to paste this to: speed 2×.');
  });

  it('is told from all other text', () => {
    for (const text of [
      '',
      'x',
      '{}',
      '{"castfoldEdit":"speed"}',
      '{"castfoldEdit":"speed","factor":-1}',
      '{"castfoldEdit":"cut","mode":"?"}',
    ]) {
      expect(editor.actions.pasteFromText(text), text).toBe(false);
    }
    expect(editor.actions.copyToText()).toBeUndefined();
  });
});
