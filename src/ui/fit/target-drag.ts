import type { Editor } from '#store/editor-store.ts';

/**
 * The slider's drags: by the pointer from press to release, by a key for as long as it is held. Each is one step to undo
 * and is solved live. Once it was cancelled (by Escape, or as another recording was opened) the rest of it is not wanted.
 */
export class TargetDrag {
  readonly #editor: Editor;
  #phase: 'none' | 'dragging' | 'cancelled' = 'none';
  #heldKey: string | undefined;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  /** Notices when a drag is cancelled, until the function it returns is called, which ends a drag. */
  listen(): () => void {
    const unsubscribe = this.#editor.store.subscribe(({ gesture }) => {
      if (!gesture && this.#phase === 'dragging') this.#phase = 'cancelled';
    });
    return () => {
      unsubscribe();
      this.end();
    };
  }

  /** Where another drag is under way, this one is over before it has begun. */
  begin(): void {
    this.#phase = this.#editor.actions.beginGesture('Target length') ? 'dragging' : 'cancelled';
  }

  /** Without a drag, as assistive technology moves a slider, it is a step of its own. */
  move(targetMicros: number): void {
    if (this.#phase !== 'cancelled') this.#editor.actions.fitTo(targetMicros);
  }

  end(): void {
    const wasDragging = this.#phase === 'dragging';
    this.#phase = 'none';
    this.#heldKey = undefined;
    if (wasDragging) this.#editor.actions.commitGesture();
  }

  key(key: string, isRepeated: boolean, targetMicros: number): void {
    if (this.#heldKey !== key) {
      // What a key repeats after its drag was cancelled, or that was pressed elsewhere.
      if (isRepeated) return;
      this.end();
      this.begin();
      this.#heldKey = key;
    }
    this.move(targetMicros);
  }

  keyUp(key: string): void {
    if (key === this.#heldKey) this.end();
  }
}
