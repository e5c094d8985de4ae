import { describe, expect, it } from 'vitest';
import { seenCast } from '#testing/seen-recording.ts';
import { DEFAULT_ANALYSIS, type Moment } from '../analysis.ts';
import { analyze } from '../analyze.ts';

const momentsOf = (events: readonly string[]): readonly Moment[] => analyze(seenCast(events.join(' ')), DEFAULT_ANALYSIS).moments;

/** A moment as `kind@time reason: text`, with a `*` where it is kept. */
const drawn = ({ kind, isKept, time, reason, text }: Moment): string => `${kind}${isKept ? '*' : ''}@${time / 1e6} ${reason}: ${text}`;

const moments = (...events: string[]): string[] => momentsOf(events).map(drawn);

/** The moments of a kind alone. */
const only = (kind: Moment['kind'], ...events: string[]): string[] => moments(...events).filter((moment) => moment.startsWith(kind));

const spaced = (text: string): string => text.replaceAll(' ', '␣');

/** Lines that are printed at once. */
const prints = (time: number, ...lines: string[]): string =>
  String.raw`o:${spaced(lines.join('\\r\\n')).replaceAll('\\\\', '\\')}\r\n@${time}`;

/** Keys that are echoed, ten a second, and sent with the last one. */
const types = (time: number, text: string): string =>
  [...text, String.raw`\r\n`].map((key, index) => `o:${spaced(key)}@${(time + index / 10).toFixed(1)}`).join(' ');

const rest = (time: number): string => `x:0@${time}`;

/** A box for input that is drawn anew with every key, and shown above it when it is sent. */
function asks(time: number, text: string): string {
  const box = (typed: string): string => spaced(String.raw`\r\u001b[2K│ > ${typed}▌ │`);
  const keys = [...text].map((_, index) => `o:${box(text.slice(0, index + 1))}@${(time + index / 10).toFixed(1)}`);
  const sent = (time + text.length / 10 + 0.4).toFixed(1);
  return [`o:${box('')}@${time - 1}`, ...keys, String.raw`o:\r\u001b[2K>␣${spaced(text)}\r\n@${sent}`].join(' ');
}

