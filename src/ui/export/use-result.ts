import { useEffect, useMemo, useState } from 'react';
import type { Recording } from '#core/cast/recording.ts';
import type { Seam } from '#core/plan/seam.ts';
import { maskPlanTexts } from '#core/screen/redact/mask-plan.ts';
import { writeResult } from '#store/export-job.ts';
import { selectMaskedRecording, selectMasksProblem, selectSeen } from '#store/masks.ts';
import { selectSeams, selectSeamsProblem } from '#store/seams.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';

export type Result =
  /** Waiting for what it shall be fitted to, for the masks, and then for the screens after the cuts. */
  | { readonly state: 'fitting' | 'masking' | 'seaming' }
  | { readonly state: 'writing'; readonly share: number; readonly bytes: number }
  | { readonly state: 'written'; readonly recording: Blob }
  | Failure;

export interface Failure {
  readonly state: 'failed';
  /** What was under way. */
  readonly stage: 'masking' | 'seaming' | 'writing';
  readonly reason: string;
  /** Undefined where the same would come of it. */
  readonly tryAgain?: () => void;
}

/**
 * The edited recording as a file, written anew when the version changes. Leaving the page of it stops the work. What is
 * answered is always of the edits as they stand: a file of earlier ones must not be handed out, not even for a moment.
 */
export function useResult(version: 2 | 3): Result {
  const { actions } = useEditor();
  const opened = useEditorState((state) => state.opened);
  const hasScreens = useEditorState((state) => state.screens !== null);
  const isFitting = useEditorState((state) => state.awaitedTargetMicros !== null);
  const document = useEditorState((state) => state.document);
  const masked = useEditorState(selectMaskedRecording);
  const seen = useEditorState(selectSeen);
  const seams = useEditorState(selectSeams);
  const masksProblem = useEditorState(selectMasksProblem);
  const seamsProblem = useEditorState(selectSeamsProblem);
  const problem = masksProblem ?? seamsProblem;
  const [attempt, setAttempt] = useState(1);
  const job = useMemo(
    () => ({ opened, isFitting, document, masked, seen, seams, problem, version, attempt }),
    [opened, isFitting, document, masked, seen, seams, problem, version, attempt],
  );
  const [made, setMade] = useState<{ readonly job: object; readonly result: Result }>();

  useEffect(() => {
    const { opened, isFitting, document, masked, seen, seams, version } = job;
    if (!opened || isFitting || !masked || !seams) return undefined;
    const abort = new AbortController();
    const tell = (result: Result) => setMade({ job, result });
    tell({ state: 'writing', share: 0, bytes: 0 });
    const onProgress = (bytes: number) => tell({ state: 'writing', share: Math.min(bytes / masked.bytes.length, 1), bytes });

    async function write(recording: Recording, repaints: readonly Seam[]) {
      const edits = { ...maskPlanTexts(document, seen), redactions: [] };
      const file = await writeResult(recording, edits, { version, seams: repaints, signal: abort.signal, onProgress });
      abort.signal.throwIfAborted();
      tell({ state: 'written', recording: file });
    }
    write(masked, seams).catch((error: unknown) => {
      if (abort.signal.aborted) return;
      const reason = error instanceof Error ? error.message : String(error);
      tell({ state: 'failed', stage: 'writing', reason, tryAgain: () => setAttempt(job.attempt + 1) });
    });
    return () => abort.abort();
  }, [job]);

  if (made?.job === job) return made.result;
  if (isFitting) return { state: 'fitting' };
  if (problem !== undefined) {
    const stage = masksProblem === undefined ? 'seaming' : 'masking';
    return { state: 'failed', stage, reason: problem, ...(!hasScreens && { tryAgain: actions.indexAgain }) };
  }
  return { state: masked ? 'seaming' : 'masking' };
}
