import { type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { MAX_STEPS } from '#store/history.ts';
import type { EditorState } from '#store/state.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { PAGE, type Page, withNext, withPrevious } from '../edits/page-of-edits.ts';
import { Button } from '../shared/Button.tsx';
import { bringIntoSight } from '../shared/bring-into-sight.ts';
import styles from './HistoryPanel.module.css';

/** What was done, step by step, with the way back to each. */
export function HistoryPanel() {
  const steps = useSteps();
  const doneCount = useEditorState((state) => state.history.done.length);
  const list = useRef<HTMLOListElement>(null);
  const [page, setPage] = useShownPage(doneCount);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the current entry is another one then
  useEffect(() => {
    const current = list.current?.querySelector('[aria-current]');
    if (current) bringIntoSight(current);
  }, [doneCount]);

  /** What has the focus goes with the button, or is another one by then. */
  function show(wider: Page, entryToFocus: number) {
    return ({ detail }: MouseEvent): void => {
      flushSync(() => setPage(wider));
      if (detail === 0) list.current?.querySelectorAll('button')[entryToFocus]?.focus();
    };
  }

  return (
    <div className={styles.panel}>
      <header className={styles.header}>
        <h2 className={styles.heading}>History</h2>
        <p className={styles.count}>
          {doneCount.toLocaleString('en')} of {(steps.length - 1).toLocaleString('en')} {steps.length === 2 ? 'step' : 'steps'}
        </p>
      </header>
      {page.start > 0 && (
        <Button look="plain" className={styles.more ?? ''} onClick={show(withPrevious(page), 0)}>
          Show {page.start.toLocaleString('en')} before
        </Button>
      )}
      <ol ref={list} className={styles.list} aria-label="History">
        {steps.slice(page.start, page.end).map((label, index) => {
          const count = page.start + index;
          // Nothing tells the steps apart but their place.
          return <Step key={count} label={label} count={count} doneCount={doneCount} />;
        })}
      </ol>
      {steps.length > page.end && (
        <Button look="plain" className={styles.more ?? ''} onClick={show(withNext(page), page.end - page.start)}>
          Show {(steps.length - page.end).toLocaleString('en')} more
        </Button>
      )}
    </div>
  );
}

interface StepProps {
  readonly label: string;
  /** So many steps are done once one has gone here. */
  readonly count: number;
  readonly doneCount: number;
}

function Step({ label, count, doneCount }: StepProps) {
  const { actions } = useEditor();
  const isUndone = count > doneCount;
  return (
    <li>
      <button
        type="button"
        className={styles.step}
        aria-current={count === doneCount ? 'step' : undefined}
        aria-description={isUndone ? 'undone' : undefined}
        data-undone={isUndone}
        title={label}
        onClick={({ currentTarget, detail }) => {
          actions.travelTo(count);
          if (detail > 0) currentTarget.blur();
        }}
      >
        {label}
      </button>
    </li>
  );
}

/** The names of all steps, done and undone, in the order in which they were done; before them, what there was without any. */
function useSteps(): readonly string[] {
  const { done, undone } = useEditorState((state) => state.history);
  const opened = useEditorState(selectOpening);
  return useMemo(() => {
    const first = done.length + undone.length < MAX_STEPS ? opened : 'Before the earliest step that is kept';
    return [first, ...done.map(({ label }) => label), ...undone.map(({ label }) => label).reverse()];
  }, [done, undone, opened]);
}

const selectOpening = ({ opened }: EditorState): string => `Opened ${opened?.fileName ?? ''}`;

/** Which steps are shown: the current one is always among them, with some before it. */
function useShownPage(current: number): [Page, (page: Page) => void] {
  const [page, setPage] = useState(() => pageWith(current));
  if (current >= page.start && current < page.end) return [page, setPage];
  const next = pageWith(current);
  setPage(next);
  return [next, setPage];
}

function pageWith(current: number): Page {
  const start = Math.max(0, current - PAGE / 2);
  return { start, end: start + PAGE };
}
