import { describe, expect, it } from 'vitest';
import { sourceTime } from '../cast/time.ts';
import {
  addCut,
  addSpeedRegion,
  documentFromPlan,
  type EditDocument,
  placeRegion,
  regionLimits,
  setCutMode,
  setFactor,
} from './document.ts';
import {
  keepRange,
  type MadeEdits,
  pinRegion,
  pinsOf,
  releaseRanges,
  setsNothingNew,
  speedUpPins,
  withFitted,
  withoutTarget,
  withSuggested,
} from './made-edits.ts';
import { EMPTY_PLAN, type Plan } from './plan.ts';

const time = (seconds: number) => sourceTime(seconds * 1e6);
const range = (start: number, end: number) => ({ start: time(start), end: time(end) });

const BY = { f: 'fit', s: 'suggestion' } as const;

/**
 * A document drawn as `cut 1-3, 5-8x4 f, hold 9+2 f`: whole seconds, `f` for what was made to fit, `s` for what was
 * suggested. Cuts jump.
 */
function drawn(text: string): EditDocument {
  const plan = { ...EMPTY_PLAN, cuts: [] as object[], speedRegions: [] as object[], holds: [] as object[] };
  for (const [, kind, start, end, factor, by] of text.matchAll(/(cut |hold )?(\d+)[-+](\d+)(?:x([\d.]+))?(?: ([fs])\b)?/g)) {
    const made = by ? { reason: 'why', by: BY[by as 'f' | 's'] } : {};
    if (kind === 'hold ') plan.holds.push({ at: time(Number(start)), durationMicros: Number(end) * 1e6, ...made });
    else if (kind) plan.cuts.push({ ...range(Number(start), Number(end)), mode: 'jump', ...made });
    else plan.speedRegions.push({ ...range(Number(start), Number(end)), factor: Number(factor), ...made });
  }
  return documentFromPlan(plan as unknown as Plan);
}

function draw({ cuts, speedRegions, holds }: Pick<EditDocument, 'cuts' | 'speedRegions' | 'holds'>): string {
  const whose = ({ by }: { readonly by?: 'suggestion' | 'fit' }) => (by ? ` ${by[0]}` : '');
  return [
    ...cuts.map((cut) => `cut ${cut.start / 1e6}-${cut.end / 1e6}${whose(cut)}`),
    ...speedRegions.map((region) => `${region.start / 1e6}-${region.end / 1e6}x${region.factor}${whose(region)}`),
    ...holds.map((hold) => `hold ${hold.at / 1e6}+${hold.durationMicros / 1e6}${whose(hold)}`),
  ].join(', ');
}

/** Edits to be made, drawn like a document. */
const edits = (text: string) => drawn(text) as unknown as MadeEdits;
const made = (text: string): MadeEdits => {
  const { cuts, speedRegions, holds } = edits(text);
  const reason = 'why';
  return {
    cuts: cuts.map(({ start, end }) => ({ start, end, reason })),
    speedRegions: speedRegions.map(({ start, end, factor }) => ({ start, end, factor, reason })),
    holds: holds.map(({ at, durationMicros }) => ({ at, durationMicros, reason })),
  };
};

const names = (regions: readonly { readonly id: number }[]) => regions.map(({ id }) => id);

describe('what the user has set', () => {
  it('is what nobody else has made', () => {
    const document = {
      ...drawn('cut 1-2, cut 3-4 f, cut 5-6 s, 7-8x2, 9-10x3 f, hold 1+1, hold 2+2 f'),
      idleCapMicros: 5,
      targetMicros: 9,
    };
    expect(draw(pinsOf(document) as EditDocument)).toBe('cut 1-2, 7-8x2, hold 1+1');
    expect(pinsOf(document).idleCapMicros).toBe(5);
    expect('idleCapMicros' in pinsOf(drawn(''))).toBe(false);
  });

  it.each([
    ['a place', (document: EditDocument) => placeRegion(document, { kind: 'cut', id: 1 }, range(1, 4)), 'cut 1-4, 7-9x2 f'],
    ['a mode', (document: EditDocument) => setCutMode(document, 1, 'drop'), 'cut 1-3, 7-9x2 f'],
    ['a factor', (document: EditDocument) => setFactor(document, 1, 5), 'cut 1-3 f, 7-9x5'],
    ['a pin', (document: EditDocument) => pinRegion(document, { kind: 'speed', id: 1 }), 'cut 1-3 f, 7-9x2'],
  ])('is also what was made and is given %s', (_, edit, after) => {
    const document = edit(drawn('cut 1-3 f, 7-9x2 f'));
    expect(draw(document)).toBe(after);
    expect([...document.cuts, ...document.speedRegions].map(({ reason }) => reason)).toEqual(['why', 'why']);
  });

  it('is not what is left as it was', () => {
    const document = drawn('cut 1-3 f, 7-9x2 f, 10-11x3');
    expect(placeRegion(document, { kind: 'cut', id: 1 }, range(1, 3))).toBe(document);
    expect(setFactor(document, 1, 2)).toBe(document);
    expect(pinRegion(document, { kind: 'speed', id: 2 })).toBe(document);
    expect(pinRegion(document, { kind: 'cut', id: 7 })).toBe(document);
  });
});

