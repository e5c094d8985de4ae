/*
 * Expressions take long, and of all lines few have what one of them cannot do without. So a line is gone over once: a table
 * tells of any three characters in a row what they hint at, and only the expressions that have a hint are tried. A hint may
 * be wrong; without one nothing is missed.
 */

/** What the characters of hints stand for: letters for themselves, small or not, and the last ones for all of a group. */
const ALPHABET = ' abcdefghijklmnopqrstuvwxyz0:>✗';
const GROUPS: readonly (readonly [sign: string, units: string])[] = [
  ['0', '0123456789'],
  [':', ':='],
  ['>', '$%#>❯➜'],
  ['✗', '✗✘✖❌⨯'],
];

/** In a hint: any character. */
const ANY = '?';

/** Beginnings, ends, and the joints of words that each need one hint to be there. All other signs, and blanks, are a blank. */
const HINTS = {
  failure: ['err', 'fai', 'fat', 'pan', 'exc', 'tra', 'fau', 'den', 'fus', 'fou', 'uch', 'nno', 'cou', 'exi', '??✗'],
  failureSaid: ['fou', 'pan', 'uch', 'den', 'fus', 'nno', 'cou', 'exi', 'd t', 'd w', ': ?', '0 e', '0 f'],
  noFailure: ['0 e', '0 f', 'o e', 'o f', 't e', 't f', 'y e', 'y f', '?:0', ': 0', 'r h', 'r m', 'r b', 'r f'],
  tests: ['pas', 'fai', 'ok ', 'cce'],
  allPassed: ['ll '],
  failed: ['fai'],
  passedCount: ['0 p', '0 s', '0 t', '0 c', '0 e', '0 a', '  0', 's 0', 'd 0', ': 0'],
  failedCount: ['0 f', '0 s', '0 t', '0 c', '0 e', '0 a', 'l 0', 'd 0', 'e 0', 's 0', ': 0'],
  command: ['??>'],
} as const satisfies Record<string, readonly string[]>;

type HintName = keyof typeof HINTS;

const NAMES = Object.keys(HINTS) as HintName[];

/** A bit for each. */
export const Hint = Object.fromEntries(NAMES.map((name, bit) => [name, 1 << bit])) as Readonly<Record<HintName, number>>;

const BITS = 5;
const THREE = (1 << (3 * BITS)) - 1;

const CODES = Uint8Array.from({ length: 0x10000 }, (_, unit) => {
  const character = String.fromCharCode(unit).toLowerCase();
  const sign = GROUPS.find(([, units]) => units.includes(character))?.[0] ?? character;
  return Math.max(0, ALPHABET.indexOf(sign));
});

const TABLE = new Uint16Array(THREE + 1);
for (const name of NAMES) {
  for (const hint of HINTS[name]) for (const key of keysOf(hint)) TABLE[key] = (TABLE[key] as number) | Hint[name];
}

function keysOf(hint: string): number[] {
  return [...hint].reduce(
    (keys, sign) => {
      const codes = sign === ANY ? [...ALPHABET].keys() : [ALPHABET.indexOf(sign)];
      return [...codes].flatMap((code) => keys.map((key) => (key << BITS) | code));
    },
    [0],
  );
}

/** What a line without its frame hints at: bits of `Hint`. Where words are apart by more than one blank, those of a single word only. */
export function hintsOf(line: string): number {
  let key = 0;
  let hints = 0;
  for (let at = 0; at < line.length; at++) {
    key = ((key << BITS) | (CODES[line.charCodeAt(at)] as number)) & THREE;
    hints |= TABLE[key] as number;
  }
  return hints;
}
