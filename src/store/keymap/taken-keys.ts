import { isSameKey } from './key-press.ts';

/** Combinations that browsers keep for themselves, or that people would miss in them. */
const OF_THE_BROWSER: readonly string[] = [
  ...[
    'F5',
    'F6',
    'F11',
    'F12',
    'Mod+F5',
    'Mod+Shift+r',
    'Mod+Shift+n',
    'Mod+Shift+t',
    'Mod+Shift+w',
    'Mod+Shift+i',
    'Mod+Shift+j',
    'Mod+Shift+c',
  ],
  ...[...'rtwnldepfhjmqu0123456789=+-'].map((key) => `Mod+${key}`),
];

const OF_THE_CLIPBOARD: readonly string[] = ['Mod+c', 'Mod+v', 'Mod+x'];

/** Why a key can be given to no command, for people; empty where it can. */
export function whyTaken(key: string): string {
  const isOneOf = (keys: readonly string[]): boolean => keys.some((taken) => isSameKey(taken, key));
  if (isOneOf(OF_THE_BROWSER)) return 'The browser keeps this key for itself. Choose another one.';
  if (isOneOf(OF_THE_CLIPBOARD)) return 'This key belongs to the clipboard. Choose another one.';
  if (/(^|\+)(Tab|Escape|ContextMenu)$/i.test(key)) return 'This key moves between controls, cancels, or opens menus. Choose another one.';
  return '';
}
