/** One of these and a blank stand before what is typed. */
const PROMPT_SIGNS = '$#%>❯»›➜λ';

/** The same, looked up: every line is searched for them. */
const IS_PROMPT_SIGN = new Uint8Array(0x10000);
for (const sign of PROMPT_SIGNS) IS_PROMPT_SIGN[sign.charCodeAt(0)] = 1;

/** Further to the right a sign is rather part of the text. */
const MAX_PROMPT = 100;

/** What is drawn beside typed text: blanks, cursors, and the edges of boxes. */
const BESIDE = ' \u00a0▌█▏▎│┃';

/** So many characters may come with one key: two keys can come between two looks at the screen. */
const MAX_KEY = 2;

/** Text that moves to the left in a box that is full is known again where it is so long. */
const MIN_SLIDING = 8;

/** What one change of a line says about typing: one key, many characters at once, characters taken back, or anything else. */
export interface TypedStep {
  readonly kind: 'key' | 'jump' | 'back' | 'other';
  /** Where in the line it happened. */
  readonly at: number;
  /** What came, without what is drawn beside it. */
  readonly typed: string;
}

/** Compares a line with the one that was in its place. */
export function typedStep(before: string, now: string): TypedStep {
  const shorter = Math.min(before.length, now.length);
  let at = 0;
  while (at < shorter && before.charCodeAt(at) === now.charCodeAt(at)) at++;
  let suffix = 0;
  while (suffix < shorter - at && before.charCodeAt(before.length - 1 - suffix) === now.charCodeAt(now.length - 1 - suffix)) suffix++;
  const gone = bare(before.slice(at, before.length - suffix));
  const typed = bare(now.slice(at, now.length - suffix));
  if (gone === '') return { kind: typed === '' ? 'other' : typed.length <= MAX_KEY ? 'key' : 'jump', at, typed };
  if (typed === '') return { kind: 'back', at, typed };
  const slide = slideBetween(gone, typed);
  if (slide) return { kind: slide.typed.length <= MAX_KEY ? 'key' : 'jump', at, typed: slide.typed };
  return { kind: 'other', at, typed };
}

interface Slide {
  /** So many characters have left at the left. */
  readonly hidden: number;
  /** What came at the end. */
  readonly typed: string;
}

/** How text moved to the left, as in a box for input that is full; undefined where it is another text. */
export function slideBetween(before: string, now: string): Slide | undefined {
  if (before.length < MIN_SLIDING || now.length < MIN_SLIDING) return undefined;
  for (let hidden = 1; hidden <= MAX_KEY + 1; hidden++) {
    const stayed = before.slice(hidden);
    if (now.startsWith(stayed)) return { hidden, typed: now.slice(stayed.length).trimStart() };
  }
  return undefined;
}

/** Where typed text begins in a line with a prompt, in the pane or the box that has column `at`; −1 where there is none. */
export function promptEnd(line: string, at = 0): number {
  const from = Math.max(line.lastIndexOf('│', at - 1), line.lastIndexOf('┃', at - 1)) + 1;
  const end = Math.min(line.length, from + MAX_PROMPT);
  for (let column = from; column < end; column++) {
    if (IS_PROMPT_SIGN[line.charCodeAt(column)] === 0) continue;
    if (column + 1 === line.length) return line.length;
    if (line.charAt(column + 1) === ' ' || line.charAt(column + 1) === '\u00a0') return column + 2;
  }
  return -1;
}

/** The text from a column on, up to the edge of its box, without a cursor. */
export function typedText(line: string, from: number): string {
  const edge = line.slice(from).search(/[ \u00a0][│┃]/u);
  return bare(edge < 0 ? line.slice(from) : line.slice(from, from + edge));
}

/** Without what is drawn beside typed text, at both ends. */
function bare(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && BESIDE.includes(text.charAt(start))) start++;
  while (end > start && BESIDE.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}
