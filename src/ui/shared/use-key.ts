import type { CommandId } from '#store/commands.ts';
import { keysOf } from '#store/keymap.ts';
import { useEditorState } from '../editor-context.tsx';
import { ariaKeyName, keyName } from './key-name.ts';

/** How a command is given by keys now: in print, and for `aria-keyshortcuts`; both undefined where no key gives it. */
export function useKey(id: CommandId): { readonly name: string | undefined; readonly shortcuts: string | undefined } {
  const keys = useEditorState((state) => keysOf(state.keymap, id));
  const [first] = keys;
  return { name: first && keyName(first), shortcuts: keys.map(ariaKeyName).join(' ') || undefined };
}
