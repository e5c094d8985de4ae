import { describe, expect, it } from 'vitest';
import { bytesOf, castText, castV2, castV3 } from '#testing/recordings.ts';
import { CastError } from './cast-error.ts';
import { eventCodeName, eventData } from './events.ts';
import { CastReader, readCast } from './reader.ts';
import type { LineNote, Recording } from './recording.ts';

const V2 = '{"version": 2, "width": 80, "height": 24}\n';
const V3 = '{"version": 3, "term": {"cols": 80, "rows": 24}}\n';

const read = (text: string) => readCast(bytesOf(text));

/** Events as they are drawn, `code:data@seconds`, apart by spaces. */
function drawn(recording: Recording): string {
  const { times } = recording.events;
  return Array.from(times, (time, index) => `${eventCodeName(recording, index)}:${eventData(recording, index)}@${time / 1e6}`).join(' ');
}

const notes = (list: readonly LineNote[]) => list.map(({ line, reason }) => `${line}: ${reason}`);

function refusal(text: string | Uint8Array<ArrayBuffer>): CastError {
  try {
    readCast(typeof text === 'string' ? bytesOf(text) : text);
  } catch (error) {
    if (error instanceof CastError) return error;
    throw error;
  }
  throw new Error('it was read');
}

describe('time', () => {
  it('is absolute in version 2, and intervals in versions 1 and 3', () => {
    const expected = 'o:a@0.5 o:b@0.5 o:c@12.000001';
    expect(drawn(read(`${V2}[0.5, "o", "a"]\n[0.5, "o", "b"]\n[12.000001, "o", "c"]\n`))).toBe(expected);
    expect(drawn(read(`${V3}[0.5, "o", "a"]\n[0, "o", "b"]\n[11.500001, "o", "c"]\n`))).toBe(expected);
    expect(drawn(read('{"version": 1, "width": 80, "height": 24, "stdout": [[0.5, "a"], [0, "b"], [11.500001, "c"]]}'))).toBe(expected);
  });

  it.each([
    ['0.0000005', 1],
    ['0.0000004999999999999999999999', 0],
    ['0.9999995', 1_000_000],
    ['1.0000015', 1_000_002],
    ['1e-6', 1],
    ['15E-1', 1_500_000],
    ['999999999.999999', 999_999_999_999_999],
    ['9007199254.740991', Number.MAX_SAFE_INTEGER],
    ['0', 0],
    ['-0.0', 0],
    ['7', 7_000_000],
  ])('rounds %s half up to the microsecond, from its digits', (text, micros) => {
    expect([...read(`${V2}[${text}, "o", ""]\n`).events.times]).toEqual([micros]);
    expect([...read(`${V3}[${text}, "o", ""]\n`).events.times]).toEqual([micros]);
  });

  it('sums rounded intervals, not seconds', () => {
    const lines = '[0.1, "o", "."]\n'.repeat(10) + '[0.0000004, "o", "."]\n'.repeat(10);
    expect(read(V3 + lines).events.times.at(-1)).toBe(1_000_000);
    const entries = [...Array(10).fill('[0.1,"."]'), ...Array(10).fill('[0.0000004,"."]')];
    expect(read(`{"version":1,"stdout":[${entries}]}`).events.times.at(-1)).toBe(1_000_000);
  });

  it('does not go back: an earlier event of version 2 takes the time of the one before it', () => {
    const recording = read(castV2('a@1 b@3 c@2 d@2.5 e@4 f@-1'));
    expect(drawn(recording)).toBe('o:a@1 o:b@3 o:c@3 o:d@3 o:e@4 o:f@4');
    expect(notes(recording.report.oddities)).toEqual([
      '4: time goes back from 3 to 2; 3 is used',
      '5: time goes back from 3 to 2.5; 3 is used',
      '7: time goes back from 4 to -1; 4 is used',
    ]);
  });

  it('counts negative intervals as 0', () => {
    const recording = read(castV3('a@1 b@3 c@2 d@2.5'));
    expect(drawn(recording)).toBe('o:a@1 o:b@3 o:c@3 o:d@3.5');
    expect(notes(recording.report.oddities)).toEqual(['4: the interval -1 is negative and counts as 0']);
    const old = read(castText('a@1 b@3 c@2 d@2.5', { version: 1 }));
    expect(drawn(old)).toBe(drawn(recording));
    expect(notes(old.report.oddities)).toEqual(['1: stdout[2]: the interval -1 is negative and counts as 0']);
  });

  it('passes on lines of version 3 that hold no event but an interval', () => {
    const recording = read(`${V3}[1, "o", "a"]\n[2, "o"]\n[4, "o", "cut\n[x, "o", "no interval"]\n[8, "o", "b"]\n`);
    expect(drawn(recording)).toBe('o:a@1 o:b@15');
    expect(recording.report.unreadableCount).toBe(3);
  });

  it('is bounded', () => {
    const recording = read(`${V2}[9007199254.740992, "o", "a"]\n[1e300, "o", "b"]\n`);
    expect(notes(recording.report.unreadable)).toEqual([
      '2: the time 9007199254.740992 is beyond 9007199254 seconds',
      '3: the time 1e300 is beyond 9007199254 seconds',
    ]);
    expect(read(V3 + '[999999999, "o", ""]\n'.repeat(11)).report.unreadableCount).toBe(2);
  });

  it('is told in short where its number is long', () => {
    const long = '9'.repeat(1_000_000);
    const shown = `${'9'.repeat(39)}…`;
    expect(notes(read(`${V2}[${long}, "o", "a"]\n`).report.unreadable)).toEqual([`2: the time ${shown} is beyond 9007199254 seconds`]);
    const { oddities } = read(`${V3}[-0.${long}, "o", "a"]\n`).report;
    expect(notes(oddities)).toEqual([`2: the interval -0.${'9'.repeat(36)}… is negative and counts as 0`]);
  });

  it.each([
    ['a@1 b@1.001', false],
    ['a@0.0005 b@1', true],
    ['a@0.0005 b@0.0015', true],
    ['a@1 b@1.0010004', false],
    ['r:80x24@1.0001', true],
    ['', false],
  ])('of %j is finer than a millisecond: %s', (events, expected) => {
    expect(read(castV2(events)).isSubMillisecond).toBe(expected);
    expect(read(castV3(events)).isSubMillisecond).toBe(expected);
  });
});

