import { useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import styles from './CommitField.module.css';

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
  readonly isLabelHidden?: boolean;
  readonly placeholder?: string;
  readonly hint?: string;
}

/** A text field whose value counts once it is committed: by Enter or by leaving it. Escape puts the old value back. */
export function CommitField({ label, text, editText = text, commit, step, isLabelHidden = false, placeholder, hint }: CommitFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | undefined>();
  // Leaving the field commits it, unless Enter has done so or Escape has given it up.
  const isSettled = useRef(false);

  /** Answers whether the field holds what counts now. */
  function finish(keepsProblem: boolean): boolean {
    if (typed === null || typed === editText || isSettled.current) {
      isSettled.current = false;
      setTyped(null);
      setProblem(undefined);
      return true;
    }
    const why = commit(typed);
    setProblem(why);
    // A field that is left with something impossible goes back to what holds, and keeps saying why.
    if (!why || !keepsProblem) setTyped(null);
    return !why;
  }

  return (
    <div className={styles.field}>
      <label htmlFor={id} className={isLabelHidden ? 'visually-hidden' : styles.label}>
        {label}
      </label>
      <input
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
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            // Away from the field, so that single keys are commands again.
            isSettled.current = finish(true);
            if (isSettled.current) event.currentTarget.blur();
            else event.currentTarget.select();
          } else if (step && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
            event.preventDefault();
            setTyped(null);
            setProblem(undefined);
            step(event.key === 'ArrowUp' ? 1 : -1);
          } else if (event.key === 'Escape') {
            event.stopPropagation();
            isSettled.current = true;
            event.currentTarget.blur();
          }
        }}
      />
      {problem && (
        <p id={`${id}-problem`} className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
