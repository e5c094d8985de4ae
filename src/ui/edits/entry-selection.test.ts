import { describe, expect, it } from 'vitest';
import { documentFromPlan, type EditRef } from '#core/plan/document.ts';
import { planFromJson } from '#core/plan/parse-plan.ts';
import { INITIAL_STATE } from '#store/state.ts';
import { listWith, refName, selectedThrough, selectWay } from './entry-selection.ts';

/** `refs('cut 1, hold 2')`. */
const refs = (drawn: string): EditRef[] =>
  [...drawn.matchAll(/(cut|speed|hold|marker) (\d+)/g)].map(([, kind, id]) => ({ kind: kind as EditRef['kind'], id: Number(id) }));
const draw = (selected: readonly EditRef[]) => selected.map(refName).join(', ');

it.each([
  [{}, 'alone'],
  [{ ctrlKey: true }, 'toggled'],
  [{ metaKey: true }, 'toggled'],
  [{ shiftKey: true }, 'through'],
  [{ shiftKey: true, ctrlKey: true }, 'through'],
] as const)('with the keys %j an entry is selected %s', (keys, way) =>
  expect(selectWay({ ctrlKey: false, metaKey: false, shiftKey: false, ...keys })).toBe(way),
);

describe('selectedThrough', () => {
  const list = refs('cut 1, speed 1, cut 2, cut 3');

  it.each([
    ['cut 1', 'cut 2', 'cut 1, speed 1, cut 2'],
    ['cut 3', 'speed 1', 'cut 3, cut 2, speed 1'],
    ['cut 2', 'cut 2', 'cut 2'],
    ['', 'cut 2', 'cut 2'],
    ['hold 1', 'cut 2', 'hold 1, cut 2'],
    ['cut 1, hold 1', 'speed 1', 'hold 1, cut 1, speed 1'],
    ['cut 3, speed 1', 'cut 1', 'cut 3, speed 1, cut 1'],
  ])('from %j to %s selects %s', (selected, ref, after) =>
    expect(draw(selectedThrough(refs(selected), list, refs(ref)[0] as EditRef))).toBe(after),
  );
});

it('the lists are those that are shown: regions of both kinds in order of time, holds, markers', () => {
  const document = documentFromPlan(
    planFromJson({
      cuts: [
        [1, 2],
        [5, 6],
      ],
      speed_regions: [[3, 4, 2]],
      holds: [{ at: 7, duration: 1 }],
      markers: [{ time: 8, label: '' }],
    }),
  );
  const state = { ...INITIAL_STATE, document };
  expect(draw(listWith('cut', state))).toBe('cut 1, speed 1, cut 2');
  expect(draw(listWith('speed', state))).toBe('cut 1, speed 1, cut 2');
  expect(draw(listWith('hold', state))).toBe('hold 1');
  expect(draw(listWith('marker', state))).toBe('marker 1');
});
