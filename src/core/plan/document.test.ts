import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceTime } from '../cast/time.ts';
import {
  addCut,
  addCuts,
  addSpeedRegion,
  clippedPlan,
  documentFromPlan,
  type EditDocument,
  inCut,
  placeRegion,
  regionLimits,
  removeEdits,
  removeRegion,
  spanBetweenEdits,
} from './document.ts';
import { type CutMode, EMPTY_PLAN } from './plan.ts';

/** `cuts('1-3 5-6 drop')`: collapse cuts 1–3, a drop cut 5–6; `speeds('1-3x2 5-6x4')`. Seconds are whole. */
const cuts = (drawn: string): EditDocument =>
  documentFromPlan({
    ...EMPTY_PLAN,
    cuts: [...drawn.matchAll(/(\d+)-(\d+)( drop)?/g)].map(([, start, end, drop]) => ({
      ...range(Number(start), Number(end)),
      mode: (drop ? 'drop' : 'collapse') as CutMode,
    })),
  });
const speeds = (drawn: string): EditDocument =>
  documentFromPlan({
    ...EMPTY_PLAN,
    speedRegions: [...drawn.matchAll(/(\d+)-(\d+)x(\d+)/g)].map(([, start, end, factor]) => ({
      ...range(Number(start), Number(end)),
      factor: Number(factor),
    })),
  });
const range = (start: number, end: number) => ({ start: sourceTime(start * 1e6), end: sourceTime(end * 1e6) });
const drawCuts = ({ cuts }: EditDocument) =>
  cuts.map(({ start, end, mode }) => `${start / 1e6}-${end / 1e6}${mode === 'drop' ? ' drop' : ''}`).join(' ');
const drawSpeeds = ({ speedRegions }: EditDocument) =>
  speedRegions.map(({ start, end, factor }) => `${start / 1e6}-${end / 1e6}x${factor}`).join(' ');

describe('addCut', () => {
  it.each([
    ['', '2-4', '2-4'],
    ['6-8', '2-4', '2-4 6-8'],
    ['1-3', '2-4', '1-4'],
    ['1-2 4-5', '2-4', '1-5'],
    ['1-9', '2-4', '1-9'],
    ['1-3 drop', '2-4', '1-2 drop 2-4'],
    ['1-9 drop', '3-5', '1-3 drop 3-5 5-9 drop'],
    ['3-4 drop', '2-6', '2-6'],
  ])('into %j puts %j: %j', (before, cut, after) => {
    const [start = 0, end = 0] = cut.split('-').map(Number);
    const { document, ref } = addCut(cuts(before), range(start, end), 'collapse');
    expect(drawCuts(document)).toBe(after);
    expect(document.cuts.find(({ id }) => id === ref.id)?.mode).toBe('collapse');
    expect(new Set(document.cuts.map(({ id }) => id)).size).toBe(document.cuts.length);
  });
});

describe('addSpeedRegion', () => {
  it.each([
    ['', '2-4', '2-4x2'],
    ['1-3x5', '2-4', '1-2x5 2-4x2'],
    ['1-9x5', '3-4', '1-3x5 3-4x2 4-9x5'],
    ['3-4x5 6-7x9', '2-7', '2-7x2'],
    ['1-2x2', '2-4', '1-2x2 2-4x2'],
  ])('into %j puts %j: %j', (before, region, after) => {
    const [start = 0, end = 0] = region.split('-').map(Number);
    expect(drawSpeeds(addSpeedRegion(speeds(before), range(start, end), 2).document)).toBe(after);
  });
});

describe('a region of a document', () => {
  const document = cuts('1-2 4-5 8-9');

  it('reaches to its neighbours and to the ends of the recording', () => {
    const limits = (id: number) => regionLimits(document, { kind: 'cut', id }, sourceTime(10e6));
    expect(limits(1)).toEqual(range(0, 4));
    expect(limits(2)).toEqual(range(2, 8));
    expect(limits(3)).toEqual(range(5, 10));
  });

  it('is moved and removed by its id; the others stay as they were', () => {
    expect(drawCuts(placeRegion(document, { kind: 'cut', id: 2 }, range(3, 6)))).toBe('1-2 3-6 8-9');
    expect(drawCuts(removeRegion(document, { kind: 'cut', id: 2 }))).toBe('1-2 8-9');
    expect(placeRegion(document, { kind: 'cut', id: 2 }, range(3, 6)).cuts[0]).toBe(document.cuts[0]);
  });
});

