import { expect, it } from 'vitest';
import { headerTexts, maskedToken } from './header-texts.ts';

const valuesIn = (text: string): string[] => headerTexts(text).map(({ value }) => value);

it('finds all texts, whatever they are in', () => {
  const text = '{ "title" : "a\\"b", "env": {"A": "x:", "B" :"y"}, "list": ["z", ["w", ":"]], "command": "" }';
  const found = headerTexts(text);
  expect(found.map(({ value }) => value)).toEqual(['a"b', 'A', 'x:', 'B', 'y', 'list', 'z', 'w', ':', '']);
  expect(found.map(({ start, end }) => JSON.parse(text.slice(start, end)))).toEqual(found.map(({ value }) => value));
});

it('finds numbers that the format does not ask for, and no word of JSON', () => {
  expect(valuesIn('{"version":2,"width":80,"height":24,"timestamp":1700000000,"pin":481516,"on":true,"tags":[7,null]}')).toEqual([
    'pin',
    '481516',
    'on',
    '7',
  ]);
});

it('leaves colours and kinds of terminals, but not what only stands in their place', () => {
  const theme = { fg: '#abcdef', bg: '#000000', palette: '#111111:#222222' };
  expect(valuesIn(JSON.stringify({ term: { type: 'xterm-256color', theme }, env: { TERM: 'screen' }, theme }))).toEqual([]);
  const odd = { term: { type: 'hunter2' }, theme: { fg: 'my secret' }, env: { TERM: 'xterm-HUNTER' } };
  expect(valuesIn(JSON.stringify(odd))).toEqual(['hunter2', 'my secret', 'xterm-HUNTER']);
  expect(valuesIn('{"title":"#abcdef"}')).toEqual(['#abcdef']);
});

it('writes what is masked so that it names nothing that the format knows', () => {
  const [name, number] = headerTexts('{"xersion":12345}');
  expect(name && maskedToken(name, 'version')).toBe('""');
  expect(number && maskedToken(number, '█████')).toBe('"█████"');
});
