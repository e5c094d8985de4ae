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
