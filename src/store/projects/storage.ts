import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, openDB, type StoreNames } from 'idb';
import type { ProjectStorage } from './ports.ts';
import type { ProjectRecord } from './project-record.ts';

const DATABASE = 'castfold';
const DATABASE_VERSION = 1;

interface Schema extends DBSchema {
  /** Under `id`; not checked yet. */
  projects: { key: string; value: unknown };
  /** The text of recordings, under the id of their project. */
  recordings: { key: string; value: Blob };
}

/** Opens the database of kept work. Rejects where the browser has none in this window, or another tab keeps an older one open. */
export async function openStorage(onLost: () => void): Promise<ProjectStorage> {
  const database = await new Promise<IDBPDatabase<Schema>>((resolve, reject) => {
    openDB<Schema>(DATABASE, DATABASE_VERSION, {
      upgrade(opened) {
        opened.createObjectStore('projects', { keyPath: 'id' });
        opened.createObjectStore('recordings');
      },
      blocked: () => reject(new Error('Another tab has an older Castfold open. Close it, and try again.')),
      // A newer Castfold waits in another tab: nothing is kept here from now on unless this one is loaded anew.
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        onLost();
      },
      terminated: onLost,
    }).then(resolve, reject);
  });
  return storageOf(database);
}

function storageOf(database: IDBPDatabase<Schema>): ProjectStorage {
  /** All that is done in it is done, or nothing. */
  async function write<Answer>(change: (stores: Stores) => Promise<Answer>): Promise<Answer> {
    const transaction = database.transaction(['projects', 'recordings'], 'readwrite');
    const stores = { projects: transaction.objectStore('projects'), recordings: transaction.objectStore('recordings') };
    const [answer, done] = await Promise.allSettled([change(stores), transaction.done]);
    // Where there was no room, it is the transaction that says so.
    if (done.status === 'rejected') throw done.reason;
    if (answer.status === 'rejected') throw answer.reason;
    return answer.value;
  }

  return {
    all: () => database.getAll('projects'),
    get: (id) => database.get('projects', id),
    put: (record) =>
      write(async ({ projects }) => {
        const isOwn = isWrittenBy(record.writer, await projects.get(record.id));
        if (isOwn) await projects.put(record);
        return isOwn;
      }),
    claim: (id, writer) =>
      write(async ({ projects }) => {
        const kept = await projects.get(id);
        if (isObject(kept)) await projects.put({ ...kept, writer });
        return kept;
      }),
    putRecording: (record, recording) =>
      write(async ({ projects, recordings }) => {
        const isOwn = isWrittenBy(record.writer, await projects.get(record.id));
        if (isOwn) await Promise.all([recordings.put(recording, record.id), projects.put(record)]);
        return isOwn;
      }),
    async recording(id) {
      const kept: unknown = await database.get('recordings', id);
      return kept instanceof Blob ? kept : undefined;
    },
    removeRecording: (id) => database.delete('recordings', id),
    setDiscarded: (id, discardedAt) =>
      write(async ({ projects }) => {
        const kept = await projects.get(id);
        if (!isObject(kept)) return;
        const { discardedAt: _, ...rest } = kept;
        await projects.put(discardedAt === undefined ? rest : { ...rest, discardedAt });
      }),
    remove: (id) => write((stores) => removeFrom(stores, id)),
    removeDiscarded: (id) =>
      write(async (stores) => {
        const kept = await stores.projects.get(id);
        if (isObject(kept) && kept.discardedAt !== undefined) await removeFrom(stores, id);
      }),
  };
}

interface Stores {
  readonly projects: IDBPObjectStore<Schema, StoreNames<Schema>[], 'projects', 'readwrite'>;
  readonly recordings: IDBPObjectStore<Schema, StoreNames<Schema>[], 'recordings', 'readwrite'>;
}

async function removeFrom({ projects, recordings }: Stores, id: string): Promise<void> {
  await Promise.all([projects.delete(id), recordings.delete(id)]);
}

type KeptObject = Partial<Record<keyof ProjectRecord, unknown>>;

const isObject = (value: unknown): value is KeptObject => typeof value === 'object' && value !== null;

/** One that is gone has been taken away by nobody who goes on with it: it is written again. */
const isWrittenBy = (writer: string, kept: unknown): boolean => !isObject(kept) || kept.writer === writer;
