import type { StoreApi } from 'zustand/vanilla';
import type { Activity } from '#core/analyze/activity.ts';
import type { ReadMessage } from '#core/analyze/read-messages.ts';
import { type Recording, recordingDuration } from '#core/cast/recording.ts';
import { checkApplicable } from '#core/plan/apply-plan.ts';
import { documentFromPlan } from '#core/plan/document.ts';
import { parsePlan } from '#core/plan/parse-plan.ts';
import { EMPTY_PLAN, type Plan } from '#core/plan/plan.ts';
import { PlanError } from '#core/plan/plan-error.ts';
import { planWarnings } from '#core/plan/plan-warnings.ts';
import { createEditActions } from './edit-actions.ts';
import { type EditorState, INITIAL_STATE, type Notice } from './state.ts';
import { fitViewport } from './viewport.ts';

export interface FileActions {
  /** Opens recordings and plans, told apart by what they hold; a plan is applied to the recording opened with or before it. */
  open(files: readonly File[]): Promise<void>;
  /** Stops reading; whatever was open before stays. */
  cancelOpening(): void;
  /** Brings back the recording, with its edits, that the open one took the place of. */
  goBack(): void;
}

/** A plan is a small document: ten thousand edits are below this. Larger files go to the reader without a look. */
const MAX_PLAN_BYTES = 1024 * 1024;

export function createFileActions(store: StoreApi<EditorState>): FileActions {
  const edits = createEditActions(store);
  let reading: { readonly worker: Worker; readonly end: () => void } | undefined;

  function fail(title: string, details: readonly string[]): void {
    store.setState({ notice: { tone: 'error', title, details } });
  }

  function show(fileName: string, recording: Recording, activity: Activity): void {
    const { idleTimeLimitMicros } = recording.header;
    const { opened, document, history, playhead, viewport, playbackRate } = store.getState();
    const previous = opened && history.done.length > 0 ? { opened, document, history, playhead, viewport } : null;
    const plan: Plan = idleTimeLimitMicros === undefined ? EMPTY_PLAN : { ...EMPTY_PLAN, idleCapMicros: idleTimeLimitMicros };
    store.setState({
      ...INITIAL_STATE,
      playbackRate,
      previous,
      notice: openedNotice(fileName, recording, previous?.opened.fileName),
      opened: { fileName, recording, activity },
      document: documentFromPlan(plan),
      viewport: fitViewport(recordingDuration(recording)),
      announcement: `Opened ${fileName}`,
    });
  }

  /** Resolves once the file is open, was refused, or reading was cancelled. */
  function readRecording(file: File): Promise<void> {
    reading?.end();
    return new Promise((resolve) => {
      const worker = new Worker(new URL('../workers/read-recording.worker.ts', import.meta.url), { type: 'module' });
      const end = () => {
        worker.terminate();
        reading = undefined;
        store.setState({ opening: null });
        resolve();
      };
      reading = { worker, end };
      store.setState({ opening: { fileName: file.name, bytes: 0, totalBytes: file.size, events: 0 }, notice: null, isPlaying: false });
      worker.onmessage = ({ data }: MessageEvent<ReadMessage>) => {
        if (data.kind === 'progress') {
          store.setState({ opening: { fileName: file.name, bytes: data.bytes, totalBytes: data.totalBytes, events: data.events } });
          return;
        }
        end();
        if (data.kind === 'failed') fail(`${file.name} could not be opened`, [data.error.message]);
        else show(file.name, data.recording, data.activity);
      };
      worker.onerror = (event) => {
        end();
        fail(`${file.name} could not be opened`, [event.message || 'The reader could not be started. Reload the page and try again.']);
      };
      worker.postMessage({ file });
    });
  }

  function applyPlanText(fileName: string, text: string): void {
    const { opened } = store.getState();
    if (!opened) {
      fail(`${fileName} is a plan`, ['A plan is applied to a recording. Open the recording first, or drop both together.']);
      return;
    }
    try {
      const plan = parsePlan(text);
      checkApplicable(plan);
      edits.replacePlan(plan, fileName);
      const warnings = planWarnings(plan, opened.recording);
      store.setState({ notice: warnings.length > 0 ? { tone: 'info', title: `${fileName} was applied`, details: warnings } : null });
    } catch (error) {
      if (!(error instanceof PlanError)) throw error;
      fail(`${fileName} was not applied`, [error.message]);
    }
  }

  return {
    async open(files) {
      const plans: { name: string; text: string }[] = [];
      const recordings: File[] = [];
      for (const file of files) {
        const text = file.size <= MAX_PLAN_BYTES ? await file.text() : '';
        if (isPlanText(text)) plans.push({ name: file.name, text });
        else recordings.push(file);
      }
      const [recording, ...others] = recordings;
      if (recording) await readRecording(recording);
      if (others.length > 0)
        fail('One recording at a time', [`${recording?.name} was opened; ${others.map(({ name }) => name).join(', ')} not.`]);
      for (const plan of plans) applyPlanText(plan.name, plan.text);
    },
    cancelOpening: () => reading?.end(),
    goBack() {
      const { previous } = store.getState();
      if (previous) store.setState({ ...INITIAL_STATE, ...previous, announcement: `Back to ${previous.opened?.fileName}` });
    },
  };
}

/** What the user should know of a recording that opened: what was worked around in it, and whose edits gave way to it. */
function openedNotice(fileName: string, { events, report }: Recording, replaced: string | undefined): Notice | null {
  const { unreadableCount, unreadable, oddityCount, oddities } = report;
  const details = [
    ...(unreadableCount > 0
      ? [
          `${count(unreadableCount, 'line')} could not be read and ${unreadableCount === 1 ? 'is' : 'are'} left out of the result; ${count(events.length, 'event')} can be used.`,
        ]
      : []),
    ...unreadable.map(({ line, reason }) => `Line ${line}: ${reason}`),
    ...(oddityCount > 0 ? [`${count(oddityCount, 'oddity', 'oddities')} worked around.`] : []),
    ...oddities.map(({ line, reason }) => `Line ${line}: ${reason}`),
    ...(events.length === 0 ? ['It has no events, so there is nothing to show or to edit.'] : []),
  ];
  if (replaced) return { tone: 'info', title: `${fileName} took the place of ${replaced} and its edits`, details };
  return details.length > 0 ? { tone: 'info', title: `Opened ${fileName}`, details: details.slice(0, MAX_NOTICE_DETAILS) } : null;
}

const MAX_NOTICE_DETAILS = 200;

const count = (amount: number, one: string, many = `${one}s`): string => `${amount.toLocaleString('en')} ${amount === 1 ? one : many}`;

/** Whether a text is a plan: one JSON object that has nothing of a recording's header. */
function isPlanText(text: string): boolean {
  if (!/^\s*\{/.test(text)) return false;
  try {
    const value = JSON.parse(text) as object;
    return !('stdout' in value || 'width' in value || 'height' in value || 'term' in value);
  } catch {
    // More than one JSON value, or none: not a plan. The reader says what it is.
    return false;
  }
}
