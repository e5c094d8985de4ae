import { eventData } from '#core/cast/events.ts';
import type { EditDocument } from '#core/plan/document.ts';
import type { OpenedRecording } from '#store/state.ts';
import type { MarkerList } from './draw-markers.ts';
import { type EventIndex, indexEvents } from './event-index.ts';
import { createHeightScale, type HeightScale } from './height-scale.ts';

/** What the timeline works out once for a recording, and then draws from. */
export interface RecordingView {
  readonly index: EventIndex;
  readonly heights: HeightScale;
  /** The markers of the result: the plan's, or else the recording's own. */
  markersOf(document: EditDocument): MarkerList;
}

const views = new WeakMap<OpenedRecording, RecordingView>();

export function recordingView(opened: OpenedRecording): RecordingView {
  const known = views.get(opened);
  if (known) return known;
  const view = createRecordingView(opened);
  views.set(opened, view);
  return view;
}

function createRecordingView({ recording, activity }: OpenedRecording): RecordingView {
  const index = indexEvents(recording);
  const own: MarkerList = { times: index.markerTimes, labelOf: (at) => eventData(recording, index.markerEvents[at] as number) };
  let planned: { readonly markers: EditDocument['markers']; readonly list: MarkerList } | undefined;
  return {
    index,
    heights: createHeightScale(activity.levels.map(({ binMicros, output }) => ({ binMicros, bytes: output }))),
    markersOf({ markers }) {
      if (!markers) return own;
      if (planned?.markers !== markers) {
        const times = Float64Array.from(markers, ({ time }) => time);
        planned = { markers, list: { times, labelOf: (at) => markers[at]?.label ?? '' } };
      }
      return planned.list;
    },
  };
}
