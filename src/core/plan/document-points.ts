import { eventData } from '../cast/events.ts';
import { Code, type Recording, recordingDuration } from '../cast/recording.ts';
import { type SourceTime, sourceTime } from '../cast/time.ts';
import { cutSpans, endOfKeptEvents } from './cut-spans.ts';
import { type DocumentHold, type DocumentMarker, type EditDocument, freeId, own, type PointRef } from './document.ts';
import { MAX_TEXT_LENGTH, type Plan } from './plan.ts';

/**
 * The markers that a recording brings, numbered in their order: those of the result for as long as a plan names none.
 * A label is as long as a plan may have it.
 */
export function ownMarkers(recording: Recording): readonly DocumentMarker[] {
  const { codes, length, times } = recording.events;
  const markers: DocumentMarker[] = [];
  for (let index = 0; index < length; index++) {
    if (codes[index] !== Code.marker) continue;
    const time = sourceTime(times[index] as number);
    markers.push({ id: markers.length + 1, time, label: eventData(recording, index).slice(0, MAX_TEXT_LENGTH) });
  }
  return markers;
}

/**
 * Where the screen stands that the result shows in place of an instant: there, or at the end of the cut that it is in;
 * before a cut that reaches the end, with the last event that is kept.
 */
export function shownTime(recording: Recording, plan: Pick<Plan, 'cuts'>, time: SourceTime): SourceTime {
  const { length, times } = recording.events;
  const spans = cutSpans(recording, plan);
  let shown = Math.min(time, recordingDuration(recording));
  for (const { start, end, reachesEnd } of spans) {
    if (shown < start || (shown >= end && !reachesEnd)) continue;
    shown = reachesEnd ? (times[endOfKeptEvents(length, spans) - 1] ?? 0) : end;
    if (reachesEnd) break;
  }
  return sourceTime(shown);
}

/** Lets the screen of an instant stand still for so long more. Holds at one instant add up, as in a plan. */
export function addHold(document: EditDocument, at: SourceTime, durationMicros: number): { document: EditDocument; ref: PointRef } {
  const id = freeId(document.holds);
  return {
    document: { ...document, holds: inOrder([...document.holds, { id, at, durationMicros }], timeOfHold) },
    ref: { kind: 'hold', id },
  };
}

/** Moves a hold or makes it longer or shorter: it is the user's own then. One that is gone, or is so already, leaves the document as it is. */
export function changeHold(document: EditDocument, id: number, change: Partial<Pick<DocumentHold, 'at' | 'durationMicros'>>): EditDocument {
  const before = document.holds.find((hold) => hold.id === id);
  if (!before || saysNothingNew(before, change)) return document;
  const holds = document.holds.map((hold) => (hold.id === id ? { ...own(hold), ...change } : hold));
  return { ...document, holds: inOrder(holds, timeOfHold) };
}

/** `markers` are those of the result as they stand: the plan names all of them from now on. */
export function addMarker(
  document: EditDocument,
  markers: readonly DocumentMarker[],
  time: SourceTime,
  label: string,
): { document: EditDocument; ref: PointRef } {
  const id = freeId(markers);
  return { document: { ...document, markers: inOrder([...markers, { id, time, label }], timeOfMarker) }, ref: { kind: 'marker', id } };
}

/** Moves or renames one of the markers of the result. One that is gone, or is so already, leaves the document as it is. */
export function changeMarker(
  document: EditDocument,
  markers: readonly DocumentMarker[],
  id: number,
  change: Partial<Pick<DocumentMarker, 'time' | 'label'>>,
): EditDocument {
  const before = markers.find((marker) => marker.id === id);
  if (!before || saysNothingNew(before, change)) return document;
  const changed = markers.map((marker) => (marker.id === id ? { ...marker, ...change } : marker));
  return { ...document, markers: inOrder(changed, timeOfMarker) };
}

const timeOfHold = ({ at }: DocumentHold): number => at;
const timeOfMarker = ({ time }: DocumentMarker): number => time;

/** Those of one instant stay in the order they came in. */
const inOrder = <Point>(points: readonly Point[], timeOf: (point: Point) => number): readonly Point[] =>
  points.toSorted((one, other) => timeOf(one) - timeOf(other));

function saysNothingNew<Point extends object>(before: Point, change: Partial<Point>): boolean {
  return (Object.keys(change) as (keyof Point)[]).every((key) => before[key] === change[key]);
}
