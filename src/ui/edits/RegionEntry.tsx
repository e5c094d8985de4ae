import { memo, useId } from 'react';
import { formatTime } from '#core/cast/format-time.ts';
import { MICROS_PER_SECOND } from '#core/cast/time.ts';
import type { DocumentCut, DocumentSpeedRegion } from '#core/plan/document.ts';
import { formatFactor } from '#core/plan/factor.ts';
import { useEditor } from '../editor-context.tsx';
import { afterClick } from '../shared/after-click.ts';
import { Button } from '../shared/Button.tsx';
import { CutModeField } from './CutModeField.tsx';
import { CUT_MODE_WORDS } from './cut-modes.ts';
import { EdgeField } from './EdgeField.tsx';
import { FactorField } from './FactorField.tsx';
import { FactorPresets } from './FactorPresets.tsx';
import styles from './RegionEntry.module.css';
import { RemoveIcon } from './RemoveIcon.tsx';
import { ResultLengthField } from './ResultLengthField.tsx';
import { SelectButton } from './SelectButton.tsx';
import { useScrolledTo } from './use-scrolled-to.ts';

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
  /** Whether the result is fitted to a target: what is not pinned is solved then. */
  readonly isFitted: boolean;
  readonly isSelected: boolean;
  /** Whether it is the only one that is selected, of which all there is to say is shown. */
  readonly isAlone: boolean;
  /** Whether it was selected last. */
  readonly isLookedAt: boolean;
  /** The element that says what becomes of what was made to fit when it is removed. */
  readonly removalId: string;
};

/** One edit as a line to read, with everything that can be changed of it. */
export const RegionEntry = memo(function RegionEntry({
  number,
  resultMicros,
  heldMicros,
  fallBack,
  isFitted,
  isSelected,
  isAlone,
  isLookedAt,
  removalId,
  ...edit
}: RegionEntryProps) {
  const { actions } = useEditor();
  const entry = useScrolledTo(isLookedAt);
  const summaryId = useId();
  const reasonId = useId();
  const { kind, region } = edit;
  const ref = { kind, id: region.id };
  const isPinned = isFitted && region.by === undefined;
  const isSolved = isFitted && !isPinned;
  const description = region.reason === undefined ? summaryId : `${summaryId} ${reasonId}`;

  return (
    <li
      ref={entry}
      className={styles.entry}
      aria-label={`${kind} ${number}`}
      data-kind={kind}
      data-id={region.id}
      data-start={region.start}
      data-end={region.end}
      data-by={region.by}
      data-pinned={isPinned}
      data-selected={isSelected}
    >
      <SelectButton edit={ref} time={region.start} isSelected={isSelected} className={styles.summary} describedBy={description}>
        <span className={styles.swatch} aria-hidden="true" />
        <span id={summaryId} className={styles.sentence}>
          <span className={styles.title}>
            {edit.kind === 'cut' ? 'Cut' : formatFactor(edit.region.factor)}
            {isPinned && <Lock />}
          </span>{' '}
          <span className={styles.effect}>{effectOf(edit, resultMicros)}</span>
        </span>
      </SelectButton>
      {/* Without it the stretch is solved for the target again: to release is all that removing it could do. */}
      {isPinned && (
        <Button
          look="plain"
          className={styles.release}
          title="Let it be solved for the target again"
          aria-describedby={description}
          data-part="release"
          onClick={(event) => {
            actions.release(ref);
            afterClick(event);
          }}
        >
          Release
        </Button>
      )}
      {(region.reason !== undefined || isSolved) && (
        <div className={styles.origin}>
          <p id={reasonId} title={region.reason}>
            {region.reason}
          </p>
          {isSolved && (
            <Button
              look="plain"
              className={styles.pin}
              title="Leave it as it is, whatever the target"
              aria-describedby={description}
              onClick={(event) => {
                actions.pin(ref);
                afterClick(event);
              }}
            >
              Pin
            </Button>
          )}
        </div>
      )}
      <div className={styles.fields} data-long={region.end >= LONG_MICROS}>
        <EdgeField kind={kind} region={region} edge="start" />
        <EdgeField kind={kind} region={region} edge="end" />
        {edit.kind === 'cut' ? (
          <div className={styles.mode}>
            <CutModeField id={region.id} mode={edit.region.mode} />
          </div>
        ) : (
          <>
            <FactorField region={edit.region} resultMicros={resultMicros} heldMicros={heldMicros} />
            <ResultLengthField region={edit.region} resultMicros={resultMicros} heldMicros={heldMicros} />
          </>
        )}
        {!isPinned && (
          <Button
            look="plain"
            className={styles.remove ?? ''}
            aria-label="Remove"
            title={isSolved ? 'Keep at 1×' : 'Remove'}
            aria-describedby={isSolved ? `${description} ${removalId}` : description}
            onClick={(event) => {
              actions.remove(ref);
              afterClick(event);
            }}
          >
            <RemoveIcon />
          </Button>
        )}
      </div>
      {edit.kind === 'speed' && isAlone && <FactorPresets id={region.id} factor={edit.region.factor} />}
      {edit.kind === 'cut' && isAlone && !fallBack && (
        <p className={styles.meaning}>{asSentence(CUT_MODE_WORDS[edit.region.mode].meaning)}</p>
      )}
      {fallBack && <p className={styles.fallBack}>No repaint was right: {fallBack}; everything is printed at once.</p>}
    </li>
  );
});

function Lock() {
  return (
    <span className={styles.pinned}>
      <svg viewBox="0 0 10 12" width="9" height="11" aria-hidden="true">
        <path d="M2.5 5V3.5a2.5 2.5 0 0 1 5 0V5" fill="none" stroke="currentColor" strokeWidth="1.4" />
        <rect x="1" y="5" width="8" height="6" rx="1.2" fill="currentColor" />
      </svg>
      Pinned
    </span>
  );
}

/** From ten hours on times are long words. */
const LONG_MICROS = 10 * 3600 * MICROS_PER_SECOND;

const asSentence = (clause: string): string => `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;

/** What the edit does to time: `− 14:02.0`, or `2:30.0 → 0:30.0`. */
function effectOf({ kind, region }: Edit, resultMicros: number): string {
  const length = shownLength(region.end - region.start);
  return kind === 'cut' ? `− ${length}` : `${length} → ${shownLength(resultMicros)}`;
}

/** In tenths, as all of the list: its fields have what is shorter. */
const shownLength = (micros: number): string => (micros > 0 && micros < 50_000 ? 'under 0:00.1' : formatTime(micros));
