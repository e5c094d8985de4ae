import type { StoreApi } from 'zustand/vanilla';
import type { EditorState } from '../state.ts';
import { documentFromKept } from './kept-document.ts';
import type { TabLocks } from './ports.ts';
import type { ProjectSummary } from './project.ts';
import { envelopeFromKept, isOfLaterVersion, type ProjectRecord, summaryOf } from './project-record.ts';
import { lockName } from './sessions.ts';
import type { Shelf } from './shelf.ts';

/** What was forgotten can be had back so long in the tab that forgot it; then any tab may take it away. */
const DISCARDED_MILLIS = 10 * 60_000;

/** All that is kept, in `state.projects`. */
export interface ProjectList {
  /** Reads it anew: other tabs write too. Rejects where nothing can be read. */
  refresh(): Promise<void>;
  /** Answers whether it is new. */
  written(record: ProjectRecord): boolean;
  discard(id: string): Promise<void>;
  restore(id: string): Promise<void>;
  /** Takes away for good what was forgotten here. */
  empty(): void;
}

interface Options {
  readonly shelf: Shelf;
  readonly locks: TabLocks;
  /** Whether this tab has it open. */
  isOpenHere(id: string): boolean;
}

export function createProjectList(store: StoreApi<EditorState>, { shelf, locks, isOpenHere }: Options): ProjectList {
  const discarded = new Map<string, ProjectSummary>();
  /** Told once. */
  let hasToldOfDamage = false;
  let turn = 0;
  /** What this tab has done to the list. */
  let changes = 0;
  /** When the documents were kept that are known to be whole: it takes long to find that out of a large one. */
  const whole = new Map<string, number>();

  function checked(value: unknown): ReturnType<typeof envelopeFromKept> {
    const envelope = envelopeFromKept(value);
    if (!envelope || whole.get(envelope.id) === envelope.keptAt) return envelope;
    if (!documentFromKept(envelope.document)) return undefined;
    whole.set(envelope.id, envelope.keptAt);
    return envelope;
  }

  function show(projects: readonly ProjectSummary[]): void {
    store.setState({ projects: projects.toSorted((one, other) => other.keptAt - one.keptAt) });
  }

  const others = (id: string): readonly ProjectSummary[] => (store.getState().projects ?? []).filter((project) => project.id !== id);

  function tellOfDamage(damaged: readonly unknown[]): void {
    const ids = damaged.flatMap((value) =>
      typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? [value.id] : [],
    );
    if (ids.length === 0 || hasToldOfDamage || store.getState().notice) return;
    hasToldOfDamage = true;
    const isOne = ids.length === 1;
    store.setState({
      notice: {
        tone: 'info',
        title: `Kept edits of ${isOne ? 'one recording' : `${ids.length} recordings`} cannot be read`,
        details: ['They were damaged in this browser. Whatever else is kept is as it was.'],
        actions: [{ label: 'Forget them', run: () => void remove(ids) }],
      },
    });
  }

  async function remove(ids: readonly string[]): Promise<void> {
    store.setState({ notice: null });
    for (const id of ids) await shelf.use((storage) => storage.remove(id)).catch(warnOfRest);
  }

  return {
    async refresh() {
      turn += 1;
      const ownTurn = turn;
      const before = changes;
      const [kept, held] = await Promise.all([shelf.use((storage) => storage.all()), locks.held()]);
      if (turn !== ownTurn) return;
      if (changes !== before) {
        // What was written meanwhile may be missing here.
        await this.refresh();
        return;
      }
      const records = kept.map(checked);
      const isOpenElsewhere = (id: string): boolean => held.has(lockName(id)) && !isOpenHere(id);
      const listed = records.filter((record) => record !== undefined).filter(({ discardedAt }) => discardedAt === undefined);
      show(listed.map((record) => summaryOf(record, isOpenElsewhere(record.id))));
      tellOfDamage(kept.filter((value, index) => records[index] === undefined && !isOfLaterVersion(value)));
      for (const record of records) {
        const isOver = record?.discardedAt !== undefined && record.discardedAt < Date.now() - DISCARDED_MILLIS;
        if (record && isOver && !discarded.has(record.id)) await shelf.use((storage) => storage.removeDiscarded(record.id));
      }
    },
    written(record) {
      changes += 1;
      whole.set(record.id, record.keptAt);
      const { projects } = store.getState();
      const isNew = projects?.every(({ id }) => id !== record.id) ?? true;
      if (projects) show([summaryOf(record, false), ...others(record.id)]);
      return isNew;
    },
    async discard(id) {
      const summary = store.getState().projects?.find((project) => project.id === id);
      if (!summary) return;
      changes += 1;
      discarded.set(id, summary);
      show(others(id));
      await shelf.use((storage) => storage.setDiscarded(id, Date.now()));
    },
    async restore(id) {
      const summary = discarded.get(id);
      if (!summary) return;
      changes += 1;
      discarded.delete(id);
      show([...others(id), summary]);
      await shelf.use((storage) => storage.setDiscarded(id, undefined));
    },
    empty() {
      for (const id of discarded.keys()) {
        shelf.use((storage) => storage.removeDiscarded(id)).catch(warnOfRest);
      }
    },
  };
}

const warnOfRest = (error: unknown): void => console.warn('Forgotten work could not be taken away yet.', error);
