import { describe, expect, it } from 'vitest';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { pattern, rect, redactedEvents } from '#testing/redactions.ts';
import { eventData } from '../../cast/events.ts';
import { readCast } from '../../cast/reader.ts';
import type { Recording } from '../../cast/recording.ts';
import { decodeUtf8 } from '../../lib/text.ts';
import { maskRecording } from '../../plan/mask-recording.ts';
import { traceMasks } from './trace-masks.ts';

const SECRET = pattern('secret');

describe('a pattern masks what was on screen', () => {
  it.each([
    ['in one event', 'my␣secret!@1', 'my␣######!@1'],
    ['key by key', 's@1 e@2 c@3 r@4 e@5 t@6', '#@1 #@2 #@3 #@4 #@5 #@6'],
    ['with colours inside', 'se\\u001b[31mcr\\u001b[0;1met@1', '##\\u001b[31m##\\u001b[0;1m##@1'],
    ['with other events between', 'sec@1 i:x@2 m:y@2 ret@3', '###@1 i:x@2 m:y@2 ###@3'],
    ['mistyped', 'sex\\b\\u001b[Kcr@1 et@2', '##x\\b\\u001b[K##@1 ##@2'],
    [
      'put together by moving the cursor',
      '\\u001b[4Gret@1 \\u001b[1Gs\\u001b[3Gc@2 \\u001b[2Ge@3',
      '\\u001b[4G###@1 \\u001b[1G#\\u001b[3G#@2 \\u001b[2G#@3',
    ],
    [
      'put together and scrolled away within the event',
      '\\u001b[4Gret\\rsec\\r\\u001b[24B\\n\\n@1',
      '\\u001b[4G###\\r###\\r\\u001b[24B\\n\\n@1',
    ],
    ['inserted before what stands', 'cret@1 \\r\\u001b[2@se@2', '####@1 \\r\\u001b[2@##@2'],
    ['in insert mode', 'cret\\r\\u001b[4hse@1', '####\\r\\u001b[4h##@1'],
    ['pulled together by a deletion', 'sec--ret@1 \\u001b[5D\\u001b[2P@2', '###--###@1 \\u001b[5D\\u001b[2P@2'],
    ['overwritten', 'sexxet@1 \\r\\u001b[2Ccr@2', '##xx##@1 \\r\\u001b[2C##@2'],
    ['scrolled', 'sec@1 ret@2 \\n\\n\\n\\n\\n@3', '###@1 ###@2 \\n\\n\\n\\n\\n@3'],
    ['and taken away within the event', 'secret\\r\\u001b[2Kdone@1', '######\\r\\u001b[2Kdone@1'],
    ['apart, and taken away within the event', 'x\\r\\u001b[3Cret\\rsec\\u001b[2J@1', 'x\\r\\u001b[3C###\\r###\\u001b[2J@1'],
    [
      'put together backwards, and scrolled away by one row',
      '\\u001b[4Gret\\u001b[Gsec\\u001b[24H\\u001bD@1',
      '\\u001b[4G###\\u001b[G###\\u001b[24H\\u001bD@1',
    ],
    [
      'put together backwards, and pushed out',
      '\\u001b[24;4Hret\\u001b[24Hsec\\u001b[H\\u008d@1',
      '\\u001b[24;4H###\\u001b[24H###\\u001b[H\u008d@1',
    ],
    ['put together backwards, and written over', '\\u001b[4Gret\\u001b[Gsec\\r␣␣␣␣␣␣␣@1', '\\u001b[4G###\\u001b[G###\\r␣␣␣␣␣␣␣@1'],
    ['put together backwards, and filled over', '\\u001b[4Gret\\u001b[Gsec\\u001b#8@1', '\\u001b[4G###\\u001b[G###\\u001b#8@1'],
    [
      'put together backwards, and cleared in the way of old',
      '\\u001b[4Gret\\u001b[Gsec\\u001b[?2J@1',
      '\\u001b[4G###\\u001b[G###\\u001b[?2J@1',
    ],
    ['on the other screen', '\\u001b[?1049hsecret@1 \\u001b[?1049l@2', '\\u001b[?1049h######@1 \\u001b[?1049l@2'],
  ])('%s', (_, before, after) => {
    expect(redactedEvents(before, [SECRET])).toBe(after);
  });

  it('that was wrapped', () => {
    const size = { width: 10, height: 4 };
    expect(redactedEvents('1234567sec@1 ret@2', [SECRET], size)).toBe('1234567###@1 ###@2');
    expect(redactedEvents('1234567sec@1 \\r\\nret@2', [SECRET], size)).toBe('1234567###@1 \\r\\n###@2');
    // As shells do it: the first character of the next row, to be in it, and back.
    expect(redactedEvents('1234567se@1 c@2 ␣\\r@3 r@4 et@5', [SECRET], size)).toBe('1234567##@1 #@2 ␣\\r@3 #@4 ##@5');
  });

  it('that a program painted over several rows', () => {
    const size = { width: 4, height: 4 };
    expect(redactedEvents('\\u001b[1;2Hsec\\u001b[2;1Hret@1', [SECRET], size)).toBe('\\u001b[1;2H###\\u001b[2;1H###@1');
  });

  it('that was scrolled away within one event', () => {
    expect(redactedEvents('\\r\\nsecret\\r\\n\\n\\n\\n@1', [SECRET], { width: 10, height: 3 })).toBe('\\r\\n######\\r\\n\\n\\n\\n@1');
  });

  it('that was repeated by a sequence: the character that was repeated', () => {
    expect(redactedEvents('a\\u001b[5b@1', [pattern('a{6}')])).toBe('#\\u001b[5b@1');
    expect(redactedEvents('go␣a@1 \\u001b[3b@2', [pattern('a{4}')])).toBe('go␣#@1 \\u001b[3b@2');
  });

  it('with wide characters, by marks as wide', () => {
    expect(redactedEvents('[密碼😀x]@1', [pattern('密碼.x')])).toBe('[＊＊＊#]@1');
  });

  it('with marks that take no column, which stay', () => {
    expect(redactedEvents('e\\u0301te\\u0301@1', [pattern('e\\u0301te\\u0301')])).toBe('#\u0301##\u0301@1');
  });

  it('with a character that two events have a half of each', () => {
    expect(redactedEvents('a\\ud83d@1 \\ude00b@2', [pattern('a😀b')])).toBe('#@1 ＊#@2');
    expect(redactedEvents('\\ufeffa😀secret@1', [SECRET])).toBe('\ufeffa😀######@1');
  });

  it('in the set of line characters, by what it shows', () => {
    expect(redactedEvents('\\u001b(0qqq\\u001b(B@1', [pattern('─{3}')])).toBe('\\u001b(0###\\u001b(B@1');
  });

  it('and nothing else', () => {
    expect(redactedEvents('secre@1 \\r\\n@2 sec.ret@3', [SECRET])).toBe('secre@1 \\r\\n@2 sec.ret@3');
  });

  it('again where a mask makes it match', () => {
    expect(redactedEvents('xab@1', [pattern('x'), pattern('(?<!x)ab')])).toBe('###@1');
  });

  it('where matches overlap', () => {
    expect(redactedEvents('ababa@1', [pattern('aba')])).toBe('#####@1');
  });

  it('with the mark of each redaction', () => {
    expect(redactedEvents('one␣two@1', [pattern('one', { with: '1' }), pattern('two', { with: '2' })])).toBe('111␣222@1');
  });

  it('also where it consists of what others are masked with', () => {
    const other = [pattern('foo', { with: 'x' }), pattern('bar', { with: 'y' })];
    expect(redactedEvents('pass␣xxyyxx@1', [pattern('(?<=pass )[a-z]+', { with: '*' }), ...other])).toBe('pass␣******@1');
  });

  it('over several lines, where it names line feeds', () => {
    expect(redactedEvents('BEGIN\\r\\nx@1 y\\r\\nEND@2 \\r\\nz@3', [pattern('BEGIN\\n[^]*\\nEND')])).toBe(
      '#####\\r\\n#@1 #\\r\\n###@2 \\r\\nz@3',
    );
  });
});

