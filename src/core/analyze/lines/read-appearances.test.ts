import { describe, expect, it } from 'vitest';
import { seenCast } from '#testing/seen-recording.ts';
import type { Appearance } from './appearances.ts';
import { readAppearances, readingAppearances } from './read-appearances.ts';

const told = ({ novelty, tick, newText, newWords, text }: Appearance): string => {
  const what = tick ? `${novelty} ${tick}` : novelty;
  const news = newText === text ? '' : ` +${JSON.stringify(newText)}`;
  return `${what} ${JSON.stringify(text)}${newText ? `${news} ${newWords}` : ''}`;
};

const appearances = (events: string): Appearance[] => [...readAppearances(seenCast(events))];
const toldOf = (events: string): string[] => appearances(events).map(told);

describe('readAppearances', () => {
  it('takes lines that were not there for news', () => {
    expect(toldOf('one␣line\\r\\nand␣another@1 \\r\\n-----@2')).toEqual(['new "one line" 2', 'new "and another" 2', 'new "-----" 0']);
  });

  it('tells what a line has grown by, and counts a word once however it comes', () => {
    expect(toldOf('Hel@1 lo@2 ,␣wor@3 ld␣again@4')).toEqual([
      'new "Hel" 1',
      'grown "Hello" +"lo" 0',
      'grown "Hello, wor" +", wor" 1',
      'grown "Hello, world again" +"ld again" 1',
    ]);
  });

  it('sees that a line ticks, from when it did so first', () => {
    const lines = toldOf('⠋␣Thinking@1 \\r⠙␣Thinking@1.1 \\r⠹␣Thinking@1.2 \\r⠸␣Thinking@1.3');
    expect(lines).toEqual(['⠋', '⠙', '⠹', '⠸'].map((glyph) => `ticking spinner "${glyph} Thinking"`));
  });

  it('lets a line that ticks have another verb, and more numbers', () => {
    const lines = '⠋␣Thinking␣(esc␣to␣interrupt)@1 \\r⠙@1.1 \\r⠹@1.2 \\r⠸@1.3 \\r⠼␣Pondering␣(esc␣to␣interrupt)@1.4 \\r⠴@1.5';
    expect(toldOf(lines).filter((line) => !line.startsWith('ticking'))).toEqual([]);
  });

  it('knows a line that ticks where it comes back, and where it moves down', () => {
    const turn = '⠋␣running@1 \\r⠙@1.1 \\r⠹@1.2 \\r⠸@1.3';
    expect(toldOf(`${turn} \\r\\u001b[K@2 \\r⠋␣running␣4s@60`).at(-1)).toBe('ticking spinner "⠋ running 4s"');
    expect(toldOf(`${turn} \\r\\u001b[Kfirst␣part␣done\\r\\n⠋␣running␣2s@2`).slice(-2)).toEqual([
      'new "first part done" 3',
      'ticking spinner "⠋ running 2s"',
    ]);
  });

  it('reads what takes the place of a line that ticks', () => {
    expect(toldOf('⠋␣running@1 \\r⠙@1.1 \\r⠹@1.2 \\r⠸@1.3 \\r\\u001b[K●@2 ␣I␣will␣look@2.1').at(-1)).toBe(
      'grown "● I will look" +" I will look" 3',
    );
  });

  it('reads what stood for long before it began to tick', () => {
    expect(toldOf('Waiting␣10@1 \\rWaiting␣11@9 \\rWaiting␣12@10').slice(0, 2)).toEqual([
      'new "Waiting 10" 2',
      'ticking counter "Waiting 11"',
    ]);
  });

  it('takes lines of a log that differ by numbers alone for news', () => {
    expect(toldOf('event␣1\\r\\n@1 event␣2\\r\\n@2 event␣3\\r\\n@3')).toEqual(['new "event 1" 2', 'new "event 2" 2', 'new "event 3" 2']);
  });

  it('knows text again that was away for a moment, or comes back with what stood around it', () => {
    expect(toldOf('some␣text@1 \\u001b[2J@2 \\u001b[Hsome␣text@4').at(-1)).toBe('again "some text"');
    expect(toldOf('some␣text@1 \\u001b[2J@2 \\u001b[Hsome␣text@40').at(-1)).toBe('new "some text" 2');
    const screen = 'one\\r\\ntwo\\r\\nthree';
    expect(toldOf(`${screen}@1 \\u001b[?1049h\\u001b[Han␣editor@2 \\u001b[?1049l@90`).slice(-3)).toEqual([
      'again "one"',
      'again "two"',
      'again "three"',
    ]);
  });

  it('knows text again that is drawn in another box', () => {
    expect(toldOf('│␣>␣fix␣the␣test␣│@1 \\r\\u001b[K@2 >␣fix␣the␣test@2.1').at(-1)).toBe('again "> fix the test"');
  });

  it('follows a line to where it is gone, while it grows', () => {
    const [first, second] = appearances('Hel@1 lo@2 \\u001b[2J@8 x@9');
    expect([first?.end, second?.end]).toEqual([2_000_000, 8_000_000]);
    const read = readAppearances(seenCast('Hel@1 lo@2 \\u001b[2J@8 x@9'));
    expect([read.goneAt(0), read.goneAt(1)]).toEqual([8_000_000, 8_000_000]);
  });

  it('works in steps', () => {
    const lines = Array.from({ length: 5000 }, (_, line) => `line␣${line}\\r\\n@${line / 10}`).join(' ');
    expect([...readingAppearances(seenCast(lines))]).toEqual([1024, 2048, 3072, 4096]);
  });
});
