import { type ReactNode, useEffect, useState } from 'react';
import { useEditor, useEditorState } from '../editor-context.tsx';
import styles from './DropZone.module.css';
import { useClipboard } from './use-clipboard.ts';

/** Files may be dropped anywhere on the page, and pasted: as files, or as the text of a recording or a plan. */
export function DropZone({ children }: { readonly children: ReactNode }) {
  const { actions } = useEditor();
  const openName = useEditorState((state) => state.opened?.fileName);
  const [isOver, setOver] = useState(false);
  useClipboard();

  useEffect(() => {
    const listeners = new AbortController();
    const { signal } = listeners;
    // Entering a child leaves its parent: the pointer is over the page as long as it entered more than it left.
    let depth = 0;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

    window.addEventListener(
      'dragenter',
      (event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        depth += 1;
        setOver(true);
      },
      { signal },
    );
    // Whatever else is let go of, a link for instance, must not take the page's place.
    window.addEventListener('dragover', (event) => event.preventDefault(), { signal });
    window.addEventListener(
      'dragleave',
      (event) => {
        if (!hasFiles(event)) return;
        depth = Math.max(0, depth - 1);
        if (depth === 0) setOver(false);
      },
      { signal },
    );
    window.addEventListener(
      'drop',
      (event) => {
        event.preventDefault();
        if (!hasFiles(event)) return;
        depth = 0;
        setOver(false);
        void actions.open([...(event.dataTransfer?.files ?? [])]);
      },
      { signal },
    );
    return () => listeners.abort();
  }, [actions]);

  return (
    <>
      {children}
      {isOver && (
        <div className={styles.overlay}>
          <p className={styles.promise}>
            {openName ? `A recording replaces ${openName}. A plan is applied to it.` : 'Drop to open this recording'}
          </p>
        </div>
      )}
    </>
  );
}