describe('a pattern masks what is on no screen', () => {
  it('titles, also over several events', () => {
    expect(redactedEvents('\\u001b]0;my␣sec@1 ret\\u0007x@2 \\u001b]2;secret\\u001b\\\\@3', [SECRET])).toBe(
      '\\u001b]0;my␣###@1 ###\\u0007x@2 \\u001b]2;######\\u001b\\\\@3',
    );
  });

  it('titles with control characters inside, which show nothing', () => {
    expect(redactedEvents('\\u001b]0;sec\\u0000ret\\u0007@1', [SECRET])).toBe('\\u001b]0;###\\u0000###\\u0007@1');
  });

  it('links, and whatever else strings in sequences say', () => {
    expect(redactedEvents('\\u001b]8;;http://x/secret\\u0007y\\u001b]8;;\\u0007@1 \\u001bPsecret\\u001b\\\\@2', [SECRET])).toBe(
      '\\u001b]8;;http://x/######\\u0007y\\u001b]8;;\\u0007@1 \\u001bP######\\u001b\\\\@2',
    );
    expect(redactedEvents('\\u009d0;secret\\u009c@1 \\u001b]0;secret@2', [SECRET])).toBe('\u009d0;######\u009c@1 \\u001b]0;######@2');
  });

  it('comments', () => {
    const text = `${castV2('secret@1')}# a secret\n`;
    const recording = readCast(bytesOf(text));
    const { bytes } = maskRecording(recording, traceMasks(recording, [SECRET]));
    expect(decodeUtf8(bytes)).toBe(text.replaceAll('secret', '######'));
  });

  it('what the header says', () => {
    const recording = readCast(bytesOf(castV2('a@1', { header: { title: 'my secret', command: 'do "secret"', env: { A: 'secret' } } })));
    const { bytes } = maskRecording(recording, traceMasks(recording, [SECRET]));
    expect(decodeUtf8(bytes)).toContain(String.raw`"title":"my ######","command":"do \"######\"","env":{"A":"######"}`);
    expect(maskRecording(recording, traceMasks(recording, [SECRET])).header.title).toBe('my ######');
  });

  it.each([
    ['typed key by key', 'i:s@1 i:e@2 i:c@3 i:ret@4', 'i:#@1 i:#@2 i:#@3 i:###@4'],
    ['corrected', 'i:sex@1 i:\\u007f@2 i:cret@3', 'i:##x@1 i:\u007f@2 i:####@3'],
    ['completed and taken back', 'i:secret\\b\\b@1', 'i:######\\b\\b@1'],
    ['pasted', 'i:\\u001b[200~secret\\u001b[201~@1', 'i:\\u001b[200~######\\u001b[201~@1'],
    ['with other keys between', 'i:sec\\u001b[D\\u001b[C\\u001bOAret@1', 'i:###\\u001b[D\\u001b[C\\u001bOA###@1'],
    ['but not over two lines', 'i:sec\\r@1 i:ret@2', 'i:sec\\r@1 i:ret@2'],
  ])('input, %s', (_, before, after) => {
    expect(redactedEvents(before, [SECRET])).toBe(after);
  });

  it('markers, and events of other codes', () => {
    expect(redactedEvents('m:a␣secret@1 custom:secret@2', [SECRET])).toBe('m:a␣######@1 custom:######@2');
  });
});

