import type { EditRef } from '#core/plan/document.ts';
import { element, type Writer } from './element-writer.ts';

/**
 * The elements of one edit over the lane: a strip, which is a button to select it by and the stop that Tab and the arrow
 * keys find, and its handles, sliders that Tab finds once the edit is entered.
 */
export interface EditElements<Box, Look extends EditLook> {
  readonly ref: EditRef;
  readonly root: HTMLElement;
  readonly strip: HTMLElement;
  /** In the order of Tab. */
  readonly handles: readonly HTMLElement[];
  /** Puts the elements where the edit is, and says what it is; writes only what has changed. */
  update(box: Box, look: Look): void;
  /** Lets the strip take the focus before the next frame has drawn it. */
  becomeStop(): void;
}

export interface EditLook {
  readonly isSelected: boolean;
  /** Whether it is the one that Tab finds. */
  readonly isStop: boolean;
  /** Whether Tab finds its handles. */
  readonly isEntered: boolean;
  readonly widthPx: number;
}

/** What a handle moves: an edge of a region, where a hold or a marker is, how long a hold is. */
export type Grip = 'start' | 'end' | 'place' | 'length';

export function createRoot(ref: EditRef, className: string | undefined): HTMLElement {
  return element('div', className, { role: 'group', ...namesOf(ref) });
}

export function createStrip(ref: EditRef, className: string | undefined): HTMLElement {
  return element('div', className, {
    role: 'button',
    tabindex: '-1',
    'data-part': 'strip',
    'data-own-keys': 'Delete Backspace',
    ...namesOf(ref),
  });
}

export function createHandle(ref: EditRef, grip: Grip, className: string | undefined): HTMLElement {
  return element('div', className, {
    role: 'slider',
    tabindex: '-1',
    'aria-orientation': 'horizontal',
    'data-part': 'handle',
    'data-own-keys': 'Enter Escape',
    'data-edge': grip,
    ...namesOf(ref),
  });
}

const namesOf = ({ kind, id }: EditRef) => ({ 'data-kind': kind, 'data-id': String(id) });

/** What is the same for all of them. `name` is what people call it, `saying` what else its button says. */
export function writeEdit(
  write: Writer,
  { root, strip, handles }: Pick<EditElements<unknown, EditLook>, 'root' | 'strip' | 'handles'>,
  { isSelected, isStop, isEntered }: EditLook,
  name: string,
  saying: string,
): void {
  write.attribute(root, 'aria-label', name);
  write.attribute(root, 'data-selected', String(isSelected));
  write.attribute(strip, 'aria-label', `${name.charAt(0).toUpperCase()}${name.slice(1)}, ${saying}`);
  write.attribute(strip, 'aria-pressed', String(isSelected));
  write.attribute(strip, 'tabindex', isStop ? '0' : '-1');
  for (const handle of handles) write.attribute(handle, 'tabindex', isEntered ? '0' : '-1');
}
