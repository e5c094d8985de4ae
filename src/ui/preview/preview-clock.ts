import { type SourceTime, sourceTime } from '#core/cast/time.ts';
import type { TimeLine } from './time-line.ts';

/**
 * Where playing has got to. The playhead is source time, so an edit under way moves the position and never the screen;
 * what the playhead cannot say, how far into a hold and which fraction of a microsecond, is kept beside it.
 */
export interface Moment {
  readonly playhead: SourceTime;
  /** How far the position is past the playhead's own. */
  readonly aheadMicros: number;
  /** When this was, on the wall's clock; absent while nothing is played. */
  readonly wallMillis?: number;
  /** Playing has reached the end of the time line. */
  readonly hasEnded: boolean;
}

export const START: Moment = { playhead: sourceTime(0), aheadMicros: 0, hasEnded: false };

/**
 * The longest stretch of wall time that one frame may play. A page in the background gets no frames: playing
 * waits there, and goes on from where it was.
 */
const LONGEST_FRAME_MILLIS = 250;

export interface ClockReading {
  readonly line: TimeLine;
  /** As the store has it; somebody may have moved it since the last moment. */
  readonly playhead: SourceTime;
  readonly isPlaying: boolean;
  /** Positions passed per wall time. */
  readonly rate: number;
  readonly wallMillis: number;
}

/** The moment after `previous`. Playing from the end starts over. */
export function nextMoment(previous: Moment, { line, playhead, isPlaying, rate, wallMillis }: ClockReading): Moment {
  const stand = positionOf(previous, line, playhead);
  if (!isPlaying) return { playhead, aheadMicros: stand - line.positionOf(playhead), hasEnded: false };

  const isFirst = previous.wallMillis === undefined;
  const start = isFirst && stand >= line.durationMicros ? 0 : stand;
  const elapsedMillis = isFirst ? 0 : Math.min(wallMillis - previous.wallMillis, LONGEST_FRAME_MILLIS);
  const position = Math.min(start + elapsedMillis * 1000 * rate, line.durationMicros);
  const reached = wholeMicros(line.sourceAt(position));
  return { playhead: reached, aheadMicros: position - line.positionOf(reached), wallMillis, hasEnded: position >= line.durationMicros };
}

/** The position on a time line that belongs to a playhead; in a hold, as far into it as playing had got. */
export function positionOf(moment: Moment, line: TimeLine, playhead: SourceTime): number {
  const own = line.positionOf(playhead);
  if (playhead !== moment.playhead) return own;
  const position = own + moment.aheadMicros;
  // Another time line, or another plan, may have no hold here.
  return wholeMicros(line.sourceAt(position)) === playhead ? position : own;
}

const wholeMicros = (time: SourceTime): SourceTime => sourceTime(Math.round(time));