describe('what was made to fit', () => {
  it('gives way to what the user makes, and is not joined to it', () => {
    expect(draw(addCut(drawn('cut 1-4 f'), range(3, 6), 'jump').document)).toBe('cut 1-3 f, cut 3-6');
    expect(draw(addCut(drawn('cut 1-4 f'), range(4, 6), 'jump').document)).toBe('cut 1-4 f, cut 4-6');
    expect(draw(addSpeedRegion(drawn('1-9x4 f'), range(3, 4), 2).document)).toBe('1-3x4 f, 3-4x2, 4-9x4 f');
  });

  it('does not stand in the way of a region that is moved', () => {
    const document = drawn('cut 1-2, cut 2-4 f, cut 4-6, cut 6-7 f, cut 8-9');
    expect(regionLimits(document, { kind: 'cut', id: 3 }, time(20))).toEqual(range(2, 8));
    expect(draw(placeRegion(document, { kind: 'cut', id: 3 }, range(3, 8)))).toBe('cut 1-2, cut 2-3 f, cut 3-8, cut 8-9');
    const jumped = placeRegion(document, { kind: 'cut', id: 3 }, range(7, 8));
    expect(draw(jumped)).toBe('cut 1-2, cut 2-4 f, cut 6-7 f, cut 7-8, cut 8-9');
  });

  it('keeps its name while it begins where it began, and no two have one name', () => {
    const before = withFitted(drawn('cut 1-2, 9-10x2'), made('cut 3-4, cut 6-8, 4-6x8'));
    const after = withFitted(before, made('cut 3-5, cut 5-6, cut 6-7, 1-2x3'));
    expect(draw(after)).toBe('cut 1-2, cut 3-5 f, cut 5-6 f, cut 6-7 f, 1-2x3 f, 9-10x2');
    expect(names(before.cuts)).toEqual([1, 2, 3]);
    expect(names(after.cuts)).toEqual([1, 2, 4, 3]);
    expect(new Set(names(after.speedRegions)).size).toBe(2);
  });

  it('takes the place of what was made before, suggestions too', () => {
    const document = withFitted(drawn('cut 1-2 s, 3-4x2, 5-6x4 f, hold 1+1 f, hold 9+9'), made('cut 7-8, hold 10+3, hold 2+1'));
    expect(draw(document)).toBe('cut 7-8 f, 3-4x2, hold 2+1 f, hold 9+9, hold 10+3 f');
    expect(document.cuts).toMatchObject([{ mode: 'jump', reason: 'why' }]);
  });

  it('leaves the very same lists where it is made again', () => {
    const edits = made('cut 3-4, 4-6x8, hold 10+3');
    const document = withFitted(drawn('cut 1-2'), edits);
    expect(withFitted(document, edits)).toBe(document);
    const other = withFitted(document, made('cut 3-4, 4-6x9, hold 10+3'));
    expect(other.cuts).toBe(document.cuts);
    expect(other.holds).toBe(document.holds);
    expect(draw(other)).toBe('cut 1-2, cut 3-4 f, 4-6x9 f, hold 10+3 f');
  });

  it('goes without a target, or becomes the user’s own', () => {
    const document = { ...drawn('cut 1-2 f, cut 3-4, cut 5-6 s, 7-8x2 f, hold 1+1 f'), targetMicros: 5e6 };
    expect(draw(withoutTarget(document, false))).toBe('cut 3-4, cut 5-6 s');
    expect(draw(withoutTarget(document, true))).toBe('cut 1-2, cut 3-4, cut 5-6 s, 7-8x2, hold 1+1');
    expect('targetMicros' in withoutTarget(document, true)).toBe(false);
  });
});

describe('suggestions that were taken', () => {
  const document = drawn('cut 1-3 s, cut 4-5, 6-8x4 s');
  const fitted = { ...withFitted(document, made('cut 7-9, 2-3x2')), targetMicros: 5e6 };

  it('are put aside for what is made to fit, and are there again without it', () => {
    expect(draw(fitted)).toBe('cut 4-5, cut 7-9 f, 2-3x2 f');
    const again = withFitted(fitted, made('cut 6-9'));
    expect(draw(again)).toBe('cut 4-5, cut 6-9 f');
    const free = withoutTarget(again, false);
    expect(draw(free)).toBe('cut 1-3 s, cut 4-5, 6-8x4 s');
    expect(new Set(names(free.cuts)).size).toBe(2);
    expect([...free.cuts, ...free.speedRegions].map(({ reason }) => reason)).toEqual(['why', undefined, 'why']);
    expect('putAside' in free).toBe(false);
  });

  it('give way to what the user has set since, or taken over', () => {
    const touched = addCut(fitted, range(2, 4), 'jump').document;
    expect(draw(withoutTarget(touched, false))).toBe('cut 2-5, 6-8x4 s');
    expect(draw(withoutTarget(fitted, true))).toBe('cut 4-5, cut 7-9, 2-3x2');
    expect('putAside' in withoutTarget(fitted, true)).toBe(false);
  });
});

