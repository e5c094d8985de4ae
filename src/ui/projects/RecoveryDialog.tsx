import { useEffect, useRef } from 'react';
import type { ProjectSummary } from '#store/projects/project.ts';
import { useEditor } from '../editor-context.tsx';
import { Button } from '../shared/Button.tsx';
import dialogStyles from '../shared/Dialog.module.css';
import entryStyles from './ProjectEntry.module.css';
import { ProjectEntry } from './ProjectEntry.tsx';
import { isUnsaved, needsFile } from './project-words.ts';
import styles from './RecoveryDialog.module.css';
import { useNow } from './use-now.ts';
import { useProjectList } from './use-project-list.ts';

/**
 * Work that was kept and is in no file, when the page is opened. Which of it to go on with is decided, not dismissed:
 * neither Escape nor a click beside it closes it. What is not decided now is asked again at the next visit.
 */
export function RecoveryDialog({ close }: { readonly close: () => void }) {
  const { actions } = useEditor();
  const now = useNow();
  const dialog = useRef<HTMLDialogElement>(null);
  const { listed, remove } = useProjectList(isUnsaved);
  const latest = listed.find(({ isRemoved }) => !isRemoved)?.project;

  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.querySelector<HTMLElement>('li button')?.focus();
    return () => element?.close();
  }, []);

  function leave(): void {
    // Closed first: all that is beside it takes no focus as long as it is open.
    dialog.current?.close();
    close();
    document.querySelector<HTMLElement>('[data-part="choose-file"]')?.focus();
  }

  return (
    <dialog
      ref={dialog}
      className={`${dialogStyles.dialog} ${styles.dialog}`}
      aria-label="Unsaved work"
      aria-describedby="unsaved-work-promise"
      // A key that was refused on its way down closes nothing; `cancel` can be refused only once.
      onKeyDown={(event) => event.key === 'Escape' && event.preventDefault()}
      onCancel={(event) => event.preventDefault()}
    >
      <div className={styles.sheet}>
        <h2 className={dialogStyles.heading}>Unsaved work</h2>
        <p id="unsaved-work-promise" className={styles.promise}>
          This browser kept these edits. They are in no file yet.
        </p>
        <ul className={entryStyles.list} aria-label="Unsaved work">
          {listed.map(({ project, isRemoved }) => (
            <ProjectEntry key={project.id} project={project} isRemoved={isRemoved} flags={needs(project)} now={now}>
              <Button
                look={project === latest ? 'primary' : 'raised'}
                aria-label={`Continue ${project.source.fileName}`}
                onClick={() => {
                  close();
                  void actions.openProject(project.id);
                }}
              >
                Continue
              </Button>
              <Button look="plain" aria-label={`Discard ${project.source.fileName}`} onClick={() => remove(project)}>
                Discard
              </Button>
            </ProjectEntry>
          ))}
        </ul>
        <div className={styles.end}>
          <span className={styles.promise}>{latest && 'What is left here is asked about again at the next visit.'}</span>
          <Button onClick={leave}>{latest ? 'Not now' : 'Close'}</Button>
        </div>
      </div>
    </dialog>
  );
}

const needs = ({ hasRecording, source }: ProjectSummary): readonly string[] => (hasRecording ? [] : [needsFile(source)]);
