import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonErrorPlace } from './json-syntax.ts';

/** `^` stands right before the first character that is wrong. */
function expectErrorAt(drawn: string): void {
  const before = drawn.slice(0, drawn.indexOf('^')).split('\n');
  const place = { line: before.length, column: (before.at(-1) as string).length + 1 };
  expect(jsonErrorPlace(drawn.replace('^', ''))).toEqual(place);
}

describe('jsonErrorPlace', () => {
  it.each([
    '^',
    '  ^',
    '^hello',
    '{"a": 1, ^}',
    '{"a" ^1}',
    '{^a: 1}',
    '[1, 2^',
    '[1 ^2]',
    '[^01]',
    '[^tru]',
    '[1] ^[2]',
    '{"a": ^"open}',
    '{"a": ^"bad \\x escape"}',
    '{"a": ^"line\nfeed"}',
    '{\n  "cuts": [\n    { "start": 1, "end": 2 }\n    ^{ "start": 3 }\n  ]\n}',
    '[^1.]',
    '[1]^}',
    '{"a": 1^]',
  ])('points into %j', expectErrorAt);

  it('gets through a text of many megabytes', () => {
    expect(jsonErrorPlace(`["${'x\\n'.repeat(5_000_000)}"`)).toEqual({ line: 1, column: 15_000_004 });
  });

  it('agrees with JSON.parse on what is JSON', () => {
    const almostJson = fc
      .json()
      .chain((text) =>
        fc
          .tuple(fc.nat(text.length), fc.constantFrom('', ',', '"', '}', ']', '0', '.', '\\', ' ', 'e'))
          .map(([at, extra]) => text.slice(0, at) + extra + text.slice(at)),
      );
    fc.assert(
      fc.property(almostJson, (text) => {
        expect(jsonErrorPlace(text) === undefined).toBe(isJson(text));
      }),
      { numRuns: 2000 },
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
