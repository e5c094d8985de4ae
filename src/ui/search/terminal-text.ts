import { asciinemaWidths } from '#core/screen/terminal/widths.ts';
import type { MarkedPlace } from '#store/marked-place.ts';

/**
 * The text of the terminal in the preview, as asciinema-player puts it into the page: a row of the screen is one element,
 * padded with spaces to the width of the terminal.
 */
export const PREVIEW = '[data-testid="preview"]';
const ROW = '.ap-line';

/** What a selection marks of the terminal: the rows' texts, and where the last of them stands. */
export interface Marked {
  readonly text: string;
  readonly place: MarkedPlace;
  readonly box: DOMRect;
}

/** What of a selection lies within the terminal. Undefined where that is nothing, or blank. */
export function markedIn(preview: Element, selection: Selection | null): Marked | undefined {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(preview)) return undefined;
  const rows = [...preview.querySelectorAll(ROW)];
  const marked = rows.filter((row) => range.intersectsNode(row));
  const parts = marked.map((row) => partOf(row, range));
  const text = parts.map((part) => part.toString().trimEnd()).join('\n');
  const last = parts.findLast((part) => part.toString().trim() !== '');
  const [first] = marked;
  return last && first && { text, place: placeOf(rows.indexOf(first), marked, parts), box: last.getBoundingClientRect() };
}

/** Rows that are full to the last column and what follows them are one line; of other rows, each is marked from side to side. */
function placeOf(firstRow: number, rows: readonly Element[], parts: readonly Range[]): MarkedPlace {
  const texts = rows.map((row) => row.textContent);
  const isOneLine = texts.slice(0, -1).every((text) => text === text.trimEnd());
  const line = isOneLine ? texts.join('') : '';
  const before = textBefore(rows[0] as Element, parts[0] as Range);
  const start = isOneLine ? before.length : 0;
  const end = isOneLine ? start + parts.join('').length : 0;
  const row = firstRow + 1;
  if (rows.length > 1) return { line, start, end, row, col: 1, rows: rows.length, cols: Math.max(...texts.map(columnsOf)) };
  return { line, start, end, row, col: columnsOf(before) + 1, rows: 1, cols: Math.max(1, columnsOf(String(parts[0]))) };
}

function textBefore(row: Element, part: Range): string {
  const before = document.createRange();
  before.selectNodeContents(row);
  before.setEnd(part.startContainer, part.startOffset);
  return before.toString();
}

const columnsOf = (text: string): number =>
  Array.from(text).reduce((columns, character) => columns + asciinemaWidths.wcwidth(character.codePointAt(0) as number), 0);

/** A place on the terminal that matches. */
export interface MatchedPlace {
  readonly range: Range;
  /** The text of the screen, row upon row, where its rows start, and where in it the match lies. */
  readonly screen: string;
  readonly rowStarts: ReadonlySet<number>;
  readonly start: number;
  readonly end: number;
}

/** The places on the terminal that match, also those that go on in the next row; no more than so many. */
export function placesOf(preview: Element, pattern: RegExp, maxPlaces: number): readonly MatchedPlace[] {
  const nodes: { readonly node: Text; readonly start: number }[] = [];
  let screen = '';
  const rowStarts = new Set<number>();
  for (const row of preview.querySelectorAll(ROW)) {
    rowStarts.add(screen.length);
    const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      nodes.push({ node: node as Text, start: screen.length });
      screen += node.nodeValue ?? '';
    }
  }
  const boundary = (offset: number, isEnd: boolean): [Text, number] => {
    const at = nodes.findLast(({ start }) => (isEnd ? start < offset : start <= offset)) as (typeof nodes)[number];
    return [at.node, offset - at.start];
  };
  const places: MatchedPlace[] = [];
  for (const { index: start, 0: text } of screen.matchAll(pattern)) {
    if (places.length === maxPlaces) break;
    const end = start + text.length;
    const range = document.createRange();
    range.setStart(...boundary(start, false));
    range.setEnd(...boundary(end, true));
    places.push({ range, screen, rowStarts, start, end });
  }
  return places;
}

function partOf(row: Element, range: Range): Range {
  const part = document.createRange();
  part.selectNodeContents(row);
  if (row.contains(range.startContainer)) part.setStart(range.startContainer, range.startOffset);
  if (row.contains(range.endContainer)) part.setEnd(range.endContainer, range.endOffset);
  return part;
}
