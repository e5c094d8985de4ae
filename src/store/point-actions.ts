import type { StoreApi } from 'zustand/vanilla';
import { formatSeconds } from '#core/cast/format-time.ts';
import { type Recording, recordingDuration } from '#core/cast/recording.ts';
import type { SourceTime } from '#core/cast/time.ts';
import type { DocumentMarker, EditDocument } from '#core/plan/document.ts';
import { addHold, addMarker, changeHold, changeMarker, shownTime } from '#core/plan/document-points.ts';
import { changeDocument, changeEdits, withMarkers } from './editing.ts';
import { rememberLast, selectDuration, selectMarkers } from './selectors.ts';
import type { EditorState } from './state.ts';
import { inShort, nameOfChange, plainName, type StepName, stepName } from './step-name.ts';

/** How long a new hold is: long enough to read a line, and to see that something happened. */
const NEW_HOLD_MICROS = 2_000_000;

/** How long the last screen is held: the final answer is to be read. */
const LAST_SCREEN_HOLD_MICROS = 3_000_000;

/** Holds and markers. Each call is one undo step; between `beginGesture` and `commitGesture` all are one. */
export interface PointActions {
  /** Holds the screen that the result shows at an instant. */
  hold(at: SourceTime): void;
  /** Holds what the result shows at its end. */
  holdLastScreen(): void;
  setHold(id: number, change: { readonly at?: SourceTime; readonly durationMicros?: number }): void;
  /** Adds a marker and asks for its label. */
  mark(time: SourceTime): void;
  setMarker(id: number, change: Partial<Pick<DocumentMarker, 'time' | 'label'>>): void;
  /** Lets the label field of a marker take the focus; null once it has. */
  askForLabel(id: number | null): void;
  /** Makes the recording's own markers the plan's, beside those that it has. */
  importMarkers(): void;
  /** The title of the result; null for the recording's own. */
  setTitle(title: string | null): void;
}

export function createPointActions(store: StoreApi<EditorState>): PointActions {
  const get = store.getState;

  function hold(at: SourceTime, durationMicros: number): void {
    const time = selectTimeToHold(get(), at);
    const { document, ref } = addHold(get().document, time, durationMicros);
    const { label, spoken } = stepName((wording) => `Hold ${formatSeconds(durationMicros)} at ${wording.time(time)}`);
    changeEdits(store, label, document, { selected: [ref], selection: null }, spoken);
  }

  /** The name of a step that changes one hold or marker. A gesture gets its name at its end. */
  function nameOf(document: EditDocument, otherwise: string): StepName {
    const state = get();
    const name = state.gesture ? undefined : nameOfChange(withMarkers(state, state.document), withMarkers(state, document));
    return name ?? plainName(otherwise);
  }

  return {
    hold: (at) => hold(at, NEW_HOLD_MICROS),
    holdLastScreen: () => hold(selectDuration(get()), LAST_SCREEN_HOLD_MICROS),
    setHold(id, change) {
      const document = changeHold(get().document, id, change);
      const { label, spoken } = nameOf(document, 'Change hold');
      changeEdits(store, label, document, {}, spoken);
    },
    mark(time) {
      const { document, ref } = addMarker(get().document, selectMarkers(get()), time, '');
      const { label, spoken } = stepName((wording) => `Marker at ${wording.time(time)}`);
      changeDocument(store, label, document, { selected: [ref], selection: null, labelAskedFor: ref.id }, spoken);
    },
    setMarker(id, change) {
      const document = changeMarker(get().document, selectMarkers(get()), id, change);
      const { label, spoken } = nameOf(document, 'Change marker');
      changeDocument(store, label, document, {}, spoken);
    },
    askForLabel: (labelAskedFor) => store.setState({ labelAskedFor }),
    importMarkers() {
      const { document } = get();
      changeDocument(store, 'Edit the recording’s markers', document.markers ? document : { ...document, markers: selectMarkers(get()) });
    },
    setTitle(title) {
      const { title: before, ...document } = get().document;
      if (title === (before ?? null)) return;
      const label = title === null ? 'Keep the recording’s title' : `Title “${inShort(title)}”`;
      changeDocument(store, label, title === null ? document : { ...document, title });
    },
  };
}

/** Where a hold has to be so that it holds the screen that the result shows at an instant. */
function selectTimeToHold({ opened, document }: EditorState, time: SourceTime): SourceTime {
  return opened ? shownTime(opened.recording, document, time) : time;
}

/** Whether the result goes on with its last screen already. */
export function selectHoldsLastScreen({ opened, document: { cuts, holds } }: EditorState): boolean {
  return opened !== null && holds.length > 0 && holds.some(({ at }) => at === lastTimeOf(opened.recording, cuts));
}

const lastTimeOf = rememberLast((recording: Recording, cuts: EditDocument['cuts']) =>
  shownTime(recording, { cuts }, recordingDuration(recording)),
);
