import { CastError } from './cast-error.ts';

/** What JSON can say. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** A member of an object's text, `lead "key" : value trail`, between the braces and commas around it. */
interface Member {
  readonly key: string;
  /** White space before the key. */
  readonly lead: string;
  readonly keyText: string;
  /** From the key's closing quote to the value: the colon and the white space around it. */
  readonly colon: string;
  readonly valueText: string;
  /** White space after the value. */
  readonly trail: string;
}

/**
 * Any JSON token after white space, where the text is known to be valid: so a string, a mark, or a bare word. Strings in
 * this form, and without the `u` flag, need no room to go back per character, so they may have millions.
 */
export const TOKEN = /([ \t\r\n]*)("[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^ \t\r\n"{}[\],:]+)/sy;

/**
 * Changes members of a header and leaves the rest of its text as it is: spacing, order, unknown and repeated keys, escapes.
 *
 * `text` is a valid JSON object. In `changes`, a value takes the place of the member's value (of the last one, which is
 * the one that counts, where a key is repeated), or is added at the end; `undefined` removes every member of that key.
 * Throws `CastError` for a value that `jsonText` refuses.
 */
export function editHeaderText(text: string, changes: Readonly<Record<string, JsonValue | undefined>>): string {
  const { before, members, inside, after } = splitMembers(text);
  const lastIndexes = new Map(members.map(({ key }, index) => [key, index]));
  const edited = members.flatMap((member, index) => {
    if (!Object.hasOwn(changes, member.key)) return [member];
    const value = changes[member.key];
    if (value === undefined) return [];
    return lastIndexes.get(member.key) === index ? [{ ...member, valueText: jsonText(value) }] : [member];
  });
  for (const [key, value] of Object.entries(changes)) {
    if (value !== undefined && !lastIndexes.has(key)) edited.push(newMember(key, value, members));
  }
  // The white space next to the braces belongs to them, whoever is first and last.
  const first = members[0]?.lead ?? '';
  const last = members.at(-1)?.trail ?? '';
  const texts = edited.map(({ lead, keyText, colon, valueText, trail }, index) => {
    const start = index === 0 ? first : lead;
    const end = index === edited.length - 1 ? last : index === members.length - 1 ? '' : trail;
    return start + keyText + colon + valueText + end;
  });
  return `${before}{${texts.length > 0 ? texts.join(',') : inside}}${after}`;
}

/** Throws `CastError` for what was read but cannot be written: engines parse deeper nesting than they write. */
export function jsonText(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    // What came from JSON has nothing else to fail on; which error it is differs between engines.
    throw new CastError('corrupt', 'Its header nests too deeply, or is too long, to be written again.');
  }
}

/** A member that looks like its neighbours. */
function newMember(key: string, value: JsonValue, members: readonly Member[]): Member {
  const model = members.at(-1);
  const colon = model?.colon ?? ':';
  const isOnOwnLine = model?.lead.includes('\n') ?? false;
  // The only member has no comma before it to learn from; a space after the colon goes with one after the comma.
  const lead = model === undefined ? '' : members.length > 1 || isOnOwnLine ? model.lead : colon.endsWith(' ') ? ' ' : '';
  return { key, lead, keyText: JSON.stringify(key), colon, valueText: jsonText(value), trail: '' };
}

function splitMembers(text: string): { before: string; members: Member[]; inside: string; after: string } {
  const members: Member[] = [];
  let at = 0;
  /** The next token with the white space before it. */
  const next = (): { space: string; token: string } => {
    TOKEN.lastIndex = at;
    const [whole = '', space = '', token = ''] = TOKEN.exec(text) ?? [];
    if (token === '') throw new SyntaxError('the text is not a JSON object');
    at += whole.length;
    return { space, token };
  };

  const { space: before } = next();
  for (;;) {
    const { space: lead, token: keyText } = next();
    if (keyText === '}') return { before, members, inside: lead, after: text.slice(at) };
    const colonStart = at;
    next();
    const { space: afterColon, token } = next();
    const valueStart = at - token.length;
    const colon = text.slice(colonStart, valueStart - afterColon.length) + afterColon;
    if (token === '{' || token === '[') skipNested(next);
    const valueText = text.slice(valueStart, at);
    const { space: trail, token: mark } = next();
    members.push({ key: JSON.parse(keyText) as string, lead, keyText, colon, valueText, trail });
    if (mark === '}') return { before, members, inside: '', after: text.slice(at) };
  }
}

/** Goes past what closes the list or object that was just opened. Counts instead of recursing: headers may nest deeply. */
function skipNested(next: () => { token: string }): void {
  for (let depth = 1; depth > 0; ) {
    const { token } = next();
    if (token === '{' || token === '[') depth++;
    else if (token === '}' || token === ']') depth--;
  }
}
