/** Longer is not listened to. */
const MAX_SPOKEN_CHARACTERS = 300;

/** What is new on a screen, for assistive technology: lines of it that stood nowhere before. */
export function changedLines(before: readonly string[], lines: readonly string[]): string {
  const known = new Set(before);
  const changed = lines.filter((line) => line !== '' && !known.has(line));
  if (changed.length === 0) return 'No new lines';
  const text = changed.map((line) => line.trim()).join('. ');
  const spoken = text.length > MAX_SPOKEN_CHARACTERS ? `${text.slice(0, MAX_SPOKEN_CHARACTERS)}…` : text;
  return `${changed.length === 1 ? '1 new line' : `${changed.length} new lines`}: ${spoken}`;
}