describe('a pattern with a range', () => {
  const events = 'secret@1 \\u001b[2J@2 \\u001b[Hsecret@3 \\u001b[2J@4';

  it('masks what is seen in it, and only that', () => {
    expect(redactedEvents(events, [pattern('secret', { from: 3, to: 4 })])).toBe('secret@1 \\u001b[2J@2 \\u001b[H######@3 \\u001b[2J@4');
    expect(redactedEvents(events, [pattern('secret', { from: 0, to: 2.5 })])).toBe('######@1 \\u001b[2J@2 \\u001b[Hsecret@3 \\u001b[2J@4');
  });

  it('masks what stands when it begins', () => {
    expect(redactedEvents(events, [pattern('secret', { from: 1.5, to: 1.6 })])).toBe(
      '######@1 \\u001b[2J@2 \\u001b[Hsecret@3 \\u001b[2J@4',
    );
    expect(redactedEvents('secret@1 i:x@2 m:y@2 z@3', [pattern('secret', { from: 2, to: 3 })])).toBe('######@1 i:x@2 m:y@2 z@3');
  });

  it('leaves what the first event in it has replaced', () => {
    expect(redactedEvents('\\u001b[Hfoo1@1 \\u001b[Hbar2@5 y@9', [pattern('[a-z]{3}[0-9]', { from: 5, to: 8 })])).toBe(
      '\\u001b[Hfoo1@1 \\u001b[H####@5 y@9',
    );
    expect(redactedEvents('\\u001b[Hfoo1@1 m:x@5 \\u001b[Hbar2@6 y@9', [pattern('[a-z]{3}[0-9]', { from: 5, to: 8 })])).toBe(
      '\\u001b[H####@1 m:x@5 \\u001b[H####@6 y@9',
    );
  });

  it.each([pattern('other'), rect(9, 9, 1, 1)])('masks what stands when it begins, whatever else is looked for', (other) => {
    const events = 'pin␣letmein\\r\\n@1 $␣ls\\r\\na␣b\\r\\n\\u001b[K@2 bye@6';
    const masked = events.replace('letmein', '#######');
    expect(redactedEvents(events, [other, rect(1, 5, 1, 7, { from: 3, to: 6 })])).toBe(masked);
    expect(redactedEvents(events, [other, pattern('letmein', { from: 3, to: 6 })])).toBe(masked);
  });

  it('masks lines that stand together in it, whatever else is looked for', () => {
    const events = '\\u001b[3Hsecond\\u001b[2Hfirst\\u001b[5H\\n@1 \\u001b[2J@2';
    expect(redactedEvents(events, [pattern('other'), pattern('first\\nsecond')])).toBe(
      '\\u001b[3H######\\u001b[2H#####\\u001b[5H\\n@1 \\u001b[2J@2',
    );
  });

  it('masks nothing where it begins after the end', () => {
    expect(redactedEvents('secret@1', [pattern('secret', { from: 1.5 })])).toBe('secret@1');
    expect(redactedEvents('secret@1', [pattern('secret', { from: 1 })])).toBe('######@1');
  });

  it('leaves what went before it, also within an event', () => {
    expect(redactedEvents('secret\\r\\u001b[Kx@1 y@2', [pattern('secret', { from: 1.5 })])).toBe('secret\\r\\u001b[Kx@1 y@2');
  });
});

