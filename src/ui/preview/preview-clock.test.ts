import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceTime } from '#core/cast/time.ts';
import type { PlayedSpan } from '#store/playback.ts';
import type { TimeLine } from '#store/time-line.ts';
import { type Moment, nextMoment, positionOf, START } from './preview-clock.ts';

/** A time line through the corners `source:result` in seconds: `0:0 10:10 20:10` has a cut from 10 to 20, `5:5 5:8` a hold. */
function lineThrough(drawn: string): TimeLine {
  const corners = drawn.split(' ').map((corner) => corner.split(':').map((seconds) => Number(seconds) * 1e6) as [number, number]);
  const along = (value: number, [fromX, fromY]: readonly [number, number], [toX, toY]: readonly [number, number]) =>
    toX === fromX ? toY : fromY + ((value - fromX) / (toX - fromX)) * (toY - fromY);
  const pairs = corners.slice(1).map((to, index) => [corners[index] as [number, number], to] as const);
  const last = corners.at(-1) as [number, number];
  return {
    durationMicros: last[1],
    positionOf(time) {
      const [from, to] = pairs.find(([, end]) => time <= end[0]) ?? [last, last];
      return along(time, from, to);
    },
    sourceAt(position) {
      const [from, to] = pairs.findLast(([start, end]) => position >= start[1] && position <= end[1]) ?? [last, last];
      return sourceTime(along(position, [from[1], from[0]], [to[1], to[0]]));
    },
  };
}

interface Play {
  readonly line: TimeLine;
  readonly from?: Moment;
  readonly at?: number;
  readonly rate?: number;
  /** In seconds of the time line: `2–5` is played once, `2⟲5` over and over. */
  readonly span?: string;
}

function spanOf(drawn: string | undefined): PlayedSpan | null {
  if (drawn === undefined) return null;
  const [from, to] = drawn.split(/[–⟲]/).map((seconds) => Number(seconds) * 1e6) as [number, number];
  return { from, to, isLooped: drawn.includes('⟲') };
}

/** Plays for some frames of 100 ms, as the store would have it, and gives the moment after the last. */
function play(seconds: number, { line, from = START, at, rate = 1, span }: Play): Moment {
  let moment = from;
  let playhead = at === undefined ? from.playhead : sourceTime(at * 1e6);
  for (let wallMillis = 0; wallMillis <= seconds * 1000; wallMillis += 100) {
    moment = nextMoment(moment, { line, playhead, isPlaying: true, rate, wallMillis: 5000 + wallMillis, span: spanOf(span) });
    playhead = moment.playhead;
  }
  return moment;
}

function pause(moment: Moment, line: TimeLine): Moment {
  return nextMoment(moment, { line, playhead: moment.playhead, isPlaying: false, rate: 1, wallMillis: 9e9 });
}

const seconds = (moment: Moment, line: TimeLine) => positionOf(moment, line, moment.playhead) / 1e6;

describe('playing', () => {
  const plain = lineThrough('0:0 60:60');

  it('passes as much of the time line as of the wall clock, times the rate', () => {
    expect(play(3, { line: plain, at: 10 }).playhead).toBe(13e6);
    expect(play(3, { line: plain, at: 10, rate: 4 }).playhead).toBe(22e6);
    expect(play(3, { line: plain, at: 10, rate: 0.5 }).playhead).toBe(11.5e6);
  });

  it('passes more of the recording where the result is fast, and jumps over what is cut', () => {
    expect(play(2, { line: lineThrough('0:0 100:10'), at: 0 }).playhead).toBe(20e6);
    expect(play(2, { line: lineThrough('0:0 10:10 50:10 60:20'), at: 9 }).playhead).toBe(51e6);
  });

  it('leaves a cut at once', () => {
    expect(play(0, { line: lineThrough('0:0 10:10 50:10 60:20'), at: 30 }).playhead).toBe(50e6);
  });

  it('ends at the end, and starts over from there', () => {
    const end = play(2, { line: plain, at: 59 });
    expect(end).toMatchObject({ playhead: 60e6, hasEnded: true });
    const paused = pause(end, plain);
    expect(paused.hasEnded).toBe(false);
    expect(play(1, { line: plain, from: paused })).toMatchObject({ playhead: 1e6, hasEnded: false });
  });

  it('ends at once where there is nothing to play', () => {
    expect(play(0, { line: lineThrough('0:0'), at: 0 })).toMatchObject({ playhead: 0, hasEnded: true });
  });

  it('goes on from where it was when the page got no frames for long', () => {
    const before = play(1, { line: plain, at: 10 });
    const after = nextMoment(before, { line: plain, playhead: before.playhead, isPlaying: true, rate: 1, wallMillis: 3_600_000 });
    expect(after.playhead).toBe(11.25e6);
  });

  it('goes on from where somebody else put the playhead', () => {
    const before = play(1, { line: plain, at: 10 });
    expect(play(1, { line: plain, from: pause(before, plain), at: 40 }).playhead).toBe(41e6);
    const moved = nextMoment(before, { line: plain, playhead: sourceTime(40e6), isPlaying: true, rate: 1, wallMillis: 6100 });
    expect(moved.playhead).toBe(40.1e6);
  });
});

