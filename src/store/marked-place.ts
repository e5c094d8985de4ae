/** Where on the screen text is marked. */
export interface MarkedPlace {
  /** The row of its first character, as a line; where the text stands in it. Text of several rows is marked to the end of its line. */
  readonly line: string;
  readonly start: number;
  readonly end: number;
  /** The cells that it takes, rows and columns from 1. */
  readonly row: number;
  readonly col: number;
  readonly rows: number;
  readonly cols: number;
}

const KEYS = ['line', 'start', 'end', 'row', 'col', 'rows', 'cols'] as const;

export const isSamePlace = (one: MarkedPlace | null, other: MarkedPlace | null): boolean =>
  one === other || (one !== null && other !== null && KEYS.every((key) => one[key] === other[key]));
