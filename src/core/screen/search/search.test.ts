import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { readCast } from '../../cast/reader.ts';
import { type Recording, recordingDuration } from '../../cast/recording.ts';
import { sourceTime } from '../../cast/time.ts';
import { indexRecording } from '../history/index-recording.ts';
import { Keyframes } from '../history/keyframes.ts';
import { type SearchQuery, search } from './search.ts';
import { TextIndex, type TextIndexLimits } from './text-index.ts';

function indexOf(recording: Recording, limits?: TextIndexLimits): TextIndex {
  const texts = new TextIndex(limits);
  const pass = indexRecording(recording, 'asciinema', { keyframes: new Keyframes(), texts });
  while (!pass.next().done);
  return texts;
}

const recordingOf = (events: string): Recording => readCast(bytesOf(castV2(events)));

type Options = Partial<SearchQuery> & { readonly limits?: TextIndexLimits };

/** The hits as `start-end line`, in seconds, with the match in brackets. */
function hits(events: string, text: string, { isRegex = false, matchesCase = false, limits }: Options = {}): string[] {
  const recording = recordingOf(events);
  const found = search(indexOf(recording, limits), recording.events, { text, isRegex, matchesCase });
  return found.hits.map(({ start, end, line, matchStart, matchEnd }) => {
    const marked = `${line.slice(0, matchStart)}[${line.slice(matchStart, matchEnd)}]${line.slice(matchEnd)}`;
    return `${start / 1e6}-${end / 1e6} ${marked}`;
  });
}

