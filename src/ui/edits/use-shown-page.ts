import { useState } from 'react';
import { firstPage, type Page, pageAround, pageWithin } from './page-of-edits.ts';

/** Which of so many entries are shown. One that is selected, on the timeline perhaps, is always among them. */
export function useShownPage(selectedIndex: number, count: number): [Page, (page: Page) => void] {
  const [page, setPage] = useState(firstPage);
  const [lookedAt, setLookedAt] = useState(-1);
  const within = pageWithin(page, count);
  const shown = selectedIndex === lookedAt ? within : pageAround(within, selectedIndex);
  if (selectedIndex !== lookedAt) setLookedAt(selectedIndex);
  if (shown !== page) setPage(shown);
  return [shown, setPage];
}
