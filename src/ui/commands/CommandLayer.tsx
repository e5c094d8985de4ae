import { lazy, Suspense } from 'react';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { CrashBoundary } from '../shared/CrashBoundary.tsx';

const CommandWindows = lazy(async () => ({ default: (await import('./CommandWindows.tsx')).CommandWindows }));

/**
 * What opens over the editor by command: the palette, the help, the keys, and menus of what is pointed to. Loaded with
 * the first recording, or before that with the first of them that is asked for.
 */
export function CommandLayer() {
  const editor = useEditor();
  const isNeeded = useEditorState(({ opened, dialog }) => opened !== null || (dialog !== null && dialog !== 'screen'));
  if (!isNeeded) return null;
  return (
    <CrashBoundary editor={editor}>
      <Suspense fallback={null}>
        <CommandWindows />
      </Suspense>
    </CrashBoundary>
  );
}
