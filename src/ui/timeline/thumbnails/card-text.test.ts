import { expect, it } from 'vitest';
import { buildActivity } from '#core/analyze/activity.ts';
import { readCast } from '#core/cast/reader.ts';
import { sourceTime } from '#core/cast/time.ts';
import { createEditor } from '#store/editor-store.ts';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { cardText } from './card-text.ts';

const recording = readCast(bytesOf(castV2('a@1 b@40 c@100')));

/** At a pixel of so many seconds, with a cut from 10 to 20 s. */
function textAt(seconds: number, pxSeconds = 0.1) {
  const { store, actions } = createEditor({ opened: { fileName: 'a.cast', recording, activity: buildActivity(recording) } });
  actions.cut({ start: sourceTime(10e6), end: sourceTime(20e6) });
  return cardText(store.getState(), sourceTime(seconds * 1e6), pxSeconds * 1e6);
}

it('names an instant once where the result shows it at the same time', () => {
  expect(textAt(5)).toEqual({ time: '0:05.0', result: '', isCut: false });
});

it('says what becomes of an instant after a cut, and in it', () => {
  expect(textAt(25)).toEqual({ time: '0:25.0', result: '0:15.0 in the result', isCut: false });
  expect(textAt(10)).toMatchObject({ result: 'cut', isCut: true });
  expect(textAt(19.9)).toMatchObject({ isCut: true });
  expect(textAt(20)).toMatchObject({ result: '0:10.0 in the result', isCut: false });
});

it('has as many decimals as tell one pixel from the next', () => {
  expect(textAt(5.123456, 0.01).time).toBe('0:05.123');
  expect(textAt(5.123456, 0.000_01).time).toBe('0:05.123456');
});
