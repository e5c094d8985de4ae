import { useEffect, useState } from 'react';
import { writePlan, writeResult } from '#store/export-job.ts';
import { useEditorState } from '../editor-context.tsx';

export type Result =
  | { readonly state: 'writing'; readonly share: number }
  | { readonly state: 'written'; readonly recording: Blob; readonly plan: Blob }
  | { readonly state: 'failed'; readonly reason: string };

/** The edited recording and the plan as files, written anew when the version changes. Leaving the page of it stops the work. */
export function useResult(version: 2 | 3): Result {
  const opened = useEditorState((state) => state.opened);
  const document = useEditorState((state) => state.document);
  const [result, setResult] = useState<Result>({ state: 'writing', share: 0 });

  useEffect(() => {
    if (!opened) return;
    const abort = new AbortController();
    const { recording } = opened;
    setResult({ state: 'writing', share: 0 });
    const onProgress = (bytes: number) => setResult({ state: 'writing', share: Math.min(bytes / recording.bytes.length, 1) });

    async function write(from: NonNullable<typeof opened>) {
      const file = await writeResult(recording, document, { version, signal: abort.signal, onProgress });
      const plan = new Blob([await writePlan(from, document)], { type: 'application/json' });
      abort.signal.throwIfAborted();
      setResult({ state: 'written', recording: file, plan });
    }
    write(opened).catch((error: unknown) => {
      if (!abort.signal.aborted) setResult({ state: 'failed', reason: error instanceof Error ? error.message : String(error) });
    });
    return () => abort.abort();
  }, [opened, document, version]);

  return result;
}
