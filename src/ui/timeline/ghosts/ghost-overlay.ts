import type { Suggestion } from '#core/analyze/suggest/suggestion.ts';
import { fittingLabel } from '../region-label.ts';
import styles from './GhostOverlay.module.css';
import { type GhostBox, ghostLabels, isSameSuggestion } from './ghost-boxes.ts';

/** A narrower ghost has no plate: it would cover what it stands on. */
const MIN_PLATE_PX = 40;

interface Shown {
  readonly suggestion: Suggestion;
  readonly label: string;
  readonly left: number;
  readonly isPointed: boolean;
}

interface Plate {
  readonly button: HTMLButtonElement;
  shown: Shown | undefined;
}

/**
 * A small button in the corner of every ghost that has room for it. For the pointer alone, and out of the way of Tab: by
 * keyboard the list of suggestions does the same. The rest of a ghost is the lane, on which one can select.
 */
export function createGhostOverlay(host: HTMLElement, accept: (suggestion: Suggestion) => void) {
  const plates: Plate[] = [];

  function makePlate(): Plate {
    const button = document.createElement('button');
    button.type = 'button';
    button.tabIndex = -1;
    button.className = styles.plate ?? '';
    button.dataset.part = 'ghost';
    // It goes with its ghost: the focus stays where it is.
    button.addEventListener('mousedown', (event) => event.preventDefault());
    const plate: Plate = { button, shown: undefined };
    button.addEventListener('click', () => plate.shown && accept(plate.shown.suggestion));
    host.append(button);
    return plate;
  }

  return {
    draw(boxes: readonly GhostBox[], pointed: Suggestion | null): void {
      let count = 0;
      for (const { suggestion, left, right } of boxes) {
        const label = right - left < MIN_PLATE_PX ? undefined : fittingLabel(ghostLabels(suggestion), right - left);
        if (label === undefined) continue;
        plates[count] ??= makePlate();
        show(plates[count] as Plate, { suggestion, label, left, isPointed: isSameSuggestion(suggestion, pointed) });
        count++;
      }
      for (const { button } of plates.splice(count)) button.remove();
    },
  };
}

/** Writes only what has changed: asking the page costs more. */
function show(plate: Plate, { suggestion, label, left, isPointed }: Shown): void {
  const { button, shown } = plate;
  if (shown?.suggestion !== suggestion) {
    button.dataset.edit = suggestion.edit;
    button.title = `Accept: ${suggestion.reason}`;
    button.setAttribute('aria-label', button.title);
  }
  if (shown?.label !== label) button.textContent = label;
  if (shown?.left !== left) button.style.transform = `translateX(${left.toFixed(2)}px)`;
  if (shown?.isPointed !== isPointed) button.dataset.pointed = String(isPointed);
  plate.shown = { suggestion, label, left, isPointed };
}
