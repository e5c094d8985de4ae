import type { SourceTime } from '../cast/time.ts';
import { overlapsAny, type Range } from '../lib/ranges.ts';
import {
  addSpeedRegion,
  byStart,
  type DocumentCut,
  type DocumentHold,
  type DocumentRegion,
  type DocumentSpeedRegion,
  type EditDocument,
  freeId,
  own,
  type Provenance,
  type RegionRef,
  regionsOf,
  withoutRange,
} from './document.ts';
import { type CutMode, type Hold, MAX_FACTOR, type Plan } from './plan.ts';

/** What is proposed, in order and apart. */
interface Proposed {
  readonly cuts: readonly (Range<SourceTime> & Pick<Provenance, 'reason'>)[];
  readonly speedRegions: readonly (Range<SourceTime> & Pick<Provenance, 'reason'> & { readonly factor: number })[];
}

/** Edits that the user has not made himself, in order and apart. */
export interface MadeEdits {
  readonly cuts: readonly (Range<SourceTime> & Reasoned)[];
  readonly speedRegions: readonly (Range<SourceTime> & Reasoned & { readonly factor: number })[];
  readonly holds: readonly (Hold & Reasoned)[];
}

interface Reasoned {
  readonly reason: string;
}

/** Nobody has looked at what they remove: the screen after them has to be right. */
const MADE_CUT_MODE: CutMode = 'jump';

const isOwn = ({ by }: Provenance): boolean => by === undefined;
const isMade = ({ by }: Provenance): boolean => by !== undefined;
const isSuggested = ({ by }: Provenance): boolean => by === 'suggestion';

/** What the user has set: the edits that stay as they are, whatever is made beside them. */
export function pinsOf({ cuts, speedRegions, holds, idleCapMicros }: EditDocument): Plan {
  return {
    cuts: cuts.filter(isOwn),
    speedRegions: speedRegions.filter(isOwn),
    holds: holds.filter(isOwn),
    redactions: [],
    ...(idleCapMicros !== undefined && { idleCapMicros }),
  };
}

/**
 * Whether the user has set nothing that was not there before, whoever had made it then, and taken nothing of his own away.
 * What was made beside that may be another: it follows from what is set.
 */
export function setsNothingNew(before: EditDocument, now: EditDocument): boolean {
  return (
    isAmong(before.cuts, now.cuts.filter(isOwn)) &&
    isAmong(now.cuts, before.cuts.filter(isOwn)) &&
    isAmong(before.speedRegions, now.speedRegions.filter(isOwn)) &&
    isAmong(now.speedRegions, before.speedRegions.filter(isOwn)) &&
    JSON.stringify(besidesRegions(before)) === JSON.stringify(besidesRegions(now))
  );
}

const besidesRegions = (document: EditDocument): EditDocument => ({
  ...document,
  cuts: [],
  speedRegions: [],
  holds: document.holds.filter(isOwn),
});

function isAmong<Region extends DocumentRegion>(all: readonly Region[], some: readonly Region[]): boolean {
  const known = new Map(all.map((region) => [region.id, own(region)]));
  return some.every((region) => {
    const there = known.get(region.id);
    return there !== undefined && saysSame(own(region), there);
  });
}

/**
 * The document with these edits, made to bring it to its length, in place of all that were made before; suggestions that
 * were taken are put aside for it. One that begins where another of its kind began keeps the name, and lists in which
 * nothing differs stay the very same.
 */
export function withFitted(document: EditDocument, edits: MadeEdits): EditDocument {
  const cuts = withMade(
    document.cuts,
    edits.cuts.map((cut) => ({ ...cut, mode: MADE_CUT_MODE })),
  );
  const speedRegions = withMade(document.speedRegions, edits.speedRegions);
  const names = new Map<number, number>(document.holds.filter(isMade).map(({ at, id }) => [at, id]));
  let nextId = freeId(document.holds);
  const madeHolds = edits.holds.map((hold): DocumentHold => ({ ...hold, id: names.get(hold.at) ?? nextId++, by: 'fit' }));
  const holds = sameOr(
    document.holds,
    [...document.holds.filter(isOwn), ...madeHolds].sort((one, other) => one.at - other.at),
  );
  const isSame = cuts === document.cuts && speedRegions === document.speedRegions && holds === document.holds;
  return isSame ? document : { ...document, ...suggestionsOf(document), cuts, speedRegions, holds };
}

function suggestionsOf(document: EditDocument): Pick<EditDocument, 'putAside'> {
  const putAside = { cuts: document.cuts.filter(isSuggested), speedRegions: document.speedRegions.filter(isSuggested) };
  return putAside.cuts.length + putAside.speedRegions.length > 0 ? { putAside } : {};
}

