/** What one can look for in a command: its name first, then its group and its keys. */
export interface Searched {
  readonly label: string;
  readonly group: string;
  /** As they are printed on keyboards. */
  readonly keys: readonly string[];
}

const WHOLE = 40;
const BEGINNING = 20;
const WORD = 6;
const WITHIN = 3;
const ELSEWHERE = 2;
const IN_ORDER = 1;

/**
 * How well a command answers what was typed; undefined where it does not. Every word that was typed has to be found:
 * at the beginning of a word of the name, within the name, in the group, among the keys, or letter by letter.
 */
export function matchScore(typed: string, { label, group, keys }: Searched): number | undefined {
  const query = typed.trim().toLowerCase();
  const name = label.toLowerCase();
  const words = name.split(' ');
  let score = query === name ? WHOLE : name.startsWith(query) ? BEGINNING : 0;
  for (const part of query.split(/\s+/)) {
    const isElsewhere = group.toLowerCase().startsWith(part) || keys.some((key) => key.toLowerCase().split(' ').includes(part));
    if (words.some((word) => word.startsWith(part))) score += WORD;
    else if (name.includes(part)) score += WITHIN;
    else if (isElsewhere) score += ELSEWHERE;
    else if (part.length > 1 && hasInOrder(name, part)) score += IN_ORDER;
    else return undefined;
  }
  return score;
}

/** Whether the letters of `part` come in `name` in this order: `kbh` in `keyboard help`. */
function hasInOrder(name: string, part: string): boolean {
  let at = -1;
  return [...part].every((letter) => {
    at = name.indexOf(letter, at + 1);
    return at >= 0;
  });
}
