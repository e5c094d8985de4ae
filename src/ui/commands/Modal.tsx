import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import type { DialogName } from '#store/state.ts';
import { useEditor } from '../editor-context.tsx';
import dialogStyles from '../shared/Dialog.module.css';
import { focusTimeline } from '../shared/focus-timeline.ts';
import styles from './Modal.module.css';

interface ModalProps {
  readonly name: DialogName;
  readonly label: string;
  readonly look: 'narrow' | 'column' | 'wide';
  /** Escape is a key like the others. */
  readonly isEscapeTaken?: boolean;
  readonly onKeyDownCapture?: (event: KeyboardEvent) => void;
  readonly onKeyUpCapture?: (event: KeyboardEvent) => void;
  /** Is given a way out: the focus is where it was before anything else is done. */
  readonly children: (leave: (then?: () => void) => void) => ReactNode;
}

/** One of the dialogs that commands open. A press beside it closes it: nothing in it is lost by that. */
export function Modal({ name, label, look, isEscapeTaken = false, children, ...handlers }: ModalProps) {
  const { store, actions } = useEditor();
  const dialog = useRef<HTMLDialogElement>(null);
  const isPressedBeside = useRef(false);
  useEffect(() => dialog.current?.showModal(), []);

  function closed(): void {
    const focused = document.activeElement;
    // What of the dialog has it goes with the dialog, where nothing had it before.
    if (focused === document.body || dialog.current?.contains(focused)) focusTimeline();
    // By then another may be open in its place.
    if (store.getState().dialog === name) actions.closeDialog();
  }

  function leave(then?: () => void): void {
    dialog.current?.close();
    closed();
    then?.();
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the key for it is Escape
    <dialog
      ref={dialog}
      className={`${dialogStyles.dialog} ${styles.dialog}`}
      data-look={look}
      aria-label={label}
      onClose={closed}
      onCancel={(event) => {
        if (isEscapeTaken) event.preventDefault();
      }}
      {...handlers}
      // Text that is selected from within to beyond the edge is no press beside it.
      onPointerDown={({ target, currentTarget }) => {
        isPressedBeside.current = target === currentTarget;
      }}
      onClick={({ target, currentTarget }) => {
        if (isPressedBeside.current && target === currentTarget) leave();
      }}
    >
      {children(leave)}
    </dialog>
  );
}
