import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readInPieces } from '#testing/check-cast.ts';
import { bytesOf } from '#testing/recordings.ts';
import { eventCodeName, eventData } from './events.ts';
import { readCast } from './reader.ts';

const space = fc.constantFrom('', '', ' ', '  ', '\t');
const seconds = fc.oneof(
  fc.integer({ min: 0, max: 10_000_000 }).map((micros) => String(micros / 1e6)),
  fc.constantFrom('0', '1e2', '0.0000005', '-1', '01', '1.', 'null', '"1"', '1234567890', '12.3456789'),
);
const code = fc.constantFrom('"o"', '"o"', '"o"', '"i"', '"m"', '"x"', '"r"', '"rlib"', '""', '"\\u006f"', '5');
const data = fc.oneof(
  fc.string({ unit: 'binary' }).map((text) => JSON.stringify(text)),
  fc.constantFrom('"\\u001b[m"', '"raw \u0007"', '"\\x"', '"\\u12"', '"open', '"a" "b"', '"\\ud83d"', 'true', '"80x24"', '"a", 1'),
);
const line = fc
  .tuple(space, seconds, space, code, space, data, space, fc.constantFrom(']', ']', ']', ']', '', '] ]'))
  .map(([a, time, b, name, c, text, d, end]) => `${a}[${time}${b},${c}${name}${b},${d}${text}${c}${end}${a}`);
const otherLine = fc.constantFrom('', '# comment', '  ', 'garbage', '{"version": 2}', '[1, "o"]', '[]', '\0');
const body = fc.array(fc.oneof({ weight: 5, arbitrary: line }, otherLine), { maxLength: 8 });
const text = fc.tuple(body, fc.constantFrom('\n', '\r\n'), fc.boolean()).map(([lines, newline, isEnded]) => {
  const all = ['{"version": 3, "term": {"cols": 80, "rows": 24}}', ...lines];
  return all.join(newline) + (isEnded ? newline : '');
});

/** What a line says, by `JSON.parse` alone: its event, that it has none, or that it is to be ignored. */
function reference(lineText: string): readonly [code: string, data: string] | 'unreadable' | 'ignored' {
  const content = lineText.trim();
  if (content === '' || content.startsWith('#')) return 'ignored';
  try {
    const [time, name, payload] = JSON.parse(content) as unknown[];
    return typeof time === 'number' && typeof name === 'string' && typeof payload === 'string' ? [name, payload] : 'unreadable';
  } catch {
    return 'unreadable';
  }
}

describe('the reader', () => {
  it('takes exactly the lines that are events to a JSON parser', () => {
    fc.assert(
      fc.property(text, (source) => {
        const recording = readCast(bytesOf(source));
        const found = Array.from(recording.events.codes, (_, index) => [eventCodeName(recording, index), eventData(recording, index)]);
        const expected = source.split('\n').slice(1).map(reference);
        // Halves of surrogate pairs do not survive being written as UTF-8, in either way of reading.
        const written = (value: unknown) => JSON.stringify(value).replaceAll(/\\ud[89a-f]../gi, '\uFFFD');
        expect(written(found)).toBe(written(expected.filter((result) => typeof result !== 'string')));
        expect(recording.report.unreadableCount).toBe(expected.filter((result) => result === 'unreadable').length);
      }),
      { numRuns: 3000 },
    );
  });

  it('finds the same in pieces as in the whole', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 50 }), (source, size) => {
        const bytes = bytesOf(source);
        expect(readInPieces(bytes, size)).toEqual(readCast(bytes));
      }),
    );
  });

  it('refuses or reads any bytes, and fails in no other way', () => {
    const start = fc.constantFrom('', '{', '{"version":2}\n', '{"version":1,"stdout":[', '#', '[', '\uFEFF');
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 200 }), (prefix, rest) => {
        const bytes = new Uint8Array([...bytesOf(prefix), ...rest]);
        try {
          expect(readCast(bytes).bytes.length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toHaveProperty('name', 'CastError');
        }
      }),
      { numRuns: 2000 },
    );
  });
});
