/** A key that goes down, as the browser tells it. */
export interface KeyPress {
  /** `KeyboardEvent.key`: what is printed. */
  readonly key: string;
  /** `KeyboardEvent.code`: where it is. */
  readonly code: string;
  /** Ctrl or Cmd. */
  readonly mod: boolean;
  readonly shift: boolean;
}

type PressEvent = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'getModifierState'>;

/** Undefined for what is nobody's command: Alt belongs to the browser and the system, and a modifier alone is no key. */
export function pressOf(event: PressEvent): KeyPress | undefined {
  const { key, code, shiftKey: shift } = event;
  if (MODIFIERS.has(key)) return undefined;
  // Signs are printed with AltGr on many keyboards, which says Ctrl and Alt on some systems.
  if (event.getModifierState('AltGraph')) return isSign(key) ? { key, code, mod: false, shift: false } : undefined;
  if (event.altKey) return undefined;
  return { key: latin(key, code), code, mod: event.ctrlKey || event.metaKey, shift };
}

const MODIFIERS: ReadonlySet<string> = new Set([
  'Control',
  'Shift',
  'Alt',
  'AltGraph',
  'Meta',
  'CapsLock',
  'Dead',
  'Process',
  'Unidentified',
]);

/** On keyboards of other alphabets commands are where their letters would be. */
const latin = (key: string, code: string): string =>
  key.length === 1 && key > '\u007f' && code.startsWith('Key') ? code.slice('Key'.length).toLowerCase() : key;

/** Signs and digits, which need Shift on some keyboards and not on others: they are named by what they print alone. */
const isSign = (key: string): boolean => key.length === 1 && key !== ' ' && key.toLowerCase() === key.toUpperCase();

/** The press as a keymap has it. */
export function keyOfPress({ key, mod, shift }: KeyPress): string {
  const isShifted = shift && !isSign(key);
  const letter = isShifted && !mod ? key.toUpperCase() : key.toLowerCase();
  return `${mod ? 'Mod+' : ''}${isShifted ? 'Shift+' : ''}${key.length === 1 ? letter : key}`;
}

export const keyFromEvent = (event: PressEvent): string | undefined => {
  const press = pressOf(event);
  return press && keyOfPress(press);
};

/** Whether both name one key: letters have no case of their own, as Caps Lock may be on. */
export const isSameKey = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Whether only one of two keys can be given to a command: on most keyboards a place prints the letter that it is named after. */
export const isSameChoice = (one: string, other: string): boolean => isSameKey(asLetter(one), asLetter(other));

const asLetter = (key: string): string => key.replace(/\[Key([A-Z])\]$/, '$1');

/** Whether a key of a keymap is the one that was pressed. */
export const isPressed = (key: string, press: KeyPress): boolean =>
  isSameKey(key, keyOfPress(press)) || isSameKey(key, `${press.mod ? 'Mod+' : ''}${press.shift ? 'Shift+' : ''}[${press.code}]`);

/** Letters, digits and signs without Ctrl: what somebody who talks to his computer, or rests a hand on the keyboard, presses unawares. */
export const isSingleKey = (key: string): boolean => /^(Shift\+)?([^ ]|\[.+\])$/.test(key);
