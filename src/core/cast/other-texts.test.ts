import { expect, it } from 'vitest';
import { bytesOf, castV2, castV3 } from '#testing/recordings.ts';
import { decodeUtf8 } from '../lib/text.ts';
import { otherTexts } from './other-texts.ts';
import { readCast } from './reader.ts';

function found(text: string): string[] {
  const recording = readCast(bytesOf(text));
  return otherTexts(recording).map(({ kind, start, end, value }) => {
    const written = decodeUtf8(recording.bytes.subarray(start, end));
    return `${kind}: ${value}${written === value ? '' : ` (${written})`}`;
  });
}

it('finds lines that are neither header nor event', () => {
  const [header, first, second] = castV3('a@1 b@2').split('\n');
  expect(found(`\ufeff# before\n${header}\n# one\n${first}\n{broken\n\n ${second}\n# last`)).toEqual([
    'lines: # before\n',
    'lines: # one\n',
    'lines: {broken\n\n',
    'lines: # last',
  ]);
});

it('finds what a line that cannot be read would say', () => {
  expect(found(`${castV2('a@1')}${String.raw`[2,"o","s\u0065cret\n"`}\n`)).toEqual([
    'lines: [2,"o","s\\u0065cret\\n"\n',
    'line: [2,"o","secret\n" ([2,"o","s\\u0065cret\\n")',
  ]);
});

it('finds what follows the header on its line, and the data of an event in its list', () => {
  const [header] = castV2('').split('\n');
  expect(found(`${header} secret \r\n[1,"o","a","\\u0062", {"c":1}]\n[2,"o","a" ]\n`)).toEqual([
    'rest:  secret',
    'rest: ,"\\u0062", {"c":1}',
    'rest: ,"b", {"c":1} (,"\\u0062", {"c":1})',
  ]);
});

it('finds codes and data that the format does not ask for', () => {
  expect(found(castV2('mine:a@1 x:0@1 x:-1@1 x:secret@2 r:80x24@3 r:secret@4 i:a@5 m:b@6'))).toEqual([
    'code: mine',
    'data: secret',
    'data: secret',
  ]);
});

it('finds nothing where there is nothing else', () => {
  expect(found(castV3('a@1 b@2'))).toEqual([]);
});
