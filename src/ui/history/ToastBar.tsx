import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Toast } from '#store/state.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { Button } from '../shared/Button.tsx';
import { focusTimeline } from '../shared/focus-timeline.ts';
import { useKey } from '../shared/use-key.ts';
import styles from './ToastBar.module.css';

/** Long enough to read it, understand it and act on it. It stays while somebody is about to. */
const SHOWN_MILLIS = 10_000;

/** What was just done, with the way back, for a while. */
export function ToastBar() {
  const toast = useEditorState((state) => state.toast);
  return toast && <ShownToast toast={toast} />;
}

function ShownToast({ toast }: { readonly toast: Toast }) {
  const { actions } = useEditor();
  const bar = useRef<HTMLElement>(null);
  const key = useKey('undo');
  const [isHeld, setIsHeld] = useState(false);
  const isOverFocus = useIsOverFocus(bar);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another toast has a time of its own
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = window.setTimeout(() => actions.showToast(null), SHOWN_MILLIS);
    return () => window.clearTimeout(timer);
  }, [isHeld, toast, actions]);

  // Where Escape means nothing else. A command that it gives, and a dialog, keep it from coming here.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const isElsewhere = event.target instanceof Element && event.target.closest('dialog[open], search') !== null;
      if (event.key === 'Escape' && !event.defaultPrevented && !isElsewhere) leaveBy(bar, () => actions.showToast(null));
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [actions]);

  return (
    <section
      ref={bar}
      className={styles.toast}
      aria-label="Last action"
      data-over-focus={isOverFocus}
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(bar.current?.contains(document.activeElement) ?? false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(bar.current?.matches(':hover') ?? false)}
    >
      <p className={styles.text} title={toast.text}>
        {toast.text}
      </p>
      {toast.canUndo && (
        <Button
          // Told apart from the button of the top bar, which undoes whatever is the last step by then.
          aria-label={`Undo: ${toast.text}`}
          aria-keyshortcuts={key.shortcuts}
          keyHint={key.name}
          onClick={() => leaveBy(bar, actions.undo)}
        >
          Undo
        </Button>
      )}
      <Button look="plain" onClick={() => leaveBy(bar, () => actions.showToast(null))}>
        Dismiss
      </Button>
    </section>
  );
}

/** The bar goes, and with it the button that may have the focus. */
function leaveBy(bar: RefObject<HTMLElement | null>, action: () => void): void {
  const hadFocus = bar.current?.contains(document.activeElement);
  action();
  if (hadFocus) focusTimeline();
}

/** Whether it would cover what has the focus, and stands at the other end for that. */
function useIsOverFocus(bar: RefObject<HTMLElement | null>): boolean {
  const [isOver, setIsOver] = useState(false);
  useLayoutEffect(() => {
    const look = (): void => {
      const focused = document.activeElement;
      const element = bar.current;
      if (!element || !focused || focused === document.body || element.contains(focused)) return;
      const [one, other] = [element.getBoundingClientRect(), focused.getBoundingClientRect()];
      const isOverlapping = one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
      if (isOverlapping) setIsOver((before) => !before);
    };
    look();
    document.addEventListener('focusin', look);
    return () => document.removeEventListener('focusin', look);
  }, [bar]);
  return isOver;
}
