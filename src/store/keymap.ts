import type { CommandId } from './commands/command.ts';
import { DEFAULT_KEYS, type KeySet } from './keymap/default-keys.ts';
import { isPressed, isSameChoice, isSingleKey, type KeyPress } from './keymap/key-press.ts';
import { type KeyPreset, PRESETS } from './keymap/presets.ts';

export { isSingleKey, type KeyPress, keyFromEvent, keyOfPress, pressOf } from './keymap/key-press.ts';
export { type KeyPreset, PRESET_NAMES } from './keymap/presets.ts';
export { whyTaken } from './keymap/taken-keys.ts';

/**
 * Which keys give which command. A key is `KeyboardEvent.key` with `Mod+` (Ctrl or Cmd) and `Shift+` before it, signs
 * without `Shift+`; a place on the keyboard that means the same whatever is printed there, as `KeyboardEvent.code` in
 * brackets: `[KeyW]`.
 */
export interface Keymap {
  readonly preset: KeyPreset;
  /** Of commands whose keys the user has chosen himself; an empty list for none. What they have, no preset gives to another. */
  readonly own: OwnKeys;
  /** Whether letters, digits and signs alone are commands (WCAG 2.1.4). Others, as the arrows and with Ctrl, always are. */
  readonly hasSingleKeys: boolean;
}

export type OwnKeys = Readonly<Partial<Record<CommandId, readonly string[]>>>;

export const DEFAULT_KEYMAP: Keymap = { preset: 'default', own: {}, hasSingleKeys: true };

/** The keys that give a command now; the first is the one that is shown. */
export const keysOf = (keymap: Keymap, id: CommandId): readonly string[] => activeKeys(keymap)[id];

/** The command that a key press gives; a place on the keyboard counts before what is printed on it. */
export function commandForKey(keymap: Keymap, press: KeyPress): CommandId | undefined {
  const keys = activeKeys(keymap);
  const find = (isCandidate: (key: string) => boolean): CommandId | undefined =>
    COMMAND_IDS.find((id) => keys[id].some((key) => isCandidate(key) && isPressed(key, press)));
  return find((key) => key.endsWith(']') && key.length > 1) ?? find(() => true);
}

/** Another command that has a key, whether it is active or switched off with the single keys. */
export const conflictOf = (keymap: Keymap, id: CommandId, key: string): CommandId | undefined =>
  COMMAND_IDS.find((other) => other !== id && chosenKeys(keymap, other).some((theirs) => isSameChoice(theirs, key)));

/** The keys of a command, those that are switched off included. */
export function chosenKeys({ preset, own }: Keymap, id: CommandId): readonly string[] {
  const ownKeys = own[id];
  if (ownKeys) return ownKeys;
  const isTaken = (key: string): boolean => Object.values(own).some((keys) => keys.some((theirs) => isSameChoice(theirs, key)));
  return PRESETS[preset][id].filter((key) => !isTaken(key));
}

const COMMAND_IDS = Object.keys(DEFAULT_KEYS) as readonly CommandId[];

/** One and the same answer for one keymap: who shows a key is drawn anew when it has changed. */
function activeKeys(keymap: Keymap): KeySet {
  const known = ACTIVE.get(keymap);
  if (known) return known;
  const active = (id: CommandId): readonly string[] => chosenKeys(keymap, id).filter((key) => keymap.hasSingleKeys || !isSingleKey(key));
  const keys = Object.fromEntries(COMMAND_IDS.map((id) => [id, active(id)])) as KeySet;
  ACTIVE.set(keymap, keys);
  return keys;
}

const ACTIVE = new WeakMap<Keymap, KeySet>();
