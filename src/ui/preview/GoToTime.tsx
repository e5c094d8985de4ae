import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { formatTime } from '#core/cast/format-time.ts';
import { parseTimeEntry } from '#core/cast/time-entry.ts';
import { shownLine } from '#store/time-line.ts';
import { useEditor } from '../editor-context.tsx';
import { focusTimeline } from '../shared/focus-timeline.ts';
import type { PreviewLoop } from './preview-loop.ts';
import styles from './Transport.module.css';

/** Takes the place of the position, and a time on the time line that is played. Enter goes there; the focus returns to where it was. */
export function GoToTime({ loop }: { readonly loop: PreviewLoop }) {
  const { store, actions } = useEditor();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const before = useRef<Element>(null);
  const [problem, setProblem] = useState('');
  const [initial] = useState(() => formatTime(loop.positionOn(shownLine(store.getState()))));

  // Before the browser takes the focus from what the field covers.
  useLayoutEffect(() => {
    before.current ??= document.activeElement;
    input.current?.select();
    input.current?.focus();
  }, []);

  // Once the field is gone.
  useEffect(
    () => () => {
      // Leaving the field is one's own way out of it.
      if (document.activeElement && document.activeElement !== document.body) return;
      const element = before.current;
      if (element instanceof HTMLElement && element !== document.body && element.isConnected) element.focus();
      else focusTimeline();
    },
    [],
  );

  function go(typed: string): void {
    const line = shownLine(store.getState());
    const entry = parseTimeEntry(typed, { currentMicros: loop.positionOn(line), wholeMicros: line.durationMicros });
    const why = 'problem' in entry ? entry.problem : whyOutside(entry.micros, line.durationMicros);
    setProblem(why);
    if (why !== '' || 'problem' in entry) {
      input.current?.select();
      return;
    }
    actions.seek(line.sourceAt(entry.micros), true);
    actions.enteredTime();
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key === 'Enter') {
      event.preventDefault();
      go(event.currentTarget.value);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      actions.enteredTime();
    }
  }

  return (
    <div className={styles.goTo}>
      <label htmlFor={id} className="visually-hidden">
        Go to time
      </label>
      <input
        ref={input}
        id={id}
        className={styles.goToField}
        type="text"
        autoComplete="off"
        spellCheck={false}
        defaultValue={initial}
        aria-invalid={problem !== ''}
        aria-describedby={`${id}-hint`}
        onKeyDown={onKeyDown}
        onBlur={actions.enteredTime}
      />
      <p id={`${id}-hint`} className={styles.goToHint} data-problem={problem !== ''} role={problem === '' ? undefined : 'alert'}>
        {problem || '1:23.4 · +5 · −0.5 · 50%'}
      </p>
    </div>
  );
}

/** A tenth more than there is was read off the clock, which rounds. */
const ROUNDED_MICROS = 100_000;

function whyOutside(micros: number, durationMicros: number): string {
  if (micros < 0) return 'That is before the start. Type 0 to go there.';
  if (micros <= durationMicros + ROUNDED_MICROS) return '';
  return `It is ${formatTime(durationMicros)} long. Type 100% to go to the end.`;
}
