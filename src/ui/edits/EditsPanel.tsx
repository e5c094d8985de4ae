import { type MouseEvent, useId, useMemo } from 'react';
import type { Range } from '#core/lib/ranges.ts';
import { isCut } from '#core/plan/cut-spans.ts';
import { type EditDocument, isSameEdit, type RegionRef } from '#core/plan/document.ts';
import type { Seam } from '#core/plan/seam.ts';
import type { TimeMap } from '#core/plan/time-map.ts';
import { fallBacksOf, selectKnownSeams } from '#store/seams.ts';
import { selectTimeMap } from '#store/selectors.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { MaskList } from '../redact/MaskList.tsx';
import { Button } from '../shared/Button.tsx';
import { focusTimeline } from '../shared/focus-timeline.ts';
import { useKey } from '../shared/use-key.ts';
import { BulkBar } from './BulkBar.tsx';
import styles from './EditsPanel.module.css';
import { refName } from './entry-selection.ts';
import { HoldList } from './HoldList.tsx';
import { IdleCapField } from './IdleCapField.tsx';
import { MarkerList } from './MarkerList.tsx';
import { PagedList } from './PagedList.tsx';
import { type Edit, RegionEntry } from './RegionEntry.tsx';
import { TitleField } from './TitleField.tsx';
import { useDeferredEntries } from './use-deferred-entries.ts';

/** The plan as lists to read down, which can do everything that the timeline can. */
export function EditsPanel() {
  const document = useEditorState((state) => state.document);
  const map = useEditorState(selectTimeMap);
  const selected = useEditorState((state) => state.selected);
  const seams = useEditorState(selectKnownSeams);
  const edits = useMemo(() => (map ? editsOf(document, map, seams) : []), [document, map, seams]);
  const shown = useDeferredEntries(edits);
  const isFitted = document.targetMicros !== undefined;
  const names = useMemo(() => new Set(selected.map(refName)), [selected]);
  const lookedAt = selected.at(-1) ?? null;
  const removalId = useId();
  return (
    <div className={styles.panel}>
      <header className={styles.header}>
        <h2 className="visually-hidden">Edits</h2>
        <IdleCapField />
        {isFitted && <Shares edits={shown} />}
      </header>
      <div className={styles.scroll}>
        {shown.length === 0 && <NoEdits />}
        <p id={removalId} hidden>
          Removed, it is kept at 1×
        </p>
        <PagedList
          label="Edits"
          className={styles.list}
          entries={shown}
          selectedIndex={lookedAt ? shown.findIndex(({ edit }) => isSameEdit(lookedAt, refOf(edit))) : -1}
          show={({ key, edit, ...figures }) => {
            const isSelected = names.has(refName(refOf(edit)));
            return (
              <RegionEntry
                key={key}
                {...edit}
                {...figures}
                isFitted={isFitted}
                isSelected={isSelected}
                isAlone={isSelected && names.size === 1}
                isLookedAt={isSameEdit(lookedAt, refOf(edit))}
                removalId={removalId}
              />
            );
          }}
        />
        <HoldList />
        <MarkerList />
        <MaskList />
        <TitleField />
      </div>
      {selected.length > 1 && <BulkBar />}
    </div>
  );
}

const refOf = ({ kind, region }: Edit): RegionRef => ({ kind, id: region.id });

function NoEdits() {
  const cutKey = useKey('cut').name;
  const speedKey = useKey('speed').name;
  return (
    <p className={styles.empty}>
      Drag across the timeline to select a stretch, then {cutKey ? <kbd>{cutKey}</kbd> : 'Cut'} to cut it or{' '}
      {speedKey ? <kbd>{speedKey}</kbd> : 'Speed'} to change its speed.
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
