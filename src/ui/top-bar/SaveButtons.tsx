import { useId, useRef } from 'react';
import { CommandButton } from '../shared/CommandButton.tsx';
import styles from './SaveButtons.module.css';

/** `Save`, and what else can be done about files behind an arrow. */
export function SaveButtons() {
  const id = useId();
  const arrow = useRef<HTMLButtonElement>(null);
  const more = useRef<HTMLDivElement>(null);

  function place(): void {
    const { bottom, left } = arrow.current?.getBoundingClientRect() ?? { bottom: 0, left: 0 };
    if (more.current) Object.assign(more.current.style, { top: `${bottom + 4}px`, left: `${left}px` });
  }

  return (
    <span className={styles.buttons}>
      <CommandButton id="save" look="plain" showsKey={false} />
      <button ref={arrow} type="button" className={styles.arrow} aria-label="More ways to save" popoverTarget={id}>
        <svg viewBox="0 0 10 6" width="10" height="6" aria-hidden="true">
          <path d="M1 1l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.5" />
        </svg>
      </button>
      <div
        ref={more}
        id={id}
        popover="auto"
        className={styles.more}
        onBeforeToggle={place}
        onClickCapture={() => more.current?.hidePopover()}
      >
        <CommandButton id="saveAs" look="plain" />
      </div>
    </span>
  );
}
