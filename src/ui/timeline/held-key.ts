import type { Editor } from '#store/editor-store.ts';

/** A key that is held down on a handle: one step to undo, like a drag; it ends when the key is let go. */
export interface HeldKey {
  /** Does one step of it. Nothing while a drag by the pointer is under way. */
  step(event: KeyboardEvent, label: string, act: () => void): void;
  release(): void;
  keyUp(event: KeyboardEvent): void;
  dispose(): void;
}

export function createHeldKey({ store, actions }: Editor): HeldKey {
  let heldKey: string | undefined;
  let cancelledKey: string | undefined;

  function release(): void {
    if (heldKey === undefined) return;
    heldKey = undefined;
    actions.commitGesture();
  }

  // Escape takes a step back while its key is still held; what the key repeats after that is not wanted any more.
  const unsubscribe = store.subscribe(({ gesture }) => {
    if (!gesture && heldKey !== undefined) cancelledKey = heldKey;
    if (!gesture) heldKey = undefined;
  });

  return {
    step(event, label, act) {
      if (event.repeat && cancelledKey === event.key) return;
      if (heldKey !== event.key) {
        release();
        if (!actions.beginGesture(label)) return;
        heldKey = event.key;
        cancelledKey = undefined;
      }
      act();
    },
    release,
    keyUp(event) {
      cancelledKey = undefined;
      if (event.key === heldKey) release();
    },
    dispose() {
      unsubscribe();
      release();
    },
  };
}
