import type { StoreApi } from 'zustand/vanilla';
import { formatTime } from '#core/cast/format-time.ts';
import { clippedPlan, type EditDocument } from '#core/plan/document.ts';
import { changeDocument } from '../editing.ts';
import { selectDuration } from '../selectors.ts';
import type { EditorState, Notice, OpenedRecording } from '../state.ts';
import { agoInWords } from './ago.ts';
import type { ProjectSummary, SourceIdentity } from './project.ts';
import type { ProjectRecord } from './project-record.ts';
import { hasWork, identityOf, mayBeSame } from './session.ts';

interface Options {
  digest(opened: OpenedRecording): Promise<string | undefined>;
  /** All that is kept, once that is known. */
  kept(): Promise<readonly ProjectSummary[]>;
  /** Undefined where it cannot be had, which is said then. */
  record(id: string): Promise<ProjectRecord | undefined>;
  /** Goes on with kept work on the recording that is open. */
  goOn(id: string): Promise<void>;
}

/** Called when a recording has been opened afresh: goes on with the work that waited for it, or offers what was done with it before. */
export function createOffers(store: StoreApi<EditorState>, { digest, kept, record, goOn }: Options) {
  const isUntouched = (opened: OpenedRecording): boolean => store.getState().opened === opened && !hasWork(store.getState());

  /** Joins what was said of the opening: of what was worked around in it, and of what it took the place of. */
  function offer({ title, details, actions }: Pick<Notice, 'title' | 'details' | 'actions'>): void {
    const { notice } = store.getState();
    const joined = { details: [...details, ...(notice?.details ?? [])], ...(actions && { actions }) };
    store.setState({ notice: { tone: 'info', title, ...(notice?.replaced && { replaced: notice.replaced }), ...joined } });
  }

  async function apply(id: string, opened: OpenedRecording): Promise<void> {
    const found = await record(id);
    if (!found || store.getState().opened !== opened) return;
    const { document, source } = found;
    const clipped = clippedPlan(document, selectDuration(store.getState())) as EditDocument;
    changeDocument(store, `Edits of ${source.fileName}`, { ...document, ...clipped }, { selection: null, selected: [], notice: null });
  }

  return async (opened: OpenedRecording, awaited: ProjectSummary | null): Promise<void> => {
    const own = identityOf(opened);
    const alike = (awaited ? [awaited] : await kept()).filter(({ source, editCount }) => editCount > 0 && mayBeSame(source, own));
    const sha256 = alike.length > 0 ? await digest(opened) : undefined;
    const identity = identityOf(opened, sha256);
    const match = alike.find(({ source }) => mayBeSame(source, identity));
    if (!isUntouched(opened)) return;
    if (awaited && match) await goOn(match.id);
    else if (awaited) {
      offer({
        title: `${opened.fileName} is not the recording that ${awaited.source.fileName} was`,
        details: [`${differences(identity, awaited.source)} It is open without the edits.`],
        actions: [{ label: 'Apply the edits anyway', run: () => void apply(awaited.id, opened) }],
      });
    } else if (match) {
      offer({
        title: `You edited this recording ${agoInWords(Date.now() - match.keptAt)}: ${count(match.editCount, 'edit')}`,
        details: [],
        actions: [{ label: 'Continue', run: () => void goOn(match.id) }],
      });
    }
  };
}

function differences(now: SourceIdentity, then: SourceIdentity): string {
  const isLong = now.durationMicros !== then.durationMicros;
  const length = isLong ? [`It is ${formatTime(now.durationMicros)} long, not ${formatTime(then.durationMicros)}.`] : [];
  const counts = [
    now.bytes !== then.bytes && `${now.bytes.toLocaleString('en')} bytes, not ${then.bytes.toLocaleString('en')}`,
    now.events !== then.events && `${count(now.events, 'event')}, not ${then.events.toLocaleString('en')}`,
  ].filter((fact) => fact !== false);
  const facts = [...length, ...(counts.length > 0 ? [`It has ${counts.join('; ')}.`] : [])];
  return facts.length > 0 ? facts.join(' ') : 'It is as long, and its text is another one.';
}

const count = (amount: number, one: string): string => `${amount.toLocaleString('en')} ${one}${amount === 1 ? '' : 's'}`;
