import { type ReactNode, useEffect, useRef } from 'react';
import type { ProjectSummary } from '#store/projects/project.ts';
import { useEditor } from '../editor-context.tsx';
import { Button } from '../shared/Button.tsx';
import styles from './ProjectEntry.module.css';
import { projectFacts } from './project-words.ts';

interface ProjectEntryProps {
  readonly project: ProjectSummary;
  readonly isRemoved: boolean;
  /** What else is to be said of it. */
  readonly flags: readonly string[];
  /** In milliseconds since 1970. */
  readonly now: number;
  /** The verbs; the last is the one that removes it. */
  readonly children: ReactNode;
}

/** Kept work in a list: whose it is, how much, where. Removed, it says so in its place and offers the way back. */
export function ProjectEntry({ project, isRemoved, flags, now, children }: ProjectEntryProps) {
  const { actions } = useEditor();
  const { fileName } = project.source;
  const verbs = useRef<HTMLDivElement>(null);
  const wasRemoved = useRef(isRemoved);

  // The button that was pressed gives way to its opposite, which takes the focus.
  useEffect(() => {
    if (wasRemoved.current === isRemoved) return;
    wasRemoved.current = isRemoved;
    verbs.current?.querySelector<HTMLElement>('button:last-child')?.focus();
  }, [isRemoved]);

  return (
    <li className={styles.entry} data-removed={isRemoved}>
      <div className={styles.text}>
        <strong className={styles.name} title={fileName}>
          {isRemoved ? `Removed ${fileName}` : fileName}
        </strong>
        <span className={styles.facts}>{[projectFacts(project, now), ...flags].join(' · ')}</span>
      </div>
      <div ref={verbs} className={styles.verbs}>
        {isRemoved ? (
          <Button aria-label={`Undo removing ${fileName}`} onClick={() => void actions.restoreProject(project.id)}>
            Undo
          </Button>
        ) : (
          children
        )}
      </div>
    </li>
  );
}
