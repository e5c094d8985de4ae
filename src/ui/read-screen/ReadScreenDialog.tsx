import { lazy, Suspense } from 'react';
import { useEditorState } from '../editor-context.tsx';

const ReadScreenSheet = lazy(async () => ({ default: (await import('./ReadScreenSheet.tsx')).ReadScreenSheet }));

/** The screen of the playhead as plain text, for reading and copying. */
export function ReadScreenDialog() {
  const isOpen = useEditorState((state) => state.dialog === 'screen');
  if (!isOpen) return null;
  return (
    <Suspense fallback={null}>
      <ReadScreenSheet />
    </Suspense>
  );
}