describe('removeEdits', () => {
  const document: EditDocument = {
    ...cuts('1-2 4-5 8-9'),
    speedRegions: speeds('2-4x2').speedRegions,
    holds: [{ id: 1, at: sourceTime(3e6), durationMicros: 1e6 }],
  };
  const markers = [
    { id: 1, time: sourceTime(1e6), label: 'a' },
    { id: 2, time: sourceTime(2e6), label: 'b' },
  ];

  it('takes away what is named, of every kind, and leaves the rest as it was', () => {
    const left = removeEdits(
      document,
      [
        { kind: 'cut', id: 1 },
        { kind: 'cut', id: 3 },
        { kind: 'hold', id: 1 },
        { kind: 'marker', id: 2 },
      ],
      markers,
    );
    expect(drawCuts(left)).toBe('4-5');
    expect(left.speedRegions).toBe(document.speedRegions);
    expect(left.holds).toEqual([]);
    expect(left.markers).toEqual([markers[0]]);
  });

  it('leaves the markers to the recording where none is named', () => {
    expect(removeEdits(document, [{ kind: 'speed', id: 1 }], markers)).not.toHaveProperty('markers');
  });
});

describe('addCuts', () => {
  it('cuts several ranges, each as if it were the only one', () => {
    const document = addCuts(cuts('1-9 drop 12-13 20-21'), [range(0, 2), range(3, 4), range(6, 12), range(14, 15)], 'collapse');
    expect(drawCuts(document)).toBe('0-2 2-3 drop 3-4 4-6 drop 6-13 14-15 20-21');
  });

  const drawnCuts = fc
    .uniqueArray(fc.nat(30), { minLength: 2, maxLength: 12 })
    .map((edges) => edges.toSorted((one, other) => one - other))
    .chain((edges) => fc.array(fc.boolean(), { minLength: edges.length, maxLength: edges.length }).map((drops) => ({ edges, drops })));
  const pairs = ({ edges }: { readonly edges: readonly number[] }) =>
    edges.flatMap((edge, index) =>
      index % 2 === 0 && edges[index + 1] !== undefined ? [[edge, edges[index + 1] as number] as const] : [],
    );

  it('makes of every instant what it is by the last that was said of it', () => {
    fc.assert(
      fc.property(drawnCuts, drawnCuts, (before, after) => {
        const document = cuts(
          pairs(before)
            .map(([start, end], index) => `${start}-${end}${before.drops[index] ? ' drop' : ''}`)
            .join(' '),
        );
        const ranges = pairs(after).map(([start, end]) => range(start, end));
        const edited = addCuts(document, ranges, 'drop');
        const modeAt = ({ cuts }: EditDocument, time: number) => cuts.find(({ start, end }) => start <= time && time < end)?.mode;
        for (let second = 0; second <= 30; second++) {
          const time = (second + 0.5) * 1e6;
          const isAdded = ranges.some(({ start, end }) => start <= time && time < end);
          expect(modeAt(edited, time)).toBe(isAdded ? 'drop' : modeAt(document, time));
        }
        const { cuts: list } = edited;
        expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
        for (const [index, cut] of list.entries()) {
          expect(cut.start).toBeLessThan(cut.end);
          expect(cut.start).toBeGreaterThanOrEqual(list[index - 1]?.end ?? 0);
        }
      }),
    );
  });

  it('is the same as to add one after the other', () => {
    fc.assert(
      fc.property(drawnCuts, drawnCuts, (before, after) => {
        const document = cuts(
          pairs(before)
            .map(([start, end], index) => `${start}-${end}${before.drops[index] ? ' drop' : ''}`)
            .join(' '),
        );
        const ranges = pairs(after).map(([start, end]) => range(start, end));
        const one = ranges.reduce((edited, next) => addCut(edited, next, 'collapse').document, document);
        expect(drawCuts(addCuts(document, ranges, 'collapse'))).toBe(drawCuts(one));
      }),
    );
  });
});

it('inCut knows the instants that the result does not show', () => {
  const document = cuts('1-2 5-8');
  expect([0, 1, 2, 4, 5, 7, 8].filter((second) => inCut(document, sourceTime(second * 1e6)))).toEqual([1, 5, 7]);
});

describe('clippedPlan', () => {
  const clip = (drawn: string) => drawCuts(documentFromPlan(clippedPlan(cuts(drawn), sourceTime(10e6))));

  it.each([
    ['1-2 8-30', '1-2 8-10'],
    ['20-30', ''],
    // It removes the events at the end, where nothing can be clipped.
    ['10-30', '10-30'],
  ])('makes of %j, in a recording of 10 s, %j', (before, after) => expect(clip(before)).toBe(after));

  it('knows speed regions by what they cover', () => {
    expect(drawSpeeds(documentFromPlan(clippedPlan(speeds('8-30x2 10-30x4'), sourceTime(10e6))))).toBe('8-10x2');
  });
});

it('spanBetweenEdits reaches from edge to edge, whatever the kind', () => {
  const document = { ...cuts('2-3'), speedRegions: speeds('6-8x2').speedRegions };
  const span = (time: number) => spanBetweenEdits(document, sourceTime(time * 1e6), sourceTime(10e6));
  expect(span(1)).toEqual(range(0, 2));
  expect(span(4)).toEqual(range(3, 6));
  expect(span(7)).toEqual(range(6, 8));
  expect(span(9)).toEqual(range(8, 10));
  expect(span(10)).toEqual(range(8, 10));
});
