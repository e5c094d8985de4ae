import { describe, expect, it } from 'vitest';
import { PLAIN_STYLE } from './cell-style.ts';
import { rowText } from './difference.ts';
import { Emulator } from './emulator.ts';
import { type CellStyle, ERASED, OWN_COLOUR, RGB_COLOUR, RIGHT_HALF, type Screen, type ScreenModes, shownRows } from './screen.ts';

const SIZE = { cols: 20, rows: 4 };

function told(...outputs: readonly string[]): Emulator {
  const emulator = new Emulator(SIZE, 'asciinema');
  for (const output of outputs) emulator.write(output);
  return emulator;
}

const screenOf = (...outputs: readonly string[]): Screen => told(...outputs).screen();

const lines = (screen: Screen): string[] => shownRows(screen).map(rowText);

function styleAt(screen: Screen, row: number, col: number): CellStyle {
  const number = shownRows(screen)[row]?.styles[col];
  return screen.styles[number as number] as CellStyle;
}

/** What a style has that a plain one has not. */
const special = (style: CellStyle): Partial<CellStyle> =>
  Object.fromEntries(Object.entries(style).filter(([key, value]) => value !== PLAIN_STYLE[key as keyof CellStyle]));

describe('what is seen', () => {
  it('is the text where it was printed', () => {
    expect(lines(screenOf('one\r\ntwo\x1b[4;3Hfour'))).toEqual(['one', 'two', '', '  four']);
  });

  it('tells erased cells, spaces and the halves of wide characters apart', () => {
    const cells = shownRows(screenOf('a 漢\x1b[6Gb'))[0]?.cells;
    expect(cells?.slice(0, 7)).toEqual(['a', ' ', '漢', RIGHT_HALF, ERASED, 'b', ERASED]);
  });

  it('is what of a long output the screen has room for', () => {
    expect(lines(screenOf('1\r\n2\r\n3\r\n4\r\n5\r\n6'))).toEqual(['3', '4', '5', '6']);
  });

  it('says which rows carry on the one above', () => {
    const rows = shownRows(screenOf('x'.repeat(25), '\r\nnext'));
    expect(rows.map(({ isWrapped }) => isWrapped)).toEqual([false, true, false, false]);
  });

  it.each([
    ['\x1b[1;3;9m', { isBold: true, isItalic: true, isStruck: true }],
    ['\x1b[2;5;7;8;53m', { isFaint: true, isBlinking: true, isInverse: true, isHidden: true, isOverlined: true }],
    ['\x1b[4m', { underline: 1 }],
    ['\x1b[4:3;58:2::1:2:3m', { underline: 3, underlineColour: RGB_COLOUR + 0x010203 }],
    ['\x1b[31;102m', { foreground: 1, background: 10 }],
    ['\x1b[38;5;200;48;2;1;2;3m', { foreground: 200, background: RGB_COLOUR + 0x010203 }],
    ['\x1b[1"q', { isProtected: true }],
    ['\x1b]8;id=a;https://example.org/;x\x07', { link: 'id=a;https://example.org/;x' }],
    ['\x1b]8;;https://example.org\x07\x1b]8;;\x07', {}],
  ])('has the style %j', (sequence, style) => {
    const screen = screenOf(`${sequence}x`);
    expect(special(styleAt(screen, 0, 0))).toEqual(style);
    expect(special(screen.pen)).toEqual(style);
  });

  it('gives back the style that was saved, with nothing of the one since', () => {
    expect(special(screenOf('\x1b[31m\x1b7\x1b[0;4:3m\x1b]8;;https://example.org\x07\x1b8').pen)).toEqual({ foreground: 1 });
  });
});

