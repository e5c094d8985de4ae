import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTime } from './format-time.ts';
import { parseTimeEntry } from './time-entry.ts';

const SECOND = 1_000_000;
/** What is typed where it says 1:00 now, of a whole of 10 minutes. */
const entered = (text: string) => parseTimeEntry(text, { currentMicros: 60 * SECOND, wholeMicros: 600 * SECOND });

describe('parseTimeEntry', () => {
  it.each([
    ['1:23.4', 83.4],
    ['83.4', 83.4],
    [' 83.4 s ', 83.4],
    ['1:00:00', 3600],
    ['0', 0],
    ['+5', 65],
    ['-0.5', 59.5],
    ['−0.5s', 59.5],
    ['+ 1:30', 150],
    ['-1:30', -30],
    ['+0', 60],
    ['50%', 300],
    ['12.5 %', 75],
    ['120%', 720],
    ['+10%', 120],
    ['-5%', 30],
  ])('reads %j as %d s', (text, seconds) => expect(entered(text)).toEqual({ micros: seconds * SECOND }));

  it.each(['', 'x', '+', '%', '+%', '5 %%', '--5', '+-5', '1:60', '1e3', '=3', '50% 2', '1:30%'])(
    'says what is needed in place of %j',
    (text) => expect(entered(text)).toEqual({ problem: `A time such as 12.5, 1:02.5, +5 or 50% is needed, not “${text}”.` }),
  );

  it('takes no share where there is no whole', () => {
    expect(parseTimeEntry('50%', { currentMicros: 0 })).toEqual({ problem: 'A time such as 12.5, 1:02.5 or +5 is needed, not “50%”.' });
    expect(parseTimeEntry('+2', { currentMicros: SECOND })).toEqual({ micros: 3 * SECOND });
  });

  it('goes there and back by what is typed', () => {
    fc.assert(
      fc.property(fc.nat(400_000_000_000), fc.nat(400_000_000_000), (currentMicros, stepMicros) => {
        const step = formatTime(stepMicros, 6);
        const there = parseTimeEntry(`+${step}`, { currentMicros });
        expect(there).toEqual({ micros: currentMicros + stepMicros });
        expect(parseTimeEntry(`-${step}`, { currentMicros: currentMicros + stepMicros })).toEqual({ micros: currentMicros });
      }),
    );
  });
});
