import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { IDBFactory } from 'fake-indexeddb';
import { expect, vi } from 'vitest';
import { buildActivity } from '#core/analyze/activity.ts';
import type { ReadMessage, ReadRequest } from '#core/analyze/read-messages.ts';
import type { DigestAnswer, DigestRequest } from '#core/cast/digest-messages.ts';
import { readCast } from '#core/cast/reader.ts';
import type { EditDocument } from '#core/plan/document.ts';
import { createEditor, type Editor } from '#store/editor-store.ts';
import { createKeeper } from '#store/projects/keeper.ts';
import type { FileHandle, PlanFiles, ProjectPorts, ProjectStorage, TabMessage } from '#store/projects/ports.ts';
import { openStorage } from '#store/projects/storage.ts';
import { sourceDigest } from '#store/source-digest.ts';

/** A browser with a database, and what its tabs have in common. Time is Vitest's: `useFakeTimers(FAKED)` first. */
export interface TestBrowser {
  openTab(options?: TabOptions): TestTab;
  /** What the database holds, as it lies there. */
  records(): Promise<Record<string, unknown>[]>;
  recordings(): Promise<string[]>;
  /** Puts something into the database that no Castfold has written. */
  plant(record: unknown): Promise<void>;
}

export interface TabOptions {
  /** Takes the place of what the database does. */
  readonly storage?: (storage: ProjectStorage) => Partial<ProjectStorage>;
  readonly openStorage?: () => Promise<ProjectStorage>;
  readonly hasRoomFor?: (bytes: number) => Promise<boolean>;
  readonly bound?: PlanFiles['bound'];
  readonly hasLocks?: boolean;
  /** Loads the part of the program that keeps work. */
  readonly load?: () => Promise<void>;
  /** Whether it answers no other tabs. */
  readonly isAsleep?: boolean;
}

export interface TestTab extends Editor {
  /** Opens a recording drawn as in recordings.ts. */
  open(name: string, text: string): Promise<void>;
  /** Its process ends: nothing of it gets to the database from now on. */
  kill(): void;
  hide(): void;
  leave(): void;
  /** The connection to the database is lost. */
  lose(): void;
  readonly downloads: { readonly name: string; readonly text: string }[];
  warns(): boolean;
  document(): EditDocument;
}

/** IndexedDB's own steps go on in real time. */
export const FAKED: Parameters<typeof vi.useFakeTimers>[0] = { toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] };

/** Lets what needs no time happen: steps of the database, and what follows on them. */
export async function settle(): Promise<void> {
  for (let step = 0; step < 40; step++) {
    await new Promise((resolve) => setImmediate(resolve));
    await vi.advanceTimersByTimeAsync(0);
  }
}

/** The same until something has come to be. */
export async function until(hasCome: () => boolean): Promise<void> {
  for (let step = 0; step < 2000 && !hasCome(); step++) {
    await new Promise((resolve) => setImmediate(resolve));
    await vi.advanceTimersByTimeAsync(0);
  }
  expect(hasCome()).toBe(true);
  await settle();
}

/** Lets so much time pass, in steps in which the database gets on. */
export async function pass(millis: number): Promise<void> {
  for (let passed = 0; passed < millis; passed += 50) {
    await vi.advanceTimersByTimeAsync(Math.min(50, millis - passed));
    for (let step = 0; step < 12; step++) await new Promise((resolve) => setImmediate(resolve));
  }
}

