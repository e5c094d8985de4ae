import { describe, expect, it } from 'vitest';
import { sourceTime } from '../cast/time.ts';
import {
  addCut,
  addSpeedRegion,
  documentFromPlan,
  type EditDocument,
  placeRegion,
  removeRegion,
  setCutMode,
  setFactor,
} from './document.ts';
import { changedEdits, changedRange } from './document-change.ts';
import { addHold, addMarker, changeMarker } from './document-points.ts';
import { addRedaction } from './document-redactions.ts';
import { pinRegion, withFitted } from './made-edits.ts';
import { EMPTY_PLAN, WHOLE_RECORDING } from './plan.ts';

const at = (seconds: number) => sourceTime(seconds * 1e6);
const range = (start: number, end: number) => ({ start: at(start), end: at(end) });
const NOTHING = documentFromPlan({ ...EMPTY_PLAN, markers: [] });
const CUT = addCut(NOTHING, range(10, 20), 'jump').document;
const BOTH = addSpeedRegion(CUT, range(40, 60), 2).document;

/** As `10-20`, in seconds. */
function drawn(before: EditDocument, after: EditDocument): string {
  const changed = changedRange(before, after);
  return changed ? `${changed.start / 1e6}-${changed.end / 1e6}` : 'nowhere';
}

describe('the range that changed', () => {
  it.each<[string, EditDocument, EditDocument, string]>([
    ['a new cut', NOTHING, CUT, '10-20'],
    ['one that is gone', BOTH, removeRegion(BOTH, { kind: 'cut', id: 1 }), '10-20'],
    ['two things', NOTHING, BOTH, '10-60'],
    ['an edge', BOTH, placeRegion(BOTH, { kind: 'speed', id: 1 }, range(43, 60)), '40-43'],
    ['a region that moved', BOTH, placeRegion(BOTH, { kind: 'speed', id: 1 }, range(45, 65)), '40-65'],
    ['a factor', BOTH, setFactor(BOTH, 1, 5), '40-60'],
    ['a mode', BOTH, setCutMode(BOTH, 1, 'drop'), '10-20'],
    ['a hold', BOTH, addHold(BOTH, at(30), 2e6).document, '30-30'],
    ['a marker', BOTH, addMarker(BOTH, [], at(5), 'a').document, '5-5'],
    ['a title', BOTH, { ...BOTH, title: 'a' }, 'nowhere'],
    ['nothing', BOTH, { ...BOTH, cuts: [...BOTH.cuts] }, 'nowhere'],
  ])('of %s', (_, before, after, place) => {
    expect(drawn(before, after)).toBe(place);
    expect(drawn(after, before)).toBe(place);
  });

  it('of a marker that moved reaches from where it was to where it is', () => {
    const { document } = addMarker(NOTHING, [], at(5), 'a');
    expect(drawn(document, changeMarker(document, document.markers ?? [], 1, { time: at(9) }))).toBe('5-9');
  });

  it('of a mask is its own, and nowhere for the whole recording', () => {
    const what = { kind: 'pattern', pattern: 'x', ignoreCase: false } as const;
    expect(drawn(NOTHING, addRedaction(NOTHING, { ...range(3, 4), what, with: '*' }).document)).toBe('3-4');
    expect(drawn(NOTHING, addRedaction(NOTHING, { ...WHOLE_RECORDING, what, with: '*' }).document)).toBe('nowhere');
  });
});

describe('what changed', () => {
  const made = { cuts: [{ ...range(70, 80), reason: 'waiting' }], speedRegions: [], holds: [] };

  it('is not what was made for a target', () => {
    const fitted = withFitted(BOTH, made);
    expect(changedEdits(BOTH, fitted)).toEqual([]);
    expect(changedEdits(fitted, BOTH)).toEqual([]);
  });

  it('is what was made and is the user’s own since', () => {
    const fitted = withFitted(BOTH, made);
    const cut = fitted.cuts.find(({ by }) => by === 'fit');
    const pinned = pinRegion(fitted, { kind: 'cut', id: cut?.id ?? 0 });
    expect(changedEdits(fitted, { ...pinned, cuts: pinned.cuts.map((each) => ({ ...each, end: at(each.end / 1e6 + 1) })) })).toMatchObject([
      { kind: 'cut', id: 1 },
      { kind: 'cut', id: cut?.id, before: range(70, 80), after: range(70, 81) },
    ]);
  });

  it('has something before it, after it, or both', () => {
    const changes = changedEdits(CUT, setFactor(removeRegion(BOTH, { kind: 'cut', id: 1 }), 1, 3));
    expect(changes.map(({ kind, before, after }) => [kind, before !== undefined, after !== undefined])).toEqual([
      ['cut', true, false],
      ['speed', false, true],
    ]);
  });
});
