import type { StoreApi } from 'zustand/vanilla';
import { recordingDuration } from '#core/cast/recording.ts';
import { documentFromPlan } from '#core/plan/document.ts';
import { parsePlan } from '#core/plan/parse-plan.ts';
import { EMPTY_PLAN, type Plan } from '#core/plan/plan.ts';
import { PlanError } from '#core/plan/plan-error.ts';
import { planWarnings } from '#core/plan/plan-warnings.ts';
import { createEditActions } from './edit-actions.ts';
import { refusesEdits } from './editing.ts';
import { hasSteps } from './history.ts';
import { openedNotice } from './opened-notice.ts';
import { isPlanText } from './plan-text.ts';
import { STOPPED } from './playback.ts';
import { type Reading, readInWorker } from './read-in-worker.ts';
import { createScreenIndexing } from './screens-recovery.ts';
import { type EditorState, INITIAL_STATE, type Notice, type OpenedRecording, type PutAside } from './state.ts';
import { fitViewport } from './viewport.ts';

export interface FileActions {
  /** Opens recordings and plans, told apart by what they hold; a plan is applied to the recording opened with or before it. */
  open(files: readonly File[]): Promise<void>;
  /** Opens a recording to go on with what was done with it before: answers whether it is open. */
  openAs(file: File, goOn: GoOn): Promise<boolean>;
  /** Stops reading; whatever was open before stays. */
  cancelOpening(): void;
  /** Brings back what the open recording took the place of, edits and all; the open one can be had back in its turn. */
  goBack(): void;
  /** Has the screens of the open recording worked out again, where that has failed. */
  indexAgain(): void;
}

/** Answers what is known of a recording's work, at the moment in which it is shown. */
export type GoOn = (opened: OpenedRecording) => Partial<EditorState>;

/** A plan is a small document: ten thousand edits are below this. Larger files go to the reader without a look. */
const MAX_PLAN_BYTES = 1024 * 1024;

