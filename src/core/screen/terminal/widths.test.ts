import { describe, expect, test } from 'vitest';
import { createPlayerTerminal } from '#testing/player-terminal.ts';
import { areDisputed, asciinemaWidths, unicodeWidths, type WidthTable } from './widths.ts';

/** The text as the emulator lays it out with the table: each cluster with the columns that it takes. */
function clusters({ charProperties }: WidthTable, text: string): [string, number][] {
  const found: [string, number][] = [];
  let properties = 0;
  for (const character of text) {
    properties = charProperties(character.codePointAt(0) as number, properties);
    const width = (properties >> 1) & 3;
    const last = found.at(-1);
    if ((properties & 1) === 1 && last !== undefined) found.splice(-1, 1, [last[0] + character, width]);
    else found.push([character, width]);
  }
  return found;
}

const columns = (table: WidthTable, text: string) => clusters(table, text).reduce((sum, [, width]) => sum + width, 0);

describe('of text that terminals do not agree on', () => {
  test.each([
    ['a letter', 'a', 1, 1],
    ['a no-break space', '\u00a0', 1, 1],
    ['a soft hyphen', '\u00ad', 1, 1],
    ['a Chinese character', '世', 2, 2],
    ['a Korean syllable', '한', 2, 2],
    ['a Korean syllable in its parts', '\u1112\u1161\u11ab', 4, 2],
    ['a frame', '─', 1, 1],
    ['an emoji', '😀', 2, 2],
    ['a newer emoji', '🫠', 2, 2],
    ['a heart that is text', '❤', 1, 1],
    ['a heart made an emoji', '❤\ufe0f', 2, 2],
    ['a warning made an emoji', '⚠\ufe0f', 2, 2],
    ['a heart kept text', '❤\ufe0e', 2, 1],
    ['a thumb with a skin', '👍🏽', 4, 2],
    ['a finger that is text, with a skin', '☝🏽', 3, 2],
    ['two people joined', '👩\u200d💻', 5, 2],
    ['a family with skins', '👩🏽\u200d👩🏿\u200d👦', 12, 2],
    ['a key', '1\ufe0f\u20e3', 3, 2],
    ['a letter and a mark', 'e\u0301', 2, 1],
    ['a letter and two marks', 'o\u0323\u0301', 3, 1],
    ['a space without width', '\u200b', 1, 1],
    ['a space without width after a letter', 'a\u200b', 2, 1],
    ['a flag', '🇩🇪', 2, 2],
    ['one and a half flags', '🇩🇪🇫', 3, 3],
    ['a flag of a region', '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}', 8, 2],
  ])('%s', (_name, text, asciinema, unicode) => {
    expect(columns(asciinemaWidths, text)).toBe(asciinema);
    expect(columns(unicodeWidths, text)).toBe(unicode);
  });

  test('asciinema’s terminal gives every character cells to itself', () => {
    expect(clusters(asciinemaWidths, '👩\u200d💻e\u0301')).toEqual([
      ['👩', 2],
      ['\u200d', 1],
      ['💻', 2],
      ['e', 1],
      ['\u0301', 1],
    ]);
  });

  test('what joins is in the cell before it, and what follows is not', () => {
    expect(clusters(unicodeWidths, 'e\u0301a👩\u200d💻b👩\u200dc1\ufe0f\u20e32🇩🇪🇫🇷')).toEqual([
      ['e\u0301', 1],
      ['a', 1],
      ['👩\u200d💻', 2],
      ['b', 1],
      ['👩\u200d', 2],
      ['c', 1],
      ['1\ufe0f\u20e3', 2],
      ['2', 1],
      ['🇩🇪', 2],
      ['🇫🇷', 2],
    ]);
  });

  test('a mark with nothing before it has a cell to itself, and so has a skin after a letter', () => {
    expect(clusters(unicodeWidths, '\u0301a')).toEqual([
      ['\u0301', 1],
      ['a', 1],
    ]);
    expect(clusters(unicodeWidths, 'a🏽')).toEqual([
      ['a', 1],
      ['🏽', 2],
    ]);
  });
});

test('every character is as wide as in the terminal of the player', () => {
  const terminal = createPlayerTerminal(8, 1);
  const wrong: string[] = [];
  for (let codePoint = 0x20; codePoint <= 0x10ffff; codePoint++) {
    if (codePoint >= 0x7f && codePoint < 0xa0) continue;
    terminal.feed(`\r${String.fromCodePoint(codePoint)}`);
    const { wcwidth, charProperties } = asciinemaWidths;
    const width = terminal.cursor()?.col;
    if (wcwidth(codePoint) !== width || charProperties(codePoint, 0) !== (width ?? 0) << 1) wrong.push(codePoint.toString(16));
  }
  terminal.dispose();
  expect(wrong).toEqual([]);
});

test('the profiles differ only on text with a character that is said to be disputed', () => {
  for (const before of ['a', '1', '❤', '世', '😀']) {
    for (let codePoint = 0x20; codePoint <= 0x1ffff; codePoint++) {
      const text = before + String.fromCodePoint(codePoint);
      if (areDisputed(codePoint)) continue;
      if (String(clusters(asciinemaWidths, text)) !== String(clusters(unicodeWidths, text)))
        throw new Error(`differ on ${JSON.stringify(text)}`);
    }
  }
  expect(['a', 'é', '─', '世', '😀', '❤'].filter((text) => areDisputed(text.codePointAt(0) as number))).toEqual([]);
  expect(['\u0301', '\ufe0f', '\u200d', '🏽', '🇩'].filter((text) => !areDisputed(text.codePointAt(0) as number))).toEqual([]);
});