function withMade<Region extends DocumentRegion>(
  regions: readonly Region[],
  edits: readonly Omit<Region, 'id' | 'by'>[],
): readonly Region[] {
  const names = new Map<number, number>(regions.filter(isMade).map(({ start, id }) => [start, id]));
  let nextId = freeId(regions);
  const made = edits.map((edit) => ({ ...edit, id: names.get(edit.start) ?? nextId++, by: 'fit' }) as unknown as Region);
  return sameOr(regions, [...regions.filter(isOwn), ...made].sort(byStart));
}

/** Lists are told apart by identity, and much is worked out of each: one that says the same is not handed on. */
function sameOr<Item extends object>(before: readonly Item[], now: readonly Item[]): readonly Item[] {
  return before.length === now.length && before.every((item, index) => saysSame(item, now[index] as Item)) ? before : now;
}

function saysSame<Item extends object>(one: Item, other: Item): boolean {
  const keys = Object.keys(one) as (keyof Item)[];
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}

/**
 * The document without a target. What was made for it becomes the user's own; or it is gone, and what was put aside for it
 * is there again, but where the user has set something else since.
 */
export function withoutTarget({ targetMicros: _, putAside, ...document }: EditDocument, keepsEdits: boolean): EditDocument {
  const freed = <Edit extends Provenance>(edits: readonly Edit[]): readonly Edit[] =>
    keepsEdits ? edits.map((edit) => (edit.by === 'fit' ? own(edit) : edit)) : edits.filter(({ by }) => by !== 'fit');
  const free = { ...document, cuts: freed(document.cuts), speedRegions: freed(document.speedRegions), holds: freed(document.holds) };
  return putAside && !keepsEdits ? withSuggested(free, putAside).document : free;
}

/** Makes a region the user's own. One that is that already, or is gone, leaves the document as it is. */
export function pinRegion(document: EditDocument, ref: RegionRef): EditDocument {
  const isMeant = (region: DocumentRegion): boolean => region.id === ref.id && isMade(region);
  if (!regionsOf(document, ref.kind).some(isMeant)) return document;
  const pin = <Region extends DocumentRegion>(region: Region): Region => (isMeant(region) ? own(region) : region);
  return ref.kind === 'cut' ? { ...document, cuts: document.cuts.map(pin) } : { ...document, speedRegions: document.speedRegions.map(pin) };
}

/** Keeps a range at the speed it was recorded at: nothing of it is cut or sped up. That is a speed region of the user's own. */
export function keepRange(document: EditDocument, range: Range<SourceTime>): { document: EditDocument; ref: RegionRef } {
  const cuts = withoutRange(document.cuts, range, freeId(document.cuts));
  return addSpeedRegion({ ...document, cuts: sameOr(document.cuts, cuts) }, range, 1);
}

/** Takes ranges out of the user's own cuts and speed regions; what was made stays. */
export function releaseRanges(document: EditDocument, ranges: readonly Range<SourceTime>[]): EditDocument {
  const released = <Region extends DocumentRegion>(regions: readonly Region[]): readonly Region[] => {
    let left: readonly Region[] = regions.filter(isOwn);
    for (const range of ranges) left = withoutRange(left, range, Math.max(freeId(regions), freeId(left)));
    return sameOr(regions, [...regions.filter(isMade), ...left].sort(byStart));
  };
  const [cuts, speedRegions] = [released(document.cuts), released(document.speedRegions)];
  return cuts === document.cuts && speedRegions === document.speedRegions ? document : { ...document, cuts, speedRegions };
}

/** A product that is hundredths but for the error of the arithmetic stays what it is. */
const ROUNDING = 1e-6;

/** All speed regions of the user's own run so many times faster: rounded up to hundredths, so that they take no longer than that. */
export function speedUpPins(document: EditDocument, times: number): EditDocument {
  const faster = ({ factor }: DocumentSpeedRegion): number => Math.min(MAX_FACTOR, Math.ceil(factor * times * 100 - ROUNDING) / 100);
  const speedRegions = document.speedRegions.map((region) => (isOwn(region) ? { ...region, factor: faster(region) } : region));
  return { ...document, speedRegions: sameOr(document.speedRegions, speedRegions) };
}

/** Adds what was proposed, but nothing where there is an edit already. */
export function withSuggested(document: EditDocument, { cuts, speedRegions }: Proposed): { document: EditDocument; added: number } {
  const isFree = (range: Range): boolean => !overlapsAny(document.cuts, range) && !overlapsAny(document.speedRegions, range);
  const newCuts = cuts.filter(isFree);
  const newRegions = speedRegions.filter(isFree);
  let cutId = freeId(document.cuts);
  let regionId = freeId(document.speedRegions);
  return {
    document: {
      ...document,
      cuts: [...document.cuts, ...newCuts.map((cut): DocumentCut => ({ ...cut, mode: MADE_CUT_MODE, id: cutId++, by: 'suggestion' }))].sort(
        byStart,
      ),
      speedRegions: [
        ...document.speedRegions,
        ...newRegions.map((region): DocumentSpeedRegion => ({ ...region, id: regionId++, by: 'suggestion' })),
      ].sort(byStart),
    },
    added: newCuts.length + newRegions.length,
  };
}
