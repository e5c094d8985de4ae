import { describe, expect, it } from 'vitest';
import { buildActivity } from '#core/analyze/activity.ts';
import { readCast } from '#core/cast/reader.ts';
import { sourceTime } from '#core/cast/time.ts';
import { createEditor } from '#store/editor-store.ts';
import { resultLineOf } from '#store/time-line.ts';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { type Frames, PreviewLoop } from './preview-loop.ts';
import { PreviewScreen } from './preview-screen.ts';

const at = (seconds: number) => sourceTime(seconds * 1e6);

/** Frames that come when the test says so. */
function handFrames(frameMillis: number) {
  let millis = 0;
  let next: (() => void) | undefined;
  const frames: Frames = {
    now: () => millis,
    request(run) {
      next = run;
      return 1;
    },
    cancel: () => (next = undefined),
  };
  return {
    frames,
    isRequested: () => next !== undefined,
    pass(count: number) {
      for (let frame = 0; frame < count; frame++) {
        millis += frameMillis;
        const run = next;
        next = undefined;
        run?.();
      }
    },
  };
}

/** An editor with a recording and a preview of it on a terminal that writes down what it hears. */
function preview(drawn: string, header: object = {}, frameMillis = 100) {
  const editor = createEditor();
  const clock = handFrames(frameMillis);
  const loop = new PreviewLoop(editor, clock.frames);
  let heard: string[] = [];
  const terminal = {
    load: ({ cols, rows }: { cols: number; rows: number }, theme: object | undefined) =>
      heard.push(`load ${cols}x${rows}${theme ? ' themed' : ''}`),
    restart: () => heard.push('⟲'),
    resize: () => heard.push('resize'),
    output: (text: string) => heard.push(text),
    setDuration: (micros: number) => heard.push(`lasts ${micros / 1e6}`),
    setPlaying: (isPlaying: boolean) => heard.push(isPlaying ? 'plays' : 'pauses'),
  };
  const open = (events: string, members: object) => {
    const recording = readCast(bytesOf(castV2(events, { header: members })));
    editor.store.setState({ opened: { fileName: 'a.cast', recording, activity: buildActivity(recording) }, playhead: sourceTime(0) });
  };
  open(drawn, header);
  loop.attach(new PreviewScreen(terminal, { isDown: false, lower: () => {}, lift: () => {} }));
  const stop = loop.start();
  return {
    ...editor,
    loop,
    open,
    stop,
    isRequested: clock.isRequested,
    playhead: () => editor.store.getState().playhead / 1e6,
    /** Lets frames pass, and gives what the terminal heard in them. */
    heardIn(count: number): string {
      clock.pass(count);
      const text = heard.join(' ');
      heard = [];
      return text;
    },
  };
}

describe('a preview at rest', () => {
  it('loads the recording and shows what is at the playhead', () => {
    const { heardIn } = preview('a@0 b@1 c@10', { width: 100, height: 30 });
    expect(heardIn(1)).toBe('load 100x30 lasts 10 a');
  });

  it('asks for no frames until something changes', () => {
    const { heardIn, isRequested, actions } = preview('a@0 b@1 c@10');
    heardIn(2);
    expect(isRequested()).toBe(false);
    actions.seek(at(1));
    expect(isRequested()).toBe(true);
  });

  it('goes to the latest of several places named within a frame', () => {
    const { heardIn, actions } = preview('a@0 b@1 c@2 d@10');
    heardIn(1);
    for (const seconds of [10, 0, 2]) actions.seek(at(seconds));
    expect(heardIn(1)).toBe('bc');
    actions.seek(at(1));
    actions.seek(at(2));
    expect(heardIn(1)).toBe('');
  });

  it('takes another recording as it comes', () => {
    const { heardIn, open } = preview('a@0 b@4');
    heardIn(1);
    open('other@0 end@6', { theme: { fg: '#ffffff', bg: '#000000', palette: Array(8).fill('#112233').join(':') } });
    expect(heardIn(1)).toBe('load 80x24 themed lasts 6 other');
  });

  it('stops for good', () => {
    const { actions, isRequested, stop } = preview('a@0 b@1');
    stop();
    actions.seek(at(1));
    expect(isRequested()).toBe(false);
  });
});

describe('playing', () => {
  it('moves the playhead along the result and feeds what it passes', () => {
    const { heardIn, actions, playhead } = preview('a@0 b@1 c@3');
    heardIn(1);
    actions.play();
    expect(heardIn(1)).toBe('plays');
    expect(heardIn(10)).toBe('b');
    expect(playhead()).toBe(1);
  });

  it('pauses at the end, and starts over when it is played again', () => {
    const { heardIn, actions, store, playhead } = preview('a@0 b@0.5');
    heardIn(1);
    actions.play();
    expect(heardIn(10)).toBe('plays pauses b');
    expect(store.getState().isPlaying).toBe(false);
    actions.play();
    expect(heardIn(2)).toBe('plays ⟲ a');
    expect(playhead()).toBe(0.1);
  });

  it('goes on without a word when an edit leaves alone what was told', () => {
    const { heardIn, actions, playhead } = preview('a@0 b@1 c@10');
    actions.play();
    heardIn(6);
    actions.cut({ start: at(4), end: at(6) });
    expect(heardIn(1)).toBe('lasts 8');
    expect(playhead()).toBeCloseTo(0.6);
    actions.speedUp({ start: at(0), end: at(2) });
    expect(heardIn(1)).toBe('lasts 7');
    expect(playhead()).toBeCloseTo(0.8);
  });

  it('jumps over a cut', () => {
    const { heardIn, actions, playhead } = preview('a@0 b@1 c@3 d@10');
    actions.cut({ start: at(0.5), end: at(9) });
    actions.seek(at(0));
    actions.play();
    heardIn(7);
    expect(playhead()).toBeCloseTo(9.1);
  });

  it('says where it is within a hold', () => {
    const { heardIn, actions, loop, store, playhead } = preview('a@0 b@10');
    store.setState(({ document }) => ({ document: { ...document, holds: [{ id: 1, at: at(1), durationMicros: 2e6 }] } }));
    actions.seek(at(1));
    actions.play();
    heardIn(6);
    expect(playhead()).toBe(1);
    expect(loop.positionOn(resultLineOf(store.getState()))).toBe(1.5e6);
  });
});

