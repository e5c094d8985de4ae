import { useEffect } from 'react';
import { COMMANDS, isRepeated } from '#store/commands.ts';
import { useEditor } from './editor-context.tsx';
import { focusTimeline } from './shared/focus-timeline.ts';

/**
 * Runs commands by their keys, anywhere on the page but where the keys already mean something: in fields, dialogs,
 * on buttons and on sliders. Listens while the event goes down, because asciinema-player stops keys on their way up.
 */
export function useShortcuts(): void {
  const { store, actions } = useEditor();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.altKey) return;
      const isDragging = store.getState().gesture !== null;
      if (isMod(event) && event.key.toLowerCase() === 'o') {
        event.preventDefault();
        if (!isDragging) document.getElementById('open-recording')?.click();
        return;
      }
      if (belongsToTarget(event)) return;
      const pressed = `${isMod(event) ? 'Mod+' : ''}${event.shiftKey ? 'Shift+' : ''}${event.key}`;
      const plain = `${isMod(event) ? 'Mod+' : ''}${event.key}`;
      // Signs that need Shift on some keyboards ("+", "\") are named by what they print; letters and arrows are not.
      const isSign = event.key.length === 1 && event.key.toLowerCase() === event.key.toUpperCase();
      const command = COMMANDS.find(({ keys }) => keys.some((key) => sameKey(key, pressed) || (isSign && sameKey(key, plain))));
      if (!command) return;
      if (!command.run(store.getState())) {
        const reason = command.whyNot(store.getState());
        if (reason !== '') actions.say(reason);
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      // In the middle of a drag a command would act on what is not decided yet: there is only the way back.
      if (isDragging && command.id !== 'escape') return;
      if (event.repeat && !isRepeated(command)) return;
      const focused = document.activeElement;
      command.run(store.getState(), actions);
      if (focused !== document.body) catchFocus();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [store, actions]);
}

/** What had the focus may go with what was undone. All that is drawn is drawn with the next frame, and is there before the one after it. */
function catchFocus(): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) focusTimeline();
    }),
  );
}

const isMod = (event: KeyboardEvent): boolean => event.ctrlKey || event.metaKey;

const sameKey = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const SLIDER_KEYS = /^(Arrow|Page|Home|End|Delete|Backspace)/;

function belongsToTarget(event: KeyboardEvent): boolean {
  const { target, key } = event;
  if (!(target instanceof Element)) return false;
  if (target.closest('dialog[open]')) return true;
  // It closes itself, and gives the focus back.
  if (key === 'Escape' && target.closest('search')) return true;
  if (target.closest('input:not([type="radio"], [type="range"]), textarea, [contenteditable="true"]')) return true;
  // Letters choose an option; with Ctrl they are nobody's.
  if (target.closest('select')) return !isMod(event);
  if (target.closest('[role="slider"], input')) return SLIDER_KEYS.test(key);
  if (target.closest('[role="tab"]') && SLIDER_KEYS.test(key)) return true;
  return target.closest('button, a, summary') !== null && (key === ' ' || key === 'Enter');
}
