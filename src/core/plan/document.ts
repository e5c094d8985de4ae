import { type SourceTime, sourceTime } from '#core/cast/time.ts';
import { type Range, subtract } from '#core/lib/ranges.ts';
import { DEFAULT_EDITS, type EditSettings } from './edit-settings.ts';
import type { Cut, CutMode, Hold, Marker, Plan, Redaction, SpeedRegion } from './plan.ts';

/**
 * The document that the editor edits: a plan whose regions have names of their own, so that a selection and a
 * dragged handle survive reordering. It is a plan, so whatever takes a plan takes it as it is.
 */
export interface EditDocument extends Plan {
  readonly cuts: readonly DocumentCut[];
  readonly speedRegions: readonly DocumentSpeedRegion[];
  readonly holds: readonly DocumentHold[];
  readonly markers?: readonly DocumentMarker[];
  readonly redactions: readonly DocumentRedaction[];
  /** The length that the result is fitted to, in microseconds: what the user has not set himself is solved for it. */
  readonly targetMicros?: number;
  /** Suggestions that were taken, and gave way to what is made for the target: without one they are there again. */
  readonly putAside?: Pick<EditDocument, 'cuts' | 'speedRegions'>;
  /** Absent: as they are at first. */
  readonly editSettings?: EditSettings;
}

/** Who made an edit, and why. Neither is part of a plan: read back, all of it is the user's. */
export interface Provenance {
  /** Absent: the user, or what the user has changed since. Nobody else changes that. */
  readonly by?: 'suggestion' | 'fit';
  /** For people. */
  readonly reason?: string;
}

/** The edit as one of the user's own. Why it was made is still worth knowing. */
export function own<Edit extends Provenance>({ by: _, ...edit }: Edit): Edit {
  return edit as Edit;
}

export interface DocumentCut extends Cut, Provenance {
  readonly id: number;
}

export interface DocumentSpeedRegion extends SpeedRegion, Provenance {
  readonly id: number;
}

export interface DocumentHold extends Hold, Provenance {
  readonly id: number;
}

export interface DocumentMarker extends Marker {
  readonly id: number;
}

export interface DocumentRedaction extends Redaction {
  readonly id: number;
}

/** One with settings that are as before is the document as it is. */
export function withEditSettings(document: EditDocument, settings: EditSettings): EditDocument {
  const { editSettings: before = DEFAULT_EDITS, ...rest } = document;
  const isLike = (other: EditSettings): boolean => EDIT_SETTINGS.every((name) => settings[name] === other[name]);
  if (isLike(before)) return document;
  return isLike(DEFAULT_EDITS) ? rest : { ...rest, editSettings: settings };
}

const EDIT_SETTINGS = Object.keys(DEFAULT_EDITS) as (keyof EditSettings)[];

/** Names one region of a document. */
export interface RegionRef {
  readonly kind: 'cut' | 'speed';
  readonly id: number;
}

/** Names a hold or a marker of a document. */
export interface PointRef {
  readonly kind: 'hold' | 'marker';
  readonly id: number;
}

/** Names anything of a document that has a place on the timeline. */
export type EditRef = RegionRef | PointRef;

export const isRegionRef = (ref: EditRef): ref is RegionRef => ref.kind === 'cut' || ref.kind === 'speed';

/** Whether both name one edit; null names none. */
export const isSameEdit = (a: EditRef | null, b: EditRef | null): boolean => a !== null && a.kind === b?.kind && a.id === b.id;

export type DocumentRegion = DocumentCut | DocumentSpeedRegion;

/** Numbers what a plan lists, in its order. */
export function documentFromPlan({ markers, ...plan }: Plan): EditDocument {
  return {
    ...plan,
    cuts: numbered(plan.cuts),
    speedRegions: numbered(plan.speedRegions),
    holds: numbered(plan.holds),
    ...(markers && { markers: numbered(markers) }),
    redactions: numbered(plan.redactions),
  };
}

const numbered = <Item extends object>(items: readonly Item[]): (Item & { readonly id: number })[] =>
  items.map((item, index) => ({ ...item, id: index + 1 }));

/**
 * The plan without what lies past the end of the recording, which means nothing there (plan-format §2). A cut that
 * begins with the last events is left as it is: it removes them, and clipped it would be empty. So are redactions: most
 * of them mean the whole of whatever they are applied to.
 */
