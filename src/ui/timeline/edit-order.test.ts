import { describe, expect, it } from 'vitest';
import { sourceTime } from '#core/cast/time.ts';
import { documentFromPlan, type EditRef } from '#core/plan/document.ts';
import { EMPTY_PLAN } from '#core/plan/plan.ts';
import { editsBetween, editsInOrder, nearestEdit, timedEdit, walkTo } from './edit-order.ts';

const at = (seconds: number) => sourceTime(seconds * 1e6);

const { markers = [], ...edited } = documentFromPlan({
  ...EMPTY_PLAN,
  cuts: [
    { start: at(10), end: at(20), mode: 'jump' },
    { start: at(50), end: at(60), mode: 'jump' },
  ],
  speedRegions: [{ start: at(15), end: at(40), factor: 2 }],
  holds: [{ at: at(30), durationMicros: 1e6 }],
  markers: [{ time: at(5), label: 'a' }],
});
const order = editsInOrder(edited, markers);
const nameOf = (ref: EditRef | undefined) => ref && `${ref.kind} ${ref.id}`;
const ref = (name: string): EditRef => ({ kind: name.split(' ')[0], id: Number(name.split(' ')[1]) }) as EditRef;

describe('the order in which the arrows walk', () => {
  it('is that of time, whatever the kind', () => {
    expect(order.map((edit) => nameOf(edit.ref))).toEqual(['marker 1', 'cut 1', 'speed 1', 'hold 1', 'cut 2']);
  });

  it.each([
    ['ArrowRight', 'cut 1', 'speed 1'],
    ['ArrowDown', 'speed 1', 'hold 1'],
    ['ArrowLeft', 'cut 1', 'marker 1'],
    ['ArrowUp', 'marker 1', 'marker 1'],
    ['End', 'marker 1', 'cut 2'],
    ['Home', 'hold 1', 'marker 1'],
    ['ArrowRight', 'cut 2', 'cut 2'],
  ])('%s goes from %s to %s', (key, from, to) => {
    expect(nameOf(walkTo(order, ref(from), key))).toBe(to);
  });

  it('knows no other keys, and nothing beside what is gone', () => {
    expect(walkTo(order, ref('cut 1'), 'x')).toBeUndefined();
    expect(walkTo(order, ref('cut 9'), 'ArrowRight')).toBeUndefined();
  });
});

it('between two edits are those of all kinds, the one named last at the end', () => {
  expect(editsBetween(order, ref('cut 1'), ref('hold 1')).map(nameOf)).toEqual(['cut 1', 'speed 1', 'hold 1']);
  expect(editsBetween(order, ref('hold 1'), ref('cut 1')).map(nameOf)).toEqual(['hold 1', 'speed 1', 'cut 1']);
});

it('the nearest edit is the one around an instant, or the next to it', () => {
  expect(nameOf(nearestEdit(order, 55e6))).toBe('cut 2');
  expect(nameOf(nearestEdit(order, 1e6))).toBe('marker 1');
  expect(nearestEdit([], 1e6)).toBeUndefined();
});

it('tells when an edit is', () => {
  expect(timedEdit(order, ref('hold 1'))).toMatchObject({ start: at(30), end: at(30) });
  expect(timedEdit(order, ref('hold 2'))).toBeUndefined();
});
