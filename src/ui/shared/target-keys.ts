/** Whether what has the focus takes a key itself, so that it is no command there. */
export function belongsToTarget({ target, key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  const isMod = ctrlKey || metaKey;
  if (isInDialog(target)) return true;
  // It closes itself, and gives the focus back.
  if (key === 'Escape' && target.closest('search')) return true;
  if (target.closest('input:not([type="radio"], [type="range"], [type="checkbox"]), textarea, [contenteditable="true"]')) return true;
  // Letters choose an option; with Ctrl they are nobody's.
  if (target.closest('select')) return !isMod;
  if (!isMod && hasOwnKey(target, key)) return true;
  // Where the focus rests: the keymap says what moves it. What the keymap leaves over is the slider's.
  if (isOnPlayhead(target)) return false;
  if (target.closest('[role="slider"], input')) return SLIDER_KEYS.test(key);
  if (target.closest('[role="tab"]') && SLIDER_KEYS.test(key)) return true;
  // It got the focus from an edit, and nobody walks yet.
  if (target.closest('[data-keys="commands"]') && STEP_KEYS.test(key)) return false;
  // One of several on the lane, which arrows walk through. Space plays there, too: after a click one wants to see it.
  if (target.closest('[role="button"]') && ROVING_KEYS.test(key)) return true;
  return target.closest('button, a, summary') !== null && (key === ' ' || key === 'Enter');
}

export const isInDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('dialog[open], [role="dialog"], [role="menu"], [role="listbox"]') !== null;

export const isOnPlayhead = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[data-part="playhead"]') !== null;

const SLIDER_KEYS = /^(Arrow|Page|Home|End)/;
const STEP_KEYS = /^(Arrow.*|Home|End)$/;
const ROVING_KEYS = /^(Arrow.*|Home|End|Enter|Delete|Backspace)$/;

/** What a control takes beyond its kind is said by itself: `data-own-keys="ArrowUp ArrowDown"`, as `KeyboardEvent.key`. */
const hasOwnKey = (target: Element, key: string): boolean =>
  (target.closest<HTMLElement>('[data-own-keys]')?.dataset.ownKeys ?? '').split(' ').includes(key);
