import { describe, expect, it } from 'vitest';
import { seenCast } from '#testing/seen-recording.ts';
import { DEFAULT_ANALYSIS } from '../analysis.ts';
import { analyze } from '../analyze.ts';

/** `text (keys)` of the typing runs of an analysis. */
const runs = (...events: string[]): string[] =>
  analyze(seenCast(events.join(' ')), DEFAULT_ANALYSIS).typingRuns.map(({ text, keys }) => `${text} (${keys})`);

/** Keys, ten a second, that are not echoed. */
const blind = (time: number, keys: readonly string[]): string =>
  keys.map((key, index) => `i:${key.replaceAll(' ', '␣')}@${(time + index / 10).toFixed(2)}`).join(' ');

/** The same with what each of them makes appear. */
const echoed = (time: number, keys: readonly string[]): string =>
  keys
    .map((key, index) => `${blind(time + index / 10, [key])} ${key.replaceAll(' ', '␣')}@${(time + index / 10 + 0.04).toFixed(2)}`)
    .join(' ');

const sends = (time: number, shown = String.raw`\r\n`): string => String.raw`i:\r@${time} ${shown}@${time + 0.04}`;

describe('the text of a typing run', () => {
  it('is what was seen on the screen', () => {
    expect(runs('$␣@0', echoed(1, [...'npm test']), 'x@9')).toEqual(['npm test (8)']);
  });

  it('is none of a password', () => {
    const password = blind(2, [...'hunter2-secret', String.raw`\r`]);
    expect(runs(String.raw`$␣sudo␣ls\r\n[sudo]␣password:␣@0.5`, password, String.raw`\r\nnotes.txt\r\n@4 $␣@20`)).toEqual([' (15)']);
  });

  it('leaves of several lines those that were seen', () => {
    const login = [...'login', String.raw`\r`];
    expect(
      runs('$␣@0', echoed(1, login.slice(0, -1)), sends(1.6, String.raw`\r\npassword:␣`), blind(2, [...'abc123']), sends(2.7), 'x@9'),
    ).toEqual(['login (13)']);
  });

  it('is none of a number that is only a part of another one, or that stood there before', () => {
    expect(runs('pin:␣@0.5', blind(1, [...'1234']), String.raw`\r\nread␣512345␣lines@2 x@9`)).toEqual([' (4)']);
    expect(runs(String.raw`1234\r\npin:␣@0.5`, blind(1, [...'1234']), 'x@9')).toEqual([' (4)']);
  });

  it('is seen where it only appears once the program looks', () => {
    expect(runs('$␣@0', blind(1, [...'make']), String.raw`make\r\n@2 x@9`)).toEqual(['make (4)']);
  });

  it('is seen where a line with the same text stands above', () => {
    const line = (time: number) => `${echoed(time, [...'npm test'])} ${sends(time + 0.8, String.raw`\r\n$␣`)}`;
    expect(runs('$␣@0', line(1), line(5), 'x@9')).toEqual(['npm test (9)', 'npm test (9)']);
  });

  it('is seen where a box has it on several lines', () => {
    const text = 'please find out why the parser is so slow with large files';
    const box = String.raw`\u001b[H│␣>␣please␣find␣out␣why␣the␣parser␣│\r\n│␣␣␣is␣so␣slow␣with␣large␣files␣␣␣│@2`;
    expect(runs('$␣@0', blind(1, [text.slice(0, 20), text.slice(20, 40), text.slice(40)]), box, 'x@9')).toEqual([`${text} (3)`]);
  });
});
