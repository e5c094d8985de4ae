import { useMemo } from 'react';
import type { RegionRef } from '#core/plan/document.ts';
import { useEditorState } from '../editor-context.tsx';
import styles from './EditsPanel.module.css';
import { IdleCapField } from './IdleCapField.tsx';
import { PlanExtras } from './PlanExtras.tsx';
import { RegionEntry } from './RegionEntry.tsx';

/** The plan as a list to read down, which can do everything that the timeline can. */
export function EditsPanel() {
  const cuts = useEditorState((state) => state.document.cuts);
  const speedRegions = useEditorState((state) => state.document.speedRegions);
  const entries = useMemo(
    () =>
      [
        ...cuts.map((cut, index) => ({ ref: { kind: 'cut', id: cut.id } satisfies RegionRef, number: index + 1, start: cut.start })),
        ...speedRegions.map((region, index) => ({
          ref: { kind: 'speed', id: region.id } satisfies RegionRef,
          number: index + 1,
          start: region.start,
        })),
      ].sort((a, b) => a.start - b.start),
    [cuts, speedRegions],
  );
  return (
    <aside className={styles.panel} aria-label="Edits panel">
      <header className={styles.header}>
        <h2 className={styles.heading}>
          Edits <span className={styles.count}>{entries.length}</span>
        </h2>
        <IdleCapField />
      </header>
      <div className={styles.scroll}>
        {entries.length === 0 && (
          <p className={styles.empty}>
            Drag across the timeline to select a stretch, then press <kbd>X</kbd> to cut it or <kbd>S</kbd> to change its speed.
          </p>
        )}
        <ul className={styles.list} aria-label="Edits">
          {entries.map(({ ref, number }) => (
            <RegionEntry key={`${ref.kind}-${ref.id}`} kind={ref.kind} id={ref.id} number={number} />
          ))}
        </ul>
        <PlanExtras />
      </div>
    </aside>
  );
}
