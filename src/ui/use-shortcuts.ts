import { useEffect } from 'react';
import { COMMANDS, isRepeated } from '#store/commands.ts';
import { useEditor } from './editor-context.tsx';

/**
 * Runs commands by their keys, anywhere on the page but where the keys already mean something: in fields, dialogs,
 * on buttons and on sliders. Listens while the event goes down, because asciinema-player stops keys on their way up.
 */
export function useShortcuts(): void {
  const { store, actions } = useEditor();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.altKey) return;
      if (isMod(event) && event.key.toLowerCase() === 'o') {
        event.preventDefault();
        document.getElementById('open-recording')?.click();
        return;
      }
      if (belongsToTarget(event)) return;
      const pressed = `${isMod(event) ? 'Mod+' : ''}${event.shiftKey ? 'Shift+' : ''}${event.key}`;
      const plain = `${isMod(event) ? 'Mod+' : ''}${event.key}`;
      // Signs that need Shift on some keyboards ("+", "\") are named by what they print; letters and arrows are not.
      const isSign = event.key.length === 1 && event.key.toLowerCase() === event.key.toUpperCase();
      const command = COMMANDS.find(({ keys }) => keys.some((key) => sameKey(key, pressed) || (isSign && sameKey(key, plain))));
      if (!command?.run(store.getState())) return;
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat || isRepeated(command)) command.run(store.getState(), actions);
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [store, actions]);
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
  if (target.closest('input:not([type="radio"]), textarea, [contenteditable="true"]')) return true;
  // Letters choose an option; with Ctrl they are nobody's.
  if (target.closest('select')) return !isMod(event);
  if (target.closest('[role="slider"], input[type="radio"]')) return SLIDER_KEYS.test(key);
  return target.closest('button, a, summary') !== null && (key === ' ' || key === 'Enter');
}
