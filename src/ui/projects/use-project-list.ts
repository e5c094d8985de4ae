import { useState } from 'react';
import type { ProjectSummary } from '#store/projects/project.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';

export interface ListedProject {
  readonly project: ProjectSummary;
  /** Forgotten a moment ago: it keeps its place, with the way back. */
  readonly isRemoved: boolean;
}

/** Kept work, the latest first, and what was removed from it while the list is in sight. */
export function useProjectList(isListed: (project: ProjectSummary) => boolean) {
  const { actions } = useEditor();
  const projects = useEditorState((state) => state.projects) ?? NONE;
  const [removed, setRemoved] = useState(NONE);
  const gone = removed.filter(({ id }) => !projects.some((project) => project.id === id));
  const listed: readonly ListedProject[] = [
    ...projects.filter(isListed).map((project) => ({ project, isRemoved: false })),
    ...gone.map((project) => ({ project, isRemoved: true })),
  ].sort((one, other) => other.project.keptAt - one.project.keptAt);

  function remove(project: ProjectSummary): void {
    setRemoved([...gone, project]);
    void actions.discardProject(project.id);
    actions.say(`Removed ${project.source.fileName}`);
  }

  return { listed, remove };
}

const NONE: readonly ProjectSummary[] = [];
