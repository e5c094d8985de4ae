import { describe, expect, it } from 'vitest';
import { eventData } from '#core/cast/events.ts';
import { readCast } from '#core/cast/reader.ts';
import { decodeUtf8 } from '#core/lib/text.ts';
import { type Redaction, WHOLE_RECORDING } from '#core/plan/plan.ts';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { redactRecording } from './redact-recording.ts';

const redaction = (pattern: string): Redaction => ({
  ...WHOLE_RECORDING,
  what: { kind: 'pattern', pattern, ignoreCase: false },
  with: '*',
});

describe('redactRecording', () => {
  it('answers with the recording itself where there is nothing to redact', () => {
    const recording = readCast(bytesOf(castV2('a@1')));
    expect(redactRecording(recording, []).recording).toBe(recording);
    expect(redactRecording(recording, [redaction('b')]).recording).toBe(recording);
  });

  it('masks what is named, byte for byte the rest', () => {
    const recording = readCast(bytesOf(castV2('a␣b@1 secr@2 et@3 c@4')));
    expect(decodeUtf8(redactRecording(recording, [redaction('secret')]).recording.bytes)).toBe(castV2('a␣b@1 ****@2 **@3 c@4'));
  });

  it('says so where something cannot be masked', () => {
    // A pattern that finds what stands beside a mask finds that again and again.
    const growing = readCast(bytesOf(castV2(`x${'y'.repeat(40)}@1`)));
    expect(() => redactRecording(growing, [redaction('x|(?<=\\*)y')])).toThrow(/leave \d+ places where/);
  });

  it.each([
    ['after the header on its line', (lines: string[]) => [`${lines[0]} secret`, lines[1]]],
    ['in a further element of an event', (lines: string[]) => [lines[0], '[1,"o","a","secret"]']],
    ['in such an element, with escapes', (lines: string[]) => [lines[0], String.raw`[1,"o","a",{"b":"secr\u0065t"}]`]],
    ['in the data of a resize', (lines: string[]) => [...lines, '[3,"r","secret"]']],
    ['in the data of an exit', (lines: string[]) => [...lines, '[3,"x","secret"]']],
    ['as a code', (lines: string[]) => [...lines, '[3,"secret","a"]']],
    ['as a name in the header', (lines: string[]) => [lines[0]?.replace('}', ',"env":{"my secret":"1"}}'), lines[1]]],
    ['in a line that cannot be read', (lines: string[]) => [...lines, '[3,"o","secret"']],
    ['in such a line, with escapes', (lines: string[]) => [...lines, String.raw`[3,"o","s\u0065cret"`]],
    ['in input, as what a key would send', (lines: string[]) => [...lines, String.raw`[3,"i","\u001b[0secretm"]`]],
    ['in a comment', (lines: string[]) => ['# secret', ...lines]],
  ])('masks what stands %s', (_, change: (lines: string[]) => readonly (string | undefined)[]) => {
    const text = change(castV2('a@1').trimEnd().split('\n')).join('\n');
    const masked = decodeUtf8(redactRecording(readCast(bytesOf(text)), [redaction('secret')]).recording.bytes);
    expect(masked).not.toBe(text);
    expect(masked.replace(/\\u0065/g, 'e')).not.toContain('secret');
    expect(readCast(bytesOf(masked)).events.length).toBe(readCast(bytesOf(text)).events.length);
  });

  it('leaves the colours of a theme, the sizes and the codes that every recording has', () => {
    const text = castV2('abc@1 r:100x30@2 x:0@3', { header: { theme: { fg: '#abcdef', bg: '#000000', palette: '#111111:#222222' } } });
    expect(decodeUtf8(redactRecording(readCast(bytesOf(text)), [redaction('[a-z0-9]+')]).recording.bytes)).toBe(
      text.replace('"abc"', '"***"'),
    );
  });

  it.each([
    ['the clipboard', `52;c;${btoa('my secret: ä')}`, '52;c;'],
    ['a link', '8;id=1;http://a/?key=s%65cret', '8;id=1;'],
    ['a link of other characters', '8;;file:///%C3%A4/se%63%72et', '8;;'],
    ['a folder', '7;file://host/%73ecret', '7;'],
  ])('masks the whole of what is encoded in %s', (_, command, left) => {
    for (const at of [0, 3, command.length - 3, command.length]) {
      const text = castV2(`o:\\u001b]${command.slice(0, at)}@1 o:${command.slice(at)}\\u0007a@2`);
      const masked = readCast(redactRecording(readCast(bytesOf(text)), [redaction('secret')]).recording.bytes);
      const written = (eventData(masked, 0) + eventData(masked, 1)).replaceAll('*', '█');
      expect(written).toBe(`\x1b]${left}${'█'.repeat(command.length - left.length)}\x07a`);
    }
  });

  it('looks through what terminals pass over in a title', () => {
    const text = castV2('o:\\u001b]0;sec\\u0000ret\\u0007@1');
    expect(decodeUtf8(redactRecording(readCast(bytesOf(text)), [redaction('secret')]).recording.bytes)).toBe(
      text.replace('sec', '***').replace('ret', '***'),
    );
  });

  it('leaves what is encoded and says nothing of it, and the colours of a terminal', () => {
    const strings = [`52;c;${btoa('other')}`, '8;;http://a/%20b', '52;c;!', '10;#abcdef', '4;1;rgb:ab/cd/ef;2;#abcdef', '11;?', '104'];
    const text = castV2(strings.map((string, index) => `o:\\u001b]${string}\\u0007@${index}`).join(' '));
    expect(decodeUtf8(redactRecording(readCast(bytesOf(text)), [redaction('secret|[a-f]{2}')]).recording.bytes)).toBe(text);
  });
});
