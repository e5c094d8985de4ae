import { type SourceTime, sourceTime } from '#core/cast/time.ts';
import type { Range } from '#core/lib/ranges.ts';
import { type DocumentHold, type DocumentMarker, type DocumentRegion, type EditDocument, type EditRef, own } from './document.ts';
import { WHOLE_RECORDING } from './plan.ts';

/** What happened to one of the user's edits, or to a mask. One that was added has nothing before it, one that is gone nothing after. */
export type EditChange =
  | Change<'cut' | 'speed', DocumentRegion>
  | Change<'hold', DocumentHold>
  | Change<'marker', DocumentMarker>
  | Change<'mask', EditDocument['redactions'][number]>;

interface Change<Kind extends EditRef['kind'] | 'mask', Edit> {
  readonly kind: Kind;
  readonly id: number;
  readonly before?: Edit;
  readonly after?: Edit;
}

/**
 * What of two documents differs, edit by edit. What was made for a target is left out: it follows from the rest. Both
 * have to say which markers the result has: a document that names none has those of its recording.
 */
export function changedEdits(before: EditDocument, after: EditDocument): readonly EditChange[] {
  return [
    ...changesOf('cut', before.cuts, after.cuts),
    ...changesOf('speed', before.speedRegions, after.speedRegions),
    ...changesOf('hold', before.holds, after.holds),
    ...changesOf('marker', before.markers ?? [], after.markers ?? []),
    ...changesOf('mask', before.redactions, after.redactions),
  ] as EditChange[];
}

function changesOf<Kind, Edit extends { readonly id: number; readonly by?: 'suggestion' | 'fit' }>(
  kind: Kind,
  before: readonly Edit[],
  after: readonly Edit[],
) {
  if (before === after) return [];
  const isMade = ({ by }: Edit): boolean => by === 'fit';
  const known = new Map(before.map((edit) => [edit.id, edit]));
  const changes: { kind: Kind; id: number; before?: Edit; after?: Edit }[] = [];
  for (const edit of after) {
    const there = known.get(edit.id);
    known.delete(edit.id);
    if (isMade(edit)) {
      // A name that was the user's and is that of a made one now: the user's own is gone.
      if (there && !isMade(there)) changes.push({ kind, id: edit.id, before: there });
    } else if (!there) changes.push({ kind, id: edit.id, after: edit });
    else if (there !== edit && !saysSame(there, edit)) changes.push({ kind, id: edit.id, before: there, after: edit });
  }
  for (const edit of known.values()) if (!isMade(edit)) changes.push({ kind, id: edit.id, before: edit });
  return changes;
}

const saysSame = (one: object, other: object): boolean => JSON.stringify(own(one)) === JSON.stringify(own(other));

/** From the first to the last time at which two documents differ; null where they differ at none, as in a title. */
export function changedRange(before: EditDocument, after: EditDocument): Range<SourceTime> | null {
  let start = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  for (const change of changedEdits(before, after)) {
    for (const time of timesOf(change)) {
      start = Math.min(start, time);
      end = Math.max(end, time);
    }
  }
  return start <= end ? { start: sourceTime(start), end: sourceTime(end) } : null;
}

/** An edge that stayed where it was did not change, but where something else of the edit did. */
function timesOf({ kind, before, after }: EditChange): readonly number[] {
  if (kind === 'hold') return [before, after].flatMap((hold) => hold?.at ?? []);
  if (kind === 'marker') return [before, after].flatMap((marker) => marker?.time ?? []);
  const ranges = [before, after].flatMap((range: Range | undefined) => range ?? []);
  // What holds for the whole recording has no place in it.
  if (ranges.some(({ end }) => end === WHOLE_RECORDING.end)) return [];
  const [one, other] = ranges as [Range, Range?];
  const moved = other && [one.start !== other.start && [one.start, other.start], one.end !== other.end && [one.end, other.end]];
  const edges = moved?.flatMap((pair) => pair || []) ?? [];
  return edges.length > 0 ? edges : ranges.flatMap(({ start, end }) => [start, end]);
}
