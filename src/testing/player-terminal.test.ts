import { expect, test } from 'vitest';
import { createPlayerTerminal, type PaintedCell } from './player-terminal.ts';

const show = ({ text, foreground, background, attributes }: PaintedCell) => `${text}|${foreground}|${background}|${attributes}`;

const painted = (text: string, cols = 8) => {
  const terminal = createPlayerTerminal(cols, 2);
  terminal.feed(text);
  return terminal.row(0).map(show);
};

test('a row is told cell by cell, with its colours and attributes', () => {
  expect(painted('a\x1b[1;4;31mb\x1b[0;2;3;5;9;48;5;200;38;2;1;2;255mc\x1b[m \x1b[44m d', 6)).toEqual([
    'a|||',
    'b|1||bu',
    'c|#0102ff|200|fisk',
    ' |||',
    ' ||4|',
    'd||4|',
  ]);
});

test('inverse colours have changed places', () => {
  expect(painted('\x1b[7ma\x1b[31;42mb ', 3)).toEqual(['a|bg|fg|', 'b|2|1|', ' ||1|']);
});

test('wide characters, blocks and triangles are in their columns', () => {
  expect(painted('世\x1b[32m█\x1b[1mx\x1b[35m\ue0b0\x1b[43m界', 7)).toEqual([
    '世|||',
    '|||',
    '█|2||',
    'x|2||b',
    '\ue0b0|5||',
    '界|5|3|b',
    '||3|',
  ]);
});

test('of spaces and blocks, only lines through the cell are told beside the colours that show', () => {
  expect(painted('\x1b[1;3;4;31m \x1b[9m█', 3)).toEqual([' |||u', '█|1||us', ' |||']);
});

test('the cursor, past the last column before it goes on, and hidden', () => {
  const terminal = createPlayerTerminal(3, 2);
  terminal.feed('abc');
  expect(terminal.cursor()).toEqual({ col: 3, row: 0 });
  terminal.feed('d\x1b[?25l');
  expect(terminal.cursor()).toBeUndefined();
  terminal.feed('\x1b[?25h');
  terminal.resize(8, 4);
  expect(terminal.cursor()).toEqual({ col: 4, row: 0 });
  expect(terminal.row(3)).toHaveLength(8);
  terminal.dispose();
});
