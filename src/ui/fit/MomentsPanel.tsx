import { type MouseEvent, memo, useId, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Analysis, Moment } from '#core/analyze/analysis.ts';
import type { FitOutcome } from '#core/analyze/fit/outcome.ts';
import { formatTime, speakTime } from '#core/cast/format-time.ts';
import type { SourceTime } from '#core/cast/time.ts';
import type { Range } from '#core/lib/ranges.ts';
import { selectFit } from '#store/analysis-selectors.ts';
import { momentRange, withMargins } from '#store/moment-range.ts';
import { selectDuration, selectEditSettings } from '#store/selectors.ts';
import type { EditorState } from '#store/state.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { afterClick } from '../shared/after-click.ts';
import { Button } from '../shared/Button.tsx';
import { focusEntry, useKeptFocus } from '../shared/use-kept-focus.ts';
import styles from './MomentsPanel.module.css';
import { type MomentState, momentState, rangesOfItsOwn } from './moment-state.ts';

/** Nobody reads more at once. */
const PAGE = 200;

const NO_MOMENTS: Analysis['moments'] = [];

/** What is worth seeing, and what of it the result has. */
export function MomentsPanel() {
  const document = useEditorState((state) => state.document);
  const moments = useEditorState((state) => state.analysis.analysis?.moments ?? NO_MOMENTS);
  const outcome = useEditorState(selectFit);
  const whyNone = useEditorState(whyNoMoments);
  const [showsKeptOnly, setShowsKeptOnly] = useState(false);
  const [shownCount, setShownCount] = useState(PAGE);
  const all = useMemo(() => {
    const kept = outcome && new Set(outcome.kept);
    return moments.map((moment) => ({ moment, is: momentState(moment, document, kept), isKept: kept?.has(moment) === true }));
  }, [moments, document, outcome]);
  const listed = useMemo(() => (outcome && showsKeptOnly ? all.filter(({ isKept }) => isKept) : all), [all, outcome, showsKeptOnly]);
  const list = useRef<HTMLUListElement>(null);
  const keptFocus = useKeptFocus(list, listed);
  const restCount = listed.length - shownCount;

  function showMore({ currentTarget, detail }: MouseEvent<HTMLButtonElement>): void {
    flushSync(() => setShownCount(shownCount + PAGE));
    if (detail > 0) currentTarget.blur();
    else focusEntry(list.current, shownCount);
  }

  if (whyNone !== '') return <p className={styles.empty}>{whyNone}</p>;
  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <h2 className="visually-hidden">Moments</h2>
        {outcome ? (
          <Summary outcome={outcome} states={all.map(({ is }) => is)} />
        ) : (
          <p>Choose a target length, and the most telling of these are kept.</p>
        )}
        {outcome && (
          <label>
            <input type="checkbox" checked={showsKeptOnly} onChange={({ target }) => setShowsKeptOnly(target.checked)} />
            Only kept
          </label>
        )}
        {outcome?.notes.map((note) => (
          <p key={note} className={styles.note}>
            {note}
          </p>
        ))}
      </div>
      <ul ref={list} className={styles.list} aria-label="Moments" {...keptFocus}>
        {listed.slice(0, shownCount).map(({ moment, is }) => (
          <MomentEntry key={`${moment.start} ${moment.time} ${moment.kind}`} moment={moment} is={is} />
        ))}
      </ul>
      {restCount > 0 && (
        <p className={styles.rest}>
          {restCount.toLocaleString('en')} more
          <Button look="plain" className={styles.choice} onClick={showMore}>
            Show more
          </Button>
        </p>
      )}
    </div>
  );
}

/** How much of the story there is room for. Where nothing is left out, how much of it can be read. */
function Summary({ outcome: { kept }, states }: { readonly outcome: FitOutcome; readonly states: readonly MomentState[] }) {
  const isAllThere = states.every((is) => is !== 'left out' && is !== 'cut');
  if (isAllThere && kept.length < states.length) {
    return (
      <p>
        <strong>All {states.length}</strong> in the result, {kept.length} long enough to read
      </p>
    );
  }
  return (
    <p>
      <strong>
        {kept.length} of {states.length}
      </strong>{' '}
      kept, {formatTime(readingOf(kept))} to read
    </p>
  );
}

