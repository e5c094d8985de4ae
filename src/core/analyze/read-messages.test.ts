import { describe, expect, it } from 'vitest';
import { bytesOf, castText } from '#testing/recordings.ts';
import { CastError } from '../cast/cast-error.ts';
import { readCast } from '../cast/reader.ts';
import { buildActivity } from './activity.ts';
import { readFailure, transferables } from './read-messages.ts';

describe('transferables', () => {
  it.each([1, 2, 3] as const)('hand a recording of version %i over without a copy', (version) => {
    const recording = readCast(bytesOf(castText('a@1 b@2 c@9', { version })));
    const copy = readCast(bytesOf(castText('a@1 b@2 c@9', { version })));
    const activity = buildActivity(recording);
    const expected = structuredClone({ recording, activity, copy });
    const message = structuredClone({ recording, activity, copy }, { transfer: transferables(recording, copy, activity) });
    expect(message).toEqual(expected);
    const left = [
      ...[recording, copy].flatMap(({ bytes, sourceText, events }) => [bytes, sourceText, ...Object.values(events)]),
      ...activity.levels.flatMap((level) => Object.values(level)),
    ];
    expect(left.filter((value) => ArrayBuffer.isView(value) && value.byteLength > 0)).toEqual([]);
  });
});

describe('readFailure', () => {
  it.each([
    [new CastError('empty', 'The file is empty.'), { kind: 'empty', message: 'The file is empty.' }],
    [
      new RangeError('Array buffer allocation failed'),
      { kind: 'too-large', message: expect.stringContaining('more memory than there is') },
    ],
    [new DOMException('It is gone', 'NotFoundError'), { kind: 'unreadable-file', message: 'The file could not be read: It is gone' }],
    ['a text', { kind: 'unreadable-file', message: 'The file could not be read: a text' }],
  ])('says of %s what it is', (error, failure) => {
    expect(readFailure(error)).toEqual(failure);
  });
});