export function createFileActions(store: StoreApi<EditorState>): FileActions {
  const edits = createEditActions(store);
  const indexing = createScreenIndexing(store, (message) =>
    say('error', 'The screens of this recording are not available', [`${message} Editing goes on without them.`]),
  );
  let reading: Reading | undefined;
  /** Counts what was opened: of two that overlap, the later one counts. */
  let turn = 0;

  /** A notice takes the place of the one before, but the way back that was offered stays. */
  function say(tone: Notice['tone'], title: string, details: readonly string[]): void {
    const replaced = store.getState().notice?.replaced;
    store.setState({ notice: { tone, title, details, ...(replaced && { replaced }) } });
  }

  /** Adds to what was said of the recording that has just been opened. */
  function sayMore(title: string, details: readonly string[]): void {
    const { notice } = store.getState();
    if (notice) store.setState({ notice: { ...notice, details: [...notice.details, ...details] } });
    else say('info', title, details);
  }

  function show(opened: OpenedRecording, goOn?: GoOn): void {
    const { fileName, recording } = opened;
    const { idleTimeLimitMicros } = recording.header;
    const plan: Plan = idleTimeLimitMicros === undefined ? EMPTY_PLAN : { ...EMPTY_PLAN, idleCapMicros: idleTimeLimitMicros };
    store.getState().screens?.close();
    store.setState({
      ...INITIAL_STATE,
      ...lasting(store.getState()),
      opened,
      document: documentFromPlan(plan),
      viewport: fitViewport(recordingDuration(recording)),
      notice: openedNotice(fileName, recording, putAside(store.getState())),
      announcement: `Opened ${fileName}`,
      ...goOn?.(opened),
    });
  }

  /** Answers whether the file is open now: it may be refused, and reading may be cancelled. */
  async function openRecording(file: File, goOn?: GoOn): Promise<boolean> {
    reading?.cancel();
    const { name: fileName, size: totalBytes } = file;
    const progress = (bytes: number, events: number) => store.setState({ opening: { fileName, bytes, totalBytes, events } });
    progress(0, 0);
    store.setState(STOPPED);
    const current = readInWorker(file, progress);
    reading = current;
    const outcome = await current.outcome;
    if (reading === current) {
      reading = undefined;
      store.setState({ opening: null });
    }
    if (outcome.kind === 'failed') say('error', `${fileName} could not be opened`, [outcome.message]);
    if (outcome.kind === 'read') {
      show({ fileName, recording: outcome.recording, activity: outcome.activity }, goOn);
      indexing.begin(outcome.copy);
    }
    return outcome.kind === 'read';
  }

  function applyPlanText(fileName: string, text: string, isJustOpened: boolean): void {
    const { opened } = store.getState();
    if (!opened) {
      say('error', `${fileName} is a plan`, ['A plan is applied to a recording. Open the recording first, or drop both together.']);
      return;
    }
    if (refusesEdits(store)) return;
    try {
      const plan = parsePlan(text);
      edits.replacePlan(plan, fileName);
      const warnings = planWarnings(plan, opened.recording).map((warning) => `${fileName}: ${warning}.`);
      if (isJustOpened && warnings.length > 0) sayMore(`${fileName} was applied`, warnings);
      if (!isJustOpened && warnings.length > 0) say('info', `${fileName} was applied`, warnings);
    } catch (error) {
      if (!(error instanceof PlanError)) throw error;
      say('error', `${fileName} was not applied`, [error.message]);
    }
  }

  return {
    async open(files) {
      turn += 1;
      const ownTurn = turn;
      const plans: { readonly name: string; readonly text: string }[] = [];
      const recordings: File[] = [];
      for (const file of files) {
        const text = await textOfSmall(file);
        if (turn !== ownTurn) return;
        if (text === undefined) {
          say('error', `${file.name} could not be read`, ['It is a folder, or it was moved or deleted meanwhile. Choose the file again.']);
          return;
        }
        if (isPlanText(text)) plans.push({ name: file.name, text });
        else recordings.push(file);
      }
      const [recording, ...others] = recordings;
      // Plans that came with a recording are meant for it, not for what happens to be open.
      if (recording && !(await openRecording(recording))) return;
      if (others.length > 0) sayMore('One recording at a time', [`Not opened as well: ${others.map(({ name }) => name).join(', ')}.`]);
      for (const plan of plans) applyPlanText(plan.name, plan.text, recording !== undefined);
    },
    openAs(file, goOn) {
      turn += 1;
      return openRecording(file, goOn);
    },
    cancelOpening: () => reading?.cancel(),
    goBack() {
      const state = store.getState();
      const { notice } = state;
      if (!notice?.replaced) return;
      const { fileName } = notice.replaced.opened;
      const replaced = putAside(state);
      state.screens?.close();
      store.setState({
        ...INITIAL_STATE,
        ...lasting(state),
        ...notice.replaced,
        notice: replaced ? { tone: 'info', title: `Back to ${fileName}`, details: [], replaced } : null,
        announcement: `Back to ${fileName}`,
      });
      void indexing.beginAgain();
    },
    indexAgain() {
      if (!store.getState().screens) void indexing.beginAgain();
    },
  };
}

/** Nothing for a file too large to be a plan; undefined for what the browser cannot read, such as a folder. */
async function textOfSmall(file: File): Promise<string | undefined> {
  if (file.size > MAX_PLAN_BYTES) return '';
  try {
    return await file.text();
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

/** What is worth coming back to: a recording with edits. A drag under way is as if it had been cancelled. */
function putAside({ opened, document, gesture, history, playhead, viewport, project }: EditorState): PutAside | undefined {
  if (!opened || !hasSteps(history)) return undefined;
  return {
    opened,
    document: gesture?.before ?? document,
    history,
    playhead,
    viewport,
    project: { ...project, awaited: null, isSaving: false },
  };
}

/** What is not about one recording. */
function lasting({ playbackRate, looksForSecrets, analysisSettings, keymap, projects }: EditorState): Partial<EditorState> {
  return { playbackRate, looksForSecrets, analysisSettings, keymap, projects };
}
