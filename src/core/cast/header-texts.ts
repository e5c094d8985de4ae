import { TOKEN } from './header-text.ts';

/** A text that a header says somewhere, and where its token stands: a name that somebody has thought of, a value, a number under such a name. */
export interface HeaderText {
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly isName: boolean;
}

/** Names that the format has: without them a header could not be read, and they say nothing of anybody. */
const KNOWN_NAMES: ReadonlySet<string> = new Set(
  'version width height term cols rows type theme fg bg palette title command env SHELL TERM tags timestamp duration idle_time_limit'.split(
    ' ',
  ),
);

/** A colour, or some of them. A mask in it would change how everything looks. */
const IS_COLOURS = /^#[0-9a-f]{3,8}(?::#[0-9a-f]{3,8}){0,15}$/i;

const IS_TERMINAL =
  /^(?:xterm|screen|tmux|rxvt|linux|vt\d{3}|alacritty|kitty|foot|wezterm|ghostty|konsole|ansi|dumb)(?:[+-][a-z0-9]{1,12}){0,4}$/;

/** All texts of a valid JSON object, in order, but for what is none to people: names of the format, colours, and what kind of terminal it was. */
export function headerTexts(text: string): HeaderText[] {
  const texts: HeaderText[] = [];
  /** Of the objects and lists that are open, the names under which they stand. */
  const path: string[] = [];
  let name = '';
  let last: HeaderText | undefined;
  const take = (): void => {
    if (last && !isTold(path, name, last)) texts.push(last);
    last = undefined;
  };
  TOKEN.lastIndex = 0;
  for (let found = TOKEN.exec(text); found !== null; found = TOKEN.exec(text)) {
    const token = found[2] as string;
    const end = TOKEN.lastIndex;
    const start = end - token.length;
    if (token === ':') {
      // What comes before a colon is a name.
      name = last?.value ?? '';
      if (last && !KNOWN_NAMES.has(name)) texts.push({ ...last, isName: true });
      last = undefined;
    } else if (token === '{' || token === '[') path.push(name);
    else if (token === '}' || token === ']') {
      take();
      name = path.pop() ?? '';
    } else if (token === ',') take();
    else if (token.startsWith('"') || /^[-\d]/.test(token)) {
      last = { start, end, value: token.startsWith('"') ? (JSON.parse(token) as string) : token, isName: false };
    }
  }
  return texts;
}

/** What a token is written as once its text is masked: a number becomes a text. */
export const maskedToken = ({ isName }: HeaderText, masked: string): string =>
  JSON.stringify(isName && KNOWN_NAMES.has(masked) ? '' : masked);

/** Whether a value says only what the format asks for. */
function isTold(path: readonly string[], name: string, { value }: HeaderText): boolean {
  const parent = path.at(-1);
  if (parent === 'theme') return IS_COLOURS.test(value);
  if ((parent === 'term' && name === 'type') || (parent === 'env' && name === 'TERM')) return IS_TERMINAL.test(value);
  return /^(?:version|width|height|cols|rows|timestamp|duration|idle_time_limit)$/.test(name) && /^-?[\d.eE+-]{1,24}$|^null$/.test(value);
}
