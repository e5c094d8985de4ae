import { describe, expect, it } from 'vitest';
import { screenDifference } from './difference.ts';
import { Emulator } from './emulator.ts';
import { repaintText } from './repaint.ts';
import { shownRows } from './screen.ts';
import type { WidthProfile } from './widths.ts';

const SIZE = { cols: 20, rows: 4 };
/** A terminal that a program was killed in. */
const DIRTY =
  '\x1b[?1049hjunk\x1b[2;3r\x1b[?6h\x1b[4h\x1b(0\x1b[31;1m\x1b[3g\x1b[?7l\x1b[?25l\x1b]8;;https://example.org\x07\x1b[1"q\x1b[5';

function told(output: string, profile: WidthProfile = 'asciinema'): Emulator {
  const emulator = new Emulator(SIZE, profile);
  emulator.write(output);
  return emulator;
}

describe('a repaint of', () => {
  it.each([
    ['text', 'one\r\ntwo'],
    ['a cursor behind the last column', 'x'.repeat(20)],
    ['the same, behind a wide character', '\x1b[19G漢'],
    ['the same, on a row that was erased since', `${'x'.repeat(20)}\x1b[1K`],
    ['lines that wrapped', 'x'.repeat(50)],
    ['a wide character that wrapped', `${'x'.repeat(19)}漢`],
    ['backgrounds of erased cells', '\x1b[44m\x1b[2Jtext\x1b[0m\x1b[K'],
    ['spaces that are underlined', 'a\x1b[4m   \x1b[0mb'],
    ['the alternate screen', 'main\x1b[31m\x1b[?1049h\x1b[0;42m\x1b[Hx\x1b7'],
    ['the alternate screen without a saved cursor', 'main\x1b[?47h\x1b[Hx'],
    ['origin and a scroll region', '1\r\n2\r\n3\x1b[2;3r\x1b[?6h\x1b[2;4H'],
    ['no wrapping', '\x1b[?7l'],
    ['line drawing', '\x1b(0lqqk\x1b)0'],
    ['the second character set', '\x1b)0\x0elqqk'],
    ['a colour that was changed', '\x1b]4;1;#ff0000\x07\x1b[31mred'],
    ['a sequence under way', 'text\x1b[3'],
    ['an endless title', '\x1b]2;title'],
  ])('%s is right over a terminal left anyhow', (_, recorded) => {
    const wanted = told(recorded);
    const repainted = told(DIRTY + repaintText(wanted.screen()));
    expect(screenDifference(wanted.screen(), repainted.screen())).toBeUndefined();
  });

  it('a row that wrapped is one line to the terminal again', () => {
    const { main } = told(repaintText(told('x'.repeat(45)).screen())).screen();
    expect(main.rows.map(({ isWrapped }) => isWrapped)).toEqual([false, true, true, false]);
  });

  it('leaves the scrollback of a real terminal alone', () => {
    const text = repaintText(told('text').screen());
    expect(text).not.toContain('\x1bc');
    expect(text).not.toContain('\x1b[3J');
  });
});

describe('where terminals do not agree on widths', () => {
  const OUTPUT = 'cafe\u0301 bar';

  it('what follows is placed in the column where it stood', () => {
    const unicode = told(repaintText(told(OUTPUT).screen()), 'unicode').screen();
    expect(shownRows(unicode)[0]?.cells.slice(0, 9)).toEqual(['c', 'a', 'f', 'e\u0301', '', ' ', 'b', 'a', 'r']);
  });

  it('or comes out where the terminal has got to, in a row that flows', () => {
    const unicode = told(repaintText(told(OUTPUT).screen(), new Set([0])), 'unicode').screen();
    expect(screenDifference(told(OUTPUT, 'unicode').screen(), unicode)).toBeUndefined();
  });

  it('and the terminal counted with shows the same either way', () => {
    const wanted = told(OUTPUT).screen();
    for (const rows of [new Set<number>(), new Set([0])])
      expect(screenDifference(wanted, told(repaintText(wanted, rows)).screen())).toBeUndefined();
  });

  it('does not part what joins', () => {
    const family = '\u{1f469}\u200d\u{1f4bb} x';
    const unicode = told(repaintText(told(family).screen()), 'unicode').screen();
    expect(shownRows(unicode)[0]?.cells[0]).toBe('\u{1f469}\u200d\u{1f4bb}');
  });
});
