import type { SearchHit } from '#core/screen/search/search.ts';
import type { MatchedPlace } from './terminal-text.ts';

/**
 * How much a match on a screen is like a hit: as many characters as are the same around it, and both ends of the line.
 * Of several the hit itself is the most like it, also while its line is still being written; one that stands there twice
 * is so twice.
 */
export function nearness(
  { line, matchStart, matchEnd }: Pick<SearchHit, 'line' | 'matchStart' | 'matchEnd'>,
  { screen, rowStarts, start, end }: Pick<MatchedPlace, 'screen' | 'rowStarts' | 'start' | 'end'>,
): number {
  const isSame = screen.slice(start, end) === line.slice(matchStart, matchEnd);
  let before = 0;
  while (before < Math.min(matchStart, start) && screen[start - 1 - before] === line[matchStart - 1 - before]) before++;
  const isFromStart = before === matchStart && rowStarts.has(start - before);
  const rest = line.length - matchEnd;
  let after = 0;
  while (after < rest && screen[end + after] === line[matchEnd + after]) after++;
  // Beyond its line a row is blank.
  let lineEnd = end + after;
  while (screen[lineEnd] === ' ' && !rowStarts.has(lineEnd)) lineEnd++;
  const isToEnd = after === rest && (lineEnd === screen.length || rowStarts.has(lineEnd));
  return Number(isSame) + before + Number(isFromStart) + after + Number(isToEnd);
}
