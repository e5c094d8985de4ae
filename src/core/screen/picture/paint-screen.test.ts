import { describe, expect, test } from 'vitest';
import { Emulator } from '../terminal/emulator.ts';
import { paintScreen, pictureSize } from './paint-screen.ts';
import type { Surface } from './surface.ts';
import { DEFAULT_THEME } from './terminal-colours.ts';

interface Drawn {
  readonly color: unknown;
  readonly opacity: number;
}
interface DrawnRect extends Drawn {
  readonly at: readonly [left: number, top: number, right: number, bottom: number];
}
interface DrawnText extends Drawn {
  readonly text: string;
  readonly font: string;
  readonly left: number;
}

/** Remembers what it was asked to draw. */
class NotedSurface implements Surface {
  fillStyle: unknown = '';
  globalAlpha = 1;
  font = '';
  readonly rects: DrawnRect[] = [];
  readonly texts: DrawnText[] = [];

  fillRect(left: number, top: number, width: number, height: number): void {
    this.rects.push({ at: [left, top, left + width, top + height], color: this.fillStyle, opacity: this.globalAlpha });
  }

  fillText(text: string, left: number): void {
    this.texts.push({ text, left, font: this.font, color: this.fillStyle, opacity: this.globalAlpha });
  }
}

const HIDE_CURSOR = '\x1b[?25l';

/** Of 10 columns of 10 pixels and 3 rows; the margin is 5 pixels. */
function paint(output: string, widthPx = 110): NotedSurface {
  const emulator = new Emulator({ cols: 10, rows: 3 }, 'asciinema');
  emulator.write(output);
  const surface = new NotedSurface();
  paintScreen(surface, emulator.screen(), { widthPx, heightPx: widthPx }, { theme: DEFAULT_THEME, fontFamily: 'mono', advance: 0.6 });
  emulator.dispose();
  return surface;
}

/** What is painted besides the ground of all. */
const marks = (surface: NotedSurface) => surface.rects.slice(1);

describe('the size of a picture', () => {
  test('fits, whichever side is the tighter one, and keeps its proportions', () => {
    const wide = pictureSize({ cols: 80, rows: 24 }, 400, 1000);
    const low = pictureSize({ cols: 80, rows: 24 }, 4000, 100);
    expect(wide.widthPx).toBe(400);
    expect(low.heightPx).toBe(100);
    expect(wide.widthPx / wide.heightPx).toBeCloseTo(low.widthPx / low.heightPx, 1);
  });

  test('is that of readable letters at most', () => {
    expect(pictureSize({ cols: 2, rows: 1 }, 4000, 4000).widthPx).toBeLessThan(100);
  });

  test('is at least a pixel', () => {
    expect(pictureSize({ cols: 1000, rows: 1 }, 100, 100)).toEqual({ widthPx: 100, heightPx: 1 });
  });
});

describe('letters', () => {
  test('of one style are drawn at once, from where they begin', () => {
    const { texts } = paint(`  ab c${HIDE_CURSOR}`);
    expect(texts).toEqual([expect.objectContaining({ text: 'ab c', left: 25, color: '#cccccc', opacity: 1 })]);
  });

  test('of another style are drawn for themselves', () => {
    const { texts } = paint(`a\x1b[1;31mb\x1b[3mc${HIDE_CURSOR}`);
    expect(texts.map(({ text }) => text)).toEqual(['a', 'b', 'c']);
    expect(texts[1]).toMatchObject({ color: '#dd3c69', font: expect.stringMatching(/^700 /) });
    expect(texts[2]).toMatchObject({ font: expect.stringMatching(/^italic 700 /) });
  });

  test('are not all as wide as a cell: others go each to their own', () => {
    const { texts } = paint(`aя漢b${HIDE_CURSOR}`);
    expect(texts.map(({ text, left }) => [text, left])).toEqual([
      ['a', 5],
      ['я', 15],
      ['漢', 25],
      ['b', 45],
    ]);
  });

  test('that are hidden are not drawn', () => {
    expect(paint(`\x1b[8msecret${HIDE_CURSOR}`).texts).toEqual([]);
  });

  test('that are faint are half there, unless bold as well', () => {
    const { texts } = paint(`\x1b[2ma\x1b[1mb${HIDE_CURSOR}`);
    expect(texts.map(({ opacity }) => opacity)).toEqual([0.5, 1]);
  });

  test('too small to be read are bars, a word each', () => {
    const surface = paint(`ab  c${HIDE_CURSOR}`, 11);
    expect(surface.texts).toEqual([]);
    expect(marks(surface).map(({ at: [left, , right] }) => [left, right])).toEqual([
      [0.5, 2.5],
      [4.5, 5.5],
    ]);
  });
});

