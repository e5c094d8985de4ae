import { useState } from 'react';
import { useEditor } from '../editor-context.tsx';
import { Button } from '../shared/Button.tsx';
import entryStyles from './ProjectEntry.module.css';
import { ProjectEntry } from './ProjectEntry.tsx';
import { projectFlags } from './project-words.ts';
import styles from './RecentWork.module.css';
import { useNow } from './use-now.ts';
import { useProjectList } from './use-project-list.ts';

/** More would push what the page is for out of sight. */
const SHOWN_AT_FIRST = 4;

/** All that this browser keeps, the latest first. */
export function RecentWork() {
  const { actions } = useEditor();
  const now = useNow();
  const { listed, remove } = useProjectList(isListed);
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? listed : listed.slice(0, SHOWN_AT_FIRST);
  return (
    <section className={styles.recents} aria-labelledby="recent-work">
      <h2 id="recent-work" className={styles.heading}>
        Recent work
      </h2>
      <ul className={entryStyles.list} aria-labelledby="recent-work">
        {shown.map(({ project, isRemoved }) => (
          <ProjectEntry key={project.id} project={project} isRemoved={isRemoved} flags={projectFlags(project)} now={now}>
            <Button aria-label={`Open ${project.source.fileName}`} onClick={() => void actions.openProject(project.id)}>
              Open
            </Button>
            <Button look="plain" aria-label={`Remove ${project.source.fileName}`} onClick={() => remove(project)}>
              Remove
            </Button>
          </ProjectEntry>
        ))}
      </ul>
      {shown.length < listed.length && (
        <Button look="plain" className={styles.all ?? ''} onClick={() => setShowsAll(true)}>
          Show all {listed.length}
        </Button>
      )}
    </section>
  );
}

const isListed = (): boolean => true;
