import { memo } from 'react';
import { formatExactTime, formatSeconds, formatTime } from '#core/cast/format-time.ts';
import { parseTimeEntry } from '#core/cast/time-entry.ts';
import type { DocumentHold } from '#core/plan/document.ts';
import { inCut, isSameEdit } from '#core/plan/document.ts';
import { selectHoldsLastScreen } from '#store/point-actions.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { afterClick } from '../shared/after-click.ts';
import { Button } from '../shared/Button.tsx';
import { CommitField } from '../shared/CommitField.tsx';
import { PagedList } from './PagedList.tsx';
import { PointEntry } from './PointEntry.tsx';
import styles from './PointList.module.css';
import { PointTimeField } from './PointTimeField.tsx';
import { usePlaceRequest } from './use-place-request.ts';

const STEP_MICROS = 500_000;

/** Where the result stands still. */
export function HoldList() {
  const { store, actions } = useEditor();
  const document = useEditorState((state) => state.document);
  const selected = useEditorState((state) => state.selected);
  const holdsLastScreen = useEditorState(selectHoldsLastScreen);
  const { holds } = document;
  const lookedAt = selected.at(-1) ?? null;
  return (
    <section className={styles.points} aria-label="Holds">
      <header className={styles.header}>
        <h3>
          Holds <span className={styles.count}>{holds.length}</span>
        </h3>
        {!holdsLastScreen && (
          <Button
            look="plain"
            title="Let the last screen stand still for 3 seconds"
            onClick={(event) => {
              actions.holdLastScreen();
              afterClick(event);
            }}
          >
            Hold the last screen
          </Button>
        )}
        <Button
          look="plain"
          aria-label="Add hold"
          title="Let the screen at the playhead stand still for 2 seconds"
          onClick={(event) => {
            actions.hold(store.getState().playhead);
            afterClick(event);
          }}
        >
          Add
        </Button>
      </header>
      <PagedList
        label="Holds"
        className={styles.list}
        entries={holds}
        selectedIndex={holds.findIndex(({ id }) => isSameEdit(lookedAt, { kind: 'hold', id }))}
        show={(hold, index) => (
          <HoldEntry
            key={hold.id}
            hold={hold}
            number={index + 1}
            isSelected={selected.some((ref) => isSameEdit(ref, { kind: 'hold', id: hold.id }))}
            isLookedAt={isSameEdit(lookedAt, { kind: 'hold', id: hold.id })}
            isInCut={inCut(document, hold.at)}
          />
        )}
      />
    </section>
  );
}

interface HoldEntryProps {
  readonly hold: DocumentHold;
  /** Its place among the holds, from 1: its name on the timeline too. */
  readonly number: number;
  readonly isSelected: boolean;
  readonly isLookedAt: boolean;
  readonly isInCut: boolean;
}

const HoldEntry = memo(function HoldEntry({ hold, number, isSelected, isLookedAt, isInCut }: HoldEntryProps) {
  const { actions } = useEditor();
  const { id, at, durationMicros, by, reason } = hold;
  const ref = { kind: 'hold', id } as const;
  const placeRequest = usePlaceRequest('hold', id);

  function setLength(typed: string): string | undefined {
    const input = parseTimeEntry(typed, { currentMicros: durationMicros });
    if ('problem' in input) return input.problem;
    if (input.micros <= 0) return 'A length above 0 is needed; to have no hold, remove it.';
    if (input.micros > MAX_HOLD_MICROS) return `At most ${formatTime(MAX_HOLD_MICROS)}.`;
    actions.setHold(id, { durationMicros: input.micros });
    return undefined;
  }

  return (
    <PointEntry
      point={ref}
      time={at}
      number={number}
      summary={`Hold ${number}: ${formatSeconds(durationMicros)} at ${formatTime(at)}`}
      isSelected={isSelected}
      isLookedAt={isLookedAt}
      // Without what was made to fit, the result is not of its length.
      isRemovable={by !== 'fit'}
      notes={
        <>
          {reason !== undefined && <p className={styles.note}>{by === 'fit' ? `Fitted: ${reason}` : reason}</p>}
          {isInCut && <p className={styles.note}>In a cut: it does nothing.</p>}
        </>
      }
    >
      <PointTimeField label="At" time={at} setTime={(time) => actions.setHold(id, { at: time })} focusRequest={placeRequest} />
      <CommitField
        label="Length"
        text={formatSeconds(durationMicros)}
        editText={formatExactTime(durationMicros)}
        commit={setLength}
        step={(direction) => actions.setHold(id, { durationMicros: Math.max(STEP_MICROS, durationMicros + direction * STEP_MICROS) })}
        hint="How long the screen stands still, such as 2, 0.5 or +1"
      />
    </PointEntry>
  );
});

/** Nobody looks at one screen for longer. */
const MAX_HOLD_MICROS = 3_600_000_000;
