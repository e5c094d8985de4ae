import { describe, expect, it } from 'vitest';
import { buildActivity } from '#core/analyze/activity.ts';
import { readCast } from '#core/cast/reader.ts';
import { sourceTime } from '#core/cast/time.ts';
import { documentFromPlan } from '#core/plan/document.ts';
import { planFromJson } from '#core/plan/parse-plan.ts';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { createEditor } from './editor-store.ts';
import { nextShuttle, selectPlayedSpan } from './playback.ts';
import { fitViewport } from './viewport.ts';

const at = (seconds: number) => sourceTime(seconds * 1e6);

/** An editor with a recording of a minute, under a plan. */
function opened(plan: object = {}, events = 'a@0 b@20 c@40 d@60') {
  const recording = readCast(bytesOf(castV2(events)));
  const editor = createEditor({
    opened: { fileName: 'a.cast', recording, activity: buildActivity(recording) },
    document: documentFromPlan(planFromJson(plan)),
    viewport: fitViewport(60e6),
  });
  const { store } = editor;
  return {
    ...editor,
    seek: (seconds: number) => editor.actions.seek(at(seconds)),
    playhead: () => store.getState().playhead / 1e6,
    /** What is played, in seconds of the time line: `2–5` once, `2⟲5` over and over; `all`; `-` while nothing is. */
    played(): string {
      const state = store.getState();
      if (!state.isPlaying) return '-';
      const span = selectPlayedSpan(state);
      return span ? `${round(span.from)}${span.isLooped ? '⟲' : '–'}${round(span.to)}` : 'all';
    },
  };
}

/** To the millisecond: a hold is over a microsecond later. */
const round = (micros: number) => Math.round(micros / 1000) / 1000;

describe('the shuttle', () => {
  it.each([
    [1, 1, 2],
    [2, 1, 4],
    [4, 1, 8],
    [8, 1, 8],
    [8, -1, 4],
    [2, -1, 1],
    [1, -1, -1],
    [-1, -1, -2],
    [-8, -1, -8],
    [-4, 1, -2],
    [-1, 1, 1],
  ] as const)('goes from %s, pressed %s, to %s', (from, direction, to) => {
    expect(nextShuttle(from, direction)).toBe(to);
  });

  it('starts at once and backwards at once, and is gone after a pause', () => {
    const { store, actions } = opened();
    const shuttle = () => (store.getState().isPlaying ? store.getState().shuttle : 0);
    actions.shuttleOn(1);
    expect(shuttle()).toBe(1);
    actions.shuttleOn(1);
    expect(shuttle()).toBe(2);
    actions.pause();
    expect(shuttle()).toBe(0);
    actions.play();
    expect(shuttle()).toBe(1);
    actions.pause();
    actions.shuttleOn(-1);
    expect(shuttle()).toBe(-1);
  });

  it('plays nothing where nothing is open', () => {
    const { store, actions } = createEditor();
    actions.shuttleOn(1);
    actions.playAround();
    actions.toggleLoop();
    expect(store.getState().isPlaying).toBe(false);
  });
});

