import { beforeEach, describe, expect, it } from 'vitest';
import { buildActivity } from '#core/analyze/activity.ts';
import { readCast } from '#core/cast/reader.ts';
import { sourceTime } from '#core/cast/time.ts';
import { bytesOf, castText } from '#testing/recordings.ts';
import { createEditor, type Editor } from './editor-store.ts';
import { selectHoldsLastScreen } from './point-actions.ts';
import { selectMarkers, selectTimeMap } from './selectors.ts';
import { fitViewport } from './viewport.ts';

let editor: Editor;

beforeEach(() => {
  const recording = readCast(bytesOf(castText('a@1 m:one@2 b@5 m:two@6 c@10', { header: { title: 'Recorded' } })));
  editor = createEditor({ opened: { fileName: 'a.cast', recording, activity: buildActivity(recording) }, viewport: fitViewport(10e6) });
});

const at = (seconds: number) => sourceTime(seconds * 1e6);
const state = () => editor.store.getState();
const holds = () => state().document.holds.map(({ at, durationMicros }) => `${at / 1e6}+${durationMicros / 1e6}`);
const markers = () => selectMarkers(state()).map(({ time, label }) => `${label}@${time / 1e6}`);
const steps = () => state().history.done.map(({ label }) => label);
const resultSeconds = () => (selectTimeMap(state())?.resultDuration ?? 0) / 1e6;

describe('a hold', () => {
  it('is made, moved and made longer, a step each', () => {
    editor.actions.hold(at(5));
    editor.actions.setHold(1, { durationMicros: 4.5e6 });
    editor.actions.setHold(1, { at: at(6) });
    expect(holds()).toEqual(['6+4.5']);
    expect(resultSeconds()).toBe(14.5);
    expect(steps()).toEqual(['Hold 2.0 s at 0:05.0', 'Length of hold 1 to 0:04.5', 'Move hold 1 to 0:06.0']);
    expect(state().selected).toEqual([{ kind: 'hold', id: 1 }]);
  });

  it('that is set to what it is, or gone, is no step', () => {
    editor.actions.hold(at(5));
    editor.actions.setHold(1, { at: at(5) });
    editor.actions.setHold(7, { at: at(6) });
    expect(steps()).toHaveLength(1);
  });

  it('in a cut holds the screen that is shown for it', () => {
    editor.actions.cut({ start: at(3), end: at(6) });
    editor.actions.hold(at(4));
    expect(holds()).toEqual(['6+2']);
    expect(resultSeconds()).toBe(9);
  });

  it('of the last screen is before a cut that reaches the end', () => {
    expect(selectHoldsLastScreen(state())).toBe(false);
    editor.actions.holdLastScreen();
    expect(holds()).toEqual(['10+3']);
    expect(selectHoldsLastScreen(state())).toBe(true);
    editor.actions.undo();
    editor.actions.cut({ start: at(7), end: at(10) });
    editor.actions.holdLastScreen();
    expect(holds()).toEqual(['6+3']);
    expect(resultSeconds()).toBe(10);
    expect(selectHoldsLastScreen(state())).toBe(true);
  });

  it('dragged is one step, and Undo brings back the very document', () => {
    editor.actions.hold(at(5));
    const { document } = state();
    editor.actions.beginGesture('Move hold');
    for (const second of [6, 7, 8]) editor.actions.setHold(1, { at: at(second) });
    editor.actions.commitGesture();
    expect(holds()).toEqual(['8+2']);
    expect(steps()).toHaveLength(2);
    editor.actions.undo();
    expect(state().document).toBe(document);
  });
});

describe('a marker', () => {
  it('is made among the recording’s own and asks for its label', () => {
    editor.actions.mark(at(4));
    expect(markers()).toEqual(['one@2', '@4', 'two@6']);
    expect(state().labelAskedFor).toBe(3);
    expect(state().selected).toEqual([{ kind: 'marker', id: 3 }]);
  });

  it('is named, renamed and moved in steps that say so', () => {
    editor.actions.mark(at(4));
    editor.actions.setMarker(3, { label: 'prompt' });
    editor.actions.setMarker(3, { label: 'the answer' });
    editor.actions.setMarker(3, { time: at(1) });
    editor.actions.setMarker(3, { label: '' });
    editor.actions.setMarker(3, { time: at(3) });
    expect(markers()).toEqual(['one@2', '@3', 'two@6']);
    expect(steps()).toEqual([
      'Marker at 0:04.0',
      'Label of marker 2: prompt',
      'Label of marker 2: the answer',
      'Move marker 1 to 0:01.0',
      'No label for marker 1',
      'Move marker 2 to 0:03.0',
    ]);
  });

  it('of a long label has a step of a short name', () => {
    editor.actions.setMarker(2, { label: 'what was printed here, '.repeat(400) });
    expect(steps()).toEqual(['Label of marker 2: what was printed here, what was printed…']);
  });

  it('of the recording is the plan’s once it is changed, and only then', () => {
    editor.actions.setMarker(2, { label: 'two' });
    expect(state().document).not.toHaveProperty('markers');
    editor.actions.setMarker(2, { label: 'zwei' });
    expect(markers()).toEqual(['one@2', 'zwei@6']);
    editor.actions.mark(at(4));
    editor.actions.keepOwnMarkers();
    expect(state().selected).toEqual([]);
    expect(markers()).toEqual(['one@2', 'two@6']);
    expect(state().document).not.toHaveProperty('markers');
  });

  it('of the recording is there to be edited, once', () => {
    editor.actions.importMarkers();
    editor.actions.importMarkers();
    expect(state().document.markers?.map(({ label }) => label)).toEqual(['one', 'two']);
    expect(steps()).toEqual(['Edit the recording’s markers']);
  });
});

it('the title is the recording’s own unless another is set', () => {
  editor.actions.setTitle('In 40 seconds');
  editor.actions.setTitle('In 40 seconds');
  editor.actions.setTitle(null);
  expect(state().document).not.toHaveProperty('title');
  expect(steps()).toEqual(['Title “In 40 seconds”', 'Keep the recording’s title']);
  editor.actions.undo();
  expect(state().document.title).toBe('In 40 seconds');
});
