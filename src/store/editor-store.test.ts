import { beforeEach, describe, expect, it } from 'vitest';
import { buildActivity } from '#core/analyze/activity.ts';
import { readCast } from '#core/cast/reader.ts';
import { sourceTime } from '#core/cast/time.ts';
import { EMPTY_PLAN } from '#core/plan/plan.ts';
import { bytesOf, castText } from '#testing/recordings.ts';
import { COMMANDS, type Command, type CommandId, findCommand } from './commands.ts';
import { createEditor, type Editor } from './editor-store.ts';
import { selectTimeMap } from './selectors.ts';
import { fitViewport } from './viewport.ts';

let editor: Editor;

beforeEach(() => {
  const recording = readCast(bytesOf(castText('a@1 b@2 c@5 d@9 e@10')));
  editor = createEditor({ opened: { fileName: 'a.cast', recording, activity: buildActivity(recording) }, viewport: fitViewport(10e6) });
});

const run = (id: CommandId): boolean => findCommand(id).run(editor.store.getState(), editor.actions);
const range = (start: number, end: number) => ({ start: sourceTime(start * 1e6), end: sourceTime(end * 1e6) });
const state = () => editor.store.getState();
/** The edits as `cut 1-2 speed 3-4x2`. */
const drawn = () =>
  [
    ...state().document.cuts.map(({ start, end }) => `cut ${start / 1e6}-${end / 1e6}`),
    ...state().document.speedRegions.map(({ start, end, factor }) => `speed ${start / 1e6}-${end / 1e6}x${factor}`),
  ].join(' ');
const resultSeconds = () => (selectTimeMap(state())?.resultDuration ?? 0) / 1e6;

describe('Cut and Speed', () => {
  it('act on the selection, and the new region takes its place', () => {
    editor.actions.select(range(2, 4));
    run('cut');
    expect(drawn()).toBe('cut 2-4');
    expect(state().selection).toBeNull();
    expect(state().selected).toEqual([{ kind: 'cut', id: 1 }]);
    expect(resultSeconds()).toBe(8);
  });

  it('act on the span between the edits around the playhead where nothing is selected', () => {
    editor.actions.cut(range(2, 3));
    editor.actions.cut(range(7, 8));
    editor.actions.seek(sourceTime(5e6));
    run('speed');
    expect(drawn()).toBe('cut 2-3 cut 7-8 speed 3-7x2');
    expect(state().factorAskedFor).toBe(1);
  });

  it('never cut a whole recording that nobody selected, and nothing twice', () => {
    run('cut');
    expect(drawn()).toBe('cut 0-0.8');
    editor.actions.seek(sourceTime(0.5e6));
    expect(run('cut')).toBe(false);
  });
});

describe('the same command again', () => {
  it('does not cut beyond what was just cut', () => {
    editor.actions.seek(sourceTime(9e6));
    editor.actions.select(range(2, 4));
    run('cut');
    expect(state().playhead).toBe(2e6);
    expect(run('cut')).toBe(false);
    expect(run('speed')).toBe(false);
  });

  it('does not speed up beyond what was just sped up', () => {
    editor.actions.select(range(2, 4));
    run('speed');
    expect(run('speed')).toBe(false);
    expect(drawn()).toBe('speed 2-4x2');
  });

  it('leaves the playhead alone while it plays', () => {
    editor.actions.seek(sourceTime(9e6));
    editor.actions.play();
    editor.actions.cut(range(2, 4));
    expect(state().playhead).toBe(9e6);
  });
});

it('in the middle of a drag nothing else changes the document', () => {
  editor.actions.cut(range(2, 4));
  editor.actions.select(range(6, 7));
  expect(editor.actions.beginGesture('Move cut 1')).toBe(true);
  expect(editor.actions.beginGesture('Another')).toBe(false);
  for (const id of ['cut', 'speed', 'remove', 'undo'] as const) expect(run(id)).toBe(false);
  editor.actions.commitGesture();
  expect(run('cut')).toBe(true);
});