describe('play around', () => {
  it('plays what is before and after a cut, from where that begins', () => {
    const { actions, played, playhead, store } = opened({ cuts: [{ start: 10, end: 40 }] });
    actions.selectEdit({ kind: 'cut', id: 1 });
    actions.seek(at(50));
    actions.playAround();
    expect(played()).toBe('8.5–11.5');
    expect(playhead()).toBe(8.5);
    expect(store.getState().playedRange).toMatchObject({ returnTo: 50e6 });
  });

  it('plays all of a region, on the time line that is played', () => {
    const { actions, played } = opened({ speed_regions: [{ start: 10, end: 30, factor: 10 }] });
    actions.selectEdit({ kind: 'speed', id: 1 });
    actions.playAround();
    expect(played()).toBe('8.5–13.5');
    actions.setPlaying('source');
    expect(played()).toBe('8.5–31.5');
  });

  it('plays what is selected before what is near', () => {
    const { actions, played, seek } = opened({ cuts: [{ start: 10, end: 20 }] });
    seek(12);
    actions.select({ start: at(40), end: at(45) });
    actions.playAround();
    expect(played()).toBe('28.5–36.5');
  });

  it('plays all of a hold, that of the last screen too', () => {
    const { actions, played } = opened({
      holds: [
        { at: 20, duration: 3 },
        { at: 60, duration: 4 },
      ],
    });
    actions.selectEdit({ kind: 'hold', id: 1 });
    actions.playAround();
    expect(played()).toBe('18.5–24.5');
    actions.selectEdit({ kind: 'hold', id: 2 });
    actions.playAround();
    expect(played()).toBe('61.5–67');
  });

  it('begins with a hold, never in the middle of one', () => {
    const { actions, played, playhead } = opened({ holds: [{ at: 20, duration: 3 }], markers: [{ time: 20.5, label: 'here' }] });
    actions.selectEdit({ kind: 'marker', id: 1 });
    actions.playAround();
    expect(played()).toBe('20–25');
    expect(playhead()).toBe(20);
  });

  it('is about the nearest edge in sight where no edit is selected, and else about the playhead', () => {
    const { actions, seek, played } = opened({ speed_regions: [{ start: 10, end: 30, factor: 1 }] });
    seek(24);
    actions.playAround();
    expect(played()).toBe('28.5–31.5');
    actions.pause();
    actions.show({ start: 40e6, end: 60e6 });
    seek(50);
    actions.playAround();
    expect(played()).toBe('48.5–51.5');
  });

  it('stays within the result', () => {
    const { actions, seek, played } = opened();
    seek(0.5);
    actions.playAround();
    expect(played()).toBe('0–2');
    actions.pause();
    seek(60);
    actions.playAround();
    expect(played()).toBe('58.5–60');
  });

  it('asked for again still returns to where one was', () => {
    const { actions, seek, store } = opened();
    seek(50);
    actions.playAround();
    seek(49);
    actions.playAround();
    expect(store.getState().playedRange).toMatchObject({ returnTo: 50e6 });
  });

  it('follows the edit that is changed meanwhile', () => {
    const { actions, played } = opened({ cuts: [{ start: 10, end: 40 }] });
    actions.selectEdit({ kind: 'cut', id: 1 });
    actions.playAround();
    actions.place({ kind: 'cut', id: 1 }, { start: at(20), end: at(40) });
    expect(played()).toBe('18.5–21.5');
    actions.removeAll([{ kind: 'cut', id: 1 }]);
    expect(played()).toBe('all');
  });
});

describe('a loop', () => {
  it('plays the selection, on from the playhead where that is in it', () => {
    const { actions, seek, played, playhead } = opened();
    actions.select({ start: at(10), end: at(14) });
    seek(12);
    actions.toggleLoop();
    expect(played()).toBe('10⟲14');
    expect(playhead()).toBe(12);
    actions.toggleLoop();
    expect(played()).toBe('-');
    seek(30);
    actions.toggleLoop();
    expect(playhead()).toBe(10);
  });

  it('plays the edit that is looked at; what the result has not, with what is around it', () => {
    const { actions, played } = opened({ cuts: [{ start: 10, end: 40 }], speed_regions: [{ start: 45, end: 55, factor: 2 }] });
    actions.selectEdit({ kind: 'speed', id: 1 });
    actions.toggleLoop();
    expect(played()).toBe('15⟲20');
    actions.selectEdit({ kind: 'cut', id: 1 });
    expect(played()).toBe('8.5⟲11.5');
    actions.setPlaying('source');
    expect(played()).toBe('10⟲40');
  });

  it('goes on around the cut that is made of its selection, and back with undo', () => {
    const { actions, played } = opened();
    actions.select({ start: at(10), end: at(14) });
    actions.toggleLoop();
    actions.cut({ start: at(10), end: at(14) });
    expect(played()).toBe('8.5⟲11.5');
    actions.undo();
    expect(played()).toBe('10⟲14');
  });

  it('does not flicker', () => {
    const { actions, played } = opened();
    actions.select({ start: at(10), end: at(10.1) });
    actions.toggleLoop();
    expect(played()).toBe('8.5⟲11.6');
  });

  it('says what it needs where nothing is selected', () => {
    const { actions, played, store } = opened();
    actions.toggleLoop();
    expect(played()).toBe('-');
    expect(store.getState().announcement).toBe('Select a stretch or an edit to play it over and over.');
  });

  it('ends with a pause, and whatever else stops playing', () => {
    const { actions, store } = opened();
    actions.select({ start: at(10), end: at(14) });
    for (const stop of [actions.pause, actions.openExport, actions.openMasking]) {
      actions.toggleLoop();
      stop();
      expect(store.getState()).toMatchObject({ isPlaying: false, playedRange: null });
    }
  });
});