describe('lines', () => {
  it('may be blank or comments anywhere', () => {
    const recording = read(`\n# first\n  \n${V2}# a [1, "o", "no"]\n[1, "o", "a"]\n\n \t\n  # b\n[2, "o", "b"]\n#`);
    expect(drawn(recording)).toBe('o:a@1 o:b@2');
    expect(recording.report).toMatchObject({ unreadableCount: 0, oddityCount: 0 });
  });

  it('are counted from 1, whatever precedes them', () => {
    const recording = read(`# 1\n\n{\n"version": 2, "width": 80,\n"height": 24}\n[1, "o", "a"]\n\nseven… no, eight\n`);
    expect(notes(recording.report.unreadable)).toEqual(['8: text that is no event']);
  });

  it('end as the file says', () => {
    expect(read(castV2('a@1', { newline: '\r\n' }))).toMatchObject({ lineEnding: '\r\n', report: { unreadableCount: 0, oddityCount: 0 } });
    expect(read(castV2('a@1'))).toMatchObject({ lineEnding: '\n' });
    expect(drawn(read(castV2('a@1 b@2').trimEnd()))).toBe('o:a@1 o:b@2');
  });

  it.each([
    ['[2, "o"]', 'an event needs a time, a code and data; this has 2 elements'],
    ['[]', 'an event needs a time, a code and data; this has 0 elements'],
    ['["2", "o", "b"]', 'the time is the text "2", not a number'],
    ['[null, "o", "b"]', 'the time is null, not a number'],
    ['[NaN, "o", "b"]', 'the time is not a number'],
    ['[2, 5, "b"]', 'the code is 5, not a text'],
    ['[2, "o", 5]', 'the data is 5, not a text'],
    ['[2, "o", ["b"]]', 'the data is a list, not a text'],
    ['{"version": 2, "width": 80}', 'a second header'],
    ['{"time": 2}', 'an object where an event should be'],
    ['5', '5 where an event should be'],
    ['\0\0\0', '3 NUL bytes, as a crashed system leaves them'],
    ['$ ls', 'text that is no event'],
    ['[2, "o", "raw \u001b[m"]', 'the character U+001B must be written as an escape'],
    ['[2, "o", "\\x"]', 'not valid JSON'],
    ['[2, "o", "\\u00g0"]', 'not valid JSON'],
    ['[2, "o", "\\u001g"]', 'not valid JSON'],
    ['[2, "ox, "b"]', 'not valid JSON'],
    ['[02, "o", "b"]', 'not valid JSON'],
    ['[2., "o", "b"]', 'not valid JSON'],
    ['[.2, "o", "b"]', 'not valid JSON'],
    ['[2, "o", "b"] [3, "o", "c"]', 'not valid JSON'],
    ['[2, "o", "b",]', 'not valid JSON'],
    ['[2, "o", "b"', 'not valid JSON'],
  ])('hold no event: %j', (line, reason) => {
    const recording = read(`${V2}[1, "o", "a"]\n${line}\n[9, "o", "c"]\n`);
    expect(drawn(recording)).toBe('o:a@1 o:c@9');
    expect(notes(recording.report.unreadable)).toEqual([`3: ${reason}`]);
    const strict = () => readCast(bytesOf(`${V2}${line}\n`), { strict: true });
    expect(strict).toThrow(expect.objectContaining({ kind: 'corrupt', message: `line 2: ${reason}` }));
  });

  it.each(['[2, "o", "b', '[2, "o", "b\\u00', '[2', '['])('may be cut off at the end: %j', (line) => {
    const recording = read(`${V2}[1, "o", "a"]\n${line}`);
    expect(drawn(recording)).toBe('o:a@1');
    expect(notes(recording.report.unreadable)).toEqual(['3: the line is incomplete: the file ends in it']);
  });

  it('may have more elements', () => {
    const recording = read(`${V2}[1, "o", "a", {"b": 1}]\n`);
    expect(drawn(recording)).toBe('o:a@1');
    expect(notes(recording.report.oddities)).toEqual(['2: has 4 elements; the first three are used']);
  });

  it('keeps the first thousand notes of each kind, and counts all', () => {
    const { report } = read(V2 + '?\n[1, "r", "big"]\n'.repeat(1500));
    expect(report).toMatchObject({ unreadableCount: 1500, oddityCount: 1500 });
    expect([report.unreadable.length, report.oddities.length]).toEqual([1000, 1000]);
    expect(report.unreadable.at(-1)).toEqual({ line: 2000, reason: 'text that is no event' });
  });
});

