import * as v from 'valibot';
import type { StoreApi } from 'zustand/vanilla';
import { COMMANDS } from './commands.ts';
import { DEFAULT_KEYMAP, type Keymap, type OwnKeys, PRESET_NAMES, whyTaken } from './keymap.ts';
import type { EditorState } from './state.ts';

/** Where this browser keeps what the user has chosen once for all recordings; undefined where it keeps nothing. */
export type Preferences = Pick<Storage, 'getItem' | 'setItem'> | undefined;

/** Windows that keep nothing refuse the very name. */
export function browserPreferences(): Preferences {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}

const KEYMAP = 'castfold.keymap';

const COMMAND_IDS: ReadonlySet<string> = new Set(COMMANDS.map(({ id }) => id));

const key = v.pipe(
  v.string(),
  v.regex(/^(Mod\+)?(Shift\+)?(.|\[\w+\]|[A-Z]\w+)$/u),
  v.check((name) => whyTaken(name) === '', 'a key that can be given to no command'),
);

/** A command that is not known any more is no reason to forget the others. */
const ownKeys = v.pipe(
  v.record(v.string(), v.array(key)),
  v.transform((own) => Object.fromEntries(Object.entries(own).filter(([id]) => COMMAND_IDS.has(id))) as OwnKeys),
  v.check((own) => {
    const keys = Object.values(own).flatMap((theirs) => theirs.map((name) => name.toLowerCase()));
    return new Set(keys).size === keys.length;
  }, 'one key for two commands'),
);

const keptKeymap = v.object({
  preset: v.picklist(Object.keys(PRESET_NAMES) as (keyof typeof PRESET_NAMES)[]),
  own: ownKeys,
  hasSingleKeys: v.boolean(),
});

/** The keymap that was chosen last; what cannot be read is as if it had never been chosen. */
export function readKeymap(preferences: Preferences): Keymap {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), keptKeymap), readItem(preferences, KEYMAP));
  return parsed.success ? parsed.output : DEFAULT_KEYMAP;
}

/** Keeps the keymap whenever it is changed. */
export function keepKeymap(store: StoreApi<EditorState>, preferences: Preferences): void {
  store.subscribe(({ keymap }, before) => {
    if (keymap !== before.keymap) writeItem(store, preferences, KEYMAP, JSON.stringify(keymap));
  });
}

function readItem(preferences: Preferences, name: string): string | null {
  try {
    return preferences?.getItem(name) ?? null;
  } catch {
    return null;
  }
}

function writeItem(store: StoreApi<EditorState>, preferences: Preferences, name: string, text: string): void {
  try {
    preferences?.setItem(name, text);
  } catch {
    store.setState({ announcement: 'This browser does not keep these settings: they hold until the page is closed.' });
  }
}