const readingOf = (moments: readonly Moment[]): number => moments.reduce((sum, { readingMicros }) => sum + readingMicros, 0);

/** Empty where there are some. */
function whyNoMoments({ analysis: { status, analysis, message } }: EditorState): string {
  if (analysis)
    return analysis.moments.length > 0 ? '' : 'Nothing in this recording stands out: no prompts, no results, no new text that stays.';
  if (status === 'failed') return `What is worth seeing could not be told. ${message}`;
  if (status === 'cancelled') return 'The recording was not looked through, so it is not known what is worth seeing.';
  return 'The recording is being looked through. What is worth seeing will be listed here.';
}

const STATE_WORDS: Readonly<Record<MomentState, string>> = {
  pinned: 'pinned',
  cut: 'cut by you',
  kept: 'kept',
  // With the words that follow, which a narrow panel leaves out.
  brief: 'too short',
  'left out': 'left out',
  open: '',
};

interface MomentEntryProps {
  readonly moment: Moment;
  readonly is: MomentState;
}

/** Why it is worth seeing, without its text, which is the next line to read: `command`, and not `command: npm test`. */
const withoutText = ({ reason, text }: Moment): string => (reason.endsWith(`: ${text}`) ? reason.slice(0, -2 - text.length) : reason);

/** Its text is the recording's: shown as text, and shortened by its style alone. */
const MomentEntry = memo(function MomentEntry({ moment, is }: MomentEntryProps) {
  const { store, actions } = useEditor();
  const saidId = useId();

  function seen(one: Moment): Range<SourceTime> {
    const state = store.getState();
    return withMargins(momentRange(one), selectEditSettings(state), selectDuration(state));
  }

  /** Pressed again, a button takes back what it did, and nothing that was done to others. It is one step to undo. */
  function release(rangeOf: (one: Moment) => Range<SourceTime>): void {
    const { document, analysis } = store.getState();
    const others = analysis.analysis?.moments.filter((other) => other !== moment && momentState(other, document, undefined) === is) ?? [];
    const ranges = rangesOfItsOwn(moment, rangeOf, others);
    if (!actions.beginGesture(`Release ${moment.reason}`)) return;
    for (const range of ranges) actions.releaseRange(range);
    actions.commitGesture();
  }

  function choose(event: MouseEvent<HTMLButtonElement>, act: () => void): void {
    act();
    afterClick(event);
  }

  return (
    <li
      className={styles.entry}
      aria-label={`${moment.reason}, ${speakTime(moment.time)}`}
      data-kind="moment"
      data-start={moment.start}
      data-end={moment.goneAt}
      data-state={is}
    >
      <button type="button" className={styles.summary} onClick={(event) => choose(event, () => actions.seek(moment.time, true))}>
        <span className={styles.mark} aria-hidden="true" />
        <span id={saidId} className={styles.reason}>
          {withoutText(moment)}
        </span>
        <span className={styles.time}>{formatTime(moment.time)}</span>
        <span className={styles.text}>{moment.text}</span>
      </button>
      <div className={styles.foot}>
        <span className={styles.fate} title={`It takes ${formatTime(moment.readingMicros)} to read`}>
          {STATE_WORDS[is] !== '' && <strong>{STATE_WORDS[is]}</strong>}
          {is !== 'brief' && ` ${formatTime(moment.readingMicros)}`}
          <span className={styles.unit}> to read</span>
        </span>
        <Button
          look="plain"
          className={styles.choice}
          aria-pressed={is === 'pinned'}
          aria-describedby={saidId}
          onClick={(event) => choose(event, () => (is === 'pinned' ? release(seen) : actions.keep(seen(moment))))}
        >
          Always keep
        </Button>
        <Button
          look="plain"
          className={styles.choice}
          aria-pressed={is === 'cut'}
          aria-describedby={saidId}
          onClick={(event) => choose(event, () => (is === 'cut' ? release(momentRange) : actions.cut(momentRange(moment))))}
        >
          Leave out
        </Button>
      </div>
    </li>
  );
});
