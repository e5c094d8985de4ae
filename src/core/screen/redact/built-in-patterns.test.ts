import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../plan/parse-plan.ts';
import { patternExpression } from '../../plan/pattern.ts';
import { BUILT_IN_PATTERNS } from './built-in-patterns.ts';
import { forEachMatch } from './matches.ts';

/** What the built-in pattern of that name finds in a text. */
function foundBy(id: string, text: string): string[] {
  const builtIn = BUILT_IN_PATTERNS.find((one) => one.id === id);
  if (!builtIn) throw new RangeError(`no built-in pattern ${id}`);
  const found: string[] = [];
  forEachMatch(text, patternExpression(builtIn.what), (start, end) => found.push(text.slice(start, end)));
  return found;
}

const letters = (length: number): string => 'aB3dE5gH7jK9'.repeat(Math.ceil(length / 12)).slice(0, length);

describe('built-in patterns', () => {
  it.each([
    `sk-${letters(32)}`,
    `sk-ant-api03-${letters(40)}-_${letters(8)}`,
    `sk-proj-${letters(24)}`,
    `sk_live_${letters(24)}`,
    `ghp_${letters(36)}`,
    `gho_${letters(36)}`,
    `github_pat_11AAAAAAA0_${letters(30)}`,
    `glpat-${letters(20)}`,
    'xoxb-123456789012-abcdefABCDEF',
    'AKIAIOSFODNN7EXAMPLE',
    `AIza${letters(35)}`,
    `npm_${letters(36)}`,
    `hf_${letters(34)}`,
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
  ])('take %s for a token', (token) => {
    expect(foundBy('token', `export KEY=${token} && go`)).toEqual([token]);
  });

  it.each([
    ['password', 'password=hunter2', ['hunter2']],
    ['password', 'DB_PASSWORD="hunter2 " next', ['hunter2']],
    ['password', 'api_key: a1b2c3d4e5', ['a1b2c3d4e5']],
    ['password', '"token": "abcdefgh"', ['abcdefgh']],
    ['password', 'login --password hunter2 --force', ['hunter2']],
    ['password', 'Secret = pa55word!', ['pa55word!']],
    ['bearer', 'curl -H "Authorization: Bearer abc123.def456-ghi" x', ['abc123.def456-ghi']],
    ['url-password', 'git clone https://me:pa55@example.org/x', ['pa55']],
    ['email', 'Author: Jo <jo.doe+x@mail.example.org>', ['jo.doe+x@mail.example.org']],
    ['home', 'cd /home/jo/work; ls /Users/Jo.Doe', ['jo', 'Jo.Doe']],
    ['home', 'C:\\Users\\jo\\x and file://box/home/jo/x', ['jo', 'jo']],
    ['ipv4', 'ping 192.168.0.17 -c 1', ['192.168.0.17']],
  ])('by the name of %s find in %j only %j', (id, text, found) => {
    expect(foundBy(id, text).sort()).toEqual([...found].sort());
  });

  it('take a private key whole, and what is left of one', () => {
    const body = `${letters(64)}\n${letters(64)}\n${letters(20)}==`;
    const whole = `-----BEGIN OPENSSH PRIVATE KEY-----\n${body}\n-----END OPENSSH PRIVATE KEY-----`;
    expect(foundBy('private-key', `$ cat id\n${whole}\n$ `)).toEqual([whole]);
    const top = `-----BEGIN RSA PRIVATE KEY-----\n${letters(64)}\n${letters(64)}`;
    expect(foundBy('private-key', top)).toEqual([top]);
    const bottom = `${letters(64)}\n${letters(30)}==\n-----END RSA PRIVATE KEY-----`;
    expect(foundBy('private-key', bottom)).toEqual([bottom]);
    const indented = `    ${letters(64)}  \n    ${letters(40)}=`;
    expect(foundBy('private-key', `key: |\n    -----BEGIN RSA PRIVATE KEY-----\n${indented}`)).toEqual([
      `-----BEGIN RSA PRIVATE KEY-----\n${indented}`,
    ]);
    const numbered = `  12 │ ${letters(64)}\n  13 │ ${letters(9)}\n  14 │ -----END RSA PRIVATE KEY-----`;
    expect(foundBy('private-key', `$ bat id\n${numbered}\n$`)).toEqual([numbered]);
    expect(foundBy('private-key', `-----BEGIN PUBLIC KEY-----\n${letters(64)}\n-----END PUBLIC KEY-----`)).toEqual([]);
  });

  it.each([
    'commit 6067eb2f3a1b9c8d7e6f5a4b3c2d1e0f9a8b7c6d (HEAD -> main)',
    '550e8400-e29b-41d4-a716-446655440000',
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  empty',
    '"integrity": "sha512-yEGwZQgY5c2yN0bIoGYOq3kGmDtfM5nnk7rV8Wb1u6KD1L1m2j6O0l8v3m0zQb3kXyPz1dF1V0rT2qS4u6Wx8A=="',
    'git clone git@github.com:asciinema/asciinema.git',
    'npm install react@19.0.0-rc.1 lodash@4.17.21',
    'function login(user: string, password: string, token: Token) {',
    'const token = nextToken(reader); const secret = undefined;',
    'echo $PASSWORD; password=$PASSWORD; Password:',
    'task-force-of-many-words disk-usage-of-the-folder',
    'class="sk-fading-circle-of-dots"',
    'https://example.org/home/index.html',
    'version 1.2.3.4.5, took 10.5.3 s',
  ])('leave %s alone', (text) => {
    expect(Object.fromEntries(BUILT_IN_PATTERNS.map(({ id }) => [id, foundBy(id, text)]).filter(([, found]) => found?.length))).toEqual({});
  });

  it('may all be in a plan', () => {
    const redactions = BUILT_IN_PATTERNS.map(({ what }) => ({ pattern: what.pattern, ignore_case: what.ignoreCase }));
    expect(parsePlan(JSON.stringify({ version: 1, redactions })).redactions.map(({ what }) => what)).toEqual(
      BUILT_IN_PATTERNS.map(({ what }) => what),
    );
  });
});
