import { useEffect, useState } from 'react';
import { useEditorState } from '../editor-context.tsx';

/** What is known of a file that may still hold something that is masked. */
export type Leftovers =
  /** Nothing is masked, or there is no file yet. */
  | { readonly state: 'none' }
  | { readonly state: 'searching' }
  | { readonly state: 'counted'; readonly left: number }
  | { readonly state: 'failed'; readonly reason: string };

const NONE: Leftovers = { state: 'none' };
const SEARCHING: Leftovers = { state: 'searching' };

interface Counted {
  readonly file: Blob;
  readonly leftovers: Leftovers;
}

/** Has the very file that is to be downloaded searched once more for what is masked. */
export function useLeftovers(file: Blob | undefined): Leftovers {
  const screens = useEditorState((state) => state.screens);
  const redactions = useEditorState((state) => state.document.redactions);
  const [counted, setCounted] = useState<Counted>();

  useEffect(() => {
    if (!file || redactions.length === 0) return undefined;
    let isOver = false;
    const search = screens;
    async function count(of: Blob): Promise<void> {
      if (!search) throw new Error('The screens of this recording could not be worked out.');
      const text = new Uint8Array(await of.arrayBuffer());
      const left = await search.ask({ kind: 'leftovers', text, redactions }, 'leftovers');
      if (!isOver && left !== undefined) setCounted({ file: of, leftovers: { state: 'counted', left } });
    }
    count(file).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      if (!isOver) setCounted({ file, leftovers: { state: 'failed', reason } });
    });
    return () => {
      isOver = true;
    };
  }, [file, screens, redactions]);

  if (!file || redactions.length === 0) return NONE;
  // What was counted in another file says nothing of this one.
  return counted?.file === file ? counted.leftovers : SEARCHING;
}

/** Whether the file may leave the page. */
export const isSafe = (leftovers: Leftovers): boolean =>
  leftovers.state === 'none' || (leftovers.state === 'counted' && leftovers.left === 0);