describe('a rectangle', () => {
  it('masks what was printed in its cells while they were seen, and no blanks', () => {
    expect(redactedEvents('abc␣def\\r\\nghi@1 \\r\\njkl@2', [rect(1, 2, 2, 4)])).toBe('a##␣#ef\\r\\ng##@1 \\r\\njkl@2');
  });

  it('masks what only came there, and what stood there when its time begins', () => {
    expect(redactedEvents('abc@1 \\u001b[L@2', [rect(2, 1, 1, 2, { from: 2, to: 3 })])).toBe('##c@1 \\u001b[L@2');
    expect(redactedEvents('abc@1 \\u001b[2J@5', [rect(1, 1, 1, 3, { from: 3, to: 4 })])).toBe('###@1 \\u001b[2J@5');
    expect(redactedEvents('abc@1 \\u001b[2J@2 d@5', [rect(1, 1, 1, 3, { from: 3, to: 4 })])).toBe('abc@1 \\u001b[2J@2 d@5');
  });

  it('masks a wide character of which it has a half', () => {
    expect(redactedEvents('密碼@1', [rect(1, 2, 1, 1)])).toBe('＊碼@1');
  });

  it('may reach beyond the screen, and follows its size', () => {
    expect(redactedEvents('r:4x2@1 abcdef@2', [rect(2, 1, 9, 99)], { width: 8, height: 3 })).toBe('r:4x2@1 abcd##@2');
  });
});

describe('numbers of printed characters', () => {
  it('are right after more characters than there are numbers', () => {
    const lines = Array.from({ length: 60 }, (_, index) => `[${index + 2}, "o", ${JSON.stringify('0123456789'.repeat(2000))}]\n`);
    const text = `${castV2('\\u001b[?1049hsec@1').trimEnd()}\n[1.5, "o", "\\u001b[?1049l"]\n${lines.join('')}[99, "o", "\\u001b[?1049h\\u001b[1;1Hsec\\u001b[1;4Hret"]\n`;
    const recording = readCast(bytesOf(text));
    const masked = maskRecording(recording, traceMasks(recording, [SECRET]));
    expect(lastData(masked)).toBe('\u001b[?1049h\u001b[1;1H###\u001b[1;4H###');
  });
});

const lastData = (recording: Recording): string => eventData(recording, recording.events.length - 1);
