import fc from 'fast-check';

export interface ArbitraryCastOptions {
  readonly versions?: readonly (2 | 3)[];
  /** Times are multiples of this, up to 60 of them. */
  readonly stepMicros: number;
  /** Whether there are lines between events: comments, blank ones, and some that cannot be read. */
  readonly hasOtherLines: boolean;
}

/** The text of a small recording, with the liberties that files take: line ends, spaces, a missing last line feed, numbers written in odd ways. */
export function arbitraryCastText({ versions = [2, 3], stepMicros, hasOtherLines }: ArbitraryCastOptions): fc.Arbitrary<string> {
  const event = fc.record({
    steps: fc.nat(60),
    code: fc.constantFrom('o', 'o', 'o', 'i', 'm', 'r', 'x', 'custom'),
    data: fc.oneof(fc.string({ unit: 'grapheme', maxLength: 6 }), fc.constantFrom('100x30', '90x20', '\ud83d', '\u001b[0m')),
    space: fc.constantFrom('', ' ', '\t'),
    write: fc.constantFrom<(seconds: number) => string>(
      String,
      (seconds) => seconds.toFixed(6),
      (seconds) => seconds.toExponential(),
    ),
  });
  const otherLine = hasOtherLines ? fc.constantFrom('# comment', '', ' ', '[1, "o"', '{', '{}', '[true, "o", ""]') : fc.constant('');
  return fc
    .record({
      version: fc.constantFrom(...versions),
      events: fc.array(event, { maxLength: 12 }),
      others: fc.array(fc.tuple(fc.nat(12), otherLine), { maxLength: hasOtherLines ? 4 : 0 }),
      newline: fc.constantFrom('\n', '\r\n'),
      hasLastNewline: fc.boolean(),
    })
    .map(({ version, events, others, newline, hasLastNewline }) => {
      const header = version === 2 ? '{"version": 2, "width": 80, "height": 24}' : '{"version": 3, "term": {"cols": 80, "rows": 24}}';
      const sorted = events.toSorted((one, other) => one.steps - other.steps);
      const lines = sorted.map(({ steps, code, data, space, write }, index) => {
        const before = version === 3 ? (sorted[index - 1]?.steps ?? 0) : 0;
        const seconds = write(((steps - before) * stepMicros) / 1e6);
        return `[${space}${seconds},${space}${JSON.stringify(code)},${space}${JSON.stringify(data)}]`;
      });
      for (const [at, line] of others) lines.splice(at, 0, line);
      return [header, ...lines].join(newline) + (hasLastNewline ? newline : '');
    });
}

/**
 * The text of a recording of version 2 whose output is escape sequences and plain text, split into events anywhere: in
 * the middle of a sequence, and of a character.
 */
export function arbitrarySequenceCast({ stepMicros }: { readonly stepMicros: number }): fc.Arbitrary<string> {
  const sequences = ['\x1b[1;31m', '\x1b[2J', '\x1b(0', '\x1b7', '\x1b]0;title\x07', '\x1bPq#0\x1b\\', '\x1b_x\x1b\\', '\x9b4m'];
  const piece = fc.constantFrom(...sequences, '\x1b[3\n1m', '\x1b[12\x18', 'plain', 'text', '\r\n', '😀', '©');
  const event = fc.record({ steps: fc.nat(60), size: fc.integer({ min: 1, max: 6 }), other: fc.constantFrom('', '', '', 'i', 'm', 'r') });
  return fc
    .record({ pieces: fc.array(piece, { maxLength: 20 }), events: fc.array(event, { minLength: 1, maxLength: 24 }) })
    .map(({ pieces, events }) => {
      const output = pieces.join('');
      let at = 0;
      const lines = events
        .toSorted((one, other) => one.steps - other.steps)
        .map(({ steps, size, other }) => {
          const seconds = (steps * stepMicros) / 1e6;
          if (other !== '') return JSON.stringify([seconds, other, `${80 + size}x24`]);
          at += size;
          return JSON.stringify([seconds, 'o', output.slice(at - size, at)]);
        });
      return ['{"version": 2, "width": 80, "height": 24}', ...lines, ''].join('\n');
    });
}