describe('moments', () => {
  it('are commands, what they put out, and the last screen', () => {
    expect(
      moments('$␣@0', types(1, 'npm run build'), prints(5, 'vite v8.0.1 building for production', 'dist/index.js 12 kB'), '$␣@8', rest(20)),
    ).toEqual([
      'command@2.2 command: npm run build: npm run build',
      'output@5 output of npm run build: vite v8.0.1 building for production',
      'end*@8 last screen: vite v8.0.1 building for production',
    ]);
  });

  it('are one where text comes without a pause, and stand when all of it has come', () => {
    const [moment] = momentsOf([
      prints(2, 'one line of it'),
      prints(2.9, 'and another line'),
      prints(3.8, 'and the last line'),
      prints(9, 'much later news'),
      rest(20),
    ]);
    expect(moment).toMatchObject({ start: 2e6, time: 3.8e6, goneAt: 20e6, text: 'one line of it' });
  });

  it('are what somebody who types sees when they look up, and before that only what is gone by then', () => {
    const keys = [...'a long line of text'].map((key, at) => `i:${spaced(key)}@${2 + at / 2} o:${spaced(key)}@${2.04 + at / 2}`).join(' ');
    const above = (text: string) => String.raw`o:\u001b7\u001b[5;1H\u001b[K${spaced(text)}\u001b8`;
    const found = momentsOf(
      ['$␣@0', keys, `${above('error: no such file')}@4.1`, `${above('all is fine again')}@7.1`, `${above('and more of it')}@20`, rest(30)]
        .join(' ')
        .split(' ')
        .toSorted((one, other) => Number(one.split('@').at(-1)) - Number(other.split('@').at(-1))),
    );
    expect(found.map(drawn)).toEqual([
      'error*@4.1 error: no such file: error: no such file',
      'output@11 new output: all is fine again',
      'command@11.04 command: a long line of text: a long line of text',
      'end*@20 last screen: and more of it',
    ]);
    expect(found.every(({ score }) => score >= 0 && score <= 1)).toBe(true);
  });

  it('end with what has ticked to the end, as it stands there', () => {
    const spinner = Array.from(
      { length: 240 },
      (_, tick) => String.raw`\r\u001b[K${'|/-+'[tick % 4]}␣working␣${Math.floor(tick / 2)}s@${tick / 2}`,
    );
    expect(moments(...spinner, rest(120))).toEqual(['end*@119.5 last screen: working 119s']);
    expect(moments(prints(0, 'cargo build'), ...spinner, rest(120))).toContain('end*@119.5 last screen: working 119s');
    expect(moments(prints(1, 'cargo build says hello'), ...spinner.slice(4, 20))).toEqual(['end*@1 last screen: cargo build says hello']);
  });

  it('have no answer where there was none, but a program that was left', () => {
    expect(
      moments(
        asks(2, 'please explain why it is slow'),
        prints(9, 'Resume this session with:', 'agent --resume 12345'),
        'o:~/work␣$␣exit@9.2',
        rest(20),
      ),
    ).toEqual(['prompt*@4.8 first prompt: please explain why it is slow', 'end*@9.2 last screen: Resume this session with:']);
  });

  it('tell nothing by a single letter or the number of an item', () => {
    expect(moments(prints(2, '> y', 'Completed in 0.5s'), prints(9, '6.', '7.', '8.'), prints(15, 'and then some text'), rest(20))).toEqual(
      ['output@2 new output: Completed in 0.5s', 'end*@15 last screen: and then some text'],
    );
  });

  it('are gone when half of what was to be read is', () => {
    const clear = String.raw`o:\u001b[2J\u001b[H@7`;
    const [moment] = momentsOf([prints(2, 'something to be read'), clear, prints(12, 'something else to read'), rest(20)]);
    expect(moment).toMatchObject({ time: 2e6, goneAt: 7e6 });
  });

  it('take as long to be read as their words do', () => {
    const micros = (...lines: string[]) => momentsOf([prints(1, ...lines), prints(9, 'more of it'), rest(20)])[0]?.readingMicros;
    expect(micros('two words')).toBe(1_200_000);
    expect(micros('seven words take two seconds of reading')).toBe(2_000_000);
    expect(micros('漢字は二つで一語として数える')).toBe(2_000_000);
    expect(micros(...Array.from({ length: 20 }, (_, line) => `this is line ${line}`))).toBe(6_000_000);
  });

  it('are prompts, in words, and the answers to them', () => {
    expect(
      moments(
        asks(2, 'please explain why it is slow'),
        prints(9, '⏺ Let me look at the parser first.'),
        prints(20, '⏺ It copies the whole buffer on every single line.'),
        asks(32, 'yes'),
        prints(40, '⏺ Now it reads the buffer in place, and takes a second.'),
        rest(60),
      ),
    ).toEqual([
      'prompt*@4.8 first prompt: please explain why it is slow',
      'answer@9 remark: Let me look at the parser first.',
      'answer@20 answer: It copies the whole buffer on every single line.',
      'prompt@32.2 you asked: yes',
      'answer*@40 final answer: Now it reads the buffer in place, and takes a second.',
      'end*@40 last screen: Now it reads the buffer in place, and takes a second.',
    ]);
  });

  it('are kept where they are prompts of more than a word', () => {
    expect(
      only('prompt', asks(2, 'fix the slow test of the reader'), prints(9, 'Done with it.'), asks(12, 'and the docs too'), rest(60)),
    ).toEqual(['prompt*@5 first prompt: fix the slow test of the reader', 'prompt*@13.5 you asked: and the docs too']);
  });

  it('are one prompt, however often somebody pauses', () => {
    const keys = (time: number, before: string, more: string) =>
      [...more].map((_, at) => String.raw`o:\r>␣${spaced(before + more.slice(0, at + 1))}@${(time + at / 10).toFixed(1)}`).join(' ');
    const text = 'make the reader faster';
    expect(
      only('prompt', 'o:>␣@0', keys(1, '', text), keys(12, text, ' and test it'), String.raw`\r\n@14`, prints(20, 'It is done.'), rest(30)),
    ).toEqual(['prompt*@13.1 first prompt: make the reader faster and test it']);
  });

  it('are one command for each that was sent, also without a pause', () => {
    const key = (time: number, sent: string, shown = sent) => `i:${sent}@${time} o:${shown}@${time + 0.05}`;
    const line = (time: number, text: string) =>
      [
        ...[...spaced(text)].map((one, at) => key(time + at / 10, one)),
        key(time + text.length / 10, String.raw`\r`, String.raw`\r\n$␣`),
      ].join(' ');
    expect(only('command', '$␣@0', line(1, 'npm ci'), line(1.8, 'npm test'), prints(9, 'all of it is fine'), rest(20))).toEqual([
      'command@1.55 command: npm ci: npm ci',
      'command@2.55 command: npm test: npm test',
    ]);
  });

  it('are two commands where one is typed again', () => {
    const again = ['$␣@0', types(1, 'npm test'), prints(4, '12 passed'), '$␣@5', types(8, 'npm test'), prints(12, '13 passed'), rest(20)];
    expect(only('command', ...again)).toEqual(['command@1.7 command: npm test: npm test', 'command@8.7 command: npm test: npm test']);
    const longer = [
      '$␣@0',
      types(1, 'ls src'),
      prints(4, 'main.tsx'),
      '$␣@5',
      types(8, 'ls src/core'),
      prints(12, 'lib cast plan'),
      rest(20),
    ];
    expect(only('command', ...longer)).toEqual(['command@1.5 command: ls src: ls src', 'command@9 command: ls src/core: ls src/core']);
  });

  it('have all of a text of several lines', () => {
    expect(
      only(
        'command',
        '$␣@0',
        types(1, "cat <<'E' > notes"),
        types(4, 'first note of it'),
        types(7, 'second note'),
        prints(9, 'written'),
        rest(20),
      ),
    ).toEqual(["command@8 command: cat <<'E' > notes first note of it second note"]);
  });

  it('have what was completed', () => {
    expect(
      only('command', '$␣@0', 'c@1 d@1.1 ␣@1.2 a@1.3', 'o:llende.ai/@1.8', String.raw`\r\n$␣@3`, prints(6, 'two words'), rest(20)),
    ).toEqual(['command@1.8 command: cd allende.ai/: cd allende.ai/']);
  });

  it('do not take what is typed at a shell for words', () => {
    expect(only('command', '$␣@0', types(1, 'echo look at all of this'), prints(5, 'look at all of this'), rest(20))).toEqual([
      'command@3.3 command: echo look at all of this: echo look at all of this',
    ]);
  });

  it('do not have what nobody could see', () => {
    expect(moments('o:Password:␣@0', 'i:s@1', 'i:e@1.1', 'i:c@1.2', 'i:r@1.3', String.raw`i:\r@1.4`, rest(20))).toEqual([
      'end*@0 last screen: Password:',
    ]);
  });

  it.each([
    ["curl: (7) Failed to connect to server: Couldn't connect", "error: curl: (7) Failed to connect to server: Couldn't connect"],
    ['error[E0382]: borrow of moved value', 'error[E0382]: borrow of moved value'],
    ['npm ERR! missing script: start', 'error: npm ERR! missing script: start'],
    ['bash: frob: command not found', 'error: bash: frob: command not found'],
    ['TypeError: x is undefined', 'error: TypeError: x is undefined'],
    ['✗ upload refused by the server', 'error: upload refused by the server'],
    ['their idea failed to spread at first', undefined],
    ['thread main panicked at src/main.rs', 'error: thread main panicked at src/main.rs'],
    ['Found 0 errors in 12 files', undefined],
    ['12 files checked, no errors', undefined],
    ['error handling is explained in the guide', undefined],
    ['  12 + throw new TypeError: x;', undefined],
    ['10:00:00 INFO no failover, error: none', undefined],
  ])('tell of %j whether it is an error', (line, reason) => {
    const errors = momentsOf([prints(1, 'starting the thing now'), prints(5, line), prints(9, 'going on with it'), rest(20)]).filter(
      ({ kind }) => kind === 'error',
    );
    expect(errors.map((moment) => moment.reason)).toEqual(reason === undefined ? [] : [reason]);
    expect(errors.every(({ isKept }) => isKept)).toBe(true);
  });

  it('have an error that went by', () => {
    const log = Array.from({ length: 60 }, (_, line) =>
      prints(2 + line / 20, line === 20 ? 'ERROR disk quota exceeded' : `copied another file of many ${line}`),
    );
    expect(only('error', ...log, rest(20))).toEqual(['error*@3.45 ERROR disk quota exceeded: ERROR disk quota exceeded']);
  });

  it('keep the first of errors that are alike', () => {
    const errors = [1, 5, 9].map((time) => prints(time, `error: request ${time} timed out after ${time} s`));
    expect(
      momentsOf([...errors, rest(20)])
        .filter(({ kind }) => kind === 'error')
        .map(({ isKept }) => isKept),
    ).toEqual([true, false]);
  });

  it.each([
    ['Tests  2 failed | 40 passed (42)', 'test*', '2 tests failed'],
    ['== 1 failed, 3 passed in 0.12s ==', 'test*', '1 test failed'],
    ['test result: ok. 5 passed; 0 failed', 'test', '5 passed'],
    ['ok 12 - reads the header', 'test', 'tests passed'],
    ['FAIL src/reader.test.ts', 'test*', 'tests failed'],
    ['All tests passed', 'test', 'tests passed'],
  ])('tell of %j how tests ended', (line, kind, reason) => {
    expect(moments(prints(1, 'running them all'), prints(5, line), prints(9, 'going on with it'), rest(20))).toContainEqual(
      expect.stringContaining(`${kind}@5 ${reason}: `),
    );
  });

  it('count tests that are marked', () => {
    expect(
      only(
        'test',
        prints(1, '✓ reads a header', '✗ reads a theme', '✓ reads events', '✗ reads markers'),
        prints(9, 'going on with it'),
        rest(20),
      ),
    ).toEqual(['test*@1 2 tests failed: ✗ reads a theme']);
  });

  it('say how much less a story would miss what was said before', () => {
    const remark = (time: number) => prints(time, `⏺ Good, next is benchmark ${time} of the reader.`);
    const [first = 0, , second = 1] = momentsOf([
      asks(1, 'make it fast for me please'),
      remark(8),
      prints(20, 'reading the file'),
      remark(30),
      prints(40, '⏺ All of it is fast now, as you wanted it to be.'),
      rest(60),
    ])
      .filter(({ kind }) => kind !== 'prompt')
      .map(({ score }) => score);
    expect(second).toBeLessThan(first / 2);
  });

  it('are the views of a program that fills the screen', () => {
    const view = (time: number, title: string, ...rows: string[]) =>
      String.raw`o:\u001b[2J\u001b[H${spaced([title, ...rows].join('\\r\\n')).replaceAll('\\\\', '\\')}@${time}`;
    expect(
      moments(
        view(1, 'All episodes', 'Viruses in winter', 'A pink tower'),
        view(5, 'Search: tower', 'A pink tower', 'The leaning tower'),
        rest(9),
      ),
    ).toEqual(['output@1 new output: All episodes', 'end*@5 last screen: Search: tower']);
  });

  it('lie before the end of the recording, also where the last event brings something', () => {
    const [, end] = momentsOf([prints(1, 'the first of two'), prints(9, 'the second of them')]);
    expect(end).toMatchObject({ kind: 'end', time: 8_999_999, goneAt: 9e6 });
  });

  it('are none where nothing was ever to be read', () => {
    expect(moments(rest(20))).toEqual([]);
    expect(moments('o:text@0')).toEqual([]);
    expect(moments()).toEqual([]);
  });

  it('shorten long lines to whole words', () => {
    const [moment] = momentsOf([
      prints(1, 'a line of many words that goes on and on until nobody wants to read it any more'),
      prints(9, 'more'),
      rest(20),
    ]);
    expect(moment?.text).toBe('a line of many words that goes on and on until nobody wants to read it any more');
    const [longer] = momentsOf([prints(1, 'a line of many words that goes on and on until nobody wants to read it any longer'), rest(20)]);
    expect(longer?.text).toBe('a line of many words that goes on and on until nobody wants to read it any…');
  });
});
