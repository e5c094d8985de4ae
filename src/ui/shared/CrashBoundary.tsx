import { Component, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { serializePlan } from '#core/plan/serialize-plan.ts';
import type { Editor } from '#store/editor-store.ts';
import { selectIsEdited } from '#store/selectors.ts';
import type { EditorState } from '#store/state.ts';
import { exportNames } from '../export/file-names.ts';
import { saveFile } from '../export/save-file.ts';
import { Button } from './Button.tsx';
import styles from './CrashBoundary.module.css';

interface CrashBoundaryProps {
  readonly editor: Editor;
  readonly children: ReactNode;
}

/**
 * What is shown in place of a part of the page that failed: a fault of ours, or a file of the page that is gone since
 * a newer one was published. The edits are in the store and can be saved.
 */
export class CrashBoundary extends Component<CrashBoundaryProps, { readonly reason: string | null }> {
  override state = { reason: null };

  static getDerivedStateFromError(error: unknown): { reason: string } {
    return { reason: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { editor, children } = this.props;
    return this.state.reason === null ? children : <CrashNote editor={editor} reason={this.state.reason} />;
  }
}

/** What is safe, and what can be done. The provider of the editor may be a part of what failed. */
function CrashNote({ editor, reason }: { readonly editor: Editor; readonly reason: string }) {
  const isAnythingDone = useStore(editor.store, hasWork);
  const isKept = useStore(editor.store, ({ project }) => project.keeping.kind === 'kept');

  function savePlan(): void {
    const { opened, document } = editor.store.getState();
    const plan = new Blob([serializePlan(document)], { type: 'application/json' });
    saveFile(plan, exportNames(opened?.fileName ?? 'recording.cast', 2, 2).plan);
  }

  return (
    <div className={styles.crash} role="alert">
      <h1>A part of the page failed</h1>
      <p>{NO_FILE.test(reason) ? MISSING_FILE : reason}</p>
      <p>{isAnythingDone ? (isKept ? KEPT : NOT_KEPT) : NOTHING_DONE}</p>
      <div className={styles.buttons}>
        <Button look={isAnythingDone && !isKept ? 'raised' : 'primary'} onClick={() => location.reload()}>
          Reload
        </Button>
        {isAnythingDone && (
          <Button look={isKept ? 'raised' : 'primary'} onClick={savePlan}>
            Download plan
          </Button>
        )}
      </div>
    </div>
  );
}

/** What browsers say of a file that they could not load. */
const NO_FILE = /dynamically imported module|Importing a module script failed|Unable to preload/;

const MISSING_FILE = 'A file of the page could not be loaded. The connection is gone, or a newer page was published meanwhile.';
const KEPT = 'Your edits are kept in this browser. Reload the page to go on with them.';
const NOT_KEPT = 'Your edits are still here. Save them as a plan, reload the page, open the recording and drop the plan on it.';
const NOTHING_DONE = 'Nothing is lost. Reload the page, and open the recording again.';

const hasWork = (state: EditorState): boolean => state.opened !== null && selectIsEdited(state);