describe('search', () => {
  it.each([
    ['text from when it appeared to when it went', 'hello@1 \\r\\u001b[K@3 x@9', 'ell', ['1-3 h[ell]o']],
    ['text that stayed', 'hello@1 i:x@9', 'hello', ['1-9 [hello]']],
    ['text typed key by key', '$␣@1 l@2 s@3 ␣@4 -@5 a@6 \\r\\n@7 x@9', 'ls', ['3-9 $ [ls] -a']],
    ['text over the end of a row', `${'x'.repeat(78)}hello@1 b@2`, 'hello', [`1-2 ${'x'.repeat(78)}[hello]b`]],
    ['text written out of order', '\\u001b[1;4Hlo\\u001b[1;1Hhel@1 b@2', 'hello', ['1-2 [hello]']],
    ['text parted over events, in the middle of a character', 'he@1 \\ud83d@2 \\ude00!@3 x@4', '😀!', ['3-4 he[😀!]x']],
    ['the same text twice, where it was away', 'hello@1 \\u001b[2J@2 \\u001b[Hhello@3 x@9', 'hello', ['1-2 [hello]', '3-9 [hello]x']],
    ['one that was only drawn anew, once', 'hello@1 \\u001b[2J@2 \\u001b[Hhello@2.05 i:x@9', 'hello', ['1-9 [hello]']],
    [
      'a line that moves up, once',
      `hello@1 ${Array.from({ length: 30 }, (_, row) => `\\r\\nx@${row + 2}`).join(' ')}`,
      'hello',
      ['1-25 [hello]'],
    ],
    ['each of two lines', 'hello␣a@1 \\r\\nhello␣b@2 i:x@9', 'hello', ['1-9 [hello] a', '2-9 [hello] b']],
    [
      'each line that took the place of another',
      'hello␣one@1 \\rhello␣another␣thing@2 i:x@9',
      'hello',
      ['1-2 [hello] one', '2-9 [hello] another thing'],
    ],
    ['a line that counts', 'busy␣1␣s@1 \\rbusy␣2␣s@2 \\rbusy␣3␣s@3 \\r\\u001b[K@4 x@5', 'busy', ['1-4 [busy] 3 s']],
    ['nothing', 'hello@1', 'x', []],
    ['nothing for no text', 'hello@1', '', []],
    ['characters that mean something in expressions', 'a.c(d)*@1 \\r\\nabc@2', 'a.c(d)*', ['1-2 [a.c(d)*]']],
  ])('finds %s', (_, events, text, expected) => {
    expect(hits(events, text)).toEqual(expected);
  });

  it('takes capitals for small letters, unless it is told not to', () => {
    expect(hits('Ärger@1', 'äRGER')).toEqual(['1-1 [Ärger]']);
    expect(hits('Ärger@1', 'äRGER', { matchesCase: true })).toEqual([]);
    expect(hits('Ärger@1', 'Är', { matchesCase: true })).toEqual(['1-1 [Är]ger']);
  });

  it('takes regular expressions', () => {
    expect(hits('a12b@1', '\\d+', { isRegex: true })).toEqual(['1-1 a[12]b']);
    expect(hits('a12b@1', '\\d*', { isRegex: true })).toEqual(['1-1 a[12]b']);
    expect(hits('ab@1', '^$|x*', { isRegex: true })).toEqual([]);
    expect(hits('$␣ls@1 \\r\\nls@2', '^ls$', { isRegex: true })).toEqual(['2-2 [ls]']);
  });

  it('says what is wrong with one', () => {
    expect(() => hits('a@1', 'a(', { isRegex: true })).toThrow('This is no regular expression: unterminated group.');
  });

  it('does not find what nobody can have seen', () => {
    expect(hits('begin@1 \\u001b[2J@2 secret@2.001 \\r\\u001b[K@2.002 end@2.003 x@9', 'secret')).toEqual([]);
  });

  it('says where it does not know all', () => {
    const recording = recordingOf('one@1 \\r\\ntwo@2 \\r\\nthree@3 \\r\\nfour@4');
    const query = { text: 'o', isRegex: false, matchesCase: false };
    const result = (limits: TextIndexLimits) => search(indexOf(recording, limits), recording.events, query);
    expect(result({ maxCharacters: 15, maxIntervals: 4 + 1 }).isComplete).toBe(true);
    for (const limits of [
      { maxCharacters: 10, maxIntervals: 100 },
      { maxCharacters: 100, maxIntervals: 2 },
    ]) {
      const { hits: found, isComplete } = result(limits);
      expect(isComplete).toBe(false);
      expect(found.map(({ line }) => line)).toEqual(['one', 'two']);
      expect(found.every(({ end }) => end <= 3e6)).toBe(true);
    }
  });

  it('stops at ten thousand hits', () => {
    const events = Array.from(
      { length: 10_010 },
      (_, index) => `\\u001b[2J\\u001b[Hline␣${index}␣${index % 2 === 0 ? 'even' : 'a␣long␣odd␣one'}@${index}`,
    );
    const recording = recordingOf(events.join(' '));
    const { hits: found, isComplete } = search(indexOf(recording), recording.events, { text: 'line', isRegex: false, matchesCase: true });
    expect([found.length, isComplete]).toEqual([10_000, false]);
  });

  it('of more keeps those around an instant', () => {
    const count = 30_000;
    const events = Array.from(
      { length: count },
      (_, index) => `\\u001b[2J\\u001b[H${index % 2 === 0 ? 'an␣even' : 'a␣long␣odd␣one'}␣${index}@${index}`,
    );
    const recording = recordingOf(events.join(' '));
    const texts = indexOf(recording);
    const query = { text: 'n', isRegex: false, matchesCase: true };
    const keptAround = (seconds: number) => {
      const { hits: found, isComplete } = search(texts, recording.events, query, sourceTime(seconds * 1e6));
      return [(found[0]?.start ?? 0) / 1e6, (found.at(-1)?.start ?? 0) / 1e6, found.length, isComplete];
    };
    expect(keptAround(0)).toEqual([0, 9_999, 10_000, false]);
    expect(keptAround(4_000)).toEqual([0, 9_999, 10_000, false]);
    expect(keptAround(15_000)).toEqual([10_000, 19_999, 10_000, false]);
    expect(keptAround(29_000)).toEqual([20_000, 29_999, 10_000, false]);
    expect(keptAround(count)).toEqual([20_000, 29_999, 10_000, false]);
  });

  it('finds what is in the sample of an hour and a half', () => {
    const file = readFileSync(new URL('../../../../public/samples/agent-session.cast.gz', import.meta.url));
    const recording = readCast(new Uint8Array(gunzipSync(file)));
    const { hits: found, isComplete } = search(indexOf(recording), recording.events, { text: 'passed', isRegex: false, matchesCase: true });
    expect(isComplete).toBe(true);
    expect(found.length).toBeGreaterThan(2);
    expect(found.every(({ start, end }) => start < end && end <= recordingDuration(recording))).toBe(true);
    expect(found.map(({ start }) => start)).toEqual(found.map(({ start }) => start).toSorted((one, other) => one - other));
  });
});
