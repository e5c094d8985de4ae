import type { SourceTime } from '../cast/time.ts';
import { type DocumentRegion, type EditDocument, findRegion, freeId, own, type RegionRef } from './document.ts';

/**
 * Makes two regions of one, which touch at `time` and say the same as before: each can go its own way then. The first
 * keeps the name; both are the user's own. An instant that is not inside leaves the document as it is.
 */
export function splitRegion(document: EditDocument, ref: RegionRef, time: SourceTime): { document: EditDocument; ref: RegionRef } {
  const region = findRegion(document, ref);
  if (!region || time <= region.start || time >= region.end) return { document, ref };
  const id = freeId(ref.kind === 'cut' ? document.cuts : document.speedRegions);
  const split = <Region extends DocumentRegion>(regions: readonly Region[]): Region[] =>
    regions.flatMap((each) =>
      each.id === ref.id
        ? [
            { ...own(each), end: time },
            { ...own(each), start: time, id },
          ]
        : [each],
    );
  const edited =
    ref.kind === 'cut' ? { ...document, cuts: split(document.cuts) } : { ...document, speedRegions: split(document.speedRegions) };
  return { document: edited, ref: { kind: ref.kind, id } };
}
