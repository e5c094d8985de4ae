import { describe, expect, it } from 'vitest';
import { CastError } from './cast-error.ts';
import { editHeaderText } from './header-text.ts';

describe('editHeaderText', () => {
  it.each([
    ['replaces a value', '{"version":2, "title" : "old" ,"width":80}', { title: 'new' }, '{"version":2, "title" : "new" ,"width":80}'],
    [
      'adds at the end, spaced as its neighbours',
      '{"version": 2, "width": 80}',
      { title: 'a' },
      '{"version": 2, "width": 80, "title": "a"}',
    ],
    ['adds without spaces where there are none', '{"version":3,"term":{}}', { title: 'a' }, '{"version":3,"term":{},"title":"a"}'],
    ['adds to a single member', '{"version": 2}', { title: 'a' }, '{"version": 2, "title": "a"}'],
    ['adds to an empty object', '{}', { a: 1, b: [2] }, '{"a":1,"b":[2]}'],
    [
      'adds a line to a header over several',
      '{\n  "version": 2,\n  "width": 80\n}',
      { title: 'a' },
      '{\n  "version": 2,\n  "width": 80,\n  "title": "a"\n}',
    ],
    ['removes in the middle', '{"a": 1, "b": 2, "c": 3}', { b: undefined }, '{"a": 1, "c": 3}'],
    ['removes the first', '{"a": 1, "b": 2}', { a: undefined }, '{"b": 2}'],
    ['removes the last', '{ "a": 1, "b": 2 }', { b: undefined }, '{ "a": 1 }'],
    ['removes all', '{"a": 1}', { a: undefined }, '{}'],
    ['removes nothing that is not there', '{"a": 1}', { b: undefined }, '{"a": 1}'],
    ['removes a repeated key wholly', '{"a":1,"b":2,"a":3}', { a: undefined }, '{"b":2}'],
    ['replaces the repetition that counts', '{"a":1,"b":2,"a":3}', { a: 4 }, '{"a":1,"b":2,"a":4}'],
    ['leaves members of inner objects alone', '{"env":{"title":"x"},"title":"y"}', { title: 'z' }, '{"env":{"title":"x"},"title":"z"}'],
    ['knows a key by its meaning', '{"t\\u0069tle":"x"}', { title: 'y' }, '{"t\\u0069tle":"y"}'],
    ['is not confused by braces in texts', '{"a":"}{,\\"","b":1}', { b: 2 }, '{"a":"}{,\\"","b":2}'],
    ['does both at once', '{"a": 1, "b": 2}', { b: undefined, c: 3 }, '{"a": 1, "c": 3}'],
  ])('%s', (_, text, changes, expected) => {
    expect(editHeaderText(text, changes)).toBe(expected);
  });

  it('does not mind texts of millions of characters', () => {
    const long = JSON.stringify('a"\\n'.repeat(1_000_000));
    expect(editHeaderText(`{"env":${long},"title":"a"}`, { title: 'b' })).toBe(`{"env":${long},"title":"b"}`);
  });

  it('does not mind deep nesting', () => {
    const deep = '['.repeat(50_000) + ']'.repeat(50_000);
    expect(editHeaderText(`{"deep":${deep},"title":"a"}`, { title: 'b' })).toBe(`{"deep":${deep},"title":"b"}`);
  });

  it('refuses a value that nests too deeply to be written', () => {
    const deep = JSON.parse('['.repeat(50_000) + ']'.repeat(50_000));
    const refusal = new CastError('corrupt', 'Its header nests too deeply, or is too long, to be written again.');
    expect(() => editHeaderText('{"term":{}}', { term: { theme: deep } })).toThrow(refusal);
    expect(() => editHeaderText('{}', { term: { theme: deep } })).toThrow(refusal);
  });
});
