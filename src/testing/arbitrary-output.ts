import fc from 'fast-check';

/** Output as programs write it, and as only a hostile one would: text of all widths among sequences that change whatever a terminal knows. */
export function arbitraryOutput(maxPieces = 40): fc.Arbitrary<string> {
  return fc.array(piece(), { maxLength: maxPieces }).map((pieces) => pieces.join(''));
}

const number = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 60 }));

function piece(): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('a', 'hello ', 'x'.repeat(25), 'r\x1b[3b', 'wide 漢字 ', '😀', '|', '~~', ' ', '   ') },
    { weight: 3, arbitrary: fc.constantFrom('\r', '\n', '\r\n', '\b', '\t', '\t\t', '\x0e', '\x0f', '\x0b') },
    {
      weight: 3,
      arbitrary: fc.tuple(number, fc.constantFrom(...'ABCDEFGdefaI@LMPSTXZb')).map(([count, final]) => `\x1b[${count}${final}`),
    },
    { weight: 3, arbitrary: fc.tuple(number, number).map(([row, col]) => `\x1b[${row};${col}H`) },
    { weight: 2, arbitrary: fc.tuple(number, number).map(([top, bottom]) => `\x1b[${top};${bottom}r`) },
    {
      weight: 2,
      arbitrary: fc.tuple(fc.integer({ min: 0, max: 3 }), fc.constantFrom('J', 'K', '?J', '?K')).map(([how, what]) => erase(how, what)),
    },
    { weight: 4, arbitrary: fc.array(rendition(), { maxLength: 3 }).map((parameters) => `\x1b[${parameters.join(';')}m`) },
    { weight: 3, arbitrary: fc.tuple(privateMode(), fc.constantFrom('h', 'l')).map(([mode, set]) => `\x1b[?${mode}${set}`) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom(4, 20), fc.constantFrom('h', 'l')).map(([mode, set]) => `\x1b[${mode}${set}`) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        '\x1b7',
        '\x1b8',
        '\x1b[s',
        '\x1b[u',
        '\x1bM',
        '\x1bD',
        '\x1bE',
        '\x1bH',
        '\x1b[g',
        '\x1b[3g',
        '\x1b=',
        '\x1b>',
      ),
    },
    { weight: 1, arbitrary: fc.constantFrom('\x1b(0', '\x1b(B', '\x1b)0', '\x1b)B', '\x1b*0', '\x1bn', '\x1b(A', '\x1b#8') },
    { weight: 1, arbitrary: fc.constantFrom('\x1bc', '\x1b[!p', '\x1b[1"q', '\x1b[0"q', '\x1b[4 q', '\x1b[0 q') },
    { weight: 1, arbitrary: fc.constantFrom('\x1b]8;;https://example.org\x1b\\', '\x1b]8;id=1;https://example.org/1\x07', '\x1b]8;;\x07') },
    { weight: 1, arbitrary: fc.constantFrom('\x1b]2;title\x07', '\x1b]0;other\x1b\\') },
    {
      weight: 1,
      arbitrary: fc.constantFrom('\x1b]4;1;red;7;#123\x07', '\x1b]104;1\x07', '\x1b]104\x07', '\x1b]11;#112233\x07', '\x1b]111\x07'),
    },
    // A sequence that never ends: what comes next becomes a part of it.
    { weight: 1, arbitrary: fc.constantFrom('\x1b', '\x1b[', '\x1b[3', '\x1b]2;ti', '\x1bP1$', '\x18') },
  );
}

const erase = (how: number, what: string): string => (what.startsWith('?') ? `\x1b[?${how}${what.slice(1)}` : `\x1b[${how}${what}`);

const privateMode = (): fc.Arbitrary<number> =>
  fc.constantFrom(1, 6, 7, 9, 12, 25, 45, 47, 1000, 1002, 1003, 1004, 1006, 1047, 1048, 1049, 2004, 2026);

function rendition(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom(
      '0',
      '1',
      '2',
      '3',
      '4',
      '4:3',
      '5',
      '7',
      '8',
      '9',
      '21',
      '22',
      '23',
      '24',
      '27',
      '31',
      '42',
      '91',
      '102',
      '39',
      '49',
      '53',
      '55',
    ),
    fc.integer({ min: 0, max: 255 }).map((index) => `38;5;${index}`),
    fc.integer({ min: 0, max: 255 }).map((red) => `48;2;${red};3;4`),
    fc.constantFrom('58:5:9', '58:2::1:2:3', '59'),
  );
}