export function clippedPlan(plan: Plan, duration: SourceTime): Plan {
  const clip = <R extends Range<SourceTime>>(region: R): R =>
    region.start < duration && region.end > duration ? { ...region, end: duration } : region;
  return {
    ...plan,
    cuts: plan.cuts.filter(({ start }) => start <= duration).map(clip),
    speedRegions: plan.speedRegions.filter(({ start }) => start < duration).map(clip),
  };
}

/** The regions of one kind, in order of time. */
export function regionsOf(document: EditDocument, kind: RegionRef['kind']): readonly DocumentRegion[] {
  return kind === 'cut' ? document.cuts : document.speedRegions;
}

export function findRegion(document: EditDocument, ref: RegionRef): DocumentRegion | undefined {
  return regionsOf(document, ref.kind).find((region) => region.id === ref.id);
}

/** Cuts a range, as `addCuts` does with several, and names the cut that it is in then. */
export function addCut(document: EditDocument, range: Range<SourceTime>, mode: CutMode): { document: EditDocument; ref: RegionRef } {
  const edited = addCuts(document, [range], mode);
  const cut = edited.cuts.find(({ start, end }) => start <= range.start && range.end <= end) as DocumentCut;
  return { document: edited, ref: { kind: 'cut', id: cut.id } };
}

/** Of a cut that has no name of its own yet. */
const UNNAMED = 0;

/**
 * Cuts ranges that are apart. What other cuts hold of them goes over to the new ones, and cuts of the same mode that they
 * touch become one with them: two cuts side by side would only be a seam that nobody asked for. Not those that were made
 * to fit: they would be the user's own then, and nothing would be left to fit with. In one pass: there may be thousands.
 */
export function addCuts(document: EditDocument, ranges: readonly Range<SourceTime>[], mode: CutMode): EditDocument {
  const canJoin = (cut: DocumentCut): boolean => cut.mode === mode && cut.by !== 'fit';
  const joined: DocumentCut[] = [];
  for (const cut of [...document.cuts.filter(canJoin), ...ranges.map(({ start, end }) => ({ start, end, mode, id: UNNAMED }))].sort(
    byStart,
  )) {
    const last = joined.at(-1);
    const isOne = last && cut.start <= last.end && (last.id === UNNAMED || cut.id === UNNAMED);
    if (isOne) joined[joined.length - 1] = { start: last.start, end: sourceTime(Math.max(last.end, cut.end)), mode, id: UNNAMED };
    else joined.push(cut);
  }
  const others = document.cuts.filter((cut) => !canJoin(cut));
  const added = joined.filter(({ id }) => id === UNNAMED);
  let nextId = freeId(document.cuts);
  const cuts = [...joined, ...withoutAdded(others, added)].sort(byStart);
  return { ...document, cuts: cuts.map((cut) => (cut.id === UNNAMED ? { ...cut, id: nextId++ } : cut)) };
}

/** What is left of cuts; of one that is split the first piece keeps the name. Both are in order. */
function withoutAdded(cuts: readonly DocumentCut[], added: readonly DocumentCut[]): DocumentCut[] {
  const left: DocumentCut[] = [];
  let first = 0;
  for (const cut of cuts) {
    while (added[first] && (added[first] as DocumentCut).end <= cut.start) first += 1;
    let rest = cut;
    for (let index = first; (added[index]?.start ?? cut.end) < cut.end; index++) {
      const { start, end } = added[index] as DocumentCut;
      if (rest.start < start) left.push({ ...rest, end: start });
      rest = { ...cut, start: end, id: rest.start < start ? UNNAMED : rest.id };
    }
    if (rest.start < rest.end) left.push(rest);
  }
  return left;
}

/** Gives a range a factor, taking it from the speed regions that held parts of it. */
export function addSpeedRegion(
  document: EditDocument,
  range: Range<SourceTime>,
  factor: number,
): { document: EditDocument; ref: RegionRef } {
  const id = freeId(document.speedRegions);
  const speedRegions = placed(document.speedRegions, { start: range.start, end: range.end, factor, id });
  return { document: { ...document, speedRegions }, ref: { kind: 'speed', id } };
}

export function removeRegion(document: EditDocument, ref: RegionRef): EditDocument {
  return ref.kind === 'cut'
    ? { ...document, cuts: document.cuts.filter((cut) => cut.id !== ref.id) }
    : { ...document, speedRegions: document.speedRegions.filter((region) => region.id !== ref.id) };
}

