import { describe, expect, it } from 'vitest';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { readCast } from '../../cast/reader.ts';
import { sourceTime } from '../../cast/time.ts';
import { indexRecording } from '../history/index-recording.ts';
import { Keyframes } from '../history/keyframes.ts';
import { ScreenHistory } from '../history/screen-history.ts';
import { locate } from './locate.ts';
import { TextIndex } from './text-index.ts';

/** Where text is found that is seen at a time: `start-end`, in seconds. */
function located(events: string, text: string, seconds: number): string | undefined {
  const recording = readCast(bytesOf(castV2(events)));
  const parts = { keyframes: new Keyframes(), texts: new TextIndex() };
  const pass = indexRecording(recording, 'asciinema', parts);
  while (!pass.next().done);
  const history = new ScreenHistory(recording, 'asciinema', parts.keyframes);
  const range = locate({ recording, index: parts.texts, history }, { text, time: sourceTime(seconds * 1e6) });
  return range && `${range.start / 1e6}-${range.end / 1e6}`;
}

describe('text that is seen', () => {
  it.each([
    ['while it stands', 'a@1 hello@2 x@3 \\u001b[2J@7 end@9', 'hello', 4, '2-7'],
    ['at the moment that it appears', 'a@1 hello@2 \\u001b[2J@7', 'hello', 2, '2-7'],
    ['while its line changes', 'hello@1 ␣you@2 ␣there@3 \\r\\u001b[K@8 x@9', 'hello', 2.5, '1-8'],
    ['while another line has it too', 'hello@1 \\r\\nhello@2 \\u001b[1;1H\\u001b[K@3 \\u001b[2;1H\\u001b[K@4 x@9', 'hello', 1, '1-4'],
    ['to the end', 'hello@1 i:x@9', 'hello', 5, '1-9'],
    ['on the second of two occasions', 'hello@1 \\u001b[2J@2 \\u001b[Hhello@5 \\u001b[2J@6 x@9', 'hello', 5.5, '5-6'],
    ['on the first one', 'hello@1 \\u001b[2J@2 \\u001b[Hhello@5 \\u001b[2J@6 x@9', 'hello', 1.5, '1-2'],
    ['over several rows, as long as all are there', 'one@1 \\r\\ntwo@2 \\u001b[1;1H\\u001b[K@3 x@9', 'one\n two ', 2.5, '2-3'],
    [
      'exactly, between what the index has looked at',
      'a@1 b@1.001 c@1.002 d@1.003 hello@1.004 x@1.005 y@1.006 z@2',
      'hello',
      1.5,
      '1.004-2',
    ],
    ['for a moment only', 'begin@1 \\r@2 flash@2.001 \\r\\u001b[K@2.003 end@2.004 x@9', 'flash', 2.002, '2.001-2.003'],
  ])('%s', (_, events, text, seconds, expected) => {
    expect(located(events, text, seconds)).toBe(expected);
  });

  it.each([
    ['what is not there', 'hello', 0.5],
    ['what has gone', 'hello', 8],
    ['nothing', ' \n ', 1],
  ])('is not found: %s', (_, text, seconds) => {
    expect(located('hello@1 \\u001b[2J@7 x@9', text, seconds)).toBeUndefined();
  });
});
