import { describe, expect, it } from 'vitest';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { eventData, eventSize, forEachOutput, outputText } from './events.ts';
import { readCast } from './reader.ts';
import { parseSize } from './terminal-size.ts';

const read = (text: string) => readCast(bytesOf(text));

describe('outputText', () => {
  it('joins the output of a stretch and leaves the rest out', () => {
    const recording = read(castV2('a@1 i:x@2 b@3 m:y@4 c@5 d@6'));
    expect(outputText(recording, 0, 6)).toBe('abcd');
    expect(outputText(recording, 1, 5)).toBe('bc');
    expect(outputText(recording, 1, 2)).toBe('');
    expect(outputText(recording, 3, 3)).toBe('');
  });

  it('puts together a character that two events share', () => {
    expect(outputText(read(castV2('\\ud83d@1 \\ude00@2')), 0, 2)).toBe('😀');
  });

  it('passes over what lies between events', () => {
    const recording = read(`${castV2('a@1 b@2')}# comment\n\n[3, "o", "c"]\n? \n[4, "o", "d", 5]\n[5, "o", "e"]`);
    expect(outputText(recording, 0, 5)).toBe('abcde');
  });

  it.each([10, 1000, 100_000])('does not care how long events are: %i', (length) => {
    const texts = Array.from({ length: 20 }, (_, index) => String.fromCharCode(0x61 + index).repeat(length * (1 + (index % 3))));
    const recording = read(castV2(texts.map((text, index) => `${text}@${index}`).join(' ')));
    expect(outputText(recording, 0, 20)).toBe(texts.join(''));
  });
});

describe('forEachOutput', () => {
  it('says which event it is', () => {
    const seen: [string, number][] = [];
    forEachOutput(read(castV2('i:x@0 a@1 r:90x20@2 b@3')), 0, 4, (data, index) => seen.push([data, index]));
    expect(seen).toEqual([
      ['a', 1],
      ['b', 3],
    ]);
  });
});

describe('eventData', () => {
  it('resolves escapes and replaces bytes that are no UTF-8', () => {
    expect(eventData(read(castV2('\\u001b[m\\"\\\\é@1')), 0)).toBe('\u001b[m"\\é');
    const bytes = bytesOf(castV2('??@1'));
    bytes[bytes.indexOf(0x3f)] = 0xff;
    expect(eventData(readCast(bytes), 0)).toBe('\uFFFD?');
  });
});

describe('sizes', () => {
  it.each([
    ['80x24', { cols: 80, rows: 24 }],
    ['1x10000', { cols: 1, rows: 10_000 }],
    ['0x24', undefined],
    ['80x10001', undefined],
    ['80x24x3', undefined],
    ['80×24', undefined],
    ['80x', undefined],
  ])('%s', (data, size) => {
    expect(parseSize(data)).toEqual(size);
    expect(eventSize(read(castV2(`r:${data}@1`)), 0)).toEqual(size);
  });
});
