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
