import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import styles from './CommitField.module.css';
import { focusTimeline } from './focus-timeline.ts';

/** Of the arrow keys; of them with Shift; of the page keys. */
export type StepSize = 'small' | 'large' | 'page';

interface CommitFieldProps {
  readonly label: string;
  /** What stands in the field while nobody edits it. */
  readonly text: string;
  /** What is offered for editing, where that is more exact than what is shown. */
  readonly editText?: string;
  /** Takes what was typed; answers why it cannot be taken, with the remedy. */
  readonly commit: (typed: string) => string | undefined;
  /** What the arrow and page keys up (1) and down (−1) do; what was typed is given up then. */
  readonly step?: (direction: 1 | -1, size: StepSize) => void;
  /** While there is one, the field takes the focus and says so. */
  readonly focusRequest?: (() => void) | undefined;
  readonly isLabelHidden?: boolean;
  readonly placeholder?: string;
  readonly hint?: string;
  /** Of free text; without it, what is typed is a number or a time. */
  readonly maxLength?: number;
  /** Stands within the box of the field. */
  readonly children?: ReactNode;
}

/**
 * A text field whose value counts once it is committed: by Enter or by leaving it. Escape puts the old value back.
 * Why a value was refused stands after the field, as an item of its own in the row or grid around it.
 */
export function CommitField(props: CommitFieldProps) {
  const { label, text, editText = text, commit, step, focusRequest, isLabelHidden = false, placeholder, hint, maxLength, children } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | undefined>();
  // Leaving the field commits it, unless Enter has done so or Escape has given it up.
  const isSettled = useRef(false);
  const wasStepped = useRef(false);
  const problemText = useRef<HTMLParagraphElement>(null);

  useEffect(() => {
    if (problem) problemText.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);

  useLayoutEffect(() => {
    if (wasStepped.current) input.current?.select();
    wasStepped.current = false;
  });

  // Before the next key is pressed.
  useLayoutEffect(() => {
    if (!focusRequest) return;
    input.current?.focus();
    focusRequest();
  }, [focusRequest]);

  /** Answers whether the field holds what counts now. */
  function finish(keepsTyped: boolean): boolean {
    if (typed === null || typed === editText || isSettled.current) {
      isSettled.current = false;
      setTyped(null);
      setProblem(undefined);
      return true;
    }
    const why = commit(typed);
    setProblem(why);
    // A field that is left with something impossible goes back to what holds, and keeps saying why.
    if (!why || !keepsTyped) setTyped(null);
    return !why;
  }

  function onKeyDown(event: React.KeyboardEvent<HTMLInputElement>) {
    // Enter and Escape are the input method's while it composes a word.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      isSettled.current = finish(true);
      if (isSettled.current) focusTimeline();
      else event.currentTarget.select();
    } else if (step && /^(Arrow|Page)(Up|Down)$/.test(event.key)) {
      event.preventDefault();
      setTyped(null);
      setProblem(undefined);
      wasStepped.current = true;
      step(event.key.endsWith('Up') ? 1 : -1, event.key.startsWith('Page') ? 'page' : event.shiftKey ? 'large' : 'small');
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      isSettled.current = true;
      focusTimeline();
    }
  }

  return (
    <>
      <div className={styles.field}>
        <label htmlFor={id} className={isLabelHidden ? 'visually-hidden' : styles.label}>
          {label}
        </label>
        <input
          ref={input}
          id={id}
          className={styles.input}
          type="text"
          inputMode={maxLength === undefined ? 'decimal' : 'text'}
          maxLength={maxLength}
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          title={hint}
          value={typed ?? text}
          aria-invalid={problem !== undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          onFocus={(event) => {
            // At once, so that the text that is selected is the one that is edited.
            if (editText !== text) flushSync(() => setTyped(editText));
            event.currentTarget.select();
          }}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => finish(false)}
          onKeyDown={onKeyDown}
        />
        {children}
      </div>
      {problem && (
        <p id={`${id}-problem`} className={styles.problem} role="alert" ref={problemText}>
          {problem}
        </p>
      )}
    </>
  );
}
