const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|(.))/gsu;

const CHARACTERS: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** A text with all that reads like an escape of JSON resolved, whether or not it is JSON. */
export const unescapedJson = (text: string): string =>
  text.replace(ESCAPE, (_, code: string | undefined, character: string | undefined) =>
    code !== undefined ? String.fromCharCode(Number.parseInt(code, 16)) : (CHARACTERS[character ?? ''] ?? character ?? ''),
  );
