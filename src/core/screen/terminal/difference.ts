import { blankStyle, isSameStyle } from './cell-style.ts';
import { type CellStyle, ERASED, RIGHT_HALF, type Screen, type ScreenBuffer, type ScreenRow, shownRows } from './screen.ts';

/**
 * What is not as it should be on a screen, as a clause for people; undefined where two terminals show the same and will
 * go on to show the same. An erased cell and a space are alike, and so are the attributes of a blank one that do not show.
 *
 * Where lines were wrapped is not compared: it is not seen before the terminal's size changes. A title counts where one is wanted.
 */
export function screenDifference(expected: Screen, actual: Screen): string | undefined {
  if (expected.size.cols !== actual.size.cols || expected.size.rows !== actual.size.rows)
    return `the size is ${sizeText(actual)} instead of ${sizeText(expected)}`;
  if ((expected.alternate === undefined) !== (actual.alternate === undefined))
    return `the ${actual.alternate ? 'alternate' : 'main'} screen is shown instead of the ${expected.alternate ? 'alternate' : 'main'} one`;
  return (
    bufferDifference('', expected.alternate ?? expected.main, actual.alternate ?? actual.main, expected, actual) ??
    (expected.alternate && actual.alternate
      ? bufferDifference(' of the main screen', expected.main, actual.main, expected, actual)
      : undefined) ??
    stateDifference(expected, actual)
  );
}

/** The rows of what is shown that do not look alike. Screens of different sizes have none in common. */
export function differingRows(expected: Screen, actual: Screen): ReadonlySet<number> {
  const actualRows = shownRows(actual);
  const differing = new Set<number>();
  for (const [index, row] of shownRows(expected).entries()) {
    const other = actualRows[index];
    if (!other || other.cells.length !== row.cells.length || !isSameRow(row, other, expected.styles, actual.styles)) differing.add(index);
  }
  return differing;
}

const sizeText = ({ size }: Screen): string => `${size.cols}×${size.rows}`;

function bufferDifference(place: string, expected: ScreenBuffer, actual: ScreenBuffer, a: Screen, b: Screen): string | undefined {
  const differing = expected.rows.flatMap((row, index) =>
    isSameRow(row, actual.rows[index] as ScreenRow, a.styles, b.styles) ? [] : [index],
  );
  const first = differing[0];
  if (first === undefined) return undefined;
  const count = differing.length === 1 ? '1 row differs' : `${differing.length} rows differ`;
  const wanted = rowText(expected.rows[first] as ScreenRow);
  const found = rowText(actual.rows[first] as ScreenRow);
  const how = wanted === found ? 'in colour or style' : quoted(found, wanted);
  return `${count}${place}, first row ${first + 1}: ${how}`;
}

/** As much of both texts, around where they begin to differ, as can be read at a glance. */
function quoted(found: string, wanted: string): string {
  let at = 0;
  while (at < wanted.length && found[at] === wanted[at]) at++;
  const start = Math.max(0, at - QUOTED_BEFORE);
  const quote = (text: string): string => JSON.stringify(text.slice(start, start + QUOTED_LENGTH));
  return `${quote(found)} instead of ${quote(wanted)}`;
}

const QUOTED_BEFORE = 12;
const QUOTED_LENGTH = 40;

function isSameRow(a: ScreenRow, b: ScreenRow, aStyles: readonly CellStyle[], bStyles: readonly CellStyle[]): boolean {
  return a.cells.every((cell, col) => {
    const other = b.cells[col] as string;
    const style = aStyles[a.styles[col] as number] as CellStyle;
    const otherStyle = bStyles[b.styles[col] as number] as CellStyle;
    if (isBlank(cell) && isBlank(other)) return isSameStyle(blankStyle(style), blankStyle(otherStyle));
    return cell === other && (cell === RIGHT_HALF || isSameStyle(style, otherStyle));
  });
}

const isBlank = (cell: string): boolean => cell === ERASED || cell === ' ';

/** The text of a row, without the blanks at its end. */
export const rowText = ({ cells }: ScreenRow): string =>
  cells
    .map((cell) => (cell === RIGHT_HALF ? '' : cell || ' '))
    .join('')
    .trimEnd();

/** What is not seen, or hardly, but decides what comes next. */
function stateDifference(expected: Screen, actual: Screen): string | undefined {
  const parts: readonly (readonly [name: string, expected: unknown, actual: unknown])[] = [
    ['the cursor', expected.cursor, actual.cursor],
    ['the pen', expected.pen, actual.pen],
    ['a mode', expected.modes, actual.modes],
    ['the scroll region', shownMargins(expected), shownMargins(actual)],
    ['the tab stops', shownTabStops(expected), shownTabStops(actual)],
    ['the character sets', [expected.charsets, expected.charsetLevel], [actual.charsets, actual.charsetLevel]],
    ['the saved cursor', expected.main.saved, actual.main.saved],
    ['the saved cursor', expected.alternate?.saved, actual.alternate?.saved],
    ['the palette', setColours(expected), setColours(actual)],
    ['the title', expected.title || actual.title, actual.title],
    ['the unfinished sequence', expected.unfinished, actual.unfinished],
  ];
  const found = parts.find(([, wanted, is]) => JSON.stringify(wanted) !== JSON.stringify(is));
  return found && `${found[0]}: ${quoted(JSON.stringify(found[2]), JSON.stringify(found[1]))}`;
}

function shownMargins({ main, alternate }: Screen): readonly number[] {
  const { scrollTop, scrollBottom } = alternate ?? main;
  return [scrollTop, scrollBottom];
}

const shownTabStops = ({ main, alternate }: Screen): readonly number[] => (alternate ?? main).tabStops;

const setColours = ({ colours }: Screen): readonly (readonly [string, string])[] => [...colours].filter(([, value]) => value !== '').sort();
