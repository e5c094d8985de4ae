import { expect, it } from 'vitest';
import { buildActivity } from '#core/analyze/activity.ts';
import { readCast } from '#core/cast/reader.ts';
import { sourceTime } from '#core/cast/time.ts';
import { type EditorState, INITIAL_STATE } from '#store/state.ts';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { PreviewScreen } from './preview-screen.ts';

/** A recording of ten payloads that take a slice each, on a screen whose veil is drawn as `still` or `late` while it is down. */
function slowScreen() {
  const recording = readCast(bytesOf(castV2(Array.from({ length: 10 }, (_, second) => `${'x'.repeat(65_000)}@${second}`).join(' '))));
  const opened = { fileName: 'slow.cast', recording, activity: buildActivity(recording) };
  let veil = '';
  const screen = new PreviewScreen(
    { load: () => {}, restart: () => {}, resize: () => {}, output: () => {}, setDuration: () => {}, setPlaying: () => {} },
    {
      get isDown() {
        return veil !== '';
      },
      lower: (isFrozen) => {
        veil = isFrozen || veil === 'still' ? 'still' : 'late';
      },
      lift: () => {
        veil = '';
      },
    },
  );
  /** The veil after each frame, until the screen wants no more of them; `-` is none. */
  return function frames(seconds: number, rest: Partial<EditorState> = {}, limit = 20): string {
    const state = { ...INITIAL_STATE, opened, playhead: sourceTime(seconds * 1e6), ...rest };
    const seen: string[] = [];
    for (let isThere = false; !isThere && seen.length < limit; ) {
      isThere = screen.follow(state, 9e6, () => true);
      seen.push(veil || '-');
    }
    return seen.join(' ');
  };
}

it('covers what rushes by until the frame after the last was told, so that it is painted', () => {
  const frames = slowScreen();
  expect(frames(2)).toBe('still still still still -');
  expect(frames(2)).toBe('-');
});

it('covers the way back as well', () => {
  const frames = slowScreen();
  frames(9);
  expect(frames(1)).toBe('still still still -');
});

it('leaves in sight what is played, late as it is', () => {
  const frames = slowScreen();
  expect(frames(2, { isPlaying: true })).toBe('late late late late -');
});

it('stays covered when another place is named on the way, until that is reached', () => {
  const frames = slowScreen();
  frames(9);
  expect(frames(5, {}, 3)).toBe('still still still');
  expect(frames(3)).toMatch(/^(still )+-$/);
});
