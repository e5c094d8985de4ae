import { expect, it } from 'vitest';
import { bytesOf, castText } from '#testing/recordings.ts';
import { finished } from '../lib/finished.ts';
import { copyRecording, recordingBuffers } from './copy-recording.ts';
import { readCast } from './reader.ts';
import type { Recording } from './recording.ts';

const copyOf = (recording: Recording): Recording => finished(copyRecording(recording));

it.each([2, 3] as const)('a copy of a recording of version %i can be given away', (version) => {
  const recording = readCast(bytesOf(castText('a@1 b@2 m:c@9', { version })));
  const whole = structuredClone(recording);
  const copy = copyOf(recording);
  expect(copy).toEqual(whole);
  expect(structuredClone(copy, { transfer: recordingBuffers(copy) })).toEqual(whole);
  expect(copy.bytes.length).toBe(0);
  expect(recording).toEqual(whole);
});

it('has the text that is read of a file of version 1, twice', () => {
  const recording = readCast(bytesOf(castText('a@1 b@2', { version: 1 })));
  const copy = copyOf(recording);
  expect(copy.sourceText).toBe(copy.bytes);
  expect(copy.bytes).toEqual(recording.bytes);
});

it('is whole where it takes several pieces', () => {
  const long = bytesOf(castText(`${'x'.repeat(9 * 1024 * 1024)}@1 b@2`));
  expect(Buffer.compare(copyOf(readCast(long)).bytes, long)).toBe(0);
});
