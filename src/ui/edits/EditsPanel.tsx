import { type MouseEvent, useDeferredValue, useId, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Range } from '#core/lib/ranges.ts';
import { isCut } from '#core/plan/cut-spans.ts';
import { type EditDocument, isSameEdit } from '#core/plan/document.ts';
import type { Seam } from '#core/plan/seam.ts';
import type { TimeMap } from '#core/plan/time-map.ts';
import { fallBacksOf, selectKnownSeams } from '#store/seams.ts';
import { selectTimeMap } from '#store/selectors.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { MaskList } from '../redact/MaskList.tsx';
import { Button } from '../shared/Button.tsx';
import { focusTimeline } from '../shared/focus-timeline.ts';
import { focusEntry, useKeptFocus } from '../shared/use-kept-focus.ts';
import styles from './EditsPanel.module.css';
import { IdleCapField } from './IdleCapField.tsx';
import { PlanExtras } from './PlanExtras.tsx';
import { firstPage, type Page, pageAround, withNext, withPrevious } from './page-of-edits.ts';
import { type Edit, RegionEntry } from './RegionEntry.tsx';

/** The plan as a list to read down, which can do everything that the timeline can. */
export function EditsPanel() {
  const document = useEditorState((state) => state.document);
  const map = useEditorState(selectTimeMap);
  const selected = useEditorState((state) => state.selectedRegion);
  const seams = useEditorState(selectKnownSeams);
  const edits = useMemo(() => (map ? editsOf(document, map, seams) : []), [document, map, seams]);
  // While a target is dragged all of a long list changes with every frame, which the slider must not wait for.
  const shown = useDeferredValue(edits);
  const isFitted = document.targetMicros !== undefined;
  const isSelected = ({ kind, region }: Edit) => isSameEdit(selected, { kind, id: region.id });
  const [page, setPage] = useShownPage(shown.findIndex(({ edit }) => isSelected(edit)));
  const list = useRef<HTMLUListElement>(null);
  const keptFocus = useKeptFocus(list, shown);
  const removalId = useId();
  return (
    <div className={styles.panel}>
      <header className={styles.header}>
        <h2 className="visually-hidden">Edits</h2>
        <IdleCapField />
        {isFitted && <Shares edits={shown} />}
      </header>
      <div className={styles.scroll}>
        {shown.length === 0 && (
          <p className={styles.empty}>
            Drag across the timeline to select a stretch, then press <kbd>X</kbd> to cut it or <kbd>S</kbd> to change its speed.
          </p>
        )}
        <p id={removalId} hidden>
          Removed, it is kept at 1×
        </p>
        {page.start > 0 && (
          <MoreEdits count={page.start} word="before" show={() => setPage(withPrevious(page))} then={() => focusEntry(list.current, 0)} />
        )}
        <ul ref={list} className={styles.list} aria-label="Edits" {...keptFocus}>
          {shown.slice(page.start, page.end).map(({ key, edit, ...figures }) => (
            <RegionEntry key={key} {...edit} {...figures} isFitted={isFitted} isSelected={isSelected(edit)} removalId={removalId} />
          ))}
        </ul>
        {shown.length > page.end && (
          <MoreEdits
            count={shown.length - page.end}
            word="more"
            show={() => setPage(withNext(page))}
            then={() => focusEntry(list.current, page.end - page.start)}
          />
        )}
        <MaskList />
        <PlanExtras />
      </div>
    </div>
  );
}

/** Which entries are shown. One that is selected, on the timeline perhaps, is always among them. */
function useShownPage(selectedIndex: number): [Page, (page: Page) => void] {
  const [page, setPage] = useState(firstPage);
  const [lookedAt, setLookedAt] = useState(-1);
  if (selectedIndex === lookedAt) return [page, setPage];
  setLookedAt(selectedIndex);
  const around = pageAround(page, selectedIndex);
  if (around !== page) setPage(around);
  return [around, setPage];
}

interface MoreEditsProps {
  readonly count: number;
  readonly word: 'before' | 'more';
  readonly show: () => void;
  /** What a keyboard goes on with: the button may be gone. */
  readonly then: () => void;
}

function MoreEdits({ count, word, show, then }: MoreEditsProps) {
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

/** While a target is set: how many edits are the user's own, and how many were made to fit, which may become that. */
function Shares({ edits }: { readonly edits: readonly { readonly edit: Edit }[] }) {
  const { actions } = useEditor();
  const pinnedCount = edits.filter(({ edit }) => edit.region.by === undefined).length;
  const fittedCount = edits.length - pinnedCount;

  function keepAll({ currentTarget, detail }: MouseEvent<HTMLButtonElement>): void {
    actions.stopFitting(true);
    // It goes with the target.
    if (detail > 0) currentTarget.blur();
    else focusTimeline();
  }

  return (
    <div className={styles.shares}>
      <p>
        {pinnedCount.toLocaleString('en')} pinned · {fittedCount.toLocaleString('en')} fitted
      </p>
      {fittedCount > 0 && (
        <Button look="plain" className={styles.action} title="Stop fitting: the edits stay, as your own" onClick={keepAll}>
          Keep all as mine
        </Button>
      )}
    </div>
  );
}

/** The regions in order of time. Here, and not in each entry: with hundreds of them each asking costs more than all of a frame. */
function editsOf({ cuts, speedRegions, holds }: EditDocument, map: TimeMap, seams: readonly Seam[]) {
  const numbered = [
    ...cuts.map((region, index) => ({ edit: { kind: 'cut', region } satisfies Edit, number: index + 1 })),
    ...speedRegions.map((region, index) => ({ edit: { kind: 'speed', region } satisfies Edit, number: index + 1 })),
  ];
  const heldIn = ({ start, end }: Range) =>
    holds.reduce((sum, { at, durationMicros }) => (at >= start && at < end && !isCut(map.cuts, at) ? sum + durationMicros : sum), 0);
  const fallBacks = fallBacksOf(map.cuts, seams);
  return numbered
    .map(({ edit, number }) => ({
      // What is solved anew gets other names, and is the same line to read all the same: its place is its name here.
      key: `${edit.kind}-${edit.region.by === undefined ? edit.region.id : `made-${number}`}`,
      edit,
      number,
      resultMicros: map.toResult(edit.region.end) - map.toResult(edit.region.start),
      heldMicros: heldIn(edit.region),
      fallBack: edit.kind === 'cut' ? fallBacks.get(edit.region.start) : undefined,
    }))
    .sort((a, b) => a.edit.region.start - b.edit.region.start);
}
