import { memo, useEffect, useId, useRef } from 'react';
import { formatLength } from '#core/cast/format-time.ts';
import { MICROS_PER_SECOND } from '#core/cast/time.ts';
import type { DocumentCut, DocumentSpeedRegion } from '#core/plan/document.ts';
import { formatFactor } from '#core/plan/factor.ts';
import { useEditor } from '../editor-context.tsx';
import { Button } from '../shared/Button.tsx';
import { focusTimeline } from '../shared/focus-timeline.ts';
import { CutModeField } from './CutModeField.tsx';
import { CUT_MODE_WORDS } from './cut-modes.ts';
import { EdgeField } from './EdgeField.tsx';
import { FactorField } from './FactorField.tsx';
import { FactorPresets } from './FactorPresets.tsx';
import styles from './RegionEntry.module.css';

export type Edit =
  | { readonly kind: 'cut'; readonly region: DocumentCut }
  | { readonly kind: 'speed'; readonly region: DocumentSpeedRegion };

type RegionEntryProps = Edit & {
  /** Its place among its kind, from 1: its name on the timeline too. */
  readonly number: number;
  /** How long it lasts in the result. */
  readonly resultMicros: number;
  /** What of that is holds. */
  readonly heldMicros: number;
  /** Of a jump without a repaint: why. */
  readonly fallBack: string | undefined;
  readonly isSelected: boolean;
};

/** One edit as a line to read, with everything that can be changed of it. */
export const RegionEntry = memo(function RegionEntry({
  number,
  resultMicros,
  heldMicros,
  fallBack,
  isSelected,
  ...edit
}: RegionEntryProps) {
  const { actions } = useEditor();
  const entry = useRef<HTMLLIElement>(null);
  const summaryId = useId();
  const { kind, region } = edit;
  const ref = { kind, id: region.id };

  /** The focus goes to the next entry, or out to the timeline after the last one. */
  function remove() {
    const next = entry.current?.nextElementSibling ?? entry.current?.previousElementSibling;
    actions.remove(ref);
    const button = next?.querySelector('button');
    if (button) button.focus();
    else focusTimeline();
  }

  useEffect(() => {
    if (isSelected) entry.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);

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
          <span className={styles.title}>{edit.kind === 'cut' ? 'Cut' : formatFactor(edit.region.factor)}</span>{' '}
          <span className={styles.effect}>{effectOf(edit, resultMicros)}</span>
        </span>
      </button>
      <div className={styles.fields} data-long={region.end >= LONG_MICROS}>
        <EdgeField kind={kind} region={region} edge="start" />
        <EdgeField kind={kind} region={region} edge="end" />
        {edit.kind === 'cut' ? (
          <CutModeField id={region.id} mode={edit.region.mode} />
        ) : (
          <FactorField region={edit.region} resultMicros={resultMicros} heldMicros={heldMicros} />
        )}
        <Button look="plain" className={styles.remove ?? ''} aria-label="Remove" title="Remove" onClick={remove}>
          <svg viewBox="0 0 12 12" width="10" height="10" aria-hidden="true">
            <path d="M1 1l10 10M11 1L1 11" stroke="currentColor" strokeWidth="1.6" />
          </svg>
        </Button>
      </div>
      {edit.kind === 'speed' && isSelected && <FactorPresets id={region.id} factor={edit.region.factor} />}
      {edit.kind === 'cut' && isSelected && !fallBack && (
        <p className={styles.meaning}>{asSentence(CUT_MODE_WORDS[edit.region.mode].meaning)}</p>
      )}
      {fallBack && <p className={styles.fallBack}>No repaint was right: {fallBack}; everything is printed at once.</p>}
    </li>
  );
});

/** From a hundred hours on times are long words. */
const LONG_MICROS = 100 * 3600 * MICROS_PER_SECOND;

const asSentence = (clause: string): string => `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;

/** What the edit does to time: `− 14:02.0`, or `2:30.0 → 0:30.0`. */
function effectOf({ kind, region }: Edit, resultMicros: number): string {
  const length = formatLength(region.end - region.start);
  return kind === 'cut' ? `− ${length}` : `${length} → ${formatLength(resultMicros)}`;
}
