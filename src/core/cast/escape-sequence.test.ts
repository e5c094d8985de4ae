import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitrarySequenceCast } from '#testing/arbitrary-casts.ts';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { unfinishedBefore, unfinishedSequence } from './escape-sequence.ts';
import { outputText } from './events.ts';
import { readCast } from './reader.ts';

const START = { event: 0, unfinished: '' };

describe('what is unfinished at the end of a text', () => {
  it.each([
    ['', ''],
    ['plain', ''],
    ['a\x1b', '\x1b'],
    ['a\x1b[', '\x1b['],
    ['a\x1b[1;3', '\x1b[1;3'],
    ['a\x1b[1;31m', ''],
    ['\x1b[1m\x1b[?25', '\x1b[?25'],
    ['\x1b(', '\x1b('],
    ['\x1b(0', ''],
    ['\x1b7', ''],
    ['\x1b#', '\x1b#'],
    ['\x9b3', '\x9b3'],
    ['\x9b3m', ''],
    ['\x1b]0;a title', '\x1b]0;a title'],
    ['\x1b]0;a title\x07', ''],
    ['\x1b]0;a title\x1b', '\x1b'],
    ['\x1b]0;a title\x1b\\', ''],
    ['\x1b]0;a title\x9c', ''],
    ['\x9d0;tïtle', '\x9d0;tïtle'],
    ['\x1bPq#0\x07', '\x1bPq#0\x07'],
    ['\x1bPq#0\x1b\\', ''],
    ['\x1b_a\x1b_b', '\x1b_b'],
    ['\x90a\x90b', '\x90b'],
    ['\x1b[1\x18', ''],
    ['\x1b]0;t\x1a', ''],
    ['\x1b[1\x85', ''],
    ['\x1b[1é', ''],
    ['a\ud83d', '\ud83d'],
    ['a\ud83d\ude00', ''],
    ['\x1b]0;\ud83d', '\x1b]0;\ud83d'],
    ['\x1b[\ud83d', '\x1b[\ud83d'],
  ])('of %j is %j', (text, unfinished) => {
    expect(unfinishedSequence(text)).toBe(unfinished);
  });

  it.each([
    ['\x1b[1\n;3', '\x1b[1;3'],
    ['\x1b\r[', '\x1b['],
    ['\x1b(\x7f', '\x1b('],
    ['\x1b]0;a\nb', '\x1b]0;a\nb'],
  ])('leaves out what has been obeyed: of %j it is %j', (text, unfinished) => {
    expect(unfinishedSequence(text)).toBe(unfinished);
  });

  it('is the same in whatever pieces the text comes', () => {
    const piece = fc.constantFrom(
      '\x1b',
      '[',
      ']',
      '(',
      'P',
      '_',
      '\\',
      '0',
      ';',
      'm',
      '\x07',
      '\x18',
      '\x9b',
      '\x9c',
      '\x9d',
      '\n',
      'é',
      '\ud83d',
      '\ude00',
    );
    fc.assert(
      fc.property(fc.array(fc.array(piece, { maxLength: 6 }), { maxLength: 6 }), (texts) => {
        const pieces = texts.map((text) => text.join(''));
        const inPieces = pieces.reduce((before, text) => unfinishedSequence(text, before), '');
        expect(inPieces).toBe(unfinishedSequence(pieces.join('')));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('what is unfinished before an event', () => {
  it('is what the output before it leaves, from any place before on', () => {
    fc.assert(
      fc.property(arbitrarySequenceCast({ stepMicros: 1000 }), (text) => {
        const recording = readCast(bytesOf(text));
        for (let event = 0; event <= recording.events.length; event++) {
          const expected = unfinishedSequence(outputText(recording, 0, event));
          expect(unfinishedBefore(recording, event, START)).toBe(expected);
          for (let from = 0; from < event; from++) {
            const floor = { event: from, unfinished: unfinishedSequence(outputText(recording, 0, from)) };
            expect(unfinishedBefore(recording, event, floor)).toBe(expected);
          }
        }
      }),
    );
  });

  it.each([String.raw`\u001b`, String.raw`\u001B`, String.raw`\u009b`, '\x9b'])('is found however it is written: %j', (introducer) => {
    const text = castV2('a@1 b@2').replace('"a"', `"${introducer} "`);
    expect(unfinishedBefore(readCast(bytesOf(text)), 1, START)).toMatch(/. $/);
  });

  it('is not what input says, nor text about escapes', () => {
    const recording = readCast(bytesOf(castV2(String.raw`a@1 i:\u001b[@2 \\u001b[3@3 \u00a0@4`)));
    expect(unfinishedBefore(recording, 4, START)).toBe('');
  });

  it('is bounded, of a string that never ends', () => {
    const pieces = Array.from({ length: 20 }, () => `${'x'.repeat(10_000)}@1`);
    const recording = readCast(bytesOf(castV2(String.raw`\u001b]0;@0 ${pieces.join(' ')}`)));
    expect(unfinishedBefore(recording, recording.events.length, START)).toBe(`\x1b]0;${'x'.repeat(65_532)}`);
  });
});
