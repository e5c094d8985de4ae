import type { StoreApi } from 'zustand/vanilla';
import type { CommandId } from './commands.ts';
import { isSameChoice } from './keymap/key-press.ts';
import { chosenKeys, conflictOf, type KeyPreset, type OwnKeys } from './keymap.ts';
import type { EditorState } from './state.ts';

/** Which keys give which command. Kept in this browser. */
export interface KeymapActions {
  /** Takes a set of keys; what the user has chosen himself stays. */
  setKeyPreset(preset: KeyPreset): void;
  /** Gives a command a key of its own in place of those it has; the command that had it loses it. Null: none. */
  setKey(id: CommandId, key: string | null): void;
  /** The same, and the command that had it gets in its place the key that this one had. */
  swapKey(id: CommandId, key: string): void;
  /** Gives a command back the keys of the preset, unless another has them by choice; without a name, all of them. */
  resetKeys(id?: CommandId): void;
  setSingleKeys(areOn: boolean): void;
}

export function createKeymapActions(store: StoreApi<EditorState>): KeymapActions {
  const get = store.getState;
  const change = (part: Partial<EditorState['keymap']>): void => store.setState(({ keymap }) => ({ keymap: { ...keymap, ...part } }));
  return {
    setKeyPreset: (preset) => change({ preset }),
    setKey: (id, key) => change({ own: withKey(get().keymap.own, id, key) }),
    swapKey(id, key) {
      const { keymap } = get();
      const [before] = chosenKeys(keymap, id);
      const holder = conflictOf(keymap, id, key);
      const own = withKey(keymap.own, id, key);
      if (!holder) {
        change({ own });
        return;
      }
      const theirs = chosenKeys(keymap, holder).flatMap((other) => (isSameChoice(other, key) ? (before ?? []) : other));
      change({ own: { ...own, [holder]: theirs } });
    },
    resetKeys(id) {
      const { own } = get().keymap;
      change({ own: id ? Object.fromEntries(Object.entries(own).filter(([other]) => other !== id)) : {} });
    },
    setSingleKeys: (hasSingleKeys) => change({ hasSingleKeys }),
  };
}

/** What a preset gives to another command needs no word: own keys count before it. */
function withKey(own: OwnKeys, id: CommandId, key: string | null): OwnKeys {
  const others = Object.entries(own).map(([other, keys]) => [other, keys.filter((theirs) => key === null || !isSameChoice(theirs, key))]);
  return { ...Object.fromEntries(others), [id]: key === null ? [] : [key] };
}
