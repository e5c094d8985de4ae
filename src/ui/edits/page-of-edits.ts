/** Nobody reads more at once, and thousands would hold up the page. */
export const PAGE = 100;

/** Which entries of a long list are shown: from `start` on, to before `end`. */
export interface Page {
  readonly start: number;
  readonly end: number;
}

export const firstPage: Page = { start: 0, end: PAGE };

export const withNext = ({ start, end }: Page): Page => ({ start, end: end + PAGE });

export const withPrevious = ({ start, end }: Page): Page => ({ start: Math.max(0, start - PAGE), end });

/** The page on which an entry is: the one at hand where it is on that, and for no entry (below 0). */
export function pageAround(page: Page, index: number): Page {
  if (index < 0 || (index >= page.start && index < page.end)) return page;
  const start = Math.floor(index / PAGE) * PAGE;
  return { start, end: start + PAGE };
}

/** The page at hand, or the last one where the list has become so short that there is nothing on it. */
export function pageWithin(page: Page, count: number): Page {
  if (page.start < Math.max(1, count)) return page;
  const start = Math.floor(Math.max(0, count - 1) / PAGE) * PAGE;
  return { start, end: start + PAGE };
}
