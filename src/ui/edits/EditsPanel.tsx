import { useMemo } from 'react';
import type { Range } from '#core/lib/ranges.ts';
import { isCut } from '#core/plan/cut-spans.ts';
import { type EditDocument, isSameRegion } from '#core/plan/document.ts';
import type { Seam } from '#core/plan/seam.ts';
import type { TimeMap } from '#core/plan/time-map.ts';
import { fallBacksOf, selectKnownSeams } from '#store/seams.ts';
import { selectTimeMap } from '#store/selectors.ts';
import { useEditorState } from '../editor-context.tsx';
import { MaskList } from '../redact/MaskList.tsx';
import styles from './EditsPanel.module.css';
import { IdleCapField } from './IdleCapField.tsx';
import { PlanExtras } from './PlanExtras.tsx';
import { type Edit, RegionEntry } from './RegionEntry.tsx';

/** The plan as a list to read down, which can do everything that the timeline can. */
export function EditsPanel() {
  const document = useEditorState((state) => state.document);
  const map = useEditorState(selectTimeMap);
  const selected = useEditorState((state) => state.selectedRegion);
  const seams = useEditorState(selectKnownSeams);
  const edits = useMemo(() => (map ? editsOf(document, map, seams) : []), [document, map, seams]);
  return (
    <aside className={styles.panel} aria-label="Edits panel">
      <header className={styles.header}>
        <h2 className={styles.heading}>
          Edits <span className={styles.count}>{edits.length}</span>
        </h2>
        <IdleCapField />
      </header>
      <div className={styles.scroll}>
        {edits.length === 0 && (
          <p className={styles.empty}>
            Drag across the timeline to select a stretch, then press <kbd>X</kbd> to cut it or <kbd>S</kbd> to change its speed.
          </p>
        )}
        <ul className={styles.list} aria-label="Edits">
          {edits.map(({ edit, ...figures }) => (
            <RegionEntry
              key={`${edit.kind}-${edit.region.id}`}
              {...edit}
              {...figures}
              isSelected={isSameRegion(selected, { kind: edit.kind, id: edit.region.id })}
            />
          ))}
        </ul>
        <MaskList />
        <PlanExtras />
      </div>
    </aside>
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
      edit,
      number,
      resultMicros: map.toResult(edit.region.end) - map.toResult(edit.region.start),
      heldMicros: heldIn(edit.region),
      fallBack: edit.kind === 'cut' ? fallBacks.get(edit.region.start) : undefined,
    }))
    .sort((a, b) => a.edit.region.start - b.edit.region.start);
}
