import { describe, expect, it } from 'vitest';
import type { Moment } from '#core/analyze/analysis.ts';
import { readCast } from '#core/cast/reader.ts';
import { sourceTime } from '#core/cast/time.ts';
import { EMPTY_PLAN, type Plan } from '#core/plan/plan.ts';
import { createTimeMap } from '#core/plan/time-map.ts';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { momentAt, momentColumns, momentMarks, readableMoments } from './moment-marks.ts';

const micros = (seconds: number) => sourceTime(seconds * 1e6);

/** A moment that stands for four seconds and takes two to read; `!` where it is to be kept before others. */
function moment(drawn: string, change: Partial<Moment> = {}): Moment {
  const [, seconds = '', sign] = /^([\d.]+)(!?)$/.exec(drawn) ?? [];
  const time = Number(seconds);
  return {
    kind: 'output',
    start: micros(time),
    time: micros(time),
    end: micros(time + 1),
    goneAt: micros(time + 4),
    score: 0.5,
    isKept: sign === '!',
    readingMicros: 2e6,
    text: `text at ${seconds}`,
    reason: `reason at ${seconds}`,
    ...change,
  };
}

const columnsOf = (drawn: string) => momentColumns(drawn.split(' ').map((text) => moment(text)));

/** Marks of a strip with a pixel for each second, drawn as the moments are. */
function drawnMarks(drawn: string, [from, to]: [number, number]): string {
  const columns = columnsOf(drawn);
  const readable = columns.moments.map(() => true);
  const marks = momentMarks(columns, readable, { viewport: { start: from * 1e6, end: to * 1e6 }, widthPx: to - from });
  return marks.map(({ cssX, isKept }) => `${Math.round(cssX)}${isKept ? '!' : ''}`).join(' ');
}

describe('momentMarks', () => {
  it('stands where the moments are', () => {
    expect(drawnMarks('10 30! 50', [0, 100])).toBe('10 30! 50');
    expect(drawnMarks('10 30! 50', [20, 40])).toBe('10!');
  });

  it('has one mark for those that are too near to each other, at the first that is to be kept', () => {
    expect(drawnMarks('10 12! 14! 15', [0, 100])).toBe('12!');
    expect(drawnMarks('10! 12 20', [0, 100])).toBe('10! 20');
  });

  it('can be read where one of those that share it can', () => {
    const columns = columnsOf('10 12');
    const scale = { viewport: { start: 0, end: 100e6 }, widthPx: 100 };
    expect(momentMarks(columns, [false, true], scale)).toMatchObject([{ isReadable: true }]);
    expect(momentMarks(columns, [false, false], scale)).toMatchObject([{ isReadable: false }]);
  });
});

describe('readableMoments', () => {
  const recording = readCast(bytesOf(castV2('a@1 b@100')));
  const readable = (moments: readonly Moment[], plan: Partial<Plan>) =>
    readableMoments(moments, createTimeMap(recording, { ...EMPTY_PLAN, ...plan }));

  it('asks for as much time as it takes to read', () => {
    const moments = [moment('10'), moment('30'), moment('50')];
    const cuts = [{ start: micros(11), end: micros(20), mode: 'drop' as const }];
    const speedRegions = [{ start: micros(30), end: micros(40), factor: 2 }];
    expect(readable(moments, { cuts, speedRegions })).toEqual([false, true, true]);
    expect(readable(moments, { speedRegions: [{ start: micros(30), end: micros(40), factor: 4 }] })).toEqual([true, false, true]);
  });

  it('counts the hold of the last screen', () => {
    const last = [moment('100', { goneAt: micros(100) })];
    expect(readable(last, {})).toEqual([false]);
    expect(readable(last, { holds: [{ at: micros(100), durationMicros: 3e6 }] })).toEqual([true]);
  });
});

describe('momentAt', () => {
  const at = (drawn: string, seconds: number) => momentAt(columnsOf(drawn), seconds * 1e6, 1e6)?.reason;

  it('finds what is within reach', () => {
    expect(at('10 30', 13)).toBe('reason at 10');
    expect(at('10 30', 20)).toBeUndefined();
  });

  it('prefers what is to be kept, then what has the higher score', () => {
    expect(at('10 12! 14', 13)).toBe('reason at 12');
    const columns = momentColumns([moment('10', { score: 0.2 }), moment('12', { score: 0.9 }), moment('14', { score: 0.4 })]);
    expect(momentAt(columns, 12e6, 1e6)?.reason).toBe('reason at 12');
  });
});
