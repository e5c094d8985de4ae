const NAMES: Readonly<Record<string, string>> = {
  ' ': 'Space',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Delete: 'Del',
};

export const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** A key of a command as it is printed on keyboards: `Mod+z` → `Ctrl Z`, or `⌘Z` on a Mac. */
export function keyName(key: string): string {
  const name = (part: string) => {
    if (part === 'Mod') return isMac ? '⌘' : 'Ctrl';
    if (part === 'Shift') return isMac ? '⇧' : 'Shift';
    return NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : placeName(part));
  };
  return partsOf(key)
    .map(name)
    .join(isMac ? '' : ' ');
}

/** The same in the words of `aria-keyshortcuts`. */
export function ariaKeyName(key: string): string {
  const name = (part: string) => {
    if (part === 'Mod') return isMac ? 'Meta' : 'Control';
    if (part === ' ') return 'Space';
    return part === '+' ? 'Plus' : placeName(part);
  };
  return partsOf(key).map(name).join('+');
}

/** `Mod+Shift+z` in its parts; the sign itself may be a plus. */
const partsOf = (key: string): string[] => (key === '+' ? ['+'] : key.split('+').map((part) => part || '+'));

/** What most keyboards print on a place, `[KeyW]`. */
const placeName = (part: string): string => part.replace(/^\[(?:Key|Digit)?(.+)\]$/, '$1');
