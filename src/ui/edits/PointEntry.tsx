import { type ReactNode, useId } from 'react';
import type { SourceTime } from '#core/cast/time.ts';
import type { PointRef } from '#core/plan/document.ts';
import { useEditor } from '../editor-context.tsx';
import { afterClick } from '../shared/after-click.ts';
import { Button } from '../shared/Button.tsx';
import styles from './PointList.module.css';
import { RemoveIcon } from './RemoveIcon.tsx';
import { SelectButton } from './SelectButton.tsx';
import { useScrolledTo } from './use-scrolled-to.ts';

interface PointEntryProps {
  readonly point: PointRef;
  readonly time: SourceTime;
  /** Its place among its kind, from 1: its name on the timeline too. */
  readonly number: number;
  /** What it is, for who does not see its fields. */
  readonly summary: string;
  readonly isSelected: boolean;
  readonly isLookedAt: boolean;
  readonly isRemovable?: boolean;
  /** What is said below its fields. */
  readonly notes?: ReactNode;
  /** Its fields. */
  readonly children: ReactNode;
}

/** A hold or a marker as a line to read and to type in. */
export function PointEntry({ point, time, number, summary, isSelected, isLookedAt, isRemovable = true, notes, children }: PointEntryProps) {
  const { actions } = useEditor();
  const entry = useScrolledTo(isLookedAt);
  const summaryId = useId();
  const isHold = point.kind === 'hold';
  return (
    <li
      ref={entry}
      className={isHold ? styles.hold : styles.marker}
      aria-label={`${point.kind} ${number}`}
      data-kind={point.kind}
      data-id={point.id}
      data-start={time}
      data-end={time}
      data-selected={isSelected}
    >
      <SelectButton edit={point} time={time} isSelected={isSelected} className={styles.select} describedBy={summaryId}>
        <span className={isHold ? styles.holdSwatch : styles.markerSwatch} aria-hidden="true" />
        <span aria-hidden="true">{number}</span>
        <span id={summaryId} className="visually-hidden">
          {summary}
        </span>
      </SelectButton>
      {children}
      {isRemovable ? (
        <Button
          look="plain"
          className={styles.remove}
          aria-label="Remove"
          title="Remove"
          aria-describedby={summaryId}
          onClick={(event) => {
            actions.removeAll([point]);
            afterClick(event);
          }}
        >
          <RemoveIcon />
        </Button>
      ) : (
        <span />
      )}
      {notes}
    </li>
  );
}
