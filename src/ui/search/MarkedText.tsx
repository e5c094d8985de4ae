import { useEffect, useState } from 'react';
import { findCommand } from '#store/commands.ts';
import type { MarkedPlace } from '#store/marked-place.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { MaskMarkedButton } from '../redact/MaskMarkedButton.tsx';
import { Button } from '../shared/Button.tsx';
import { useKey } from '../shared/use-key.ts';
import styles from './MarkedText.module.css';
import { markedIn, PREVIEW } from './terminal-text.ts';

/** What can be done with text that is selected in the preview, right beside it. */
export function MarkedText() {
  const { store, actions } = useEditor();
  const located = useEditorState((state) => state.located);
  const isMarked = useEditorState((state) => state.markedText !== '');
  const box = useMarkedBox(actions.markText);
  const locate = findCommand('locate');
  const key = useKey('locate');
  if (!isMarked || !box) return null;
  const isBelow = box.top < ROOM_PX;
  return (
    <div
      className={styles.card}
      data-below={isBelow}
      style={{ left: `clamp(180px, ${box.left + box.width / 2}px, 100vw - 180px)`, top: `${isBelow ? box.bottom : box.top}px` }}
    >
      {located === '' ? (
        <>
          <Button
            look="plain"
            keyHint={key.name}
            aria-keyshortcuts={key.shortcuts}
            // A press would end the selection that all this is about.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => locate.run(store.getState(), actions)}
          >
            {locate.label}
          </Button>
          <MaskMarkedButton />
        </>
      ) : (
        <p className={styles.located}>{located}</p>
      )}
    </div>
  );
}

/** Above the text, if there is that much. */
const ROOM_PX = 100;

/** Tells what is marked in the terminal, and answers where; undefined while the pointer is still at it. */
function useMarkedBox(markText: (text: string, place?: MarkedPlace) => void): DOMRect | undefined {
  const [box, setBox] = useState<DOMRect>();
  useEffect(() => {
    const preview = document.querySelector(PREVIEW);
    if (!preview) return undefined;
    let isPressed = false;
    function read(): void {
      const marked = markedIn(preview as Element, document.getSelection());
      markText(marked?.text ?? '', marked?.place);
      setBox(isPressed ? undefined : marked?.box);
    }
    const ending = new AbortController();
    const { signal } = ending;
    document.addEventListener('selectionchange', read, { signal });
    window.addEventListener(
      'pointerdown',
      () => {
        isPressed = true;
      },
      { signal, capture: true },
    );
    for (const type of ['pointerup', 'pointercancel']) {
      window.addEventListener(
        type,
        () => {
          isPressed = false;
          read();
        },
        { signal, capture: true },
      );
    }
    // The text may move, and be another one, while it is selected.
    const resizes = new ResizeObserver(read);
    resizes.observe(preview);
    return () => {
      ending.abort();
      resizes.disconnect();
      markText('');
    };
  }, [markText]);
  return box;
}