describe('undo and redo', () => {
  it('take back one gesture as one step, however often it moved', () => {
    editor.actions.cut(range(2, 4));
    editor.actions.beginGesture('Move cut 1');
    for (const start of [2.1, 2.2, 2.3]) editor.actions.place({ kind: 'cut', id: 1 }, range(start, 4));
    editor.actions.commitGesture();
    expect(drawn()).toBe('cut 2.3-4');
    run('undo');
    expect(drawn()).toBe('cut 2-4');
    run('undo');
    expect(drawn()).toBe('');
    expect(run('undo')).toBe(false);
    run('redo');
    run('redo');
    expect(drawn()).toBe('cut 2.3-4');
  });

  it('know nothing of a gesture that was cancelled or that changed nothing', () => {
    editor.actions.cut(range(2, 4));
    editor.actions.beginGesture('Move cut 1');
    editor.actions.place({ kind: 'cut', id: 1 }, range(1, 4));
    run('escape');
    expect(drawn()).toBe('cut 2-4');
    editor.actions.beginGesture('Move cut 1');
    for (const start of [1, 2]) editor.actions.place({ kind: 'cut', id: 1 }, range(start, 4));
    editor.actions.commitGesture();
    editor.actions.place({ kind: 'cut', id: 1 }, range(2, 4));
    expect(state().history.done.map(({ label }) => label)).toEqual(['Cut 0:02.0–0:04.0']);
  });

  it('forget what was undone once something else is done', () => {
    editor.actions.cut(range(2, 4));
    run('undo');
    editor.actions.cut(range(5, 6));
    expect(run('redo')).toBe(false);
    expect(drawn()).toBe('cut 5-6');
  });

  it('deselect a region that is no longer there', () => {
    editor.actions.cut(range(2, 4));
    run('undo');
    expect(state().selected).toEqual([]);
  });
});

it('Delete removes the selected region; with a selection it cuts; else it does nothing', () => {
  editor.actions.cut(range(2, 4));
  run('remove');
  expect(drawn()).toBe('');
  expect(run('remove')).toBe(false);
  editor.actions.select(range(6, 7));
  run('remove');
  expect(drawn()).toBe('cut 6-7');
});

it('steps go from event to event while changes of the screen are not known, and stop at the ends', () => {
  for (const at of [1, 2, 5]) {
    run('nextChange');
    expect(state().playhead).toBe(at * 1e6);
  }
  run('previousChange');
  expect(state().playhead).toBe(2e6);
  run('toEnd');
  expect(run('nextChange')).toBe(false);
});

it('steps go from one change of the screen to the next', () => {
  editor.store.setState({ screenIndex: { position: 5, changes: Uint32Array.of(1, 3) } });
  run('nextChange');
  run('nextChange');
  expect(state().playhead).toBe(5e6);
  expect(run('nextChange')).toBe(false);
  run('previousChange');
  expect(state().playhead).toBe(1e6);
});

it('several cuts take a mode in one step', () => {
  editor.actions.cut(range(2, 4));
  editor.actions.cut(range(6, 7));
  editor.actions.setCutModes([1, 2], 'drop');
  expect(state().document.cuts.map(({ mode }) => mode)).toEqual(['drop', 'drop']);
  run('undo');
  expect(state().document.cuts.map(({ mode }) => mode)).not.toContain('drop');
});

it('a plan replaces the edits as one step', () => {
  editor.actions.cut(range(2, 4));
  editor.actions.replacePlan({ ...EMPTY_PLAN, speedRegions: [{ ...range(1, 3), factor: 5 }] }, 'demo.plan.json');
  expect(drawn()).toBe('speed 1-3x5');
  run('undo');
  expect(drawn()).toBe('cut 2-4');
});

it('a plan is clipped to the recording, and ends a drag as Escape would', () => {
  editor.actions.cut(range(2, 4));
  editor.actions.beginGesture('Move cut 1');
  editor.actions.place({ kind: 'cut', id: 1 }, range(1, 4));
  const far = { ...range(8, 300), mode: 'drop' } as const;
  editor.actions.replacePlan({ ...EMPTY_PLAN, cuts: [far], speedRegions: [{ ...range(20, 30), factor: 5 }] }, 'far.plan.json');
  expect(drawn()).toBe('cut 8-10');
  expect(state().gesture).toBeNull();
  run('undo');
  expect(drawn()).toBe('cut 2-4');
});

it('while nothing is open one can open something and ask for help; everything else says what is missing', () => {
  const empty = createEditor();
  const isForAll = ({ id, group }: Command) => id === 'open' || group === 'help';
  expect(COMMANDS.filter((command) => command.run(empty.store.getState(), empty.actions))).toEqual(COMMANDS.filter(isForAll));
  for (const command of COMMANDS) {
    const isQuiet = isForAll(command) || command.id === 'escape';
    expect(command.whyNot(createEditor().store.getState()), command.id).toBe(isQuiet ? '' : 'Open a recording first.');
  }
});
