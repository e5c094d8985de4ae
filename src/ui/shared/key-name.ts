const NAMES: Readonly<Record<string, string>> = { ' ': 'Space', ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc' };

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** A key of a command as it is printed on keyboards: `Mod+z` → `Ctrl Z`, or `⌘Z` on a Mac. */
export function keyName(key: string): string {
  const parts = key === '+' ? ['+'] : key.split('+').map((part) => part || '+');
  const name = (part: string) => {
    if (part === 'Mod') return isMac ? '⌘' : 'Ctrl';
    if (part === 'Shift') return isMac ? '⇧' : 'Shift';
    return NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part);
  };
  return parts.map(name).join(isMac ? '' : ' ');
}
