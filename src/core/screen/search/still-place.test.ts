import { describe, expect, it } from 'vitest';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { readCast } from '../../cast/reader.ts';
import { sourceTime } from '../../cast/time.ts';
import type { RedactedRect } from '../../plan/plan.ts';
import { ScreenHistory } from '../history/screen-history.ts';
import { stillRange } from './still-place.ts';

const rect: RedactedRect = { kind: 'rect', row: 1, col: 3, rows: 1, cols: 4 };

/** From when to when the cells stay as they are at a time: `start-end`, in seconds. */
function still(events: string, seconds: number, place = rect): string {
  const recording = readCast(bytesOf(castV2(events)));
  const history = new ScreenHistory(recording, 'asciinema');
  const steps = stillRange({ recording, history }, { rect: place, time: sourceTime(seconds * 1e6) });
  for (;;) {
    const step = steps.next();
    if (step.done) return `${step.value.start / 1e6}-${step.value.end / 1e6}`;
  }
}

const scrolled = 'o:a␣pins\\r\\nb@1 x@2 o:\\u001b[24;1H\\r\\n@4 o:a␣pins@5 z@9';

describe('a place on the screen', () => {
  it.each([
    ['until something else is printed there', 'o:a␣pins@1 b@2 o:\\r␣␣word@4 z@9', 3, '1-4'],
    ['whatever is printed beside it', 'o:a␣pins@1 o:\\rb@2 o:\\u001b[8Cb@3 z@9', 2, '1-9'],
    ['until it moves, though the text is still there', scrolled, 2, '1-4'],
    ['from when the last of it was printed', 'o:a␣pi@1 n@2 s@3 t@4 o:\\u001b[2J@5 z@9', 4, '3-5'],
    ['over a moment in which it is gone', 'o:a␣pins@1 o:\\u001b[2J@2 o:\\u001b[Ha␣pins@2.01 o:\\u001b[2J@5 z@9', 1.5, '1-5'],
    ['at the moment that it appears', 'q@0.5 o:\\ra␣pins@1 o:\\u001b[2J@2', 1, '1-2'],
    ['blank as it was from the start', 'a@1 z@9', 2, '0-9'],
  ])('stays as it is %s', (_, events, seconds, expected) => {
    expect(still(events, seconds)).toBe(expected);
  });

  it('stays as it is for thousands of events', () => {
    const other = Array.from({ length: 3000 }, (_, index) => `o:\\u001b[2;1H${index}@${2 + index / 1000}`).join(' ');
    expect(still(`q@0.5 o:\\ra␣pins@1 ${other} o:\\u001b[2J@6 z@9`, 4)).toBe('1-6');
  });

  it('of a wide character is the whole of it, and beyond the screen is nothing', () => {
    expect(still('o:a␣漢字@1 o:\\u001b[1;5H語@4 z@9', 2)).toBe('1-4');
    expect(still('a@1 b@4', 2, { ...rect, row: 30 })).toBe('0-4');
  });
});
