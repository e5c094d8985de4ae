import { useEffect, useState } from 'react';
import { selectIsEdited } from '#store/selectors.ts';
import { useEditorState } from '../editor-context.tsx';
import styles from './SaveStatus.module.css';
import { saveWords } from './save-words.ts';

/** A change is kept within a second: saying so each time would only be restless. */
const SLOW_MILLIS = 1000;

/** What is saved where, in the top bar, and in the title of the page. */
export function SaveStatus() {
  const project = useEditorState((state) => state.project);
  const isInFile = useEditorState(({ document, project }) => document === project.documentInFile);
  const isSlow = useLasting(project.keeping.kind === 'pending', SLOW_MILLIS);
  usePageTitle();
  const words = saveWords({ project, isInFile, isSlow, clock: timeOfDay });
  if (!words) return null;
  return (
    <span
      className={styles.status}
      data-keeping={project.keeping.kind}
      data-warning={words.isWarning}
      title={[words.text, words.detail].filter(Boolean).join('. ')}
    >
      {words.isWarning && <span aria-hidden="true">▲ </span>}
      <span className={styles.full}>{words.text}</span>
      <span className={styles.short}>{words.short}</span>
      {words.detail && <span className="visually-hidden">. {words.detail}</span>}
    </span>
  );
}

/** `• session.cast – Castfold`: the dot stands for work that is in no file. */
function usePageTitle(): void {
  const fileName = useEditorState((state) => state.opened?.fileName ?? '');
  const isUnsaved = useEditorState((state) => selectIsEdited(state) && state.document !== state.project.documentInFile);
  useEffect(() => {
    document.title = `${isUnsaved ? '• ' : ''}${fileName} – Castfold`;
    return () => {
      document.title = 'Castfold';
    };
  }, [fileName, isUnsaved]);
}

/** Whether something has been so for a while. */
function useLasting(isSo: boolean, millis: number): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!isSo) return undefined;
    const timer = setTimeout(() => setLasts(true), millis);
    return () => {
      clearTimeout(timer);
      setLasts(false);
    };
  }, [isSo, millis]);
  return lasts;
}

const timeOfDay = (millis: number): string =>
  new Date(millis).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
