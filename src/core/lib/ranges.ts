/** Half open: start ≤ x < end. Always start < end. */
export interface Range<T extends number = number> {
  readonly start: T;
  readonly end: T;
}

/** Whether two half-open ranges share an instant; touching ones do not. */
export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

/** What is left of `ranges` where `hole` does not cover them: each is kept, shortened, split in two or dropped. Order is kept. */
export function subtract<R extends Range>(ranges: readonly R[], hole: Range): R[] {
  return ranges.flatMap((range) => {
    if (!overlaps(range, hole)) return [range];
    const left = range.start < hole.start ? [{ ...range, end: hole.start }] : [];
    const right = hole.end < range.end ? [{ ...range, start: hole.end }] : [];
    return [...left, ...right];
  });
}

/** Index of the first of `ranges`, in order and apart, that ends after an instant; their number where there is none. */
export function firstEndingAfter(ranges: readonly Range[], instant: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ranges[middle] as Range).end <= instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether one of `ranges`, in order and apart, shares an instant with a range. */
export function overlapsAny(ranges: readonly Range[], range: Range): boolean {
  const first = ranges[firstEndingAfter(ranges, range.start)];
  return first !== undefined && first.start < range.end;
}

/** What is left of a range where none of `holes`, in order and apart, covers it. */
export function leftOf<R extends Range>(range: R, holes: readonly Range<R['start']>[]): R[] {
  const left: R[] = [];
  let { start } = range;
  for (let index = firstEndingAfter(holes, start); (holes[index]?.start ?? range.end) < range.end; index++) {
    const hole = holes[index] as Range<R['start']>;
    if (start < hole.start) left.push({ ...range, start, end: hole.start });
    start = hole.end;
  }
  if (start < range.end) left.push({ ...range, start });
  return left;
}
