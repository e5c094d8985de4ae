import { expect, it } from 'vitest';
import { firstPage, PAGE, pageAround, pageWithin, withNext, withPrevious } from './page-of-edits.ts';

it('goes on by a page in either direction', () => {
  expect(withNext(firstPage)).toEqual({ start: 0, end: 2 * PAGE });
  expect(withPrevious({ start: 300, end: 400 })).toEqual({ start: 300 - PAGE, end: 400 });
  expect(withPrevious(firstPage)).toEqual(firstPage);
});

it('shows the entry that is looked for, and stays where that is shown already', () => {
  expect(pageAround(firstPage, 3)).toBe(firstPage);
  expect(pageAround(firstPage, -1)).toBe(firstPage);
  expect(pageAround(firstPage, PAGE)).toEqual({ start: PAGE, end: 2 * PAGE });
  expect(pageAround({ start: 300, end: 400 }, 20)).toEqual(firstPage);
});

it('is never empty while there is anything to show', () => {
  const tenth = { start: 9 * PAGE, end: 10 * PAGE };
  expect(pageWithin(tenth, 9 * PAGE + 1)).toBe(tenth);
  expect(pageWithin(tenth, 9 * PAGE)).toEqual({ start: 8 * PAGE, end: 9 * PAGE });
  expect(pageWithin(tenth, 19)).toEqual(firstPage);
  expect(pageWithin(tenth, 0)).toEqual(firstPage);
  expect(pageWithin(firstPage, 0)).toBe(firstPage);
});
