import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { Analysis } from '#core/analyze/analysis.ts';
import { formatTime } from '#core/cast/format-time.ts';
import { selectSuggestions } from '#store/analysis-selectors.ts';
import { selectDuration } from '#store/selectors.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { FitProblem, selectFitProblem } from '../fit/FitProblem.tsx';
import { TargetBar } from '../fit/TargetBar.tsx';
import { afterClick } from '../shared/after-click.ts';
import { Button } from '../shared/Button.tsx';
import { focusTimeline } from '../shared/focus-timeline.ts';
import { useKey } from '../shared/use-key.ts';
import { KindChips } from './KindChips.tsx';
import { speakKinds } from './kind-spans.ts';
import styles from './StoryBar.module.css';

/** What the recording is made of, and how long the result shall be. */
export function StoryBar() {
  const analysis = useEditorState((state) => state.analysis.analysis);
  const hasFailed = useEditorState((state) => state.analysis.status === 'failed');
  const fitProblem = useEditorState(selectFitProblem);
  useLongReadTold();
  return (
    <section className={styles.bar} aria-label="Session">
      <div className={styles.story}>
        {fitProblem ? <FitProblem problem={fitProblem} /> : analysis && !hasFailed ? <Known analysis={analysis} /> : <Unknown />}
      </div>
      <TargetBar />
    </section>
  );
}

function Known({ analysis }: { readonly analysis: Analysis }) {
  const duration = useEditorState(selectDuration);
  return (
    <>
      <span className={styles.recorded}>
        <b>{formatTime(duration)}</b> recorded
      </span>
      <KindChips spans={analysis.spans} durationMicros={duration} />
      {!analysis.isComplete && (
        <span className={styles.note} title="The recording holds more text than is kept: after that only silence is told from the rest.">
          in part
        </span>
      )}
      <SuggestionsButton />
    </>
  );
}

/** Opens the list of what could be shortened. */
function SuggestionsButton() {
  const { actions } = useEditor();
  const count = useEditorState((state) => selectSuggestions(state).length);
  const key = useKey('suggestions');
  return (
    <Button
      look="plain"
      className={styles.suggestions ?? ''}
      title={`What could be shortened, and why${key.name ? ` (${key.name})` : ''}`}
      aria-keyshortcuts={key.shortcuts}
      keyHint={key.name}
      onClick={({ currentTarget, detail }) => {
        actions.showPanel('suggestions');
        // By keyboard one goes on in the panel; after a click the keys are commands again.
        if (detail > 0) currentTarget.blur();
        else document.querySelector<HTMLElement>('[role="tab"][data-panel="suggestions"]')?.focus();
      }}
    >
      Suggestions <span className={styles.count}>{count.toLocaleString('en')}</span>
    </Button>
  );
}

/** How far it is with what the recording is made of. One button calls it off and takes it up again, so it keeps the focus. */
function Unknown() {
  const { actions } = useEditor();
  const status = useEditorState((state) => state.analysis.status);
  const message = useEditorState((state) => state.analysis.message);
  const row = useRef<HTMLDivElement>(null);
  useFocusLeftBehind(row);
  const isRunning = status === 'running';
  const isOff = status === 'cancelled' || status === 'failed';
  return (
    <div ref={row} className={`${styles.unknown} ${isRunning ? styles.late : ''}`}>
      {isRunning && <Progress />}
      {status === 'cancelled' && <span className={styles.note}>Not analysed</span>}
      {status === 'failed' && (
        <span className={styles.problem} title={message}>
          {message}
        </span>
      )}
      {(isRunning || isOff) && (
        <Button
          key="action"
          look={isRunning ? 'plain' : 'raised'}
          onClick={(event) => {
            if (isRunning) actions.cancelAnalysis();
            else actions.analyze();
            afterClick(event);
          }}
        >
          {isRunning ? 'Cancel' : status === 'failed' ? 'Try again' : 'Analyse'}
        </Button>
      )}
    </div>
  );
}

/** Once it is known the row goes, and what had the focus in it: then that goes to the timeline. */
function useFocusLeftBehind(row: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = row.current;
    return () => {
      if (element?.contains(document.activeElement)) focusTimeline();
    };
  }, [row]);
}

function Progress() {
  const percent = useEditorState((state) => Math.floor(state.analysis.share * 100));
  return (
    <>
      <progress className={styles.progress} aria-label="Looking through the session" max={100} value={percent} />
      <span className={styles.note}>{`Looking through the session… ${percent} %`}</span>
    </>
  );
}

/** What takes less than that is not worth a word. */
const QUIET_MILLIS = 600;

/** Has it said that it takes a while, what came of it, and that nothing did. */
function useLongReadTold(): void {
  const { actions } = useEditor();
  const status = useEditorState((state) => state.analysis.status);
  const message = useEditorState((state) => state.analysis.message);
  const analysis = useEditorState((state) => state.analysis.analysis);
  const isLong = useRef(false);
  const isRunning = status === 'running';

  useEffect(() => {
    if (!isRunning) return undefined;
    isLong.current = false;
    const timer = window.setTimeout(() => {
      isLong.current = true;
      actions.say('Looking through the session');
    }, QUIET_MILLIS);
    return () => window.clearTimeout(timer);
  }, [isRunning, actions]);

  useEffect(() => {
    if (status === 'failed') actions.say(message);
    if (status === 'done' && analysis && isLong.current) actions.say(`The session: ${speakKinds(analysis.spans)}`);
  }, [status, message, analysis, actions]);
}
