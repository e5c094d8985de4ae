import { Component, type ReactNode } from 'react';
import { serializePlan } from '#core/plan/serialize-plan.ts';
import type { Editor } from '#store/editor-store.ts';
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

  readonly #savePlan = (): void => {
    const { opened, document } = this.props.editor.store.getState();
    const plan = new Blob([serializePlan(document)], { type: 'application/json' });
    saveFile(plan, exportNames(opened?.fileName ?? 'recording.cast', 2, 2).plan);
  };

  override render(): ReactNode {
    if (this.state.reason === null) return this.props.children;
    return (
      <div className={styles.crash} role="alert">
        <h1>A part of the page failed</h1>
        <p>{this.state.reason}</p>
        <p>Your edits are still here. Save them as a plan, reload the page, open the recording and drop the plan on it.</p>
        <div className={styles.buttons}>
          <Button look="primary" onClick={this.#savePlan}>
            Download plan
          </Button>
          <Button onClick={() => location.reload()}>Reload</Button>
        </div>
      </div>
    );
  }
}
