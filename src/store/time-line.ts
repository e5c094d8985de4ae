import { recordingDuration } from '#core/cast/recording.ts';
import { resultTime, type SourceTime, sourceTime } from '#core/cast/time.ts';
import type { TimeMap } from '#core/plan/time-map.ts';
import { selectTimeMap } from './selectors.ts';
import type { EditorState } from './state.ts';

/** A time line as something to be played. Positions are microseconds from its start and may have fractions. */
export interface TimeLine {
  readonly durationMicros: number;
  positionOf(time: SourceTime): number;
  /** The latest instant of the recording that is shown at a position. */
  sourceAt(position: number): SourceTime;
}

/** The time line that is played. */
export const shownLine = (state: EditorState): TimeLine => (state.playing === 'source' ? sourceLineOf(state) : resultLineOf(state));

export const sourceLineOf = ({ opened }: EditorState): TimeLine => sourceLine(opened ? recordingDuration(opened.recording) : 0);

export function resultLineOf(state: EditorState): TimeLine {
  const map = selectTimeMap(state);
  return map ? resultLine(map) : sourceLine(0);
}

const resultLine = (map: TimeMap): TimeLine => ({
  durationMicros: map.resultDuration,
  positionOf: (time) => map.toResult(time),
  sourceAt: (position) => map.toSource(resultTime(position)),
});

const sourceLine = (durationMicros: number): TimeLine => ({
  durationMicros,
  positionOf: (time) => time,
  sourceAt: (position) => sourceTime(position),
});