/** Takes away all that is named, in one pass over each list. `markers` are those of the result as they stand. */
export function removeEdits(document: EditDocument, refs: readonly EditRef[], markers: readonly DocumentMarker[]): EditDocument {
  const names = (kind: EditRef['kind']): ReadonlySet<number> => new Set(refs.filter((ref) => ref.kind === kind).map(({ id }) => id));
  const without = <Edit extends { readonly id: number }>(edits: readonly Edit[], kind: EditRef['kind']): readonly Edit[] => {
    const removed = names(kind);
    return removed.size === 0 ? edits : edits.filter(({ id }) => !removed.has(id));
  };
  const hasMarkers = refs.some(({ kind }) => kind === 'marker');
  return {
    ...document,
    cuts: without(document.cuts, 'cut'),
    speedRegions: without(document.speedRegions, 'speed'),
    holds: without(document.holds, 'hold'),
    ...(hasMarkers && { markers: without(markers, 'marker') }),
  };
}

/**
 * Moves or resizes a region, which is the user's own then; one that is gone, or there already, leaves the document as it
 * is. The caller keeps it within `regionLimits`. What was made to fit gives way.
 */
export function placeRegion(document: EditDocument, ref: RegionRef, range: Range<SourceTime>): EditDocument {
  const now = findRegion(document, ref);
  if (!now || (now.start === range.start && now.end === range.end)) return document;
  const place = <R extends DocumentRegion>(regions: readonly R[]): R[] => {
    const others = regions.filter((region) => region.id !== ref.id);
    const region = { ...own(now as R), start: range.start, end: range.end };
    return [...withoutRange(others, range, freeId(regions)), region].sort(byStart);
  };
  return ref.kind === 'cut' ? { ...document, cuts: place(document.cuts) } : { ...document, speedRegions: place(document.speedRegions) };
}

export function setFactor(document: EditDocument, id: number, factor: number): EditDocument {
  if (document.speedRegions.some((region) => region.id === id && region.factor === factor)) return document;
  return { ...document, speedRegions: document.speedRegions.map((region) => (region.id === id ? { ...own(region), factor } : region)) };
}

export function setCutMode(document: EditDocument, id: number, mode: CutMode): EditDocument {
  return { ...document, cuts: document.cuts.map((cut) => (cut.id === id ? { ...own(cut), mode } : cut)) };
}

/** How far a region may reach: to its neighbours of the same kind that were not made to fit, and to the ends of the recording. */
export function regionLimits(document: EditDocument, ref: RegionRef, duration: SourceTime): Range<SourceTime> {
  const regions = regionsOf(document, ref.kind);
  const index = regions.findIndex((region) => region.id === ref.id);
  const isFirm = (region: DocumentRegion): boolean => region.by !== 'fit';
  return {
    start: regions.slice(0, index).findLast(isFirm)?.end ?? sourceTime(0),
    end: regions.slice(index + 1).find(isFirm)?.start ?? duration,
  };
}

/** The span between the edges of edits around an instant; the ends of the recording count as edges. */
export function spanBetweenEdits(document: EditDocument, time: SourceTime, duration: SourceTime): Range<SourceTime> {
  let start = 0;
  let end: number = duration;
  for (const region of [...document.cuts, ...document.speedRegions]) {
    for (const edge of [region.start, region.end]) {
      if (edge <= time) start = Math.max(start, edge);
      else end = Math.min(end, edge);
    }
  }
  return { start: sourceTime(Math.min(start, end)), end: sourceTime(end) };
}

/** Whether the result shows nothing of an instant. */
export const inCut = ({ cuts }: Pick<EditDocument, 'cuts'>, time: SourceTime): boolean =>
  cuts.some(({ start, end }) => start <= time && time < end);

export const hasEdits = (document: EditDocument): boolean => document.cuts.length + document.speedRegions.length > 0;

/** Puts a region in its place in time; the others give way. */
const placed = <R extends DocumentRegion>(regions: readonly R[], region: R): R[] =>
  [...withoutRange(regions, region, region.id + 1), region].sort(byStart);

/** What is left of regions beside a range. Of one that is split the first piece keeps the name, the other takes `nextId`. */
export function withoutRange<R extends DocumentRegion>(regions: readonly R[], range: Range<SourceTime>, nextId: number): R[] {
  const seen = new Set<number>();
  return subtract(regions, range).map((piece) => {
    // A range splits one region at most.
    if (seen.has(piece.id)) return { ...piece, id: nextId };
    seen.add(piece.id);
    return piece;
  });
}

export const byStart = (one: Range, other: Range): number => one.start - other.start;

export const freeId = (regions: readonly { readonly id: number }[]): number =>
  regions.reduce((highest, region) => Math.max(highest, region.id), 0) + 1;
