import { lazy, Suspense } from 'react';
import { Announcer } from './Announcer.tsx';
import styles from './App.module.css';
import { CommandLayer } from './commands/CommandLayer.tsx';
import { useEditor, useEditorState } from './editor-context.tsx';
import { ProjectBanner } from './projects/ProjectBanner.tsx';
import { ProjectLayer } from './projects/ProjectLayer.tsx';
import { CrashBoundary } from './shared/CrashBoundary.tsx';
import { NoticeBar } from './shared/NoticeBar.tsx';
import { SkipLinks } from './shared/SkipLinks.tsx';
import { DropZone } from './start/DropZone.tsx';
import { EmptyPage } from './start/EmptyPage.tsx';
import { OpeningProgress } from './start/OpeningProgress.tsx';
import { TopBar } from './top-bar/TopBar.tsx';
import { useShortcuts } from './use-shortcuts.ts';

/** What only an open recording needs is loaded when one is opened. */
const Workspace = lazy(async () => ({ default: (await import('./Workspace.tsx')).Workspace }));

const ToastBar = lazy(async () => ({ default: (await import('./history/ToastBar.tsx')).ToastBar }));

export function App() {
  const editor = useEditor();
  const isOpen = useEditorState((state) => state.opened !== null);
  const isToastThere = useEditorState((state) => state.toast !== null);
  useShortcuts();
  return (
    <DropZone>
      <div className={styles.app}>
        {isOpen && <SkipLinks />}
        <TopBar />
        <NoticeBar />
        <ProjectBanner />
        <main className={styles.main}>
          {isOpen ? (
            <CrashBoundary editor={editor}>
              <Suspense fallback={null}>
                <Workspace />
              </Suspense>
            </CrashBoundary>
          ) : (
            <>
              <EmptyPage />
              <Suspense fallback={null}>{isToastThere && <ToastBar />}</Suspense>
            </>
          )}
        </main>
        <OpeningProgress />
        <CommandLayer />
        <ProjectLayer />
      </div>
      <Announcer />
    </DropZone>
  );
}
