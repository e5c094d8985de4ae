import { beforeEach, expect, it } from 'vitest';
import { createEditor, type Editor } from '#store/editor-store.ts';
import { TargetDrag } from './target-drag.ts';

/** What was asked of the store, as words in order. */
let said: string[];
let editor: Editor;
let drag: TargetDrag;

beforeEach(() => {
  said = [];
  const { store, actions } = createEditor();
  editor = {
    store,
    actions: {
      ...actions,
      beginGesture: (label) => actions.beginGesture(label) && said.push('begin') > 0,
      fitTo: (micros) => said.push(String(micros / 1e6)),
      commitGesture: () => {
        said.push('commit');
        actions.commitGesture();
      },
    },
  };
  drag = new TargetDrag(editor);
  drag.listen();
});

it('is one step from press to release', () => {
  drag.begin();
  for (const seconds of [40, 30, 20]) drag.move(seconds * 1e6);
  drag.end();
  drag.end();
  expect(said).toEqual(['begin', '40', '30', '20', 'commit']);
});

it('is over once it was cancelled, until the next press', () => {
  drag.begin();
  drag.move(40e6);
  editor.actions.cancelGesture();
  drag.move(30e6);
  drag.end();
  drag.begin();
  drag.move(20e6);
  drag.end();
  expect(said).toEqual(['begin', '40', 'begin', '20', 'commit']);
});

it('leaves another drag alone', () => {
  editor.actions.beginGesture('Resize cut 1');
  drag.begin();
  drag.move(40e6);
  drag.end();
  expect(said).toEqual(['begin']);
});

it('takes what comes without a drag for a step of its own', () => {
  drag.move(40e6);
  expect(said).toEqual(['40']);
});

it('is one step for as long as a key is held', () => {
  drag.key('ArrowRight', false, 41e6);
  drag.key('ArrowRight', true, 42e6);
  drag.keyUp('ArrowRight');
  drag.key('ArrowLeft', false, 41e6);
  drag.key('Home', false, 3e6);
  drag.keyUp('ArrowLeft');
  drag.keyUp('Home');
  expect(said).toEqual(['begin', '41', '42', 'commit', 'begin', '41', 'commit', 'begin', '3', 'commit']);
});

it('does not take what a key repeats after it was cancelled', () => {
  drag.key('ArrowRight', false, 41e6);
  editor.actions.cancelGesture();
  drag.key('ArrowRight', true, 42e6);
  drag.keyUp('ArrowRight');
  drag.key('ArrowRight', true, 43e6);
  expect(said).toEqual(['begin', '41']);
});
