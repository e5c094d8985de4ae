import { lazy, Suspense, useState } from 'react';
import { useEditorState } from '../editor-context.tsx';

const RecentWork = lazy(async () => ({ default: (await import('./RecentWork.tsx')).RecentWork }));

/** The work that this browser keeps, on the empty page. */
export function Recents() {
  // What was there when the list was drawn may be removed from it one by one: the list goes with the page.
  const isAny = useEditorState((state) => state.projects !== null && state.projects.length > 0);
  const [wasAny, setWasAny] = useState(isAny);
  if (isAny && !wasAny) setWasAny(true);
  if (!wasAny) return null;
  return (
    <Suspense fallback={null}>
      <RecentWork />
    </Suspense>
  );
}
