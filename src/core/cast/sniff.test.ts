import { describe, expect, it } from 'vitest';
import { bytesOf } from '#testing/recordings.ts';
import { describeForeign, isGzip } from './sniff.ts';

const hex = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));

/** Seconds, microseconds and length, 32 bits each, little end first, then the bytes. */
const ttyrecFrame = (seconds: number, text: string) => {
  const bytes = new Uint8Array([...new Uint8Array(12), ...bytesOf(text)]);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, seconds, true);
  view.setUint32(4, 500_000, true);
  view.setUint32(8, text.length, true);
  return [...bytes];
};

describe('describeForeign', () => {
  it.each([
    ['1f8b0800', 'gzip data inside gzip data'],
    ['504b030414000000', 'a zip archive'],
    ['28b52ffd04', 'data compressed with zstd'],
    ['fd377a585a000004', 'data compressed with xz'],
    ['425a68393141', 'data compressed with bzip2'],
    ['00000018667479706d703432', 'an MP4 video'],
    ['1a45dfa39f4286', 'a WebM video'],
    ['474946383961', 'a GIF image'],
    ['89504e470d0a1a0a', 'a PNG image'],
    ['255044462d312e37', 'a PDF document'],
    ['fffe7b00', 'text in UTF-16'],
    ['7f454c46020101000000', 'binary data'],
  ])('knows bytes %s as %s', (bytes, what) => {
    expect(describeForeign(hex(bytes))).toContain(what);
  });

  it.each([
    ['<!DOCTYPE html><title>404</title>', 'a web page'],
    ['\n<html lang="en">', 'a web page'],
    ['Script started on 2025-11-20 03:00:00+00:00 [TERM="xterm"]\n', 'recorded by script(1)'],
    ['version https://git-lfs.github.com/spec/v1\n', 'a Git LFS pointer'],
    ['<<<<<<< HEAD\n{"version": 2}\n', 'merge conflicts'],
    ['[1.5, "o", "a"]\n', 'without its header'],
    ['[{"version": 2}, [1, "o", "a"]]', 'one JSON list'],
    ['[1, 2]', 'JSON that is no recording'],
    ['null', 'JSON that is no recording'],
    ['$ \u001b[1mls\u001b[0m\r\n', 'plain terminal output'],
    ['Dear reader,\n', 'plain text'],
  ])('knows the text %j as %s', (text, what) => {
    expect(describeForeign(bytesOf(text))).toContain(what);
  });

  it('knows ttyrec by its frames', () => {
    expect(describeForeign(Uint8Array.from([...ttyrecFrame(1_763_600_000, 'hello'), ...ttyrecFrame(1_763_600_001, 'you')]))).toContain(
      'ttyrec',
    );
    expect(describeForeign(Uint8Array.from([...ttyrecFrame(1_763_600_000, 'hello'), ...ttyrecFrame(1, 'you')]))).toBe('binary data');
  });
});

describe('isGzip', () => {
  it('tells gzip by its first bytes', () => {
    expect([isGzip(hex('1f8b08')), isGzip(bytesOf('{"version"')), isGzip(new Uint8Array())]).toEqual([true, false, false]);
  });
});