describe('playing backwards', () => {
  const plain = lineThrough('0:0 60:60');

  it('passes as much of the time line as forwards', () => {
    expect(play(3, { line: plain, at: 10, rate: -1 }).playhead).toBe(7e6);
    expect(play(3, { line: plain, at: 20, rate: -4 }).playhead).toBe(8e6);
    expect(play(2, { line: lineThrough('0:0 100:10'), at: 50, rate: -1 }).playhead).toBe(30e6);
  });

  it('jumps over what is cut', () => {
    expect(play(2, { line: lineThrough('0:0 10:10 50:10 60:20'), at: 51, rate: -1 }).playhead).toBe(9e6);
  });

  it('goes through a hold from its end', () => {
    const held = lineThrough('0:0 5:5 5:9 10:14');
    const moment = play(2, { line: held, at: 6, rate: -1 });
    expect(moment.playhead).toBe(5e6);
    expect(seconds(moment, held)).toBeCloseTo(8);
    expect(play(6, { line: held, at: 6, rate: -1 }).playhead).toBe(4e6);
  });

  it('ends at the start, at once where it is there', () => {
    expect(play(3, { line: plain, at: 2, rate: -1 })).toMatchObject({ playhead: 0, hasEnded: true });
    expect(play(0, { line: plain, at: 0, rate: -1 })).toMatchObject({ playhead: 0, hasEnded: true });
    expect(play(0, { line: plain, at: 60, rate: -1 })).toMatchObject({ playhead: 60e6, hasEnded: false });
  });
});

describe('playing a range', () => {
  const plain = lineThrough('0:0 60:60');

  it('ends at its end', () => {
    expect(play(3, { line: plain, at: 10, span: '10–15' })).toMatchObject({ playhead: 13e6, hasEnded: false });
    expect(play(9, { line: plain, at: 10, span: '10–15' })).toMatchObject({ playhead: 15e6, hasEnded: true });
  });

  it('goes round and round, the other way too, and as often as that takes', () => {
    expect(play(7, { line: plain, at: 10, span: '10⟲15' })).toMatchObject({ playhead: 12e6, hasEnded: false });
    expect(play(7, { line: plain, at: 12, rate: -1, span: '10⟲15' })).toMatchObject({ playhead: 10e6, hasEnded: false });
    expect(play(3, { line: plain, at: 10, rate: 8, span: '10⟲10.5' }).playhead).toBe(10e6);
  });

  it('comes back to it when an edit has moved it away', () => {
    expect(play(1, { line: plain, at: 30, span: '10⟲15' }).playhead).toBe(11e6);
    expect(play(1, { line: plain, at: 2, span: '10–15' }).playhead).toBe(11e6);
  });

  it('stands still where there is nothing of it', () => {
    expect(play(1, { line: plain, at: 10, span: '10⟲10' })).toMatchObject({ playhead: 10e6, hasEnded: false });
  });

  it.each([1, -1, 3.7, -8])('never leaves it, at %s times', (rate) => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 60, noNaN: true }), fc.nat(60), fc.integer({ min: 1, max: 40 }), (at, from, length) => {
        const span = `${from}⟲${from + length}`;
        const line = lineThrough('0:0 50:50 200:200');
        const { playhead } = play(5, { line, at, rate, span });
        expect(playhead).toBeGreaterThanOrEqual(from * 1e6);
        expect(playhead).toBeLessThanOrEqual((from + length) * 1e6);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a hold', () => {
  const held = lineThrough('0:0 5:5 5:9 10:14');

  it('keeps the playhead while the position goes on', () => {
    const moment = play(2, { line: held, at: 4 });
    expect(moment.playhead).toBe(5e6);
    expect(seconds(moment, held)).toBeCloseTo(6);
    expect(play(6, { line: held, at: 4 }).playhead).toBe(6e6);
  });

  it('is gone on with after a pause in it', () => {
    const paused = pause(play(3, { line: held, at: 4 }), held);
    expect(seconds(paused, held)).toBeCloseTo(7);
    expect(seconds(play(1, { line: held, from: paused }), held)).toBeCloseTo(8);
  });

  it('begins anew when the playhead comes back to it', () => {
    const paused = pause(play(3, { line: held, at: 4 }), held);
    const away = nextMoment(paused, { line: held, playhead: sourceTime(1e6), isPlaying: false, rate: 1, wallMillis: 0 });
    expect(positionOf(away, held, sourceTime(5e6))).toBe(5e6);
  });
});

describe('an edit while playing', () => {
  it('keeps the playhead at its instant of the recording', () => {
    const before = lineThrough('0:0 60:60');
    const after = lineThrough('0:0 20:2 60:42');
    const moment = play(10, { line: before, at: 20 });
    expect(moment.playhead).toBe(30e6);
    const edited = nextMoment(moment, { line: after, playhead: moment.playhead, isPlaying: true, rate: 1, wallMillis: 15_100 });
    expect(edited.playhead).toBe(30.1e6);
    expect(seconds(edited, after)).toBeCloseTo(12.1);
  });

  it('forgets a hold that is there no more', () => {
    const held = lineThrough('0:0 5:5 5:9 10:14');
    const moment = play(3, { line: held, at: 4 });
    expect(positionOf(moment, lineThrough('0:0 10:10'), moment.playhead)).toBe(5e6);
  });
});
