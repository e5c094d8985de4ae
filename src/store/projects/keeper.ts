import type { StoreApi } from 'zustand/vanilla';
import type { FileActions } from '../file-actions.ts';
import type { EditorState, Notice } from '../state.ts';
import { createOffers } from './offers.ts';
import { createPlanSaving } from './plan-saving.ts';
import type { ProjectPorts, TabMessage } from './ports.ts';
import type { ProjectSummary } from './project.ts';
import type { ProjectActions } from './project-actions.ts';
import { createProjectList } from './project-list.ts';
import { type ProjectRecord, recordFromKept, summaryOf } from './project-record.ts';
import { digestOf } from './recording-keeper.ts';
import { sentence } from './sentence.ts';
import { createSessions, lockName, type Prepared } from './sessions.ts';
import { createShelf } from './shelf.ts';

/** So long another tab has to write what it has not written yet, before its work is taken over. */
const FLUSH_MILLIS = 500;

/** What keeps work, once that part of the program is loaded. */
export type Keeper = Omit<ProjectActions, 'exported' | 'stopAwaiting'>;

/** Keeps the work of an editor from now on, in the browser and in files. */
export function createKeeper(store: StoreApi<EditorState>, files: Pick<FileActions, 'openAs'>, ports: ProjectPorts): Keeper {
  const shelf = createShelf(ports.openStorage, () => sessions.writeAll());
  const flushed = new Set<(id: string) => void>();
  const post = ports.connect((message) => void hear(message));

  const list = createProjectList(store, {
    shelf,
    locks: ports.locks,
    isOpenHere: (id) => sessions.current()?.id === id && sessions.current()?.release !== undefined,
  });

  const sessions = createSessions(store, {
    ports,
    shelf,
    writer: ports.newId(),
    askToFlush,
    onWritten(record) {
      if (list.written(record)) post({ kind: 'changed' });
    },
    onLeft: () => post({ kind: 'changed' }),
  });

  const offers = createOffers(store, {
    digest: (opened) => digestOf(ports, opened),
    async kept() {
      await listed;
      return store.getState().projects ?? [];
    },
    record,
    goOn,
  });

  const saving = createPlanSaving(store, ports.files);

  async function hear(message: TabMessage): Promise<void> {
    if (message.kind === 'changed') await refresh();
    else if (message.kind === 'flushed') for (const answer of flushed) answer(message.id);
    else if (sessions.current()?.id === message.id && sessions.current()?.release) {
      await sessions.flush();
      post({ kind: 'flushed', id: message.id });
    }
  }

  function askToFlush(id: string): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        flushed.delete(answer);
        clearTimeout(timer);
        resolve();
      };
      const answer = (answered: string): void => {
        if (answered === id) end();
      };
      const timer = setTimeout(end, FLUSH_MILLIS);
      flushed.add(answer);
      post({ kind: 'flush', id });
    });
  }

  /** Nothing is said where it fails: that nothing can be kept is said once there is something to keep. */
  async function refresh(): Promise<void> {
    await list.refresh().catch((error: unknown) => console.warn('What is kept in this browser cannot be read.', error));
  }

  function fail(title: string, details: string): void {
    store.setState({ notice: { tone: 'error', title, details: [details] } });
  }

  /** Answers nothing where there is none to go on with, which is said then. */
  async function prepare(id: string): Promise<Prepared | undefined> {
    try {
      const prepared = await sessions.prepare(id);
      if (prepared) return prepared;
      fail(...GONE);
      await refresh();
    } catch (error) {
      failToOpen(error);
    }
    return undefined;
  }

  /** The same without going on with it. */
  async function record(id: string): Promise<ProjectRecord | undefined> {
    try {
      const kept = recordFromKept(await shelf.use((storage) => storage.get(id)));
      if (!kept) fail(...GONE);
      return kept;
    } catch (error) {
      failToOpen(error);
      return undefined;
    }
  }

  const failToOpen = (error: unknown): void => fail('This work could not be opened', `${sentence(error)} Reload the page and try again.`);

  /** Pressed twice is pressed once: the second would find it taken, by this very tab. */
  let beingOpened: string | undefined;

  async function once(id: string, open: (prepared: Prepared) => Promise<void>): Promise<void> {
    if (beingOpened === id || sessions.current()?.id === id) return;
    beingOpened = id;
    try {
      const prepared = await prepare(id);
      if (prepared) await open(prepared);
    } finally {
      if (beingOpened === id) beingOpened = undefined;
    }
    post({ kind: 'changed' });
    await refresh();
  }

  /** On the recording that is open. */
  function goOn(id: string): Promise<void> {
    const { opened } = store.getState();
    return once(id, async (prepared) => {
      if (opened && store.getState().opened === opened) {
        const kept = sessions.adopt(prepared, opened, prepared.record.hasRecording);
        store.setState({ ...kept, notice: withoutOffer(store.getState().notice), announcement: wentOn(prepared) });
      } else prepared.release?.();
    });
  }

  function openProject(id: string): Promise<void> {
    return once(id, async (prepared) => {
      const { record, release } = prepared;
      const { fileName } = record.source;
      const recording = await shelf
        .use((storage) => storage.recording(id))
        .catch((error: unknown) => void console.warn('The kept recording could not be read; its file is needed.', error));
      if (!recording) {
        release?.();
        awaitFile({ ...summaryOf(record, release === undefined), hasRecording: false });
        return;
      }
      const isOpen = await files.openAs(new File([recording], fileName), (opened) => ({
        ...sessions.adopt(prepared, opened, true),
        announcement: wentOn(prepared),
      }));
      if (!isOpen) release?.();
    });
  }

  function awaitFile(awaited: ProjectSummary): void {
    store.setState(({ project, opened }) => ({
      project: { ...project, awaited },
      ...(opened && {
        notice: {
          tone: 'info',
          title: `Open ${awaited.source.fileName} to go on with its edits`,
          details: ['This browser has the edits, but not the recording itself.'],
        },
      }),
    }));
  }

  store.subscribe(({ opened, project }, before) => {
    if (opened && opened !== before.opened && project.id === null) void offers(opened, before.project.awaited);
  });

  ports.page.onHidden(() => void sessions.flush());
  ports.page.onShown(() => void refresh());
  ports.page.onLeft(() => list.empty());
  const listed = refresh();

  return {
    openProject,
    async discardProject(id) {
      const isHere = sessions.current()?.id === id;
      if (!isHere && (await ports.locks.held()).has(lockName(id))) {
        fail('This work is open in another tab', 'Close it there first.');
        return;
      }
      if (isHere) sessions.drop();
      if (store.getState().project.awaited?.id === id) store.setState(({ project }) => ({ project: { ...project, awaited: null } }));
      await list.discard(id).catch((error: unknown) => fail('This work could not be forgotten', sentence(error)));
      post({ kind: 'changed' });
    },
    async restoreProject(id) {
      await list.restore(id).catch((error: unknown) => fail('This work could not be had back', sentence(error)));
      post({ kind: 'changed' });
    },
    takeOver: sessions.takeOver,
    save: () => saving.save(false),
    saveAs: () => saving.save(true),
    keepAgain: sessions.tryAgain,
  };
}

const GONE = ['This work is not there any more', 'It was forgotten in another tab, or the browser has cleared it away.'] as const;

const wentOn = ({ record: { source, editCount } }: Prepared): string =>
  `Went on with ${source.fileName}: ${editCount === 1 ? '1 edit' : `${editCount} edits`}`;

/** What else was said of the recording stays. */
function withoutOffer(notice: Notice | null): Notice | null {
  if (!notice?.actions) return notice;
  const { actions: _, ...rest } = notice;
  return rest.replaced || rest.details.length > 0 ? { ...rest, title: 'You went on with your earlier edits' } : null;
}
