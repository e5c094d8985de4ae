import type { StoreApi } from 'zustand/vanilla';
import type { EditDocument } from '#core/plan/document.ts';
import { writePlan } from '../export-job.ts';
import { selectMaskedRecording, selectMasksProblem, selectSeen } from '../masks.ts';
import type { EditorState, OpenedRecording } from '../state.ts';
import type { FileHandle, PlanFiles } from './ports.ts';
import type { ProjectState } from './project.ts';
import { sentence } from './sentence.ts';
import { stemOf } from './stem.ts';

export interface PlanSaving {
  /** `isAsked`: where to is asked though there is a file. */
  save(isAsked: boolean): Promise<void>;
}

export function createPlanSaving(store: StoreApi<EditorState>, { bound, download }: PlanFiles): PlanSaving {
  const update = (change: Partial<ProjectState>): void => store.setState(({ project }) => ({ project: { ...project, ...change } }));

  function failed(name: string, error: unknown): void {
    store.setState({
      notice: {
        tone: 'error',
        title: `${name} could not be saved`,
        details: [`${sentence(error)} Use “Save as” to save to another file; your edits are still here.`],
      },
    });
  }

  /** Answers which document it was written as; undefined where another recording is open by then. */
  async function write(opened: OpenedRecording, handle: FileHandle | undefined, name: string): Promise<EditDocument | undefined> {
    const state = await settled(store, opened);
    if (!state) return undefined;
    const document = state.gesture?.before ?? state.document;
    const text = await writePlan(opened, document, selectSeen(state));
    if (handle) await bound?.write(handle, text);
    else download(new Blob([text], { type: 'application/json' }), name);
    return document;
  }

  return {
    async save(isAsked) {
      const { opened, project } = store.getState();
      if (!opened || project.isSaving) return;
      const suggested = `${stemOf(opened.fileName)}.plan.json`;
      update({ isSaving: true });
      let name = project.file?.name ?? suggested;
      try {
        let handle = isAsked ? undefined : project.file?.handle;
        // Asked before anything that takes time: the browser asks only right after a press.
        if (bound && !handle) {
          const chosen = await bound.choose(name);
          if (!chosen) return;
          handle = chosen;
        }
        name = handle?.name ?? suggested;
        const document = await write(opened, handle, name);
        if (!document || store.getState().opened !== opened) return;
        update({ documentInFile: document, file: { name, isBound: handle !== undefined, ...(handle && { handle }) } });
        const done = `${handle ? 'Saved' : 'Downloaded'} ${name}`;
        store.setState({ toast: { text: done, canUndo: false }, announcement: done });
      } catch (error) {
        failed(name, error);
      } finally {
        if (store.getState().opened === opened) update({ isSaving: false });
      }
    },
  };
}

/** Once nothing is solved and nothing masked any more: until then the plan is not what it will be. */
function settled(store: StoreApi<EditorState>, opened: OpenedRecording): Promise<EditorState | undefined> {
  const isSettled = (state: EditorState): boolean =>
    state.awaitedTargetMicros === null && (selectMaskedRecording(state) !== null || selectMasksProblem(state) !== undefined);
  return new Promise((resolve) => {
    const look = (state: EditorState): boolean => {
      if (state.opened === opened && !isSettled(state)) return false;
      resolve(state.opened === opened ? state : undefined);
      return true;
    };
    if (look(store.getState())) return;
    const end = store.subscribe((state) => {
      if (look(state)) end();
    });
  });
}
