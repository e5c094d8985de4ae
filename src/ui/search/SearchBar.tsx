import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { currentHit } from '#store/search.ts';
import type { EditorState } from '#store/state.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { Button } from '../shared/Button.tsx';
import { CommandButton } from '../shared/CommandButton.tsx';
import { focusTimeline } from '../shared/focus-timeline.ts';
import { markHit } from './mark-hit.ts';
import styles from './SearchBar.module.css';
import { hitCount, lineAround, proposalText, spokenHit, whyNotKept } from './search-words.ts';

/** Looks for text on the screens of the recording, while it is open. */
export function SearchBar() {
  const isOpen = useEditorState((state) => state.search.isOpen);
  return isOpen ? <OpenSearchBar /> : null;
}

function OpenSearchBar() {
  const editor = useEditor();
  const { store, actions } = editor;
  const query = useEditorState((state) => state.search.query);
  const message = useEditorState((state) => state.search.message);
  const isBusy = useEditorState(isSearching);
  const isAskedFor = useEditorState((state) => state.search.isAskedFor);
  const proposal = useEditorState(proposalText);
  const spoken = useEditorState(spokenHit);
  const whyNot = useEditorState(whyNotKept);
  const field = useRef<HTMLInputElement>(null);
  const cameFrom = useRef<Element | null>(null);
  const problemId = useId();

  useEffect(() => {
    if (!isAskedFor) return;
    const { activeElement } = document;
    if (activeElement !== field.current) cameFrom.current = activeElement;
    field.current?.focus();
    field.current?.select();
    actions.enteredSearch();
  }, [isAskedFor, actions]);

  useEffect(() => markHit(editor, styles.mark as string), [editor]);

  /** Gives the focus back to what had it before the search. */
  function close(): void {
    actions.closeSearch();
    const { current } = cameFrom;
    if (current instanceof HTMLElement && current.isConnected && current !== document.body) current.focus({ preventScroll: true });
    else focusTimeline();
  }

  /** The buttons of the proposal go with it. In the field the keys would undo what was typed, and not the cuts. */
  function keep(): void {
    actions.acceptProposal();
    focusTimeline();
  }

  function keepNot(): void {
    actions.rejectProposal();
    field.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    const { key, target, ctrlKey, metaKey, shiftKey, nativeEvent } = event;
    if (nativeEvent.isComposing) return;
    const isNext = key === 'F3' || (key === 'Enter' && target === field.current) || ((ctrlKey || metaKey) && key.toLowerCase() === 'g');
    if (isNext) actions.goToHit(shiftKey ? -1 : 1);
    else if (key !== 'Escape') return;
    else if (store.getState().proposal) keepNot();
    else close();
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <search className={styles.bar} aria-label="Screens of the recording" onKeyDown={onKeyDown}>
      <div className={styles.box} data-invalid={message !== ''}>
        <input
          ref={field}
          className={styles.field}
          type="text"
          value={query.text}
          aria-label="Find on screen"
          aria-invalid={message !== ''}
          aria-describedby={message === '' ? undefined : problemId}
          placeholder="Find on screen"
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => actions.search({ text: target.value })}
        />
        <Toggle label="Match case" sign="Aa" isOn={query.matchesCase} turn={(matchesCase) => actions.search({ matchesCase })} />
        <Toggle label="Regular expression" sign=".*" isOn={query.isRegex} turn={(isRegex) => actions.search({ isRegex })} />
      </div>
      <div className={styles.steps}>
        <CommandButton id="previousHit" look="plain" showsKey={false}>
          ↑
        </CommandButton>
        <CommandButton id="nextHit" look="plain" showsKey={false}>
          ↓
        </CommandButton>
      </div>
      {proposal === '' ? (
        <>
          {message !== '' && (
            <p id={problemId} className={styles.problem} data-busy={isBusy} role="alert">
              {message}
            </p>
          )}
          {(message === '' || isBusy) && <Count />}
          <CommandButton id="keepHits" whyNot={whyNot} />
          <FoundLine />
        </>
      ) : (
        <>
          <p className={styles.proposal} aria-hidden="true" title={proposal}>
            {proposal}
          </p>
          <Button look="primary" onClick={keep}>
            Apply
          </Button>
          <Button onClick={keepNot}>Cancel</Button>
        </>
      )}
      <p className="visually-hidden" role="status">
        {proposal || spoken}
      </p>
      <Button look="plain" className={styles.close} aria-label="Close search" title="Close search (Esc)" onClick={close}>
        <svg width="10" height="10" viewBox="0 0 10 10" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
          <path d="M1 1l8 8M9 1l-8 8" />
        </svg>
      </Button>
    </search>
  );
}

/** Which hit of how many. */
function Count() {
  const count = useEditorState(hitCount);
  const isBusy = useEditorState(isSearching);
  return (
    <p className={styles.count} data-busy={isBusy} aria-hidden="true" title={count}>
      {isBusy && <span className={styles.busy}>Searching… </span>}
      {count}
    </p>
  );
}

/** The line that the hit is in. */
function FoundLine() {
  const hit = useEditorState((state) => currentHit(state.search));
  const isBusy = useEditorState(isSearching);
  if (!hit) return null;
  const { before, match, after } = lineAround(hit);
  return (
    <p className={styles.line} data-busy={isBusy} aria-hidden="true">
      {before}
      <mark>{match}</mark>
      {after}
    </p>
  );
}

const isSearching = ({ search }: EditorState): boolean => search.status === 'searching';

interface ToggleProps {
  readonly label: string;
  readonly sign: string;
  readonly isOn: boolean;
  readonly turn: (isOn: boolean) => void;
}

function Toggle({ label, sign, isOn, turn }: ToggleProps) {
  return (
    <button type="button" className={styles.toggle} aria-label={label} aria-pressed={isOn} title={label} onClick={() => turn(!isOn)}>
      {sign}
    </button>
  );
}
