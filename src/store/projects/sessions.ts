import type { StoreApi } from 'zustand/vanilla';
import type { EditorState, OpenedRecording } from '../state.ts';
import { createAutosave } from './autosave.ts';
import { failure, isQuota } from './failure.ts';
import type { ProjectPorts } from './ports.ts';
import { NO_PROJECT, type ProjectState } from './project.ts';
import { type ProjectRecord, recordFromKept } from './project-record.ts';
import { createRecordingKeeper } from './recording-keeper.ts';
import { hasWork, identityOf, isChanged, isOwned, recordOf, type Session, stateOfKept } from './session.ts';
import type { Shelf } from './shelf.ts';

export const lockName = (id: string): string => `castfold-project-${id}`;

/** Kept work that is about to be gone on with. */
export interface Prepared {
  readonly record: ProjectRecord;
  /** Absent where another tab has it: it can be looked at. */
  readonly release: (() => void) | undefined;
}

/** The kept work that is open in this tab, and writing it: one at a time. */
export interface Sessions {
  current(): Session | undefined;
  /** Makes this tab the one that writes it, unless another does; undefined where there is no such work any more. */
  prepare(id: string): Promise<Prepared | undefined>;
  /** Goes on with prepared work on its recording: answers what the editor is to be like, to be set at once. */
  adopt(prepared: Prepared, opened: OpenedRecording, isRecordingKept: boolean): Partial<EditorState>;
  /** Takes over what another tab writes, as that has written it. */
  takeOver(): Promise<void>;
  flush(): Promise<void>;
  /** Keeps the open recording's work no longer, as it has been forgotten. */
  drop(): void;
  /** All that is kept may be gone: it is written again. */
  writeAll(): void;
  /** Tries again what could not be kept. */
  tryAgain(): void;
}

export interface SessionsOptions {
  readonly ports: ProjectPorts;
  readonly shelf: Shelf;
  /** The name of this tab among those that write. */
  readonly writer: string;
  /** Asks the tab that has it to write all of it now; done once it has, or does not answer. */
  askToFlush(id: string): Promise<void>;
  onWritten(record: ProjectRecord): void;
  /** Its lock is given back: another tab may open it. */
  onLeft(): void;
}

