/** A place in a text, counted from 1 as editors do. The column counts UTF-16 units. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

const WHITESPACE = /[ \t\r\n]*/y;
const NUMBER_OR_WORD = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w))/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** What may come next: a value, a name (of a member), a colon, or what follows a whole value. */
type Expected = 'value' | 'valueOrEnd' | 'name' | 'nameOrEnd' | 'colon' | 'separator';

/**
 * Where a text stops being JSON; undefined where it is JSON all through. `JSON.parse` says that in some engines only,
 * and in each in other words, so the place is found here: only after `JSON.parse` has refused the text.
 */
export function jsonErrorPlace(text: string): TextPlace | undefined {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let offset = matchEnd(WHITESPACE, text, 0) ?? 0;
  while (offset < text.length) {
    const end = tokenEnd(text, offset);
    const next: Expected | undefined = end === undefined ? undefined : expectedAfter(text.charAt(offset), expected, open);
    if (end === undefined || next === undefined) return placeOf(text, offset);
    expected = next;
    offset = matchEnd(WHITESPACE, text, end) ?? end;
  }
  return open.length === 0 && expected === 'separator' ? undefined : placeOf(text, offset);
}

/** One past the token that begins at `offset`; undefined where none does, or a broken one. */
function tokenEnd(text: string, offset: number): number | undefined {
  const first = text.charAt(offset);
  if ('{}[],:'.includes(first)) return offset + 1;
  return first === '"' ? stringEnd(text, offset) : matchEnd(NUMBER_OR_WORD, text, offset);
}

/** A loop, since a pattern that takes a string whole remembers ways back: a wrong file may be one string of many megabytes. */
function stringEnd(text: string, offset: number): number | undefined {
  let at: number | undefined = offset + 1;
  while (at !== undefined && text[at] !== '"') {
    if (text[at] === '\\') at = matchEnd(ESCAPE, text, at);
    else at = text.charAt(at) < ' ' ? undefined : at + 1;
  }
  return at === undefined ? undefined : at + 1;
}

/** One past the match of a sticky pattern at `offset`. */
function matchEnd(pattern: RegExp, text: string, offset: number): number | undefined {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** Takes in the token that begins with `first`, keeping account of what is open; undefined where it may not stand there. */
function expectedAfter(first: string, expected: Expected, open: ('{' | '[')[]): Expected | undefined {
  const innermost = open.at(-1);
  const takesValue = expected === 'value' || expected === 'valueOrEnd';
  switch (first) {
    case '{':
    case '[':
      if (!takesValue) return undefined;
      open.push(first);
      return first === '{' ? 'nameOrEnd' : 'valueOrEnd';
    case '}':
      if (innermost !== '{' || (expected !== 'separator' && expected !== 'nameOrEnd')) return undefined;
      open.pop();
      return 'separator';
    case ']':
      if (innermost !== '[' || (expected !== 'separator' && expected !== 'valueOrEnd')) return undefined;
      open.pop();
      return 'separator';
    case ',':
      if (expected !== 'separator' || innermost === undefined) return undefined;
      return innermost === '{' ? 'name' : 'value';
    case ':':
      return expected === 'colon' ? 'value' : undefined;
    case '"':
      if (expected === 'name' || expected === 'nameOrEnd') return 'colon';
      return takesValue ? 'separator' : undefined;
    default:
      return takesValue ? 'separator' : undefined;
  }
}

function placeOf(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1 };
}
