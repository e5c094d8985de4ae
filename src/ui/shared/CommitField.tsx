import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import styles from './CommitField.module.css';
import { focusTimeline } from './focus-timeline.ts';

interface CommitFieldProps {
  readonly label: string;
  /** What stands in the field while nobody edits it. */
  readonly text: string;
  /** What is offered for editing, where that is more exact than what is shown. */
  readonly editText?: string;
  /** Takes what was typed; answers why it cannot be taken, with the remedy. */
  readonly commit: (typed: string) => string | undefined;
  /** What the arrow keys up (1) and down (−1) do; what was typed is given up then. */
  readonly step?: (direction: 1 | -1) => void;
  /** While there is one, the field takes the focus and says so. */
  readonly focusRequest?: (() => void) | undefined;
  readonly isLabelHidden?: boolean;
  readonly placeholder?: string;
  readonly hint?: string;
  /** Stands within the box of the field. */
  readonly children?: ReactNode;
}

/**
 * A text field whose value counts once it is committed: by Enter or by leaving it. Escape puts the old value back.
 * Why a value was refused stands after the field, as an item of its own in the row or grid around it.
 */
export function CommitField(props: CommitFieldProps) {
  const { label, text, editText = text, commit, step, focusRequest, isLabelHidden = false, placeholder, hint, children } = props;
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

  useEffect(() => {
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
    if (event.key === 'Enter') {
      isSettled.current = finish(true);
      if (isSettled.current) focusTimeline();
      else event.currentTarget.select();
    } else if (step && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      setTyped(null);
      setProblem(undefined);
      wasStepped.current = true;
      step(event.key === 'ArrowUp' ? 1 : -1);
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
          inputMode="decimal"
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
