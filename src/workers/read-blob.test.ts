import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readCast } from '#core/cast/reader.ts';
import { bytesOf, castV2, castV3 } from '#testing/recordings.ts';
import { inflateMembers } from './inflate.ts';
import { readBlob } from './read-blob.ts';

const TEXT = castV3('a@1 b@2 c@5');
const LONG_TEXT = castV2('') + Array.from({ length: 300_000 }, (_, index) => `[${index}, "o", "line ${index}\\r\\n"]\n`).join('');

const gzip = (data: string | Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(gzipSync(data));

const read = (...parts: (string | Uint8Array<ArrayBuffer>)[]) => readBlob(new Blob(parts), () => undefined);

describe('readBlob', () => {
  it('reads plain text and gzip alike', async () => {
    const expected = readCast(bytesOf(TEXT));
    expect(await read(TEXT)).toEqual(expected);
    expect(await read(gzip(TEXT))).toEqual(expected);
  });

  it.each([
    ['plain text', bytesOf(LONG_TEXT)],
    ['gzip', gzip(LONG_TEXT)],
  ])('tells how far it is: %s', async (_, bytes) => {
    const told: [number, number][] = [];
    const recording = await readBlob(new Blob([bytes]), (at, events) => told.push([at, events]));
    expect(recording.events.length).toBe(300_000);
    expect(told.length).toBeGreaterThan(1);
    expect(told).toEqual(told.toSorted(([a, x], [b, y]) => a - b || x - y));
    expect(told.at(-1)).toEqual([bytes.length, 300_000]);
  });

  it('reads gzip of several members', async () => {
    const [start, end] = [TEXT.slice(0, 70), TEXT.slice(70)];
    expect(await read(gzip(start), gzip(end))).toEqual(readCast(bytesOf(TEXT)));
  });

  it('refuses gzip that is cut off or damaged', async () => {
    const whole = gzip(LONG_TEXT);
    const refusal = { kind: 'corrupt', message: 'The gzip data is incomplete or damaged.' };
    await expect(read(whole.subarray(0, whole.length / 2))).rejects.toMatchObject(refusal);
    await expect(read(whole.with(whole.length / 2, 0xff).with(whole.length / 2 + 1, 0xff))).rejects.toMatchObject(refusal);
  });

  it('refuses what is no recording', async () => {
    await expect(read('')).rejects.toMatchObject({ kind: 'empty' });
    await expect(read('$ ls')).rejects.toMatchObject({ kind: 'not-a-recording' });
    await expect(read(gzip('$ ls'))).rejects.toMatchObject({ kind: 'not-a-recording', message: expect.stringContaining('plain text') });
    await expect(read(gzip(gzip(TEXT)))).rejects.toMatchObject({
      kind: 'not-a-recording',
      message: expect.stringContaining('gzip data inside'),
    });
  });

  it('passes on that a file cannot be had', async () => {
    const gone = new Blob([TEXT]);
    gone.slice = () => {
      throw new DOMException('It is gone', 'NotFoundError');
    };
    await expect(readBlob(gone, () => undefined)).rejects.toThrow('It is gone');
  });
});

describe('inflateMembers', () => {
  const inflated = async (...members: Uint8Array[]) => {
    const pieces: Uint8Array[] = [];
    const isWhole = await inflateMembers(new Uint8Array(Buffer.concat(members)), (piece) => pieces.push(piece));
    return { isWhole, text: Buffer.concat(pieces).toString() };
  };

  it('finds where each member ends', async () => {
    expect(await inflated(gzip('one '), gzip('two '), gzip(''), gzip('three'))).toEqual({ isWhole: true, text: 'one two three' });
  });

  it('is not misled by what only looks like a start', async () => {
    // Stored, not deflated: the bytes of a start lie in the data as they are.
    const lookalike = new Uint8Array(gzipSync(Uint8Array.of(0x41, 0x1f, 0x8b, 0x08, 0x00, 0x42), { level: 0 }));
    const { isWhole, text } = await inflated(lookalike, gzip('end'));
    expect([isWhole, text.slice(0, 1), text.slice(-4)]).toEqual([true, 'A', 'Bend']);
  });

  it('says where a member is not whole', async () => {
    expect(await inflated(gzip('one '), gzip('two ').subarray(0, -1))).toEqual({ isWhole: false, text: 'one ' });
    expect(await inflated(gzip('one '))).toEqual({ isWhole: false, text: '' });
  });
});
