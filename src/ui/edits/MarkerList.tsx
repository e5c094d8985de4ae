import { type MouseEvent, memo, useCallback, useMemo } from 'react';
import { formatTime } from '#core/cast/format-time.ts';
import { type DocumentMarker, isSameEdit } from '#core/plan/document.ts';
import { MAX_TEXT_LENGTH } from '#core/plan/plan.ts';
import { selectMarkers, selectOwnMarkers } from '#store/selectors.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { afterClick } from '../shared/after-click.ts';
import { Button } from '../shared/Button.tsx';
import { CommitField } from '../shared/CommitField.tsx';
import { focusTimeline } from '../shared/focus-timeline.ts';
import { refName } from './entry-selection.ts';
import { PagedList } from './PagedList.tsx';
import { PointEntry } from './PointEntry.tsx';
import styles from './PointList.module.css';
import { PointTimeField } from './PointTimeField.tsx';
import { useDeferredEntries } from './use-deferred-entries.ts';

/** The markers of the result. Those that the recording brings are counted, until somebody wants to change one. */
export function MarkerList() {
  const { store, actions } = useEditor();
  const markers = useDeferredEntries(useEditorState(selectMarkers));
  const isPlans = useEditorState((state) => state.document.markers !== undefined);
  const ownCount = useEditorState(selectOwnMarkers).length;
  const selected = useEditorState((state) => state.selected);
  const names = useMemo(() => new Set(selected.map(refName)), [selected]);
  const lookedAt = selected.at(-1) ?? null;
  const isListed = isPlans || selected.some(({ kind }) => kind === 'marker');

  return (
    <section className={styles.points} aria-label="Markers">
      <header className={styles.header}>
        <h3>
          Markers <span className={styles.count}>{markers.length}</span>
        </h3>
        {isPlans && ownCount > 0 && (
          <Button
            look="plain"
            title={`Have the ${ownCount === 1 ? 'one' : ownCount} of the recording again, in place of these`}
            onClick={(event) => leaveBy(event, actions.keepOwnMarkers)}
          >
            Keep its own
          </Button>
        )}
        <Button
          look="plain"
          aria-label="Add marker"
          title="Mark the moment at the playhead"
          onClick={(event) => {
            afterClick(event);
            actions.mark(store.getState().playhead);
          }}
        >
          Add
        </Button>
      </header>
      {!isPlans && ownCount > 0 && (
        <p className={styles.own}>
          {ownCount === 1 ? '1 marker' : `${ownCount.toLocaleString('en')} markers`} of the recording
          {!isListed && (
            <Button look="plain" onClick={(event) => leaveBy(event, actions.importMarkers)}>
              Edit them
            </Button>
          )}
        </p>
      )}
      <PagedList
        label="Markers"
        className={styles.list}
        entries={isListed ? markers : NONE}
        selectedIndex={markers.findIndex(({ id }) => isSameEdit(lookedAt, { kind: 'marker', id }))}
        show={(marker, index) => (
          <MarkerEntry
            key={marker.id}
            marker={marker}
            number={index + 1}
            isSelected={names.has(refName({ kind: 'marker', id: marker.id }))}
            isLookedAt={isSameEdit(lookedAt, { kind: 'marker', id: marker.id })}
          />
        )}
      />
    </section>
  );
}

const NONE: readonly DocumentMarker[] = [];

/** The button goes with what it does. */
function leaveBy({ currentTarget, detail }: MouseEvent<HTMLButtonElement>, act: () => void): void {
  act();
  if (detail > 0) currentTarget.blur();
  else focusTimeline();
}

interface MarkerEntryProps {
  readonly marker: DocumentMarker;
  /** Its place among the markers, from 1: its name on the timeline too. */
  readonly number: number;
  readonly isSelected: boolean;
  readonly isLookedAt: boolean;
}

const MarkerEntry = memo(function MarkerEntry({ marker, number, isSelected, isLookedAt }: MarkerEntryProps) {
  const { actions } = useEditor();
  const { id, time, label } = marker;
  const isAskedFor = useEditorState((state) => state.labelAskedFor === id);
  const answer = useCallback(() => actions.askForLabel(null), [actions]);
  const ref = { kind: 'marker', id } as const;

  function setLabel(typed: string): undefined {
    actions.setMarker(id, { label: typed.trim() });
  }

  return (
    <PointEntry
      point={ref}
      time={time}
      number={number}
      summary={`Marker ${number}: ${label === '' ? 'without a label' : label}, at ${formatTime(time)}`}
      isSelected={isSelected}
      isLookedAt={isLookedAt}
    >
      <PointTimeField label="Time" time={time} setTime={(moved) => actions.setMarker(id, { time: moved })} />
      <CommitField
        label="Label"
        text={label}
        commit={setLabel}
        placeholder="no label"
        maxLength={MAX_TEXT_LENGTH}
        focusRequest={isAskedFor ? answer : undefined}
      />
    </PointEntry>
  );
});
