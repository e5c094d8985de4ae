import { describe, expect, it } from 'vitest';
import { checkCast } from '#testing/check-cast.ts';
import { bytesOf, castText, castV2, castV3 } from '#testing/recordings.ts';
import { type SharedCast, sharedCasts } from '#testing/shared-casts.ts';
import { readCast } from './reader.ts';
import { Code, type Recording, recordingDuration } from './recording.ts';

const HEADER = '{"version":2,"width":80,"height":24}\n';
const ONE = '[1, "o", "one"]\n';

const OWN: readonly (readonly [string, string])[] = [
  ['version 1', castText('a@1 b@2.5 c@2.5', { version: 1 })],
  ['version 2, every code', castV2('a@1 i:x@1.5 m:label@2 r:100x30@3 rlib:q@4 :@5 x:0@9')],
  ['version 3, every code', castV3('a@1 i:x@1.5 m:label@2 r:100x30@3 rlib:q@4 :@5 x:0@9')],
  ['no events', castV2('')],
  ['CRLF', castV3('a@1 b@2', { newline: '\r\n' })],
  ['no last line end', castV2('a@1 b@2').trimEnd()],
  ['a byte order mark', `\uFEFF${castV2('a@1')}`],
  ['characters of every length', castV2('aé€😀@1 \\ud83d@2 \\ude00@3 \\u0000\\r\\n\\t\\"\\\\\\/@4')],
  ['comments and blank lines everywhere', `\n# a\n${HEADER}\n# b\n${ONE}  \n#\n[2,"o","b"]\n\n`],
  ['spaces everywhere', `${HEADER}  [ 1 , "o" , "a" ]  \n\t[2,"o","b"]\t\n[ 3 ,"m" , "c"] \r\n`],
  ['lines that cannot be read', `${HEADER}${ONE}text\n[2, "o", 5]\n[3, "o", "cut\n${ONE}[4, "o"`],
  ['a header over several lines', '{\n  "version": 3,\n  "term": {"cols": 80, "rows": 24}\n}\n[1, "o", "a"]\n'],
  ['bytes that would be a long time', `${HEADER}[0.12345678901234567890, "o", "a"]\n[1e0, "o", "b"]\n`],
];

const everyShared = sharedCasts().map((cast) => [cast.name, cast] as const);

describe('every recording', () => {
  it.each(OWN)('keeps the laws: %s', (_, text) => {
    expect(checkCast(text).bytes.length).toBeGreaterThan(0);
  });

  it.each(everyShared)('is read as its manifest says: %s', (_, cast) => {
    if (cast.column('version') === '') expect(() => readCast(cast.read())).toThrow('not a terminal recording');
    else compare(checkCast(cast.read()), cast);
  });
});

/** What the manifest calls what the reader reports as an oddity. */
const ODD = /non-monotonic|>3 elements|bad resize|width is str|missing size/;

function compare(recording: Recording, cast: SharedCast): void {
  expect(String(recording.version)).toBe(cast.column('version'));
  const { unreadableCount, oddityCount } = recording.report;
  expect({ isUnreadable: unreadableCount > 0, isOdd: oddityCount > 0 }).toEqual({
    isUnreadable: cast.column('parses') === 'no',
    isOdd: ODD.test(cast.column('notes')),
  });
  // How the manifest counts lines that are no events is its own business.
  if (cast.column('parses') === 'no') return;
  expect(recording.events.length).toBe(Number(cast.column('events')));
  expect(recordingDuration(recording)).toBeCloseTo(Number(cast.column('duration_s')) * 1e6, 0);
  for (const [column, code] of Object.entries({ n_o: Code.output, n_i: Code.input, n_m: Code.marker, n_r: Code.resize, n_x: Code.exit })) {
    expect(recording.events.codes.filter((other) => other === code).length, column).toBe(Number(cast.column(column)));
  }
  const isSizeUsed = !/width is str|missing size/.test(cast.column('notes'));
  if (isSizeUsed) expect(recording.header.size).toEqual({ cols: Number(cast.column('cols')), rows: Number(cast.column('rows')) });
}

it('is told from a file that is none', () => {
  expect(() => checkCast(bytesOf('$ ls\r\n'))).toThrow('plain text');
});