export function createSessions(store: StoreApi<EditorState>, options: SessionsOptions): Sessions {
  const { ports, shelf, writer, askToFlush, onWritten, onLeft } = options;
  let session: Session | undefined;
  /** What was open before, until it is written and its lock is given back. */
  const leaving = new Map<string, Promise<void>>();
  const keepRecording = createRecordingKeeper(ports, shelf, writer);
  let takingOver: Promise<void> | undefined;

  const isCurrent = (one: Session): boolean => one === session && store.getState().project.id === one.id;

  function update(one: Session, change: Partial<ProjectState>): void {
    if (isCurrent(one)) store.setState(({ project }) => ({ project: { ...project, ...change } }));
  }

  function newSession(id: string, opened: OpenedRecording, rest: Pick<Session, 'source' | 'recording' | 'release'>): Session {
    const one: Session = {
      id,
      opened,
      ...rest,
      latest: store.getState(),
      written: undefined,
      keepingRecording: undefined,
      autosave: createAutosave(() => write(one)),
    };
    return one;
  }

  /** Answers whether there is nothing to try again. */
  async function write(one: Session): Promise<boolean> {
    if (!isOwned(one)) return true;
    try {
      const { record, isOwn } = await putRecord(one);
      // It may have been forgotten meanwhile, or taken over.
      if (!isOwned(one)) return true;
      if (!isOwn) {
        robbed(one);
        return true;
      }
      one.written = record;
      update(one, { keeping: { kind: one.autosave.isDirty() ? 'pending' : 'kept' }, keptAt: record.keptAt });
      onWritten(record);
      if (one.recording === 'untried') one.keepingRecording = keepRecording(one).then((hasRecording) => update(one, { hasRecording }));
      return true;
    } catch (error) {
      if (isOwned(one)) update(one, { keeping: failure(error) });
      return !isOwned(one);
    }
  }

  async function putRecord(one: Session): Promise<{ record: ProjectRecord; isOwn: boolean }> {
    const put = () =>
      shelf.use(async (storage) => {
        const record = recordOf(one, writer, Date.now());
        return { record, isOwn: await storage.put(record) };
      });
    try {
      return await put();
    } catch (error) {
      if (!isQuota(error) || one.recording !== 'kept') throw error;
      // The file is somewhere else too; the edits are not.
      one.recording = 'tried';
      await shelf.use((storage) => storage.removeRecording(one.id));
      update(one, { hasRecording: false });
      return await put();
    }
  }

  /** Another tab writes it from now on. */
  function robbed(one: Session): void {
    one.release?.();
    one.release = undefined;
    one.autosave.stop();
    const { gesture } = store.getState();
    if (isCurrent(one) && gesture) store.setState({ document: gesture.before, gesture: null, scrubTime: null });
    update(one, { keeping: { kind: 'elsewhere' } });
  }

  function take(id: string, isForced: boolean): Promise<(() => void) | undefined> {
    return ports.locks.take(lockName(id), isForced, () => {
      if (session?.id === id && session.release) robbed(session);
    });
  }

  function begin(state: EditorState, opened: OpenedRecording): void {
    const id = ports.newId();
    // Nobody else knows of it: it is this tab's before the lock is there.
    const one = newSession(id, opened, { source: identityOf(opened), recording: 'untried', release: () => {} });
    session = one;
    store.setState({ project: { ...state.project, id, keeping: { kind: 'pending' } } });
    one.latest = store.getState();
    one.autosave.changed();
    void take(id, false).then((release) => {
      if (session === one && one.release && release) one.release = release;
      else release?.();
    });
  }

  /** Where it is looked at is no change that is written for itself, but is worth a write when it is left. */
  function noteMove({ release, written, latest, autosave }: Session): void {
    if (!release || !written) return;
    const { playhead, viewport } = written;
    const isMoved = playhead !== latest.playhead || viewport.start !== latest.viewport.start || viewport.end !== latest.viewport.end;
    if (isMoved || written.document !== latest.document) autosave.changed();
  }

  function leave(): void {
    const one = session;
    if (!one) return;
    session = undefined;
    // A drag under way is as if it had been cancelled.
    if (one.latest.gesture) one.latest = { ...one.latest, document: one.latest.gesture.before };
    noteMove(one);
    leaving.set(one.id, finish(one));
  }

  /** Writes what is left to be written, and then lets others have it. */
  async function finish(one: Session): Promise<void> {
    await one.autosave.flush();
    await one.keepingRecording;
    await one.autosave.flush();
    one.autosave.stop();
    one.release?.();
    one.release = undefined;
    leaving.delete(one.id);
    onLeft();
  }

  /** What another recording took the place of is open again, with its history; another tab may have gone on with it. */
  async function resume({ project }: EditorState, opened: OpenedRecording, id: string): Promise<void> {
    const recording = project.hasRecording ? 'kept' : 'untried';
    const one = newSession(id, opened, { source: identityOf(opened), recording, release: undefined });
    session = one;
    update(one, { keeping: { kind: 'pending' } });
    try {
      const prepared = await prepare(id);
      if (session !== one) prepared?.release?.();
      else if (!prepared) one.release = await take(id, true);
      else if (prepared.record.writer === writer && prepared.release) {
        one.source = prepared.record.source;
        one.release = prepared.release;
      } else store.setState(adopt(prepared, opened, prepared.record.hasRecording));
      if (session === one) one.autosave.changed();
    } catch (error) {
      // Where nothing can be read nobody else has it either; trying again may tell.
      one.release ??= () => {};
      update(one, { keeping: failure(error) });
    }
  }

  async function prepare(id: string): Promise<Prepared | undefined> {
    await leaving.get(id);
    const release = await take(id, false);
    try {
      const record = recordFromKept(await shelf.use((storage) => (release ? storage.claim(id, writer) : storage.get(id))));
      if (record && record.discardedAt === undefined) return { record, release };
      release?.();
      return undefined;
    } catch (error) {
      release?.();
      throw error;
    }
  }

  async function takeOver(one: Session): Promise<void> {
    await askToFlush(one.id);
    const release = await take(one.id, true);
    try {
      const record = recordFromKept(await shelf.use((storage) => storage.claim(one.id, writer)));
      if (!isCurrent(one)) release?.();
      else if (record) store.setState(adopt({ record, release }, one.opened, record.hasRecording));
      else {
        one.release = release;
        one.autosave.changed();
      }
    } catch (error) {
      release?.();
      update(one, { keeping: failure(error) });
    }
  }

  function adopt({ record, release }: Prepared, opened: OpenedRecording, isRecordingKept: boolean): Partial<EditorState> {
    if (session?.id === record.id) session.autosave.stop();
    else leave();
    const kept = stateOfKept({ ...record, hasRecording: isRecordingKept }, opened, release !== undefined);
    session = newSession(record.id, opened, { source: record.source, recording: isRecordingKept ? 'kept' : 'untried', release });
    session.latest = { ...session.latest, ...kept };
    session.written = record;
    if (!isRecordingKept) session.autosave.changed();
    return kept;
  }

  store.subscribe((state, before) => {
    const { opened, project } = state;
    if (session && project.id !== session.id) leave();
    if (!opened) return;
    const one = session;
    if (one) {
      const seen = one.latest;
      one.latest = state;
      if (!one.release || !isChanged(state, seen)) return;
      if (project.keeping.kind === 'kept') update(one, { keeping: { kind: 'pending' } });
      one.autosave.changed();
    } else if (project.id !== null) void resume(state, opened, project.id);
    else if ((state.document !== before.document || state.history !== before.history) && hasWork(state)) begin(state, opened);
  });
  // There may be work already: this part of the program comes after the first.
  const { opened } = store.getState();
  if (opened && hasWork(store.getState())) begin(store.getState(), opened);

  return {
    current: () => session,
    prepare,
    adopt,
    takeOver() {
      // Pressed twice is pressed once: the second would rob the first.
      if (session && !session.release) {
        takingOver ??= takeOver(session).finally(() => {
          takingOver = undefined;
        });
      }
      return takingOver ?? Promise.resolve();
    },
    async flush() {
      if (!session) return;
      noteMove(session);
      await session.autosave.flush();
    },
    drop() {
      const one = session;
      if (!one) return;
      one.autosave.stop();
      session = undefined;
      one.release?.();
      one.release = undefined;
      store.setState({ project: NO_PROJECT });
    },
    writeAll() {
      if (!session) return;
      if (session.recording === 'kept') session.recording = 'untried';
      session.autosave.changed();
    },
    tryAgain() {
      if (!session) return;
      if (session.recording === 'tried') session.recording = 'untried';
      session.autosave.changed();
      void session.autosave.flush();
    },
  };
}
