import { type EditRef, isSameEdit } from '#core/plan/document.ts';
import { focusTimeline } from '../shared/focus-timeline.ts';
import type { EditElements, EditLook } from './edit-elements.ts';

export interface OverlayPicture<Box extends { readonly ref: EditRef }, Look extends EditLook> {
  /** Those in sight, in order of time. */
  readonly boxes: readonly Box[];
  /** Where one is that must stay though it is not among them; undefined where it is gone. */
  readonly boxOf: (ref: Box['ref']) => Box | undefined;
  readonly lookOf: (box: Box) => Look;
  /** Where Tab stops, if that is one of these: it has elements wherever it is. */
  readonly stop: Box['ref'] | null;
}

export interface EditOverlay<Box extends { readonly ref: EditRef }, Look extends EditLook> {
  draw(picture: OverlayPicture<Box, Look>): void;
  /** Elements that can take the focus at once; they are put in their place with the next frame. */
  stripOf(ref: Box['ref']): HTMLElement;
  handlesOf(ref: Box['ref']): readonly HTMLElement[];
}

/**
 * Keeps one group of elements for every edit in sight, in order of time. By hand and not by React: a drag moves some of
 * them in every frame, and an edit that has the focus or is being dragged must stay the same element even when it
 * leaves the view.
 */
export function createEditOverlay<Box extends { readonly ref: EditRef }, Look extends EditLook>(
  host: HTMLElement,
  create: (ref: Box['ref']) => EditElements<Box, Look>,
): EditOverlay<Box, Look> {
  const shown = new Map<string, EditElements<Box, Look>>();

  function elementsOf(ref: Box['ref']): EditElements<Box, Look> {
    const key = keyOf(ref);
    const there = shown.get(key);
    if (there) return there;
    const made = create(ref);
    shown.set(key, made);
    return made;
  }

  function mounted(ref: Box['ref']): EditElements<Box, Look> {
    const elements = elementsOf(ref);
    if (!elements.root.isConnected) host.append(elements.root);
    return elements;
  }

  return {
    draw({ boxes: boxesInSight, boxOf, lookOf, stop }) {
      const boxes = [...boxesInSight];
      if (stop && boxOf(stop)) elementsOf(stop);
      const inSight = new Set(boxes.map(({ ref }) => keyOf(ref)));
      for (const [key, elements] of shown) {
        if (inSight.has(key)) continue;
        const hasFocus = elements.root.contains(document.activeElement);
        const box = hasFocus || isSameEdit(stop, elements.ref) ? boxOf(elements.ref as Box['ref']) : undefined;
        if (box) {
          boxes.push(box);
        } else {
          // Its edit is gone; the focus must not go with it.
          if (hasFocus) focusTimeline();
          elements.root.remove();
          shown.delete(key);
        }
      }
      let previous: Element | null = null;
      for (const box of boxes) {
        const elements = elementsOf(box.ref);
        placeAfter(host, elements.root, previous);
        previous = elements.root;
        elements.update(box, lookOf(box));
      }
    },
    stripOf(ref) {
      const elements = mounted(ref);
      elements.becomeStop();
      return elements.strip;
    },
    handlesOf: (ref) => mounted(ref).handles,
  };
}

const keyOf = ({ kind, id }: EditRef): string => `${kind} ${id}`;

/** Moves an element only where it is out of place, and never the one that has the focus: moving would take that away. */
function placeAfter(host: HTMLElement, root: Element, previous: Element | null): void {
  const place = previous ? previous.nextElementSibling : host.firstElementChild;
  if (place === root) return;
  if (root.contains(document.activeElement)) {
    while (root.previousElementSibling !== previous && root.previousElementSibling) root.after(root.previousElementSibling);
  } else {
    host.insertBefore(root, place);
  }
}
