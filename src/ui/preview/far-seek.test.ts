import { describe, expect, it, vi } from 'vitest';
import { buildActivity } from '#core/analyze/activity.ts';
import { readCast } from '#core/cast/reader.ts';
import { sourceTime } from '#core/cast/time.ts';
import type { ScreenQuestion } from '#core/desk/screen-messages.ts';
import { documentFromPlan } from '#core/plan/document.ts';
import { planFromJson } from '#core/plan/parse-plan.ts';
import type { Screens } from '#store/screens.ts';
import { type EditorState, INITIAL_STATE } from '#store/state.ts';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { PreviewScreen } from './preview-screen.ts';

const LETTERS = 'abcdefghij';

/**
 * Ten events of 100 KB, a second apart; the first is drawn as `a`, and so on. The screens say that they repaint what
 * the recording shows after so many events, which is drawn as `=4`.
 */
function longPreview(indexed = 10) {
  const events = Array.from(LETTERS, (letter, second) => `${letter.repeat(100_000)}@${second}`);
  const recording = readCast(bytesOf(castV2(events.join(' '))));
  const opened = { fileName: 'long.cast', recording, activity: buildActivity(recording) };
  const asked: number[] = [];
  const answers: { resolve: (answer?: object) => void; reject: (error: Error) => void; position: number }[] = [];
  const screens: Screens = {
    ask(question: ScreenQuestion) {
      const position = question.kind === 'repaint' ? question.position : -1;
      asked.push(position);
      return new Promise((resolve, reject) => answers.push({ resolve: resolve as (answer?: object) => void, reject, position }));
    },
    close: () => {},
  };
  let heard = '';
  let veil = '';
  const screen = new PreviewScreen(
    {
      load: () => {},
      setDuration: () => {},
      setPlaying: () => {},
      restart: ({ cols, rows }) => (heard += cols === 80 && rows === 24 ? '⟲' : `⟲${cols}x${rows}`),
      resize: () => (heard += '<>'),
      output: (text) => (heard += text),
    },
    {
      get isDown() {
        return veil !== '';
      },
      lower: (isFrozen) => (veil = isFrozen ? 'still' : 'late'),
      lift: () => (veil = ''),
    },
  );
  const state = { ...INITIAL_STATE, opened, screens, screenIndex: { position: indexed, changes: null } };
  return {
    asked: () => asked.splice(0),
    veil: () => veil,
    /** One frame towards an instant, or the state with something else in it: what the terminal is told in it. */
    frame(seconds: number, rest: Partial<EditorState> = {}): string {
      heard = '';
      screen.follow({ ...state, playhead: sourceTime(seconds * 1e6), ...rest }, 9e6, () => false);
      return heard.replace(/([a-j])\1*/g, '$1');
    },
    async answer(size = { cols: 80, rows: 24 }) {
      const { resolve, position } = answers.shift() ?? {};
      resolve?.({ text: `=${position}`, size });
      await Promise.resolve();
    },
    async refuse() {
      answers.shift()?.reject(new Error('no'));
      await new Promise((settled) => setTimeout(settled));
    },
  };
}

describe('a preview with screens', () => {
  it('goes far by a repaint, and by what was printed where it is near', async () => {
    const { frame, asked, answer } = longPreview();
    expect(frame(1)).toBe('ab');
    expect(frame(8)).toBe('');
    expect(asked()).toEqual([9]);
    await answer();
    expect(frame(8)).toBe('⟲=9');
    expect(frame(9)).toBe('j');
    expect(asked()).toEqual([]);
  });

  it('goes back by a repaint, of another size where the screen had one', async () => {
    const { frame, asked, answer } = longPreview();
    frame(9);
    await answer();
    frame(9);
    expect(frame(5)).toBe('');
    await answer({ cols: 100, rows: 30 });
    expect(frame(5)).toBe('⟲100x30=6');
    expect(asked()).toEqual([10, 6]);
  });

  it('leaves the last screen in sight while it waits', () => {
    const { frame, veil } = longPreview();
    frame(1);
    frame(8);
    expect(veil()).toBe('late');
  });

  it('plays backwards from one repaint to the next, without a sign of waiting', async () => {
    const { frame, answer, veil } = longPreview();
    const back = { isPlaying: true, shuttle: -1 };
    frame(9);
    await answer();
    frame(9);
    for (const [second, shown] of [
      [8, ''],
      [7, '⟲=9'],
      [6, '⟲=8'],
      [5, '⟲=7'],
    ] as const) {
      expect(frame(second, back)).toBe(shown);
      expect(veil()).toBe('');
      await answer();
    }
  });

  it('shows what comes back although the goal has moved on, and asks for one at a time', async () => {
    const { frame, asked, answer } = longPreview();
    frame(9);
    frame(8);
    frame(7);
    expect(asked()).toEqual([10]);
    await answer();
    expect(frame(6)).toBe('⟲=10');
    expect(asked()).toEqual([7]);
    await answer();
    expect(frame(6)).toBe('⟲=7');
  });

  it('forgets what it asked for once the goal is near', async () => {
    const { frame, answer } = longPreview();
    frame(1);
    frame(9);
    expect(frame(2)).toBe('c');
    await answer();
    expect(frame(2)).toBe('');
  });

  it('tells what a drop leaves after the last screen that was recorded', async () => {
    const { frame, answer } = longPreview();
    const document = documentFromPlan(planFromJson({ cuts: [{ start: 6, end: 7 }] }));
    frame(8, { document });
    await answer();
    expect(frame(8, { document })).toBe('⟲=6hi');
  });

  it('tells everything where nothing is indexed yet, or nothing is answered', async () => {
    expect(longPreview(5).frame(8)).toBe('abcdefghi');
    const { frame, refuse } = longPreview();
    frame(8);
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    await refuse();
    expect(warn).toHaveBeenCalledOnce();
    expect(frame(8)).toBe('abcdefghi');
  });
});
