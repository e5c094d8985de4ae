import type { StoreApi } from 'zustand/vanilla';
import type { FileActions } from '../file-actions.ts';
import { selectIsEdited } from '../selectors.ts';
import type { EditorState } from '../state.ts';
import type { Keeper } from './keeper.ts';

/** Keeping work in this browser, and in files. */
export interface ProjectActions {
  /** Opens kept work. Without its recording it waits for the file: opening one with the same identity goes on with it. */
  openProject(id: string): Promise<void>;
  /** No longer waits for the file of kept work. */
  stopAwaiting(): void;
  /** Forgets kept work, which can be had back until the page is left: `restoreProject`. */
  discardProject(id: string): Promise<void>;
  restoreProject(id: string): Promise<void>;
  /** Makes this tab the one that writes; the other one can only look at it from then on. */
  takeOver(): Promise<void>;
  /** Writes the plan to its file, where it has one that can be written to, and asks for one else; a download where the browser knows no files. */
  save(): Promise<void>;
  saveAs(): Promise<void>;
  /** Told after an export: the document is in a file. */
  exported(): void;
  /** Tries again what could not be kept. */
  keepAgain(): void;
}

/** What keeps the work of an editor, and what is needed where that is not there. */
export interface KeepWork {
  load(store: StoreApi<EditorState>, files: Pick<FileActions, 'openAs'>): Promise<Keeper>;
  /** Whether the browser asks before the page is left. */
  warnBeforeLeaving(isOn: boolean): void;
}

/** Without `keepWork` nothing is kept. */
export function createProjectActions(
  store: StoreApi<EditorState>,
  files: Pick<FileActions, 'openAs'>,
  keepWork: KeepWork | undefined,
): ProjectActions {
  let keeper: Promise<Keeper | undefined> | undefined;

  function summon(): Promise<Keeper | undefined> {
    keeper ??= keepWork?.load(store, files).catch((error: unknown) => {
      console.warn('The part of the page that keeps work could not be loaded.', error);
      keeper = undefined;
      store.setState(({ project }) => ({
        project: { ...project, keeping: { kind: 'failed', reason: 'unavailable', message: NOT_LOADED } },
      }));
      tryAgain();
      return undefined;
    });
    return keeper ?? Promise.resolve(undefined);
  }

  /** With the next edit, of whatever is open by then. */
  function tryAgain(): void {
    const end = store.subscribe((state, before) => {
      if (state.history === before.history) return;
      end();
      void summon();
    });
  }

  /** That nothing happens is said. */
  async function save(how: (kept: Keeper) => Promise<void>): Promise<void> {
    const kept = await summon();
    if (kept) await how(kept);
    else if (keepWork) {
      const details = [`${NOT_LOADED} Check the connection and try again; your edits are still here.`];
      store.setState({ notice: { tone: 'error', title: 'The plan could not be saved', details } });
    }
  }

  let isWarned = false;
  store.subscribe((state) => {
    if (isAtRisk(state) === isWarned) return;
    isWarned = !isWarned;
    keepWork?.warnBeforeLeaving(isWarned);
  });
  void summon();

  return {
    openProject: async (id) => (await summon())?.openProject(id),
    stopAwaiting: () => store.setState(({ project }) => ({ project: { ...project, awaited: null } })),
    discardProject: async (id) => (await summon())?.discardProject(id),
    restoreProject: async (id) => (await summon())?.restoreProject(id),
    takeOver: async () => (await summon())?.takeOver(),
    save: () => save((kept) => kept.save()),
    saveAs: () => save((kept) => kept.saveAs()),
    exported: () =>
      store.setState(({ project, document, gesture }) => ({ project: { ...project, documentInFile: gesture?.before ?? document } })),
    keepAgain: () => void summon().then((kept) => kept?.keepAgain()),
  };
}

const NOT_LOADED = 'A part of Castfold could not be loaded.';

/** Whether something is lost with the page. */
function isAtRisk(state: EditorState): boolean {
  const { keeping, documentInFile } = state.project;
  return (keeping.kind === 'failed' || keeping.kind === 'pending') && selectIsEdited(state) && documentInFile !== state.document;
}
