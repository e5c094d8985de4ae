import type { SourceTime } from '#core/cast/time.ts';
import type { Range } from '#core/lib/ranges.ts';
import { type EditRef, findRegion, isRegionRef } from '#core/plan/document.ts';
import { selectDuration, selectMarkers } from './selectors.ts';
import type { EditorState } from './state.ts';
import { shownLine, type TimeLine } from './time-line.ts';

/** What is played alone. It is found anew for every frame, so that it follows what is edited meanwhile. */
export type PlayedRange =
  /** What is selected, over and over. */
  | { readonly kind: 'loop' }
  /** An edit, a stretch, or an instant, with a little before and after it, once; then the playhead returns to where it was. */
  | { readonly kind: 'around'; readonly subject: EditRef | Range<SourceTime> | SourceTime; readonly returnTo: SourceTime };

/** The same as positions on the time line that is played. */
export interface PlayedSpan {
  readonly from: number;
  readonly to: number;
  readonly isLooped: boolean;
}

/** At rest, and at what it was before a shuttle and a played range. */
export const STOPPED: Pick<EditorState, 'isPlaying' | 'shuttle' | 'playedRange'> = { isPlaying: false, shuttle: 1, playedRange: null };

const AROUND_MICROS = 1_500_000;

/** Over and over, less than this would only flicker: what is around it is played as well. */
const SHORTEST_LOOP_MICROS = 500_000;

const FASTEST_SHUTTLE = 8;

/** The next step of the shuttle: twice as fast in its own direction, half as fast against it, and then the other way. */
export function nextShuttle(shuttle: number, direction: 1 | -1): number {
  const speed = Math.abs(shuttle);
  if (Math.sign(shuttle) === direction) return direction * Math.min(speed * 2, FASTEST_SHUTTLE);
  return speed > 1 ? shuttle / 2 : direction;
}

/** Null where all is played, or there is nothing of it any more. */
export function selectPlayedSpan(state: EditorState): PlayedSpan | null {
  const { playedRange } = state;
  if (!playedRange) return null;
  const line = shownLine(state);
  const isLooped = playedRange.kind === 'loop';
  const span = isLooped ? loopedSpan(state, line) : subjectSpan(state, line, playedRange.subject);
  if (!span) return null;
  if (isLooped && span.to - span.from >= SHORTEST_LOOP_MICROS) return { ...span, isLooped };
  // Not in the middle of a hold: the playhead cannot be put there.
  const from = line.positionOf(line.sourceAt(Math.max(0, span.from - AROUND_MICROS)));
  return { from, to: Math.min(span.to + AROUND_MICROS, line.durationMicros), isLooped };
}

function loopedSpan(state: EditorState, line: TimeLine): Span | null {
  const { selection, selected } = state;
  const last = selected.at(-1);
  if (selection) return spanOf(line, selection);
  return last ? subjectSpan(state, line, last) : null;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

const spanOf = (line: TimeLine, { start, end }: Range<SourceTime>): Span => ({ from: line.positionOf(start), to: line.positionOf(end) });

function subjectSpan(state: EditorState, line: TimeLine, subject: EditRef | Range<SourceTime> | SourceTime): Span | null {
  if (typeof subject === 'number') return spanOf(line, { start: subject, end: subject });
  if ('start' in subject) return spanOf(line, subject);
  if (isRegionRef(subject)) {
    const region = findRegion(state.document, subject);
    return region ? spanOf(line, region) : null;
  }
  const { id } = subject;
  if (subject.kind === 'marker') {
    const marker = selectMarkers(state).find((candidate) => candidate.id === id);
    return marker ? spanOf(line, { start: marker.time, end: marker.time }) : null;
  }
  const hold = state.document.holds.find((candidate) => candidate.id === id);
  return hold ? { from: line.positionOf(hold.at), to: positionAfter(state, line, hold.at) } : null;
}

/** Where an instant is over, with the holds at it. */
function positionAfter(state: EditorState, line: TimeLine, time: SourceTime): number {
  return time >= selectDuration(state) ? line.durationMicros : line.positionOf((time + 1) as SourceTime);
}

/** What `Play around` is about: what is selected, or the edge nearest to the playhead that is in sight, or the playhead. */
export function selectAroundSubject(state: EditorState): EditRef | Range<SourceTime> | SourceTime {
  const { document, selected, selection, playhead, viewport } = state;
  const subject = selection ?? selected.at(-1);
  if (subject) return subject;
  const edges = [...document.cuts, ...document.speedRegions].flatMap(({ start, end }) => [start, end]);
  const holds = document.holds.map(({ at }) => at);
  const inSight = [...edges, ...holds].filter((time) => viewport.start <= time && time <= viewport.end);
  return (
    inSight.reduce<SourceTime | undefined>(
      (nearest, time) => (nearest === undefined || Math.abs(time - playhead) < Math.abs(nearest - playhead) ? time : nearest),
      undefined,
    ) ?? playhead
  );
}