describe('what is known besides', () => {
  it.each<readonly [string, Partial<ScreenModes>]>([
    ['\x1b[?25l', { isCursorHidden: true }],
    ['\x1b[?25l\x1bc', { isCursorHidden: false }],
    ['\x1b[5 q', { cursorStyle: 5 }],
    ['\x1b[4 q', { cursorStyle: 4 }],
    ['\x1b[4 q\x1b[0 q', { cursorStyle: 0 }],
    ['\x1b[4h', { insert: true }],
    ['\x1b[20h', { newLine: true }],
    ['\x1b[20h\x1bc', { newLine: false }],
    ['\x1b[?6h', { origin: true }],
    ['\x1b[?7l', { wraparound: false }],
    ['\x1b[?45h', { reverseWraparound: true }],
    ['\x1b[?1h', { applicationCursorKeys: true }],
    ['\x1b=', { applicationKeypad: true }],
    ['\x1b[?2004h', { bracketedPaste: true }],
    ['\x1b[?1004h', { focusEvents: true }],
    ['\x1b[?2026h', { synchronizedOutput: true }],
    ['\x1b[?9h', { mouse: 9 }],
    ['\x1b[?1000h', { mouse: 1000 }],
    ['\x1b[?1002h', { mouse: 1002 }],
    ['\x1b[?1003;1006h', { mouse: 1003, mouseEncoding: 1006 }],
    ['\x1b[?1016h', { mouseEncoding: 1016 }],
  ])('the modes after %j', (sequence, modes) => {
    expect(screenOf(sequence).modes).toMatchObject(modes);
  });

  it('the alternate screen, with the main one below it', () => {
    const screen = screenOf('main\x1b[?1049h\x1b[Halternate');
    expect(lines(screen)[0]).toBe('alternate');
    expect(screen.main.rows[0] && rowText(screen.main.rows[0])).toBe('main');
    expect(screen.main.saved).toMatchObject({ row: 0, col: 4 });
    expect(screenOf('main\x1b[?1049h\x1b[Halternate\x1b[?1049l').alternate).toBeUndefined();
  });

  it('a cursor that waits behind the last column', () => {
    expect(screenOf('x'.repeat(20)).cursor).toEqual({ row: 0, col: 20 });
  });

  it('scroll region, tab stops and character sets', () => {
    const screen = screenOf('\x1b[2;3r\x1b[3g\x1b[1;6H\x1bH\x1b(0\x1b)A\x0e');
    expect(screen).toMatchObject({ main: { scrollTop: 1, scrollBottom: 2 }, charsets: ['0', 'A', 'B', 'B'], charsetLevel: 1 });
    expect(screen.main.tabStops).toEqual([5]);
    expect(screenOf('').main.tabStops).toEqual([8, 16]);
  });

  it('the character set that was saved with the cursor', () => {
    expect(screenOf('\x1b(0\x1b7\x1b(B').main.saved.charset).toBe('0');
  });

  it('the title and the colours that were changed', () => {
    const screen = screenOf('\x1b]0;a\x07\x1b]2;b; c\x1b\\\x1b]4;1;red;2;#00ff00\x07\x1b]11;?\x07\x1b]10;#fff\x07\x1b]104;2\x07');
    expect(screen.title).toBe('b; c');
    expect([...screen.colours]).toEqual([
      ['10', '#fff'],
      ['4;1', 'red'],
    ]);
    expect(screen.styles[0]).toHaveProperty('foreground', OWN_COLOUR);
  });

  it.each([
    [['\x1b'], '\x1b'],
    [['text\x1b[3', '8;5'], '\x1b[38;5'],
    [['\x1b[3\n1'], '\x1b[31'],
    [['\x1b[3', '1m'], ''],
    [['\x1b]2;a title', ' in parts'], '\x1b]2;a title in parts'],
    [['\x1b]2;title\x1b'], '\x1b'],
    [['\x9b1;'], '\x9b1;'],
    [['\x1b[3\x18'], ''],
    [['smile \ud83d'], '\ud83d'],
    [['smile \ud83d', '\ude00'], ''],
  ])('the unfinished sequence after %j', (outputs, unfinished) => {
    expect(screenOf(...outputs).unfinished).toBe(unfinished);
  });
});

describe('the size', () => {
  it('can be changed, and what does not fit goes at the top', () => {
    const emulator = told('1\r\n2\r\n3\r\n4');
    emulator.resize({ cols: 30, rows: 2 });
    expect(emulator.size).toEqual({ cols: 30, rows: 2 });
    expect(lines(emulator.screen())).toEqual(['3', '4']);
  });

  it('is at least two columns', () => {
    expect(new Emulator({ cols: 1, rows: 1 }, 'asciinema').size).toEqual({ cols: 2, rows: 1 });
  });
});

describe('widths', () => {
  it('follow the profile', () => {
    const unicode = new Emulator(SIZE, 'unicode');
    unicode.write('e\u0301x');
    expect(unicode.screen().cursor.col).toBe(2);
    expect(screenOf('e\u0301x').cursor.col).toBe(3);
  });

  it('are disputed once a character was printed that terminals do not agree on', () => {
    expect(told('plain 漢 😀').hasDisputedText).toBe(false);
    expect(told('e\u0301').hasDisputedText).toBe(true);
  });
});

describe('rows that may have changed', () => {
  it('are those that were printed on', () => {
    const emulator = told('a\r\nb');
    emulator.takeTouchedRows();
    emulator.write('\x1b[3;1Hc');
    expect(emulator.takeTouchedRows()?.isTouched).toEqual(Uint8Array.of(0, 0, 1, 0));
    expect(emulator.takeTouchedRows()).toBeUndefined();
  });

  it('have another digest where they look otherwise, and the same where they do not', () => {
    const emulator = told('text\r\ntext\r\n\x1b[1mtext\r\ntext \x1b[1X');
    const [first, second, bold, erased] = [0, 1, 2, 3].map((row) => emulator.rowDigest(row));
    expect(second).toBe(first);
    expect(bold).not.toBe(first);
    expect(erased).not.toBe(first);
  });
});
