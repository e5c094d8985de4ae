import { expect, it } from 'vitest';
import { chevronsIn } from './draw-chevrons.ts';

it('stand on a grid that travels with the recording, apart from the edges of their region', () => {
  expect(chevronsIn(0, 60, 0)).toEqual([18, 36]);
  expect(chevronsIn(0, 60, -5)).toEqual([13, 31, 49]);
  expect(chevronsIn(100, 140, 0)).toEqual([108, 126]);
});

it('a region that is narrower than their distance has one in its middle', () => {
  expect(chevronsIn(19, 35, 0)).toEqual([25]);
});

it('where there is no room, there is none', () => {
  expect(chevronsIn(20, 33, 0)).toEqual([]);
  expect(chevronsIn(40, 40, 0)).toEqual([]);
});
