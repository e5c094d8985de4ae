import { describe, expect, it } from 'vitest';
import { editDistance, nearestWord } from './nearest-word.ts';

describe('editDistance', () => {
  it.each([
    ['cut', 'cuts', 1],
    ['', 'abc', 3],
    ['abc', '', 3],
    ['kitten', 'sitting', 3],
    ['same', 'same', 0],
  ])('of %j and %j is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });
});

describe('nearestWord', () => {
  it('finds the word with the fewest edits', () => {
    expect(nearestWord('speed_region', ['cuts', 'speed_regions', 'holds'])).toBe('speed_regions');
    expect(nearestWord('hold', ['cuts', 'speed_regions', 'holds'])).toBe('holds');
  });

  it('takes the earlier of two that are equally near', () => {
    expect(nearestWord('x', ['a', 'b'])).toBe('a');
  });
});