describe('codes', () => {
  it('may be any text', () => {
    const recording = read(castV2('a@1 rlib:b@2 O:c@3 rlib:d@4 x:0@5'));
    expect(drawn(recording)).toBe('o:a@1 rlib:b@2 O:c@3 rlib:d@4 x:0@5');
    expect(recording.codeNames).toEqual(['o', 'i', 'm', 'r', 'x', 'rlib', 'O']);
    expect([...recording.events.codes]).toEqual([0, 5, 6, 5, 4]);
  });

  it('may be more than there are numbers', () => {
    const lines = Array.from({ length: 300 }, (_, index) => `[${index}, "code${index}", ""]\n`);
    const recording = read(V2 + lines.join(''));
    expect(recording.codeNames.length).toBe(255);
    expect(eventCodeName(recording, 249)).toBe('code249');
    expect(eventCodeName(recording, 250)).toBe('code250');
    expect(eventCodeName(recording, 299)).toBe('code299');
  });

  it.each(['0x0', '-1x5', '80X24', '80', '', '10001x1', '1e2x3', ' 80x24'])('r with the size %j is kept, and ignored', (size) => {
    const recording = read(`${V2}[1, "r", "${size}"]\n`);
    expect(drawn(recording)).toBe(`r:${size}@1`);
    expect(notes(recording.report.oddities)).toEqual([
      `2: ${JSON.stringify(size)} is no terminal size (1x1 to 10000x10000); the resize is ignored`,
    ]);
  });
});

