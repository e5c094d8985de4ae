/**
 * Hides that a terminal is on its way: what would be seen of it is the recording rushing by. The last screen stands
 * still in its place, and after a moment a bar says that something is being done.
 */
export interface Veil {
  readonly isDown: boolean;
  /** `isFrozen`: keeps the present screen in sight. Otherwise only the bar is shown. */
  lower(isFrozen: boolean): void;
  lift(): void;
}

/** A veil over the element that holds the player. The style sheet reads `data-veil` on the frame around it. */
export function createVeil(frame: HTMLElement, player: HTMLElement): Veil {
  let still: HTMLElement | undefined;
  return {
    get isDown() {
      return frame.dataset.veil !== undefined;
    },
    lower(isFrozen) {
      if (isFrozen && !still) {
        still = stillOf(player);
        frame.append(still);
      }
      frame.dataset.veil = still ? 'still' : 'late';
    },
    lift() {
      still?.remove();
      still = undefined;
      delete frame.dataset.veil;
    },
  };
}

function stillOf(player: HTMLElement): HTMLElement {
  const still = player.cloneNode(true) as HTMLElement;
  still.inert = true;
  // A canvas is cloned without what was drawn on it.
  const canvases = player.querySelectorAll('canvas');
  for (const [index, canvas] of still.querySelectorAll('canvas').entries()) {
    const original = canvases[index];
    if (original && original.width > 0 && original.height > 0) canvas.getContext('2d')?.drawImage(original, 0, 0);
  }
  return still;
}
