import { lazy, Suspense, useEffect, useState } from 'react';
import { selectIsEdited } from '#store/selectors.ts';
import type { EditorState } from '#store/state.ts';
import { useEditorState } from '../editor-context.tsx';

const KeepingBanner = lazy(async () => ({ default: (await import('./KeepingBanner.tsx')).KeepingBanner }));

/** Below the top bar: that work is not kept, or that another tab has it. */
export function ProjectBanner() {
  const isToBeSaid = useEditorState(hasTrouble);
  const isDragging = useEditorState((state) => state.gesture !== null);
  const [isSaid, setSaid] = useState(false);
  // It comes and goes between drags: it moves all that is below it.
  useEffect(() => {
    if (!isDragging) setSaid(isToBeSaid);
  }, [isToBeSaid, isDragging]);
  if (!isSaid) return null;
  return (
    <Suspense fallback={null}>
      <KeepingBanner />
    </Suspense>
  );
}

/** Whoever has edited nothing has nothing to lose. */
function hasTrouble(state: EditorState): boolean {
  const { kind } = state.project.keeping;
  if (!state.opened) return false;
  return kind === 'elsewhere' || (kind === 'failed' && selectIsEdited(state));
}
