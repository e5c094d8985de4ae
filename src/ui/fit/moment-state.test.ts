import { describe, expect, it } from 'vitest';
import type { Moment } from '#core/analyze/analysis.ts';
import { sourceTime } from '#core/cast/time.ts';
import { documentFromPlan, type EditDocument } from '#core/plan/document.ts';
import { EMPTY_PLAN } from '#core/plan/plan.ts';
import { momentState, rangesOfItsOwn } from './moment-state.ts';

const at = (seconds: number) => sourceTime(seconds * 1e6);

/** Appears from 10 s on, and stands whole at 11 s. */
const MOMENT: Moment = {
  kind: 'error',
  start: at(10),
  end: at(11),
  time: at(11),
  goneAt: at(30),
  score: 0.5,
  isKept: false,
  readingMicros: 2e6,
  text: 'error: no such file',
  reason: '1 error',
};

const EMPTY = documentFromPlan(EMPTY_PLAN);
const cut = (start: number, end: number, by?: 'fit'): EditDocument => ({
  ...EMPTY,
  cuts: [{ id: 7, start: at(start), end: at(end), mode: 'jump', ...(by && { by }) }],
});
const speed = (start: number, end: number, factor: number): EditDocument => ({
  ...EMPTY,
  speedRegions: [{ id: 3, start: at(start), end: at(end), factor }],
});

describe('the state of a moment', () => {
  it('is open while nothing is fitted', () => {
    expect(momentState(MOMENT, EMPTY, undefined)).toBe('open');
  });

  it('is what the target has room for', () => {
    expect(momentState(MOMENT, EMPTY, new Set([MOMENT]))).toBe('kept');
    expect(momentState(MOMENT, cut(5, 30, 'fit'), new Set())).toBe('left out');
  });

  it('is not left out where it is only too short to read', () => {
    expect(momentState(MOMENT, EMPTY, new Set())).toBe('brief');
    expect(momentState(MOMENT, speed(9, 40, 16), new Set())).toBe('brief');
    expect(momentState(MOMENT, cut(5, 29.5, 'fit'), new Set())).toBe('brief');
  });

  it('is what the user says before that', () => {
    expect(momentState(MOMENT, cut(5, 20), new Set([MOMENT]))).toBe('cut');
    expect(momentState(MOMENT, speed(9, 14, 1), new Set())).toBe('pinned');
  });

  it('is not said by what covers a part of it, or makes it faster', () => {
    expect(momentState(MOMENT, cut(10.5, 20), undefined)).toBe('open');
    expect(momentState(MOMENT, cut(5, 11), undefined)).toBe('open');
    expect(momentState(MOMENT, speed(9, 14, 2), undefined)).toBe('open');
  });
});

describe('what is given back of a moment', () => {
  const moment = (start: number, time: number): Moment => ({ ...MOMENT, start: at(start), end: at(time), time: at(time) });
  /** A second before it, two after it. */
  const seen = ({ start, time }: Moment) => ({ start: sourceTime(start - 1e6), end: sourceTime(time + 2e6) });
  const given = (one: Moment, others: readonly Moment[]) =>
    rangesOfItsOwn(one, seen, others).map(({ start, end }) => [start / 1e6, end / 1e6]);

  it('is all of its range where no other is near', () => {
    expect(given(MOMENT, [moment(20, 21)])).toEqual([[9, 13]]);
  });

  it('leaves to the others what is theirs', () => {
    expect(given(MOMENT, [moment(12, 13)])).toEqual([[9, 11]]);
    expect(given(MOMENT, [moment(7, 8), moment(13, 14)])).toEqual([[10, 12]]);
    expect(given(moment(10, 30), [moment(20, 21)])).toEqual([
      [9, 19],
      [23, 32],
    ]);
  });

  it('is all of its range where it would be kept with another', () => {
    expect(given(MOMENT, [moment(10, 11)])).toEqual([[9, 13]]);
    expect(given(MOMENT, [moment(8, 10)])).toEqual([[9, 13]]);
  });
});