export function openBrowser(): TestBrowser {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('Worker', TestWorker);
  const locks = new Map<string, { readonly rob: () => void }>();
  const listeners = new Set<(message: TabMessage) => void>();
  let ids = 0;

  function openTab(options: TabOptions = {}): TestTab {
    let isAlive = true;
    let isWarned = false;
    let loseStorage = (): void => {};
    const own = new Map<string, () => void>();
    const listening: { hidden: (() => void)[]; left: (() => void)[] } = { hidden: [], left: [] };
    const downloads: { name: string; text: string }[] = [];

    const ports: ProjectPorts = {
      async openStorage(onLost) {
        if (options.openStorage) return options.openStorage();
        const storage = await openStorage(onLost);
        loseStorage = onLost;
        return whileAlive({ ...storage, ...options.storage?.(storage) }, () => isAlive);
      },
      locks:
        options.hasLocks === false
          ? { take: async () => () => {}, held: async () => new Set() }
          : {
              async take(name, isForced, onRobbed) {
                if (locks.has(name) && !isForced) return undefined;
                locks.get(name)?.rob();
                const lock = { rob: () => isAlive && onRobbed() };
                locks.set(name, lock);
                const release = (): void => {
                  if (locks.get(name) === lock) locks.delete(name);
                };
                own.set(name, release);
                return release;
              },
              held: async () => new Set(locks.keys()),
            },
      connect(onMessage) {
        const listener = (message: TabMessage): void => {
          if (isAlive && !options.isAsleep) onMessage(message);
        };
        listeners.add(listener);
        return (message) => {
          for (const other of listeners) if (isAlive && other !== listener) queueMicrotask(() => other(message));
        };
      },
      files: {
        ...(options.bound && { bound: options.bound }),
        download: (file, name) => void file.text().then((text) => downloads.push({ name, text })),
      },
      page: {
        onHidden: (listener) => listening.hidden.push(listener),
        onShown: () => {},
        onLeft: (listener) => listening.left.push(listener),
      },
      hasRoomFor: options.hasRoomFor ?? (async () => true),
      askToPersist: async () => {},
      digest: sourceDigest,
      newId: () => `id${++ids}`,
    };

    const editor = createEditor(
      {},
      {
        async load(store, files) {
          await options.load?.();
          return createKeeper(store, files, ports);
        },
        warnBeforeLeaving: (isOn) => {
          isWarned = isOn;
        },
      },
    );
    return {
      ...editor,
      async open(name, text) {
        await editor.actions.open([new File([text], name)]);
        await until(() => editor.store.getState().opened?.fileName === name);
      },
      kill() {
        isAlive = false;
        for (const release of own.values()) release();
      },
      hide: () => {
        for (const listener of listening.hidden) listener();
      },
      leave: () => {
        for (const listener of listening.left) listener();
      },
      lose: () => loseStorage(),
      downloads,
      warns: () => isWarned,
      document: () => editor.store.getState().document,
    };
  }

  const storage = () => openStorage(() => {});
  return {
    openTab,
    records: async () => (await (await storage()).all()) as Record<string, unknown>[],
    async recordings() {
      const opened = await storage();
      const records = (await opened.all()) as { id: string }[];
      const texts = await Promise.all(records.map(async ({ id }) => (await opened.recording(id))?.text()));
      return texts.filter((text) => text !== undefined);
    },
    async plant(record) {
      const opened = await storage();
      await opened.put(record as Parameters<ProjectStorage['put']>[0]);
    },
  };
}

/** What is asked of it by a process that has ended is not done, and not answered. */
function whileAlive(storage: ProjectStorage, isAlive: () => boolean): ProjectStorage {
  const guarded = Object.entries(storage).map(([name, method]) => [
    name,
    (...args: unknown[]) => (isAlive() ? (method as (...args: unknown[]) => Promise<unknown>)(...args) : new Promise(() => {})),
  ]);
  return Object.fromEntries(guarded) as ProjectStorage;
}

/** Reads recordings and computes digests at once, as the workers do; one for screens never answers. */
class TestWorker {
  onmessage: ((event: { readonly data: ReadMessage | DigestAnswer }) => void) | null = null;
  readonly #pieces: Uint8Array[] = [];

  postMessage(message: Partial<ReadRequest<Blob>> & Partial<DigestRequest>): void {
    if (message.file) void this.#read(message.file);
    if (message.piece) this.#digest(message.piece, message.totalBytes ?? 0);
  }

  async #read(file: Blob): Promise<void> {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const recording = readCast(bytes);
    this.onmessage?.({ data: { kind: 'done', recording, activity: buildActivity(recording), copy: readCast(bytes) } });
  }

  #digest(piece: Uint8Array, totalBytes: number): void {
    this.#pieces.push(piece);
    const text = Buffer.concat(this.#pieces);
    if (text.length === totalBytes) this.onmessage?.({ data: { sha256: createHash('sha256').update(text).digest('hex') } });
  }

  terminate(): void {}
}

/** A file that can be written to again, and what was written. */
export function boundFile(name: string) {
  const written: string[] = [];
  const handle: FileHandle = { name };
  let asked = 0;
  let refusal: Error | undefined;
  return {
    written,
    asked: () => asked,
    refuse: (error: Error) => {
      refusal = error;
    },
    bound: {
      async choose() {
        asked += 1;
        return handle;
      },
      async write(_: FileHandle, text: string) {
        if (refusal) throw refusal;
        written.push(text);
      },
    } satisfies PlanFiles['bound'],
  };
}
