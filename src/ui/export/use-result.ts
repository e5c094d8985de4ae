import { useEffect, useState } from 'react';
import { maskPlanTexts } from '#core/screen/redact/mask-plan.ts';
import { writeResult } from '#store/export-job.ts';
import { selectMaskedRecording, selectMasksProblem, selectSeen } from '#store/masks.ts';
import { selectSeams, selectSeamsProblem } from '#store/seams.ts';
import { useEditorState } from '../editor-context.tsx';

export type Result =
  /** Waiting for the masks, and then for the screens after the cuts. */
  | { readonly state: 'masking' | 'seaming' }
  | { readonly state: 'writing'; readonly share: number }
  | { readonly state: 'written'; readonly recording: Blob }
  | { readonly state: 'failed'; readonly reason: string };

/** The edited recording as a file, written anew when the version changes. Leaving the page of it stops the work. */
export function useResult(version: 2 | 3): Result {
  const opened = useEditorState((state) => state.opened);
  const document = useEditorState((state) => state.document);
  const masked = useEditorState(selectMaskedRecording);
  const seen = useEditorState(selectSeen);
  const seams = useEditorState(selectSeams);
  const problem = useEditorState((state) => selectMasksProblem(state) ?? selectSeamsProblem(state));
  const [result, setResult] = useState<Result>({ state: 'seaming' });

  useEffect(() => {
    if (!opened) return;
    if (!masked || !seams) {
      setResult(problem === undefined ? { state: masked ? 'seaming' : 'masking' } : { state: 'failed', reason: problem });
      return;
    }
    const abort = new AbortController();
    setResult({ state: 'writing', share: 0 });
    const onProgress = (bytes: number) => setResult({ state: 'writing', share: Math.min(bytes / (masked?.bytes.length ?? bytes), 1) });

    async function write(recording: NonNullable<typeof masked>, made: NonNullable<typeof seams>) {
      const edits = { ...maskPlanTexts(document, seen), redactions: [] };
      const file = await writeResult(recording, edits, { version, seams: made, signal: abort.signal, onProgress });
      abort.signal.throwIfAborted();
      setResult({ state: 'written', recording: file });
    }
    write(masked, seams).catch((error: unknown) => {
      if (!abort.signal.aborted) setResult({ state: 'failed', reason: error instanceof Error ? error.message : String(error) });
    });
    return () => abort.abort();
  }, [opened, masked, seen, document, seams, problem, version]);

  return result;
}
