import { useEffect, useRef } from 'react';
import { useEditor } from '../editor-context.tsx';
import { Button } from '../shared/Button.tsx';
import { useKey } from '../shared/use-key.ts';

/** The button that people press and the file input behind it, which stays in the page and in the tab order of none. */
export function OpenButton({ look }: { readonly look: 'raised' | 'plain' }) {
  const { store, actions } = useEditor();
  const input = useRef<HTMLInputElement>(null);
  const key = useKey('open');
  useEffect(() => {
    // Not once the page is drawn: browsers ask for files only in answer to a key or a press.
    return store.subscribe(({ isFileAskedFor }) => {
      if (!isFileAskedFor) return;
      actions.askedForFile();
      input.current?.click();
    });
  }, [store, actions]);
  return (
    <>
      <Button look={look} onClick={() => input.current?.click()} aria-keyshortcuts={key.shortcuts}>
        Open
      </Button>
      <input
        ref={input}
        id="open-recording"
        className="visually-hidden"
        type="file"
        multiple
        tabIndex={-1}
        aria-label="Open recording"
        accept=".cast,.gz,.json,application/json,application/gzip,text/plain"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // Cleared, so that choosing the same file again is a change again.
          event.target.value = '';
          if (files.length > 0) void actions.open(files);
        }}
      />
    </>
  );
}
