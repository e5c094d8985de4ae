import { describe, expect, it } from 'vitest';
import { type SourceTime, sourceTime } from '#core/cast/time.ts';
import { type Drag, pull, resizeRange } from './gestures.ts';

const at = (milliseconds: number): SourceTime => sourceTime(milliseconds * 1000);
const range = (start: number, end: number) => ({ start: at(start), end: at(end) });
const freely = () => null;
const towards = (target: number) => (time: number) => (Math.abs(time - at(target)) <= at(10) ? at(target) : null);

/** A region at 100…200 ms that may reach from 50 to 300. */
const resize = (edge: 'start' | 'end', grab = 0): Drag => ({
  kind: 'resize',
  edge,
  before: range(100, 200),
  limits: range(50, 300),
  grabMicros: at(grab),
});
const move = (grab = 0): Drag => ({ kind: 'move', before: range(100, 200), limits: range(50, 300), grabMicros: at(grab) });
const select: Drag = { kind: 'select', anchor: at(100), limits: range(0, 1000), grabMicros: 0 };

describe('resizing', () => {
  it('follows the pointer, which keeps its distance to the edge', () => {
    expect(pull(resize('end', 4), at(254), freely).range).toEqual(range(100, 250));
  });

  it('stops at the limits', () => {
    expect(pull(resize('start'), at(-500), freely).range).toEqual(range(50, 200));
    expect(pull(resize('end'), at(9000), freely).range).toEqual(range(100, 300));
  });

  it('stops a millisecond before the other edge', () => {
    expect(pull(resize('start'), at(900), freely).range).toEqual(range(199, 200));
    expect(pull(resize('end'), at(0), freely).range).toEqual(range(100, 101));
  });

  it('lets a region that is shorter already be as short as it is', () => {
    const tiny = { start: sourceTime(100), end: sourceTime(140) };
    expect(resizeRange(tiny, 'end', 0, range(0, 1))).toEqual(tiny);
  });

  it('comes back to where it was when the pointer does', () => {
    const drag = resize('end');
    pull(drag, at(9000), freely);
    expect(pull(drag, at(200), freely).range).toEqual(range(100, 200));
  });

  it('snaps, and says to what', () => {
    expect(pull(resize('end'), at(245), towards(250))).toEqual({ range: range(100, 250), at: at(250), snappedTo: at(250) });
  });

  it('does not claim to have snapped to what is out of its limits', () => {
    expect(pull(resize('end'), at(309), towards(310))).toEqual({ range: range(100, 300), at: at(300), snappedTo: null });
  });
});

describe('moving', () => {
  it('keeps the length, also at the limits', () => {
    expect(pull(move(20), at(170), freely).range).toEqual(range(150, 250));
    expect(pull(move(20), at(9000), freely).range).toEqual(range(200, 300));
    expect(pull(move(20), at(-9000), freely).range).toEqual(range(50, 150));
  });

  it('snaps by either end', () => {
    expect(pull(move(), at(145), towards(150))).toMatchObject({ range: range(150, 250), snappedTo: at(150) });
    expect(pull(move(), at(145), towards(250))).toMatchObject({ range: range(150, 250), snappedTo: at(250) });
  });

  it('prefers the end that is nearer', () => {
    const both = (time: number) => (time < at(200) ? at(152) : at(247));
    expect(pull(move(), at(146), both)).toMatchObject({ range: range(147, 247), snappedTo: at(247) });
  });
});

describe('selecting', () => {
  it('goes both ways from the anchor', () => {
    expect(pull(select, at(300), freely).range).toEqual(range(100, 300));
    expect(pull(select, at(20), freely).range).toEqual(range(20, 100));
  });

  it('selects nothing at the anchor itself', () => {
    expect(pull(select, at(100), freely).range).toBeNull();
  });

  it('stays within the recording', () => {
    expect(pull(select, at(5000), freely).range).toEqual(range(100, 1000));
    expect(pull(select, at(-5), freely).range).toEqual(range(0, 100));
  });
});