describe('the shuttle', () => {
  it('plays faster with each step, times the playback speed', () => {
    const { heardIn, actions, playhead } = preview('a@0 b@60');
    actions.setPlaybackRate(1.5);
    actions.shuttleOn(1);
    actions.shuttleOn(1);
    heardIn(11);
    expect(playhead()).toBeCloseTo(3);
  });

  it('shows the screens backwards, and rests at the start', () => {
    const { heardIn, actions, playhead, store } = preview('a@0 b@1 c@2 d@10');
    actions.seek(at(2.5));
    heardIn(1);
    actions.shuttleOn(-1);
    expect(heardIn(7)).toBe('plays ⟲ ab');
    expect(heardIn(10)).toBe('⟲ a');
    heardIn(20);
    expect(playhead()).toBe(0);
    expect(store.getState()).toMatchObject({ isPlaying: false, shuttle: 1 });
  });
});

describe('a played range', () => {
  const around = (seconds: number) => {
    const made = preview('a@0 b@10 c@20');
    made.actions.cut({ start: at(10), end: at(14) });
    made.actions.seek(at(seconds));
    made.actions.playAround();
    return made;
  };

  it('is played once, and the playhead returns', () => {
    const { heardIn, playhead, store } = around(2);
    heardIn(1);
    expect(playhead()).toBe(8.5);
    heardIn(29);
    expect(playhead()).toBeCloseTo(15.4);
    heardIn(1);
    expect(playhead()).toBe(2);
    expect(store.getState()).toMatchObject({ isPlaying: false, playedRange: null });
  });

  it('leaves the playhead where it is paused', () => {
    const { heardIn, actions, playhead } = around(2);
    heardIn(11);
    actions.pause();
    heardIn(5);
    expect(playhead()).toBeCloseTo(9.5);
  });

  it('goes over and over, with what becomes of it meanwhile', () => {
    const { heardIn, actions, playhead } = preview('a@0 b@10 c@20');
    actions.select({ start: at(2), end: at(3) });
    actions.toggleLoop();
    heardIn(26);
    expect(playhead()).toBeCloseTo(2.5);
    actions.select({ start: at(6), end: at(8) });
    heardIn(1);
    expect(playhead()).toBeCloseTo(6.1);
    actions.speedUp({ start: at(6), end: at(8) });
    heardIn(9);
    expect(playhead()).toBeCloseTo(7.9);
    heardIn(2);
    expect(playhead()).toBeCloseTo(6.3);
  });

  it('is left by whoever puts the playhead elsewhere, and not within it', () => {
    const { heardIn, actions, playhead, store } = preview('a@0 b@10 c@20');
    actions.select({ start: at(2), end: at(4) });
    actions.toggleLoop();
    heardIn(2);
    actions.seek(at(3.5));
    heardIn(2);
    expect(store.getState().playedRange).not.toBeNull();
    expect(playhead()).toBeCloseTo(3.7);
    actions.seek(at(12));
    heardIn(10);
    expect(store.getState()).toMatchObject({ isPlaying: true, playedRange: null });
    expect(playhead()).toBeCloseTo(13);
  });

  it('is left where nothing of it is left', () => {
    const { heardIn, actions, store, playhead } = preview('a@0 b@10 c@20');
    actions.select({ start: at(2), end: at(4) });
    actions.toggleLoop();
    heardIn(11);
    actions.select(null);
    heardIn(15);
    expect(store.getState()).toMatchObject({ isPlaying: true, playedRange: null });
    expect(playhead()).toBeCloseTo(4.5);
  });
});

/** Frames at the pace of a screen. */
const SMOOTH_MILLIS = 16;

describe('what is shown', () => {
  it('follows a moving handle in every other frame, and is there when the handle rests', () => {
    const { heardIn, actions } = preview('a@0 b@1 c@2 d@3 e@10', {}, SMOOTH_MILLIS);
    heardIn(1);
    const heard = [1, 2, 3].map((seconds) => {
      actions.scrub(at(seconds));
      return heardIn(1);
    });
    expect(heard).toEqual(['b', '', 'cd']);
    actions.scrub(at(10));
    expect(heardIn(2)).toBe('e');
  });

  it('is the recording as it was at a dragged handle, and then the result again', () => {
    const { heardIn, actions } = preview('a@0 b@1 c@2 d@3 e@10');
    actions.cut({ start: at(1), end: at(1.5) });
    actions.setCutMode(1, 'drop');
    actions.seek(at(2));
    expect(heardIn(1)).toBe('load 80x24 lasts 9.5 a c');
    actions.scrub(at(3));
    expect(heardIn(1)).toBe('⟲ abcd');
    actions.scrub(null);
    expect(heardIn(1)).toBe('⟲ a c');
  });

  it('is the seam while the playhead rests in a cut, and the recording itself when that is played', () => {
    const { heardIn, actions } = preview('a@0 b@1 c@2 d@3 e@10');
    actions.cut({ start: at(1), end: at(5) });
    actions.seek(at(2));
    expect(heardIn(1)).toBe('load 80x24 lasts 6 abcd');
    actions.setPlaying('source');
    expect(heardIn(1)).toBe('lasts 10 ⟲ abc');
  });
});