describe('the text', () => {
  it('is the file, and the columns say where its events lie', () => {
    const text = `\uFEFF# é\n${V2}  [ 1.50, "o", "é"]\r\n[2, "m", "b"]\n`;
    const bytes = bytesOf(text);
    const { headerRange, bodyStart, events, ...recording } = readCast(bytes);
    const slice = (start: number, end: number) => new TextDecoder().decode(bytes.subarray(start, end));
    expect(recording.bytes).toEqual(bytes);
    expect(recording.bytes.buffer, 'no copy').toBe(bytes.buffer);
    expect(recording.sourceText).toBe(recording.bytes);
    expect(slice(headerRange.start, headerRange.end)).toBe(V2.trim());
    expect(slice(bodyStart, bodyStart + 10)).toBe('  [ 1.50, ');
    expect(Array.from(events.timeStarts, (start, index) => slice(start, events.lineEnds[index] as number))).toEqual([
      '1.50, "o", "é"]\r\n',
      '2, "m", "b"]\n',
    ]);
  });

  it('is that of version 2 for a recording of version 1', () => {
    const source =
      '{\n"version": 1, "width": 80, "height": 24, "duration": 9, "title": "t", "env": {"A": "b"},\n"stdout": [[0.1, "a\\r\\n"], [1, "é"]]}\n';
    const recording = read(source);
    expect(new TextDecoder().decode(recording.bytes)).toBe(
      '{"version":2,"width":80,"height":24,"duration":9,"title":"t","env":{"A":"b"}}\n[0.100000, "o", "a\\r\\n"]\n[1.100000, "o", "é"]\n',
    );
    expect(new TextDecoder().decode(recording.sourceText)).toBe(source);
    expect(recording).toMatchObject({ version: 1, textVersion: 2, header: { title: 't' } });
  });

  it('of version 1 may hold entries that are no events, whose intervals pass', () => {
    const recording = read('{"version":1,"stdout":[[0.5,"a"],["1","b"],[1.0],[0.1,"c","x"],null,[0.2,true],[1,"d"]]}');
    expect(drawn(recording)).toBe('o:a@0.5 o:c@1.6 o:d@2.8');
    expect(notes(recording.report.unreadable)).toEqual([
      '1: stdout[1]: the interval is the text "1", not a number',
      '1: stdout[2]: an event needs an interval and data; this has 1 of them',
      '1: stdout[4]: null where an event should be',
      '1: stdout[5]: the data is true, not a text',
    ]);
    expect(notes(recording.report.oddities)).toEqual([
      '1: stdout[3]: has 3 elements; the first two are used',
      '1: the size must be whole numbers from 1 to 10000; width is missing, height is missing; 80x24 is used',
    ]);
  });

  it('may come in pieces, of which the reader knows what it has read', () => {
    const bytes = bytesOf(castV3('a@1 b@2 c@3'));
    const reader = new CastReader({ expectedBytes: 10 });
    const half = bytes.lastIndexOf(0x0a, bytes.length - 2) + 5;
    reader.push(bytes.subarray(0, half));
    expect([reader.bytesRead, reader.eventCount]).toEqual([half, 2]);
    reader.push(bytes.subarray(half));
    expect([reader.bytesRead, reader.eventCount]).toEqual([bytes.length, 3]);
    expect(drawn(reader.finish())).toBe('o:a@1 o:b@2 o:c@3');
  });

  it('may hold many more events than it seemed at first', () => {
    const long = `[0.001, "o", "${'x'.repeat(500)}"]\n`;
    const short = '[0.001, "o", ""]\n';
    const recording = read(V3 + long.repeat(5000) + short.repeat(50_000));
    expect(recording.events.length).toBe(55_000);
    expect(recording.events.times.at(-1)).toBe(55_000_000);
  });
});

describe('refusals', () => {
  it.each([
    ['', 'empty', 'The file is empty.'],
    [' \n\n', 'empty', 'nothing but blank lines and comments'],
    ['# only\n# comments', 'empty', 'nothing but blank lines and comments'],
    ['{"version": 4, "width": 80}\n', 'unsupported-version', 'its version is 4;'],
    ['{"version": "2", "width": 80}\n', 'unsupported-version', 'its version is the text "2";'],
    ['{"version": 1, "width": 80, "height": 24}\n[1, "o", "a"]\n', 'not-a-recording', 'no list of output (stdout)'],
    ['{"width": 80, "height": 24}\n', 'not-a-recording', 'its header names no version'],
    ['{"version": 1, "cuts": []}', 'not-a-recording', 'a Castfold plan'],
    ['{"speed_regions": []}', 'not-a-recording', 'a Castfold plan'],
    ['{version: 2}\n', 'not-a-recording', 'its header is not valid JSON'],
    ['{"version": 2, "width": 80\n[1, "o", "a"]\n', 'not-a-recording', 'its header is never closed'],
    [`${V2.replace('\n', '\r')}[1, "o", "a"]\r`, 'not-a-recording', 'carriage returns alone'],
    ['$ ls\r\n', 'not-a-recording', 'it looks like plain text.'],
  ])('%j: %s', (text, kind, message) => {
    expect(refusal(text)).toMatchObject({ kind, message: expect.stringContaining(message) });
  });

  it('come as soon as they are clear', () => {
    const reader = new CastReader();
    expect(() => reader.push(new Uint8Array(8192).fill(0x41))).toThrow('plain text');
    const strict = new CastReader({ strict: true });
    expect(() => strict.push(bytesOf(`${V2}nonsense\n[1, `))).toThrow('line 2: text that is no event');
  });

  it('name a document of version 1 that nests too deeply', () => {
    const deep = '['.repeat(50_000) + ']'.repeat(50_000);
    const { kind, message } = refusal(`{"version":1,"unknown":${deep},"stdout":[[1,"a"]]}`);
    expect([kind, message]).toEqual(['corrupt', 'Its header nests too deeply, or is too long, to be written again.']);
  });

  it('do not depend on the pieces', () => {
    const zip = Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0);
    const reader = new CastReader();
    for (const byte of zip) reader.push(Uint8Array.of(byte));
    expect(() => reader.finish()).toThrow(refusal(zip).message);
  });

  it('of a strict reader include what stands behind the header', () => {
    const text = `${V2.trimEnd()} [1, "o", "a"]\n[2, "o", "b"]\n`;
    expect(notes(read(text).report.unreadable)).toEqual(['1: text after the header on the same line']);
    expect(() => readCast(bytesOf(text), { strict: true })).toThrow('line 1: ');
  });
});
