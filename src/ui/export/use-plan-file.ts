import { useEffect, useState } from 'react';
import { writePlan } from '#store/export-job.ts';
import { selectMaskedRecording, selectMasksProblem, selectSeen } from '#store/masks.ts';
import { useEditorState } from '../editor-context.tsx';

/**
 * The plan as a file; undefined while the digest of its recording is computed, its masks are made, and what it shall be
 * fitted to is awaited. It needs nothing else of the result.
 */
export function usePlanFile(): Blob | undefined {
  const opened = useEditorState((state) => state.opened);
  const document = useEditorState((state) => state.document);
  const seen = useEditorState(selectSeen);
  const isMasking = useEditorState((state) => !selectMaskedRecording(state) && selectMasksProblem(state) === undefined);
  const isFitting = useEditorState((state) => state.awaitedTargetMicros !== null);
  const [file, setFile] = useState<Blob>();

  useEffect(() => {
    setFile(undefined);
    if (!opened || isMasking || isFitting) return undefined;
    let isWanted = true;
    void writePlan(opened, document, seen).then((text) => {
      if (isWanted) setFile(new Blob([text], { type: 'application/json' }));
    });
    return () => {
      isWanted = false;
    };
  }, [opened, document, seen, isMasking, isFitting]);

  return file;
}
