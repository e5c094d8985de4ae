/** The word that needs the fewest insertions, deletions and replacements to become `wanted`; the earlier one of equals, undefined of none. */
export function nearestWord(wanted: string, words: readonly string[]): string | undefined {
  let nearest: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const word of words) {
    const edits = editDistance(wanted, word);
    if (edits < fewest) {
      nearest = word;
      fewest = edits;
    }
  }
  return nearest;
}

/** Levenshtein's distance, one row at a time: `row[j]` is the distance of the part of `a` so far to the first j of `b`. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const replaced = (row[j] as number) + (a[i] === b[j] ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] as number) + 1, (next[j] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
