import { groupedBy } from './grouped-by.ts';

/** Of fewer units a part may be one of many other texts. */
const MIN_PART = 6;

/** No part begins further inside a text. */
const MAX_BEFORE = 64;

/** Nobody types more of a text before its rest is completed. */
const MAX_TYPED = 256;

/** How many events a part may be away from the whole. */
const NEAR_EVENTS = 1000;

/** Where a text stood on the screen. */
export interface Standing {
  readonly text: string;
  /** The first row of the line, and at which unit of it the text began. */
  readonly row: number;
  readonly start: number;
  /** The events that it was seen after, the first and the last one. */
  readonly first: number;
  readonly last: number;
}

interface Part {
  readonly standing: Standing;
  /** At which unit of the text it begins. */
  readonly from: number;
}

/** By the unit of a line at which they stand, and how they begin. */
type PartsOfRow = ReadonlyMap<number, ReadonlyMap<string, readonly Part[]>>;

/**
 * Looks for parts of texts where the whole stood shortly before or after: what is typed and painted again at every key, and
 * what a view shows only a part of.
 */
export class PartFinder {
  readonly #rows: ReadonlyMap<number, PartsOfRow>;

  constructor(standings: Iterable<Standing>) {
    this.#rows = new Map(
      Array.from(
        groupedBy(standings, ({ row }) => row),
        ([row, ofRow]) => [
          row,
          new Map(
            Array.from(
              groupedBy(ofRow, ({ start }) => start),
              ([start, ofPlace]) => [start, groupedBy(ofPlace.flatMap(partsOf), beginningOf)],
            ),
          ),
        ],
      ),
    );
  }

  /** Visits the parts in a line whose first row is `row`, on the screen after an event. */
  forEachIn(line: string, row: number, event: number, visit: (start: number, end: number) => void): void {
    for (const [start, parts] of this.#rows.get(row) ?? []) {
      for (const { standing, from } of parts.get(line.slice(start, start + MIN_PART)) ?? []) {
        if (event < standing.first - NEAR_EVENTS || event > standing.last + NEAR_EVENTS) continue;
        let length = MIN_PART;
        while (from + length < standing.text.length && line[start + length] === standing.text[from + length]) length++;
        visit(start, start + length);
      }
    }
  }
}

function partsOf(standing: Standing): Part[] {
  const count = Math.min(standing.text.length - MIN_PART, MAX_BEFORE) + 1;
  return Array.from({ length: Math.max(count, 0) }, (_, from) => ({ standing, from }));
}

const beginningOf = ({ standing: { text }, from }: Part): string => text.slice(from, from + MIN_PART);

/** Looks for beginnings of texts that a Tab follows: what was typed before it was completed. */
export class BeginningFinder {
  readonly #texts: ReadonlyMap<string, readonly string[]>;

  constructor(texts: Iterable<string>) {
    this.#texts = groupedBy(texts, (text) => text.slice(0, MIN_PART));
  }

  forEachIn(text: string, visit: (start: number, end: number) => void): void {
    for (let end = text.indexOf('\t'); end >= 0; end = text.indexOf('\t', end + 1)) {
      for (let start = Math.max(0, end - MAX_TYPED); start + MIN_PART <= end; start++) {
        const typed = text.slice(start, end);
        if (this.#texts.get(typed.slice(0, MIN_PART))?.some((whole) => whole.startsWith(typed))) visit(start, end);
      }
    }
  }
}
