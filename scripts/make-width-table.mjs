/**
 * Writes src/core/screen/terminal/width-ranges.ts: which characters are how wide. What is wide is asked of asciinema's own terminal, character by
 * character; what joins is taken from the Unicode data of the Node that runs this. Committed, so that every browser and every Node agree.
 */
import { writeFileSync } from 'node:fs';
import { loadAvt } from './avt.mjs';

const LAST = 0x10ffff;
/** Before it are ASCII and control characters. */
const FIRST = 0xa0;

const terminal = loadAvt().create(8, 1, 0, false);

/** @param {number} codePoint */
function isWide(codePoint) {
  terminal.feed(`\r${String.fromCodePoint(codePoint)}`);
  return terminal.getCursor()?.[0] === 2;
}

/** Of the format characters, those that are seen: the soft hyphen, and Arabic, Syriac and Kaithi signs that stand before numbers. */
const SEEN = /[\u00ad\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}]/u;

/** The vowels and finals of which Korean syllables are composed. */
const JAMO = /[\u1160-\u11ff\ud7b0-\ud7c6\ud7cb-\ud7fb]/u;

const tables = [
  { name: 'WIDE', says: 'Take two cells in asciinema’s terminal.', has: isWide },
  {
    name: 'JOINING',
    says: 'Marks and unseen signs, which take no cell of their own in most terminals.',
    has: matches((text) => (/[\p{Mn}\p{Me}\p{Cf}]/u.test(text) && !SEEN.test(text)) || JAMO.test(text)),
  },
  { name: 'PICTURES', says: 'Can be joined into one emoji.', has: matches((text) => /\p{Extended_Pictographic}/u.test(text)) },
  {
    name: 'VARIABLE',
    says: 'Text or emoji, as the variation selector after them says.',
    has: matches((text) => /(?!\p{Emoji_Presentation}|\p{Regional_Indicator})\p{Emoji}/u.test(text)),
    first: 0x20,
  },
];

const head = `/**
 * Ranges of characters, for widths.ts. Made by scripts/make-width-table.mjs with asciinema-player 3.17.0 and Unicode ${process.versions.unicode}: change
 * that, not this.
 */
`;

const parts = tables.map(
  ({ name, says, has, first }) => `\n/** ${says} */\nexport const ${name} = \`\n${wrap(rangesWhere(has, first ?? FIRST))}\n\`;\n`,
);
writeFileSync(new URL('../src/core/screen/terminal/width-ranges.ts', import.meta.url), head + parts.join(''));

/** @param {(text: string) => boolean} has */
function matches(has) {
  return (/** @type {number} */ codePoint) => has(String.fromCodePoint(codePoint));
}

/**
 * In hexadecimal, as `first-last`, or one number where they are the same.
 * @param {(codePoint: number) => boolean} has
 * @param {number} from
 */
function rangesWhere(has, from) {
  const ranges = [];
  for (let start = from; start <= LAST; start++) {
    if (!has(start)) continue;
    let end = start;
    while (end < LAST && has(end + 1)) end++;
    ranges.push(end === start ? start.toString(16) : `${start.toString(16)}-${end.toString(16)}`);
    start = end;
  }
  return ranges;
}

/** @param {readonly string[]} words */
function wrap(words) {
  const lines = [''];
  for (const word of words) {
    const longer = `${lines.at(-1)} ${word}`.trimStart();
    if (longer.length <= 140) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.join('\n');
}
