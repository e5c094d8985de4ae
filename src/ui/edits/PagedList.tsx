import { type MouseEvent, type ReactNode, useRef } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '../shared/Button.tsx';
import { focusEntry, useKeptFocus } from '../shared/use-kept-focus.ts';
import styles from './PagedList.module.css';
import { withNext, withPrevious } from './page-of-edits.ts';
import { SELECTING_HINT } from './SelectButton.tsx';
import { useShownPage } from './use-shown-page.ts';

interface PagedListProps<Entry> {
  readonly label: string;
  readonly className: string | undefined;
  readonly entries: readonly Entry[];
  /** Of the entry that is looked at; below 0 for none. */
  readonly selectedIndex: number;
  readonly show: (entry: Entry, index: number) => ReactNode;
}

/** A list of edits, a page at a time, whose focus stays at its place in time while its entries are made anew. */
export function PagedList<Entry>({ label, className, entries, selectedIndex, show }: PagedListProps<Entry>) {
  const [page, setPage] = useShownPage(selectedIndex, entries.length);
  const list = useRef<HTMLUListElement>(null);
  const keptFocus = useKeptFocus(list, entries);
  return (
    <>
      {page.start > 0 && (
        <MoreEntries count={page.start} word="before" show={() => setPage(withPrevious(page))} then={() => focusEntry(list.current, 0)} />
      )}
      <ul
        ref={list}
        className={className}
        aria-label={label}
        aria-description={entries.length > 0 ? SELECTING_HINT : undefined}
        {...keptFocus}
      >
        {entries.slice(page.start, page.end).map((entry, index) => show(entry, page.start + index))}
      </ul>
      {entries.length > page.end && (
        <MoreEntries
          count={entries.length - page.end}
          word="more"
          show={() => setPage(withNext(page))}
          then={() => focusEntry(list.current, page.end - page.start)}
        />
      )}
    </>
  );
}

interface MoreEntriesProps {
  readonly count: number;
  readonly word: 'before' | 'more';
  readonly show: () => void;
  /** What a keyboard goes on with: the button may be gone. */
  readonly then: () => void;
}

function MoreEntries({ count, word, show, then }: MoreEntriesProps) {
  function press({ currentTarget, detail }: MouseEvent<HTMLButtonElement>): void {
    flushSync(show);
    if (detail > 0) currentTarget.blur();
    else then();
  }

  return (
    <p className={styles.rest}>
      {count.toLocaleString('en')} {word}
      <Button look="plain" className={styles.action} onClick={press}>
        {word === 'more' ? 'Show more' : 'Show those before'}
      </Button>
    </p>
  );
}
