import { memo, useEffect, useId, useRef } from 'react';
import { formatTime } from '#core/cast/format-time.ts';
import { type DocumentCut, type DocumentSpeedRegion, findRegion, type RegionRef } from '#core/plan/document.ts';
import { formatFactor } from '#core/plan/factor.ts';
import { selectTimeMap } from '#store/selectors.ts';
import type { EditorState } from '#store/state.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { Button } from '../shared/Button.tsx';
import { CUT_MODE_MEANINGS, CutModeField } from './CutModeField.tsx';
import { EdgeField } from './EdgeField.tsx';
import { FactorField } from './FactorField.tsx';
import styles from './RegionEntry.module.css';

interface RegionEntryProps extends RegionRef {
  /** Its place among its kind, from 1: its name on the timeline too. */
  readonly number: number;
}

/** One edit as a line to read, with everything that can be changed of it. */
export const RegionEntry = memo(function RegionEntry({ kind, id, number }: RegionEntryProps) {
  const { actions } = useEditor();
  const region = useEditorState((state) => findRegion(state.document, { kind, id }));
  const effect = useEditorState((state) => effectOf(state, { kind, id }));
  const isSelected = useEditorState(({ selectedRegion }) => selectedRegion?.kind === kind && selectedRegion.id === id);
  const entry = useRef<HTMLLIElement>(null);
  const summaryId = useId();

  useEffect(() => {
    if (isSelected) entry.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);

  if (!region) return null;
  const ref = { kind, id };
  const title = kind === 'cut' ? 'Cut' : formatFactor((region as DocumentSpeedRegion).factor);
  return (
    <li ref={entry} className={styles.entry} aria-label={`${kind} ${number}`} data-kind={kind} data-selected={isSelected}>
      <button
        type="button"
        className={styles.summary}
        aria-pressed={isSelected}
        aria-label="Select"
        aria-describedby={summaryId}
        onClick={() => {
          actions.selectRegion(ref);
          actions.seek(region.start, true);
        }}
      >
        <span className={styles.swatch} aria-hidden="true" />
        <span id={summaryId} className={styles.sentence}>
          <span className={styles.title}>{title}</span> <span className={styles.effect}>{effect}</span>
        </span>
      </button>
      <div className={styles.fields}>
        <EdgeField kind={kind} id={id} edge="start" />
        <EdgeField kind={kind} id={id} edge="end" />
        {kind === 'cut' ? (
          <CutModeField id={id} mode={(region as DocumentCut).mode} />
        ) : (
          <FactorField region={region as DocumentSpeedRegion} />
        )}
        <Button look="plain" className={styles.remove ?? ''} aria-label="Remove" title="Remove" onClick={() => actions.remove(ref)}>
          <svg viewBox="0 0 12 12" width="10" height="10" aria-hidden="true">
            <path d="M1 1l10 10M11 1L1 11" stroke="currentColor" strokeWidth="1.6" />
          </svg>
        </Button>
      </div>
      {kind === 'cut' && isSelected && <p className={styles.meaning}>{CUT_MODE_MEANINGS[(region as DocumentCut).mode]}</p>}
    </li>
  );
});

/** What the edit does to time: `− 14:02.0`, or `2:30.0 → 0:30.0`. */
function effectOf(state: EditorState, ref: RegionRef): string {
  const region = findRegion(state.document, ref);
  const map = selectTimeMap(state);
  if (!region || !map) return '';
  if (ref.kind === 'cut') return `− ${formatTime(region.end - region.start)}`;
  return `${formatTime(region.end - region.start)} → ${formatTime(map.toResult(region.end) - map.toResult(region.start))}`;
}
