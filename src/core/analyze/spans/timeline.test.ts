import { describe, expect, it } from 'vitest';
import { gapsBetween, joined, layOver, type Stretch, withoutShort } from './timeline.ts';

/** `aa..b`: a letter a unit of time, a dot for nothing. */
function drawn(drawing: string): Stretch<string>[] {
  const letters = Array.from(drawing, (kind, start) => ({ kind, start, end: start + 1 })).filter(({ kind }) => kind !== '.');
  return joined(letters);
}

const draw = (stretches: readonly Stretch<string>[]): string => {
  let drawing = '';
  for (const { kind, start, end } of stretches) drawing += '.'.repeat(start - drawing.length) + kind.repeat(end - start);
  return drawing;
};

describe('layOver', () => {
  it.each([
    ['aaaaaa', '..bb', 'aabbaa'],
    ['aaa.cc', '..bbb', 'aabbbc'],
    ['..aa', 'bbbbbb', 'bbbbbb'],
    ['aa....', '...bb', 'aa.bb'],
    ['....aa', '.b.b', '.b.baa'],
    ['aaaa', '', 'aaaa'],
    ['', 'bb', 'bb'],
    ['aa..aa', '.bbbb.', 'abbbba'],
  ])('%s under %s is %s', (under, over, expected) => {
    expect(draw(layOver(drawn(under), drawn(over)))).toBe(expected);
  });
});

describe('gapsBetween', () => {
  it('is what nothing covers', () => {
    expect(gapsBetween(drawn('.aa.b.'), 8)).toEqual([
      { start: 0, end: 1 },
      { start: 3, end: 4 },
      { start: 5, end: 8 },
    ]);
    expect(gapsBetween(drawn('aab'), 3)).toEqual([]);
    expect(gapsBetween([], 0)).toEqual([]);
  });
});

describe('withoutShort', () => {
  it.each([
    ['aaabccc', 'aaaaccc', 'a part of what is before, where both are as long'],
    ['aaabcccc', 'aaaccccc', 'a part of what is longer'],
    ['abbb', 'bbbb', 'at the start'],
    ['bbba', 'bbbb', 'at the end'],
    ['abab', 'bbbb', 'many short ones'],
    ['a', 'a', 'only one'],
    ['aaabaaa', 'aaaaaaa', 'between two of a kind'],
  ])('%s becomes %s: %s', (drawing, expected) => {
    expect(draw(withoutShort(drawn(drawing), 2))).toBe(expected);
  });
});
