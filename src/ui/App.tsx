import { lazy, Suspense } from 'react';
import styles from './App.module.css';
import { useEditor, useEditorState } from './editor-context.tsx';
import { CrashBoundary } from './shared/CrashBoundary.tsx';
import { NoticeBar } from './shared/NoticeBar.tsx';
import { DropZone } from './start/DropZone.tsx';
import { EmptyPage } from './start/EmptyPage.tsx';
import { OpeningProgress } from './start/OpeningProgress.tsx';
import { TopBar } from './top-bar/TopBar.tsx';
import { useShortcuts } from './use-shortcuts.ts';

/** What only an open recording needs is loaded when one is opened. */
const Workspace = lazy(async () => ({ default: (await import('./Workspace.tsx')).Workspace }));

export function App() {
  const editor = useEditor();
  const isOpen = useEditorState((state) => state.opened !== null);
  const announcement = useEditorState((state) => state.announcement);
  useShortcuts();
  return (
    <DropZone>
      <div className={styles.app}>
        <TopBar />
        <NoticeBar />
        <main className={styles.main}>
          {isOpen ? (
            <CrashBoundary editor={editor}>
              <Suspense fallback={null}>
                <Workspace />
              </Suspense>
            </CrashBoundary>
          ) : (
            <EmptyPage />
          )}
        </main>
        <OpeningProgress />
      </div>
      <div role="status" className="visually-hidden">
        {announcement}
      </div>
    </DropZone>
  );
}
