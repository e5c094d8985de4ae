import { type MouseEvent, memo, useEffect, useId, useRef } from 'react';
import type { Suggestion } from '#core/analyze/suggest/suggestion.ts';
import { formatTime } from '#core/cast/format-time.ts';
import { formatFactor } from '#core/plan/factor.ts';
import { selectDuration } from '#store/selectors.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { afterClick } from '../shared/after-click.ts';
import { Button } from '../shared/Button.tsx';
import { isSameSuggestion } from '../timeline/ghosts/ghost-boxes.ts';
import { lookAt } from './look-at.ts';
import styles from './SuggestionEntry.module.css';

interface SuggestionEntryProps {
  readonly suggestion: Suggestion;
  /** Does what takes away the button that has the focus. */
  readonly leaveBy: (accept: () => void) => void;
}

/** One suggestion to read, to look at and to accept. Pointed at, it stands out on the lane, and the other way round. */
export const SuggestionEntry = memo(function SuggestionEntry({ suggestion, leaveBy }: SuggestionEntryProps) {
  const { store, actions } = useEditor();
  const isPointed = useEditorState((state) => isSameSuggestion(state.pointedSuggestion, suggestion));
  const entry = useRef<HTMLLIElement>(null);
  const reasonId = useId();
  const { start, end, reason, savedMicros } = suggestion;

  useEffect(() => {
    // Pointed at on the lane; under the pointer it would move away from it.
    if (isPointed && !entry.current?.matches(':hover, :focus-within')) entry.current?.scrollIntoView({ block: 'nearest' });
  }, [isPointed]);

  function show(): void {
    const { viewport } = store.getState();
    actions.show(lookAt(viewport, suggestion, selectDuration(store.getState())));
    actions.seek(start);
  }

  /** By keyboard the focus goes to the next entry, or to the one before after the last; after a click the keys are commands again. */
  function accept({ currentTarget, detail }: MouseEvent<HTMLElement>): void {
    if (detail > 0) {
      currentTarget.blur();
      actions.accept(suggestion);
      return;
    }
    const next = entry.current?.nextElementSibling ?? entry.current?.previousElementSibling;
    const button = next?.querySelector<HTMLElement>('[data-accept]');
    if (!button) {
      leaveBy(() => actions.accept(suggestion));
      return;
    }
    button.focus();
    actions.accept(suggestion);
  }

  return (
    <li
      ref={entry}
      className={styles.entry}
      data-edit={suggestion.edit}
      data-pointed={isPointed}
      onPointerEnter={() => actions.pointAt(suggestion)}
      onPointerLeave={() => actions.pointAt(null)}
      onFocus={() => actions.pointAt(suggestion)}
      onBlur={({ currentTarget }) => {
        if (!currentTarget.matches(':hover')) actions.pointAt(null);
      }}
    >
      <button
        type="button"
        className={styles.show}
        title={`Recording ${formatTime(start)} – ${formatTime(end)}`}
        onClick={(event) => {
          show();
          afterClick(event);
        }}
      >
        <span className={styles.swatch} aria-hidden="true" />
        <span id={reasonId} className={styles.reason}>
          {reason}
        </span>
        <span className={styles.figures}>
          {suggestion.edit === 'cut' ? 'Cut' : formatFactor(suggestion.factor)} at {formatTime(start)} · − {formatTime(savedMicros)}
        </span>
      </button>
      <Button data-accept="" aria-describedby={reasonId} className={styles.accept ?? ''} onClick={accept}>
        Accept
      </Button>
    </li>
  );
});
