import { expect, it } from 'vitest';
import { nearness } from './nearness.ts';

const COLS = 12;

/** The rows in which a match is the most like the hit: drawn with the match of the hit in brackets. */
function rowsOf(hit: string, rows: readonly string[]): number[] {
  const matchStart = hit.indexOf('[');
  const matchEnd = hit.indexOf(']') - 1;
  const line = hit.replaceAll(/[[\]]/g, '');
  const screen = rows.map((row) => row.padEnd(COLS)).join('');
  const rowStarts = new Set(rows.map((_, row) => row * COLS));
  const places = [...screen.matchAll(/error/gi)].map(({ index, 0: { length } }) => ({
    row: Math.floor(index / COLS),
    nearness: nearness({ line, matchStart, matchEnd }, { screen, rowStarts, start: index, end: index + length }),
  }));
  const most = Math.max(...places.map((place) => place.nearness));
  return places.filter((place) => place.nearness === most).map(({ row }) => row);
}

it.each([
  ['the line that it is', '[error] 2', ['error 1', 'error 2', 'error 3'], [1]],
  ['what is before the match', 'b [error]', ['a error', 'b error'], [1]],
  ['where the line begins', '[error]', ['an error', 'error'], [1]],
  ['where the line ends', '[error]', ['error', 'error 2'], [0]],
  ['capitals', '[Error]', ['error', 'Error'], [1]],
  ['a line that is not whole yet', '[error] of all', ['error', 'error of'], [1]],
  ['a line that goes on in the next row', 'some long [error]', ['some long er', 'ror', 'long error'], [0]],
  ['the first match of its line', '[error] error', ['error error'], [0]],
  ['each of two lines that are the same', '[error] 2', ['error 2', 'error 1', 'error 2'], [0, 2]],
])('tells by %s', (_, hit, rows, expected) => expect(rowsOf(hit, rows)).toEqual(expected));
