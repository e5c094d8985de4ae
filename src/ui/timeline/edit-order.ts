import type { SourceTime } from '#core/cast/time.ts';
import { type DocumentMarker, type EditDocument, type EditRef, isSameEdit } from '#core/plan/document.ts';
import { rememberLast } from '#store/selectors.ts';

/** An edit and when it is; of a hold and of a marker both ends are its instant. */
export interface TimedEdit {
  readonly ref: EditRef;
  readonly start: SourceTime;
  readonly end: SourceTime;
}

/** All that the lane shows of a document, in the order in which the arrow keys walk through it. `markers`: those of the result. */
export const editsInOrder = rememberLast((document: EditDocument, markers: readonly DocumentMarker[]): readonly TimedEdit[] => {
  const order: TimedEdit[] = [
    ...document.cuts.map(({ id, start, end }): TimedEdit => ({ ref: { kind: 'cut', id }, start, end })),
    ...document.speedRegions.map(({ id, start, end }): TimedEdit => ({ ref: { kind: 'speed', id }, start, end })),
    ...document.holds.map(({ id, at }): TimedEdit => ({ ref: { kind: 'hold', id }, start: at, end: at })),
    ...markers.map(({ id, time }): TimedEdit => ({ ref: { kind: 'marker', id }, start: time, end: time })),
  ];
  return order.sort((one, other) => one.start - other.start || one.end - other.end);
});

/** Where a key takes the focus that walks; undefined for a key that does not walk, the same edit at the ends. */
export function walkTo(order: readonly TimedEdit[], from: EditRef, key: string): EditRef | undefined {
  const index = order.findIndex(({ ref }) => isSameEdit(ref, from));
  const step = STEPS[key];
  if (step === undefined || index < 0) return undefined;
  return order[Math.min(Math.max(index + step, 0), order.length - 1)]?.ref;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowUp: -1,
  ArrowRight: 1,
  ArrowDown: 1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** From one edit to another, both included. */
export function editsBetween(order: readonly TimedEdit[], one: EditRef, other: EditRef): readonly EditRef[] {
  const [first, second] = [one, other].map((wanted) => order.findIndex(({ ref }) => isSameEdit(ref, wanted))) as [number, number];
  if (first < 0 || second < 0) return [other];
  const between = order.slice(Math.min(first, second), Math.max(first, second) + 1).map(({ ref }) => ref);
  // The one that was named last is the one that is looked at.
  return first <= second ? between : between.reverse();
}

/** The edit of a list that is nearest to an instant; undefined where there is none. */
export function nearestEdit(order: readonly TimedEdit[], time: number): EditRef | undefined {
  const distance = ({ start, end }: TimedEdit) => Math.max(start - time, time - end, 0);
  let nearest = order[0];
  for (const edit of order) if (nearest && distance(edit) < distance(nearest)) nearest = edit;
  return nearest?.ref;
}

const byName = rememberLast((order: readonly TimedEdit[]) => new Map(order.map((edit) => [nameOf(edit.ref), edit])));

const nameOf = ({ kind, id }: EditRef): string => `${kind} ${id}`;

/** When an edit is; undefined for one that is gone. */
export const timedEdit = (order: readonly TimedEdit[], ref: EditRef): TimedEdit | undefined => byName(order).get(nameOf(ref));
