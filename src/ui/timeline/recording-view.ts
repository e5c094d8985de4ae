import type { OpenedRecording } from '#store/state.ts';
import { type EventIndex, indexEvents } from './event-index.ts';
import { createHeightScale, type HeightScale } from './height-scale.ts';

/** What the timeline works out once for a recording, and then draws from. */
export interface RecordingView {
  readonly index: EventIndex;
  readonly heights: HeightScale;
}

const views = new WeakMap<OpenedRecording, RecordingView>();

export function recordingView(opened: OpenedRecording): RecordingView {
  const known = views.get(opened);
  if (known) return known;
  const { recording, activity } = opened;
  const heights = createHeightScale(activity.levels.map(({ binMicros, output }) => ({ binMicros, bytes: output })));
  const view = { index: indexEvents(recording), heights };
  views.set(opened, view);
  return view;
}