describe('a range that is released', () => {
  it.each([
    ['1-9x1', '1-2x1, 6-9x1'],
    ['3-5x1, 5-8x1', '6-8x1'],
    ['cut 1-9, 4-5x2', 'cut 1-2, cut 6-9'],
    ['cut 1-9 f, 3-5x2 s, 5-7x1', 'cut 1-9 f, 3-5x2 s, 6-7x1'],
  ])('leaves of %j %j', (before, after) => {
    const document = releaseRanges(drawn(before), [range(2, 3), range(3, 6)]);
    expect(draw(document)).toBe(after);
    for (const list of [document.cuts, document.speedRegions]) expect(new Set(names(list)).size).toBe(list.length);
  });

  it('in which the user has set nothing leaves the document as it is', () => {
    const document = drawn('cut 1-9 f, 9-10x1');
    expect(releaseRanges(document, [range(2, 6)])).toBe(document);
  });
});

describe('a range that is kept', () => {
  it.each([
    ['', '2-6x1'],
    ['cut 1-4', 'cut 1-2, 2-6x1'],
    ['cut 1-9 f', 'cut 1-2 f, cut 6-9 f, 2-6x1'],
    ['cut 3-4, 1-3x8, 5-7x2 f', '1-2x8, 2-6x1, 6-7x2 f'],
  ])('in %j gives %j', (before, after) => {
    const { document, ref } = keepRange(drawn(before), range(2, 6));
    expect(draw(document)).toBe(after);
    expect(document.speedRegions.find(({ id }) => id === ref.id)).toMatchObject({ ...range(2, 6), factor: 1 });
    for (const list of [document.cuts, document.speedRegions]) expect(new Set(names(list)).size).toBe(list.length);
  });

  it('leaves cuts elsewhere the very same list', () => {
    const document = drawn('cut 8-9');
    expect(keepRange(document, range(2, 6)).document.cuts).toBe(document.cuts);
  });
});

it('pins run faster by a factor, rounded up, and nothing else does', () => {
  expect(draw(speedUpPins(drawn('1-2x1, 3-4x1.1, 5-6x8 f, cut 7-8'), 1.1))).toBe('cut 7-8, 1-2x1.1, 3-4x1.21, 5-6x8 f');
  expect(draw(speedUpPins(drawn('1-2x1.5'), 1.33))).toBe('1-2x2');
  const document = drawn('5-6x8 f');
  expect(speedUpPins(document, 2).speedRegions).toBe(document.speedRegions);
});

describe('suggestions', () => {
  it('are added where there is no edit', () => {
    const { document, added } = withSuggested(drawn('cut 1-3, 8-9x1'), made('cut 2-4, cut 4-6, cut 8-10, 6-7x2, 7-9x2'));
    expect(draw(document)).toBe('cut 1-3, cut 4-6 s, 6-7x2 s, 8-9x1');
    expect(added).toBe(2);
    expect(document.cuts[1]).toMatchObject({ mode: 'jump', reason: 'why' });
    for (const list of [document.cuts, document.speedRegions]) expect(new Set(names(list)).size).toBe(list.length);
  });

  it('become one with a cut of the user that touches them', () => {
    expect(draw(addCut(drawn('cut 1-3 s'), range(3, 5), 'jump').document)).toBe('cut 1-5');
  });
});

describe('nothing new is set', () => {
  const before = { ...drawn('cut 1-2, cut 3-4 f, 5-6x2 f, hold 9+1, hold 9+2 f'), targetMicros: 5e6 };

  it.each([
    ['as it was', before],
    ['where others were made', withFitted(before, made('cut 4-5, 7-8x3, hold 9+3'))],
    ['where what was made is taken over as it was', pinRegion(before, { kind: 'cut', id: 2 })],
  ])('%s', (_, now) => expect(setsNothingNew(before, now)).toBe(true));

  it.each([
    ['a cut more', addCut(before, range(7, 8), 'jump').document],
    ['a cut less', withFitted({ ...before, cuts: [] }, made('cut 3-4'))],
    ['another place', placeRegion(before, { kind: 'cut', id: 1 }, range(1, 3))],
    ['another factor', setFactor(before, 1, 3)],
    ['another target', { ...before, targetMicros: 6e6 }],
    ['an idle cap', { ...before, idleCapMicros: 1e6 }],
    ['a hold less', { ...before, holds: [] }],
  ])('but for %s', (_, now) => expect(setsNothingNew(before, now)).toBe(false));
});
