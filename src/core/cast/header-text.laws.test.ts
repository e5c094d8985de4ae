import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editHeaderText } from './header-text.ts';

const KEYS = ['title', 'duration', 'a"b', 'é', 'idle_time_limit'];

const space = fc.constantFrom('', '', ' ', '\n  ', '\t', ' \r\n');
const jsonText = fc.oneof(fc.json({ maxDepth: 3 }), fc.constantFrom('1.50', '1e3', '"\\u0041"', '[ 1 , {"title" : "}" } ]'));
const member = fc.tuple(fc.constantFrom(...KEYS, 'width', 'env'), space, space, space, jsonText, space);

/** Objects as texts of any spacing, with repeated keys. */
const objectText = fc.tuple(space, fc.array(member, { maxLength: 6 }), space, space).map(([before, members, inside, after]) => {
  const texts = members.map(([key, a, b, c, value, d]) => `${a}${JSON.stringify(key)}${b}:${c}${value}${d}`);
  return `${before}{${texts.length > 0 ? texts.join(',') : inside}}${after}`;
});

const changes = fc.dictionary(fc.constantFrom(...KEYS), fc.option(fc.constantFrom(1, 'text', null, [true]), { nil: undefined }), {
  maxKeys: 4,
});

describe('editHeaderText', () => {
  it('makes the text of the edited object', () => {
    fc.assert(
      fc.property(objectText, changes, (text, edit) => {
        const expected = new Map(Object.entries(JSON.parse(text) as object));
        for (const [key, value] of Object.entries(edit)) {
          if (value === undefined) expected.delete(key);
          else expected.set(key, value);
        }
        expect(JSON.parse(editHeaderText(text, edit))).toEqual(Object.fromEntries(expected));
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps the text where nothing changes', () => {
    fc.assert(
      fc.property(objectText, (text) => {
        expect(editHeaderText(text, { absent: undefined })).toBe(text);
      }),
    );
  });

  it('keeps the text of every member that is not edited', () => {
    fc.assert(
      fc.property(fc.uniqueArray(member, { selector: ([key]) => key, maxLength: 6 }), changes, (members, edit) => {
        const texts = members.map(([key, , b, c, value]) => ({ key, text: `${JSON.stringify(key)}${b}:${c}${value}` }));
        const edited = editHeaderText(`{${texts.map(({ text }) => text).join(',')}}`, edit);
        for (const { key, text } of texts) if (!Object.hasOwn(edit, key)) expect(edited).toContain(text);
      }),
    );
  });
});
