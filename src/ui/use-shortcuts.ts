import { useEffect } from 'react';
import { type Command, type CommandId, findCommand, isRepeated } from '#store/commands.ts';
import type { Editor } from '#store/editor-store.ts';
import { commandForKey, type KeyPress, keyOfPress, pressOf } from '#store/keymap.ts';
import { useEditor } from './editor-context.tsx';
import { focusTimeline } from './shared/focus-timeline.ts';
import { belongsToTarget, isInDialog, isOnPlayhead } from './shared/target-keys.ts';

/**
 * Runs commands by the keys of the live keymap, anywhere on the page but where the keys already mean something: in
 * fields, dialogs, on buttons and on sliders. Listens while the event goes down, because asciinema-player stops keys on
 * their way up.
 */
export function useShortcuts(): void {
  const editor = useEditor();
  useEffect(() => {
    const listeners = new AbortController();
    const options = { capture: true, signal: listeners.signal };
    /** The key that pauses, while it is held: with it the shuttle keys step. */
    let pausing: string | undefined;

    const onKeyDown = (event: KeyboardEvent): void => {
      const press = event.isComposing ? undefined : pressOf(event);
      if (!press || event.defaultPrevented || OF_CLIPBOARD.has(keyOfPress(press))) return;
      const id = commandForKey(editor.store.getState().keymap, press);
      if (!id || !isMeant(id, event, press, editor)) return;
      if (id === 'pause') pausing = press.code;
      runByKey(editor, findCommand((pausing && STEPS[id]) || id), event, press);
    };
    window.addEventListener('keydown', onKeyDown, options);
    window.addEventListener('keyup', ({ code }) => (pausing = code === pausing ? undefined : pausing), options);
    window.addEventListener('blur', () => (pausing = undefined), options);
    return () => listeners.abort();
  }, [editor]);
}

/** What these do comes with an event of its own, which has the clipboard. */
const OF_CLIPBOARD: ReadonlySet<string> = new Set(['Mod+c', 'Mod+v']);

const STEPS: Partial<Record<CommandId, CommandId>> = { shuttleForward: 'nextChange', shuttleBack: 'previousChange' };

/** These mean the same in a field: what the browser would do instead is of no use here. */
const EVERYWHERE: ReadonlySet<CommandId> = new Set<CommandId>(['open', 'save', 'saveAs', 'palette']);

function isMeant(id: CommandId, event: KeyboardEvent, press: KeyPress, { store }: Editor): boolean {
  // The way back from a drag is before all else.
  if (id === 'escape' && store.getState().gesture) return true;
  // There it is taken as a key for a command.
  if (event.target instanceof Element && event.target.closest('[data-captured="true"]')) return false;
  if (EVERYWHERE.has(id) && press.mod) return id !== 'palette' || !isInDialog(event.target);
  // What is typed for a dialog that is still on its way is no command.
  if (store.getState().dialog !== null && id !== 'escape') return false;
  return !belongsToTarget(event);
}

function runByKey({ store, actions }: Editor, command: Command, event: KeyboardEvent, press: KeyPress): void {
  if (!command.run(store.getState())) {
    const reason = command.whyNot(store.getState());
    if (reason !== '') actions.say(reason);
    // The browser would undo what was last typed somewhere, or mark all of the page.
    if (press.mod) event.preventDefault();
    // The playhead does not go elsewhere by a key that would take it to what is not there.
    if (isOnPlayhead(event.target) && command.id !== 'escape') event.stopPropagation();
    return;
  }
  event.preventDefault();
  event.stopPropagation();
  if (event.repeat && !isRepeated(command)) return;
  const focused = document.activeElement;
  command.run(store.getState(), actions);
  if (focused !== document.body) catchFocus();
}

/** What had the focus may go with what was undone. All that is drawn is drawn with the next frame, and is there before the one after it. */
function catchFocus(): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) focusTimeline();
    }),
  );
}
