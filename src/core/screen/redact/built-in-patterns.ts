import type { RedactedPattern } from '../../plan/plan.ts';

/** A kind of secret that is known by its looks. */
export interface BuiltInPattern {
  readonly id: string;
  /** For people, in the plural. */
  readonly label: string;
  readonly what: RedactedPattern;
  /** Stands in whatever the pattern matches: where it does not, the pattern need not be tried. */
  readonly hint?: string;
  /** Looked for before every export. The others are no secrets to most. */
  readonly isSecret: boolean;
}

const oneOf = (...parts: readonly string[]): string => `(?:${parts.join('|')})`;

/** Where a word begins that may hold digits, underscores and hyphens. */
const WORD_START = '(?<![A-Za-z0-9_-])';
const WORD_END = '(?![A-Za-z0-9_-])';

/** Tokens that services mark with a prefix of their own. */
const TOKENS =
  WORD_START +
  oneOf(
    // A name of lower-case words could begin like this, a token has digits or capitals.
    'sk-(?=[a-z_-]*[A-Z0-9])[A-Za-z0-9_-]{16,}',
    '[rs]k_(?:live|test)_[A-Za-z0-9]{16,}',
    'gh[oprsu]_[A-Za-z0-9]{20,}',
    'github_pat_[A-Za-z0-9_]{20,}',
    'glpat-[A-Za-z0-9_-]{16,}',
    'xox[abeoprs]-[A-Za-z0-9-]{10,}',
    'xapp-[0-9]-[A-Za-z0-9-]{10,}',
    `A[KS]IA[A-Z0-9]{16}${WORD_END}`,
    'AIza[A-Za-z0-9_-]{30,}',
    'ya29\\.[A-Za-z0-9_-]{20,}',
    'npm_[A-Za-z0-9]{30,}',
    'pypi-[A-Za-z0-9_-]{40,}',
    'hf_[A-Za-z0-9]{30,}',
    'dop_v1_[a-f0-9]{40,}',
    'SG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}',
    'eyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}(?:\\.[A-Za-z0-9_-]*)?',
  );

const KEY_NAME = '(?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----';

/** What may stand before a line of a key: how deep it lies in a document, its number, a quote. */
const KEY_INDENT = '[ \\t|│>0-9]{0,16}';

/** A block up to its last line; of one of which not all is to be seen, the lines that could be of it. */
const KEY_BLOCKS = oneOf(
  `-----BEGIN ${KEY_NAME}(?:[^]{0,8000}?-----END ${KEY_NAME}|(?:\\n${KEY_INDENT}[A-Za-z0-9+\\/=]{20,}[ \\t]*(?=\\n|$))*)`,
  // Only from the first line on that could be of it, since each further one would be tried as the first.
  `(?<![A-Za-z0-9+\\/= \\t|│>]|[A-Za-z0-9+\\/=]{20}\\n)(?:${KEY_INDENT}[A-Za-z0-9+\\/=]{20,}\\n)+(?:${KEY_INDENT}[A-Za-z0-9+\\/=]+\\n)?${KEY_INDENT}-----END ${KEY_NAME}`,
);

const SECRET_NAME = oneOf(
  'passw(?:or)?d',
  'passphrase',
  'pwd',
  'secret',
  'token',
  '(?:api|access|auth|private|secret)[_-]?key',
  'credentials?',
);

/** What would be the name of something else that holds the value, or a call. */
const NO_CODE = '(?![A-Za-z_.]*\\()';

/** The values alone: after a sign of equality any, after a colon only what no word of a language or of a program is. */
const ASSIGNED = oneOf(
  `(?<=${SECRET_NAME}["']?=["']?)${NO_CODE}[^\\s"'\`,;&|<>(){}$]{4,}`,
  `(?<=${SECRET_NAME}["']?[ \\t]{0,3}[:=][ \\t]{1,3}["']?)${NO_CODE}(?=[A-Za-z_-]*[0-9!#%+@^~*?])[^\\s"'\`,;&|<>(){}$]{6,}`,
  `(?<=${SECRET_NAME}["']?[ \\t]{0,3}[:=][ \\t]{0,3}["'])[^\\s"'\`$]{6,}(?=["'])`,
  `(?<=--${SECRET_NAME} ["']?)(?!-)[^\\s"'\`,;&|<>(){}$]{4,}`,
);

const NAME_END = '[^\\s\\/\\\\:;"\'`<>|)\\]},$*]+';

export const BUILT_IN_PATTERNS: readonly BuiltInPattern[] = [
  { id: 'token', label: 'API tokens', what: pattern(TOKENS), isSecret: true },
  { id: 'private-key', label: 'Private keys', what: pattern(KEY_BLOCKS), hint: 'PRIVATE KEY', isSecret: true },
  { id: 'password', label: 'Named passwords and keys', what: pattern(ASSIGNED, true), isSecret: true },
  {
    id: 'bearer',
    label: 'Bearer tokens',
    what: pattern('(?<=\\bBearer[ \\t]{1,3})(?=[A-Za-z._~+\\/=-]*[0-9])[A-Za-z0-9._~+\\/=-]{12,}', true),
    isSecret: true,
  },
  {
    id: 'url-password',
    label: 'Passwords in addresses',
    what: pattern('(?<=:\\/\\/[^\\s:@\\/]{1,64}:)[^\\s:@\\/$]{3,}(?=@)'),
    isSecret: true,
  },
  {
    id: 'email',
    label: 'E-mail addresses',
    // What logs in to a server that keeps code is nobody's address.
    what: pattern('(?<![A-Za-z0-9._%+-])(?!git@)[A-Za-z0-9._%+-]+@(?![0-9])[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}'),
    isSecret: true,
  },
  {
    id: 'home',
    label: 'Names in home folders',
    what: pattern(
      `(?<=(?:^|[\\s"'\`=:(\\[,;>]|file:\\/\\/[^\\s\\/]*)\\/(?:home|Users)\\/)${NAME_END}|(?<=\\b[A-Za-z]:\\\\{1,2}Users\\\\{1,2})${NAME_END}`,
    ),
    isSecret: false,
  },
  {
    id: 'ipv4',
    label: 'IPv4 addresses',
    what: pattern('(?<![0-9.])(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])\\.){3}(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(?![0-9]|\\.[0-9])'),
    isSecret: false,
  },
];

/** The built-in pattern that a redaction looks for. */
export const builtInPattern = ({ pattern: source, ignoreCase }: RedactedPattern): BuiltInPattern | undefined =>
  BUILT_IN_PATTERNS.find(({ what }) => what.pattern === source && what.ignoreCase === ignoreCase);

function pattern(source: string, ignoreCase = false): RedactedPattern {
  return { kind: 'pattern', pattern: source, ignoreCase };
}