describe('colours', () => {
  const backgroundsOf = (output: string) =>
    marks(paint(output + HIDE_CURSOR)).map(({ at: [left, , right], color }) => [left, right, color]);

  test.each([
    ['the palette', '44', '#26b0d7'],
    ['its bright half', '104', '#26b0d7'],
    ['the cube', '48;5;208', '#ff8700'],
    ['the greys', '48;5;240', '#585858'],
    ['red, green, blue', '48;2;1;2;3', '#010203'],
  ])('of %s fill their cells', (_, parameters, color) => {
    expect(backgroundsOf(`\x1b[${parameters}m  \x1b[m x`)).toEqual([[5, 25, color]]);
  });

  test('change places where inverse', () => {
    const surface = paint(`\x1b[7mab${HIDE_CURSOR}`);
    expect(marks(surface)[0]).toMatchObject({ at: [5, expect.any(Number), 25, expect.any(Number)], color: '#cccccc' });
    expect(surface.texts[0]).toMatchObject({ text: 'ab', color: '#121314' });
  });

  test('of a theme of eight are the bright ones as well', () => {
    const emulator = new Emulator({ cols: 10, rows: 3 }, 'asciinema');
    emulator.write(`\x1b[93ma${HIDE_CURSOR}`);
    const surface = new NotedSurface();
    const theme = { ...DEFAULT_THEME, palette: DEFAULT_THEME.palette.slice(0, 8) };
    paintScreen(surface, emulator.screen(), { widthPx: 110, heightPx: 110 }, { theme, fontFamily: 'mono', advance: 0.6 });
    expect(surface.texts[0]?.color).toBe(DEFAULT_THEME.palette[3]);
  });
});

test('lines under and through letters go over all of them, blanks too', () => {
  const lines = marks(paint(`\x1b[4;9ma b${HIDE_CURSOR}`));
  expect(lines.map(({ at: [left, , right] }) => [left, right])).toEqual([
    [5, 35],
    [5, 35],
  ]);
});

describe('the cursor', () => {
  test('is a block that its character is cut out of', () => {
    const surface = paint('ab\x1b[D');
    expect(marks(surface).at(-1)).toMatchObject({ at: [15, expect.any(Number), 25, expect.any(Number)], color: '#cccccc' });
    expect(surface.texts.at(-1)).toMatchObject({ text: 'b', color: '#121314' });
  });

  test('covers all of a wide character', () => {
    expect(marks(paint('漢\x1b[D')).at(-1)?.at).toMatchObject([5, expect.any(Number), 25, expect.any(Number)]);
  });

  test('stands on the last column while the line is full', () => {
    expect(marks(paint('0123456789')).at(-1)?.at).toMatchObject([95, expect.any(Number), 105, expect.any(Number)]);
  });

  test('is not drawn where it is hidden', () => {
    expect(marks(paint(HIDE_CURSOR))).toEqual([]);
  });
});

describe('shapes', () => {
  /** The pixels of a cell that are painted, row by row. */
  function pixelsOf(output: string, width = 110): string[] {
    const surface = paint(output + HIDE_CURSOR, width);
    const lines = Array.from({ length: 22 }, () => Array<string>(20).fill('.'));
    for (const { at } of marks(surface)) {
      const [left, top, right, bottom] = at.map((px) => Math.round(px - 5)) as [number, number, number, number];
      for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) (lines[y] as string[])[x] = '#';
    }
    return lines.map((line) => line.join(''));
  }

  test('fill their cells to the edges, and leave nothing between them', () => {
    expect(pixelsOf('██')).toEqual(Array(22).fill('#'.repeat(20)));
    expect(pixelsOf('▌▐')).toEqual(Array(22).fill('#####..........#####'));
    expect(pixelsOf('▀▄').slice(9, 13)).toEqual([
      '##########..........',
      '##########..........',
      '..........##########',
      '..........##########',
    ]);
    expect(pixelsOf('▚').slice(10, 12)).toEqual(['#####...............', '.....#####..........']);
  });

  test('of lines meet', () => {
    const [corner, below] = [pixelsOf('┌─'), pixelsOf('├╼')];
    expect(corner[9]).toBe('.'.repeat(20));
    expect(corner.filter((line) => /^\.*#{11,}$/.test(line))).not.toEqual([]);
    expect(corner.at(-1)).toBe(below[0]);
    expect(pixelsOf('━').filter((line) => line.startsWith('#')).length).toBeGreaterThan(
      pixelsOf('─').filter((line) => line.startsWith('#')).length,
    );
    expect(pixelsOf('═').filter((line) => line.startsWith('#'))).toHaveLength(
      2 * pixelsOf('─').filter((line) => line.startsWith('#')).length,
    );
  });

  test.each([
    ['⠿', 6],
    ['⣿', 8],
    ['⠀', 0],
    ['⡀', 1],
  ])('%s of braille has %i dots', (character, dots) => {
    expect(marks(paint(character + HIDE_CURSOR))).toHaveLength(dots);
  });

  test('of shades let through what is below', () => {
    expect(marks(paint(`░▒▓${HIDE_CURSOR}`)).map(({ opacity }) => opacity)).toEqual([0.25, 0.5, 0.75]);
  });

  test('that are no lines of a box are left to the font', () => {
    expect(paint(`╳${HIDE_CURSOR}`).texts[0]?.text).toBe('╳');
  });
});
