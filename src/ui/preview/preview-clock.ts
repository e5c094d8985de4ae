import { type SourceTime, sourceTime } from '#core/cast/time.ts';
import type { PlayedSpan } from '#store/playback.ts';
import type { TimeLine } from '#store/time-line.ts';

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
  /** Playing has reached the end of what is played, backwards its start. */
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
  /** Positions passed per wall time; below 0 backwards. */
  readonly rate: number;
  readonly wallMillis: number;
  /** Only this is played. */
  readonly span?: PlayedSpan | null;
}

/** The moment after `previous`. Playing from the end starts over. */
export function nextMoment(previous: Moment, { line, playhead, isPlaying, rate, wallMillis, span }: ClockReading): Moment {
  const stand = positionOf(previous, line, playhead);
  if (!isPlaying) return { playhead, aheadMicros: stand - line.positionOf(playhead), hasEnded: false };

  const isFirst = previous.wallMillis === undefined;
  const elapsedMillis = isFirst ? 0 : Math.min(wallMillis - previous.wallMillis, LONGEST_FRAME_MILLIS);
  const { from, to, isLooped } = span ?? { from: 0, to: line.durationMicros, isLooped: false };
  const isOutside = span ? stand < from || stand > to : isFirst && rate > 0 && stand >= to;
  const start = isOutside ? from : stand;
  const wanted = start + elapsedMillis * 1000 * rate;
  const position = isLooped ? wrapped(wanted, from, to) : Math.min(Math.max(wanted, from), to);
  const reached = wholeMicros(line.sourceAt(position));
  const hasEnded = !isLooped && (rate > 0 ? position >= to : position <= from);
  return { playhead: reached, aheadMicros: position - line.positionOf(reached), wallMillis, hasEnded };
}

/** From the end on from the start, and the other way round. */
function wrapped(position: number, from: number, to: number): number {
  const length = to - from;
  if (length <= 0) return from;
  return from + ((((position - from) % length) + length) % length);
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
