import { describe, expect, it } from 'vitest';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { readCast } from '../../cast/reader.ts';
import { planFromJson } from '../../plan/parse-plan.ts';
import { type ScreenAfterCut, screensAfterCuts } from './check-cuts.ts';
import { makeSeams } from './seams.ts';

/** Cuts drawn as `jump 4–6`. */
function check(events: string, ...drawn: readonly string[]): ScreenAfterCut[] {
  const recording = readCast(bytesOf(castV2(events)));
  const cuts = drawn.map((text) => {
    const [mode, range = ''] = text.split(' ');
    const [start, end] = range.split('–').map(Number);
    return { start, end, mode };
  });
  const plan = planFromJson({ cuts });
  return screensAfterCuts(recording, plan, makeSeams(recording, plan));
}

describe('the screen after a cut', () => {
  it.each(['jump', 'collapse'])('is as recorded after a %s', (mode) => {
    expect(check('a@1 b@2 \\u001b[31mc@3 d@4', `${mode} 1.5–3.5`)).toEqual([{ cut: 0, difference: undefined }]);
  });

  it('is another one after a drop, and after what follows it', () => {
    expect(check('a@1 b@2 c@3 d@4 e@5', 'drop 1.5–2.5', 'collapse 3.5–4.5')).toEqual([
      { cut: 0, difference: '1 row differs, first row 1: "a" instead of "ab"' },
      { cut: 1, difference: '1 row differs, first row 1: "acd" instead of "abcd"' },
    ]);
  });

  it('is as recorded again after a jump', () => {
    expect(check('a@1 b@2 c@3 d@4 e@5', 'drop 1.5–2.5', 'jump 3.5–4.5')[1]).toEqual({ cut: 1, difference: undefined });
  });

  it('is no other in a pause, also where a jump begins with the same event', () => {
    expect(check('a@1 b@2 c@5 d@9', 'drop 3–4', 'jump 4–6')).toEqual([
      { cut: 0, difference: undefined },
      { cut: 1, difference: undefined },
    ]);
  });

  it('has lost the size that was in between, where the output is printed in another one', () => {
    const [first] = check('abcdefgh@1 r:40x5@2 \\u001b[5;1Hbelow@3 r:80x24@4 end@5', 'collapse 1.5–4.5');
    expect(first?.difference).toBeUndefined();
    const [second] = check('r:5x5@1 abcdefgh@2 r:80x24@3 end@4', 'collapse 0.5–3.5');
    expect(second?.difference).toBeDefined();
  });

  it('is not there where no event is kept any more', () => {
    expect(check('a@1 b@2 c@3', 'jump 1.5–2.5', 'drop 2.5–9')).toEqual([]);
  });
});
