import { useMemo, useRef } from 'react';
import { formatTime } from '#core/cast/format-time.ts';
import { selectNothingToSuggest, selectSuggestions } from '#store/analysis-selectors.ts';
import { selectTimeMap } from '#store/selectors.ts';
import type { EditorState } from '#store/state.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { Button } from '../shared/Button.tsx';
import { useKey } from '../shared/use-key.ts';
import { EditLimits } from './EditLimits.tsx';
import { GroupOfSuggestions } from './GroupOfSuggestions.tsx';
import styles from './SuggestionsPanel.module.css';
import { groupSuggestions, savedBy } from './suggestion-groups.ts';

/** What could be shortened, and why. */
export function SuggestionsPanel() {
  const { actions } = useEditor();
  const suggestions = useEditorState(selectSuggestions);
  const isKnown = useEditorState((state) => state.analysis.analysis !== null);
  const groups = useMemo(() => groupSuggestions(suggestions), [suggestions]);
  const heading = useRef<HTMLHeadingElement>(null);
  const key = useKey('acceptAll');

  /** The button goes with what it accepts. */
  function leaveBy(act: () => void): void {
    heading.current?.focus({ preventScroll: true });
    act();
  }

  return (
    <div className={styles.panel}>
      <header className={styles.header}>
        <div className={styles.summary}>
          <h2 ref={heading} tabIndex={-1} className={styles.heading}>
            {isKnown ? headingFor(suggestions.length) : 'Suggestions'}
          </h2>
          {suggestions.length > 0 && <Effect savedMicros={savedBy(suggestions)} />}
        </div>
        {suggestions.length > 0 && (
          <Button
            title={key.name ? `Accept all (${key.name})` : 'Accept all'}
            aria-keyshortcuts={key.shortcuts}
            keyHint={key.name}
            onClick={() => leaveBy(actions.acceptAll)}
          >
            Accept all
          </Button>
        )}
      </header>
      {suggestions.length === 0 && <Nothing leaveBy={leaveBy} />}
      {groups.map((group) => (
        <GroupOfSuggestions key={group.kind} {...group} leaveBy={leaveBy} />
      ))}
      <EditLimits />
    </div>
  );
}

const headingFor = (count: number): string =>
  count === 0 ? 'No suggestions' : count === 1 ? '1 suggestion' : `${count.toLocaleString('en')} suggestions`;

/** What all of them would make of the result. */
function Effect({ savedMicros }: { readonly savedMicros: number }) {
  const resultMicros = useEditorState((state) => selectTimeMap(state)?.resultDuration ?? 0);
  return (
    <p className={styles.effect}>
      Result <b>{formatTime(resultMicros)}</b> <span className={styles.arrow}>→</span>{' '}
      <b>{formatTime(Math.max(0, resultMicros - savedMicros))}</b>
    </p>
  );
}

/** Why there is nothing, and the way to something. */
function Nothing({ leaveBy }: { readonly leaveBy: (act: () => void) => void }) {
  const { actions } = useEditor();
  const why = useEditorState(whyNothing);
  const isFitted = useEditorState(({ document }) => document.targetMicros !== undefined);
  return (
    <div className={styles.nothing}>
      <p>{why}</p>
      {isFitted && <Button onClick={() => leaveBy(() => actions.stopFitting(false))}>Stop fitting</Button>}
    </div>
  );
}

function whyNothing(state: EditorState): string {
  switch (state.analysis.status) {
    case 'running':
      return state.analysis.analysis
        ? selectNothingToSuggest(state)
        : 'What could be shortened is known once the session is looked through.';
    case 'cancelled':
      return 'The session was not analysed. Analyse it to see what could be shortened.';
    case 'failed':
      return state.analysis.message;
    default:
      return selectNothingToSuggest(state);
  }
}
