import { expect, it } from 'vitest';
import { lookAt } from './look-at.ts';

/** What is in sight then, of a recording of 1000 s, in seconds. */
function seen(view: [number, number], range: [number, number]): [number, number] {
  const { start, end } = lookAt({ start: view[0] * 1e6, end: view[1] * 1e6 }, { start: range[0] * 1e6, end: range[1] * 1e6 }, 1000e6);
  return [Math.round(start / 1e6), Math.round(end / 1e6)];
}

it('leaves what is well in sight', () => {
  expect(seen([0, 100], [20, 60])).toEqual([0, 100]);
});

it('goes near enough to see it, with as much around it', () => {
  expect(seen([0, 1000], [500, 510])).toEqual([490, 520]);
  expect(seen([300, 400], [305, 395])).toEqual([215, 485]);
});

it('goes to where it is', () => {
  expect(seen([0, 100], [600, 640])).toEqual([560, 680]);
});

it('stays within the recording', () => {
  expect(seen([0, 1000], [0, 10])).toEqual([0, 30]);
  expect(seen([0, 1000], [990, 1000])).toEqual([970, 1000]);
});
